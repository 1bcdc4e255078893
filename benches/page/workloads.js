// The workloads, the same for every library: networks, batches, data, and the weights they all begin with.

/**
 * @typedef {object} Workload
 * @property {"autoencoder"|"variational"|"adversarial"} family
 * @property {number[]} hidden widths in the encoder's (discriminator's) order
 * @property {number} code
 * @property {number} features
 * @property {number} batch
 * @property {number} megaflops of the matrix products of a step: forward, and twice that back
 * @property {number} rounds of twenty steps timed for each library
 */

/** @type {Record<string, Workload>} */
export const WORKLOADS = {
  W1: { family: "autoencoder", hidden: [256], code: 64, features: 784, batch: 64, megaflops: 146, rounds: 7 },
  W2: { family: "variational", hidden: [256], code: 16, features: 784, batch: 64, megaflops: 138, rounds: 7 },
  W3: { family: "adversarial", hidden: [512, 256], code: 64, features: 784, batch: 64, megaflops: 735, rounds: 5 },
  W6: { family: "adversarial", hidden: [16, 16], code: 2, features: 2, batch: 150, megaflops: 1.1, rounds: 9 },
};

export const RATE = 0.001;
export const LEAK = 0.2;

/** Settings of one of our sessions for a workload. @param {Workload} workload */
export function settingsFor({ family, hidden, code, batch }) {
  const objective = { autoencoder: "mean-squared-error", variational: "binary-cross-entropy" }[family];
  const beta1 = family === "adversarial" ? 0.5 : 0.9;
  return {
    family,
    hidden,
    code,
    batchSize: batch,
    seed: 1,
    optimizer: { name: "adam", learningRate: RATE, beta1 },
    ...(objective ? { objective } : {}),
  };
}

/**
 * One batch as a file: each epoch is then this batch in another order, and its mean loss is the same for all.
 * Every second pixel row of it is a ramp, so that no value is special.
 * @param {Workload} workload
 */
export function idx({ batch }) {
  const bytes = new Uint8Array(16 + batch * 784);
  const header = new DataView(bytes.buffer);
  [0x803, batch, 28, 28].forEach((value, index) => {
    header.setUint32(4 * index, value);
  });
  for (let index = 0; index < batch * 784; index += 1)
    bytes[16 + index] = (index * 7919 + ((index / 784) | 0) * 31) % 256;
  return bytes;
}

/**
 * The dense layers of a saved session, `[inputs, outputs]` row by row, by network.
 * @param {Uint8Array} bytes safetensors
 * @returns {Record<string, {inputs: number, outputs: number, weight: Float32Array, bias: Float32Array}[]>}
 */
export function layers(bytes) {
  const size = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + size)));
  /** @param {string} name */
  const values = (name) => {
    const [from, to] = header[name].data_offsets;
    return new Float32Array(bytes.slice(8 + size + from, 8 + size + to).buffer);
  };
  /** @type {ReturnType<typeof layers>} */
  const networks = {};
  for (const name of Object.keys(header)) {
    const [, network, number] = /^([a-z]+)\.(\d+)\.weight$/.exec(name) ?? [];
    if (network === undefined) continue;
    const [outputs, inputs] = header[name].shape;
    const turned = values(name);
    const weight = new Float32Array(inputs * outputs);
    for (let row = 0; row < outputs; row += 1) {
      for (let column = 0; column < inputs; column += 1) weight[column * outputs + row] = turned[row * inputs + column];
    }
    const bias = values(`${network}.${number}.bias`);
    networks[network] ??= [];
    networks[network][Number(number)] = { inputs, outputs, weight, bias };
  }
  return networks;
}

/** Standard normal numbers by Box and Muller, from a generator of 32 bits. @param {number} count @param {number} seed */
export function normals(count, seed) {
  let state = seed;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 1) / 4294967297;
  };
  return Float32Array.from(
    { length: count },
    () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(6.2831853 * uniform()),
  );
}
