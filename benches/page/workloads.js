// The workloads, the same for every library: networks, batches and data.

/**
 * @typedef {object} Workload
 * @property {"autoencoder"|"variational"|"adversarial"} family
 * @property {"dense"|"convolutional"} [network] dense where it is left out
 * @property {"train"|"sample"} [asks] what is timed: a step of training, or 64 pictures made and read back
 * @property {number[]} hidden widths, or channels, in the encoder's (discriminator's) order
 * @property {number} code
 * @property {number} features
 * @property {number} batch
 * @property {number} megaflops of the matrix products of a step: forward, and twice that back
 * @property {"relativistic"} [objective] that of the family where it is left out
 * @property {number} [penalty] weight of the penalty on the discriminator's gradient; peers have neither
 * @property {number} [every] so many steps
 * @property {number} rounds of twenty steps timed for each library
 */

/** @type {Workload} */
const DIGITS_BY_CONVOLUTION = {
  family: "adversarial",
  network: "convolutional",
  hidden: [32, 64],
  code: 64,
  features: 784,
  batch: 64,
  megaflops: 2678,
  rounds: 3,
};

/** What the page opens on, but for the label. @type {Workload} */
const FIRST_PRESET = {
  ...DIGITS_BY_CONVOLUTION,
  hidden: [16, 32],
  objective: "relativistic",
  penalty: 1,
  megaflops: 760,
};

/** @type {Record<string, Workload>} */
export const WORKLOADS = {
  W1: { family: "autoencoder", hidden: [256], code: 64, features: 784, batch: 64, megaflops: 146, rounds: 7 },
  W2: { family: "variational", hidden: [256], code: 16, features: 784, batch: 64, megaflops: 138, rounds: 7 },
  W3: { family: "adversarial", hidden: [512, 256], code: 64, features: 784, batch: 64, megaflops: 735, rounds: 5 },
  W4: DIGITS_BY_CONVOLUTION,
  W5: { ...DIGITS_BY_CONVOLUTION, asks: "sample", megaflops: 244, rounds: 5 },
  W6: { family: "adversarial", hidden: [16, 16], code: 2, features: 2, batch: 150, megaflops: 1.1, rounds: 9 },
  W7: FIRST_PRESET,
  W8: { ...FIRST_PRESET, every: 4 },
  W9: { ...FIRST_PRESET, penalty: 0 },
  W10: { ...FIRST_PRESET, hidden: [32, 64], megaflops: 2678 },
};

export const RATE = 0.001;
export const LEAK = 0.2;

/** Settings of one of our sessions for a workload. @param {Workload} workload */
export function settingsFor({ family, network, hidden, code, batch, objective, penalty = 0, every = 1 }) {
  const objectives = {
    autoencoder: "mean-squared-error",
    variational: "binary-cross-entropy",
    adversarial: "non-saturating",
  };
  const beta1 = family === "adversarial" ? 0.5 : 0.9;
  return {
    family,
    network: network ?? "dense",
    hidden,
    code,
    batchSize: batch,
    seed: 1,
    optimizer: { name: "adam", learningRate: RATE, beta1 },
    objective: objective ?? objectives[family],
    penalty: { kind: "r1", weight: penalty, every },
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
