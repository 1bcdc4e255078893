// The weights that all libraries begin with: those of a saved session, or some drawn here.

/** @import {Workload} from "./workloads.js" */

/**
 * @typedef {object} Layer
 * @property {"dense"|"down"|"up"} form dense, a convolution, or a transposed one
 * @property {number[]} shape `[inputs, outputs]`; of a convolution PyTorch's, `[outputs, inputs, 4, 4]` for one that
 *   goes down and `[inputs, outputs, 4, 4]` for one that goes up
 * @property {Float32Array} weight row by row. What a dense layer takes from a picture, or gives to one, has the
 *   channels first, as in PyTorch
 * @property {Float32Array} bias
 */

/** The layers of each network, by its name. @typedef {Record<string, Layer[]>} Networks */

const DOWNWARDS = ["encoder", "discriminator"];

/**
 * The layers of a saved session.
 * @param {Uint8Array} bytes safetensors
 * @returns {Networks}
 */
export function layers(bytes) {
  const size = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + size)));
  /** @param {string} name */
  const values = (name) => {
    const [from, to] = header[name].data_offsets;
    return new Float32Array(bytes.slice(8 + size + from, 8 + size + to).buffer);
  };
  /** @type {Networks} */
  const networks = {};
  for (const name of Object.keys(header)) {
    const [, network, number] = /^([a-z]+)\.(\d+)\.weight$/.exec(name) ?? [];
    if (network === undefined) continue;
    const { shape } = header[name];
    const bias = values(`${network}.${number}.bias`);
    networks[network] ??= [];
    networks[network][Number(number)] =
      shape.length === 2
        ? { form: "dense", shape: [shape[1], shape[0]], weight: turned(values(name), shape), bias }
        : { form: DOWNWARDS.includes(network) ? "down" : "up", shape, weight: values(name), bias };
  }
  return networks;
}

/** The transposed matrix. @param {Float32Array} values @param {number[]} shape */
function turned(values, [rows, columns]) {
  const result = new Float32Array(values.length);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) result[column * rows + row] = values[row * columns + column];
  }
  return result;
}

/**
 * Dense layers drawn here, where no session of ours may be loaded first: uniform in ±1/√inputs.
 * @param {Workload} workload an autoencoder
 * @returns {Networks}
 */
export function drawn({ features, hidden, code }) {
  let state = 1;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2147483648 - 1;
  };
  const widths = [features, ...hidden, code];
  /** @param {number[]} widths @returns {Layer[]} */
  const network = (widths) =>
    widths.slice(1).map((outputs, index) => {
      const inputs = widths[index];
      const bound = 1 / Math.sqrt(inputs);
      const numbers = (/** @type {number} */ length) => Float32Array.from({ length }, () => bound * uniform());
      return { form: "dense", shape: [inputs, outputs], weight: numbers(inputs * outputs), bias: numbers(outputs) };
    });
  return { encoder: network(widths), decoder: network(widths.reverse()) };
}
