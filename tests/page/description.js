// A small description of settings, in the form of the library's, for tests that need no library.

const choice = {
  network: "dense",
  activation: "relu",
  hidden: [256],
  code: 32,
  objective: "binary-cross-entropy",
  divergenceWeight: 1,
  divergenceWarmUp: 0,
  sparsity: 0,
  gradientPenalty: 0,
  condition: "none",
  optimizer: {
    ...{ name: "adam", learningRate: 0.001, weightDecay: 0.01 },
    ...{ schedule: "constant", warmUp: 0, scheduleSteps: 5000 },
  },
  batchSize: 64,
  corruption: null,
};
const families = ["adversarial", "variational", "autoencoder"];
const field = (live) => ({ kind: "number", live, families });

export const DESCRIPTION = {
  fields: {
    ...{
      seed: field(false),
      code: field(false),
      hidden: field(false),
      network: field(false),
      activation: field(false),
      condition: field(false),
      family: field(false),
    },
    ...{ learningRate: field(true), batchSize: field(true), divergenceWeight: field(true) },
    ...{
      divergenceWarmUp: field(true),
      sparsity: field(true),
      gradientPenalty: { ...field(true), least: 0 },
      optimizer: field(true),
      weightDecay: field(true),
    },
    ...{ schedule: field(true), warmUp: field(true), scheduleSteps: field(true) },
    ...{ objective: field(true), corruption: field(true), amount: { ...field(true), default: 0.3 } },
  },
  objectives: {},
  defaults: Object.fromEntries(
    families.map((family) => [
      family,
      {
        images: { dense: { family, ...choice }, convolutional: { family, ...choice, hidden: [16, 32] } },
        points: { dense: { family, ...choice, hidden: [64, 64], gradientPenalty: family === "adversarial" ? 0.1 : 0 } },
        signals: { dense: { family, ...choice }, convolutional: { family, ...choice, hidden: [16, 32] } },
      },
    ]),
  ),
  corruptions: [
    ...["noise", "mask", "salt-and-pepper"].map((name) => ({ name, data: ["images", "points"] })),
    ...["block", "blur", "downscale"].map((name) => ({ name, data: ["images"] })),
  ],
};
