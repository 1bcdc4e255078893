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
  penalty: { kind: "r1", weight: 0, every: 1 },
  discriminatorSteps: 1,
  packing: 1,
  condition: "none",
  optimizer: {
    ...{ name: "adam", learningRate: 0.001, discriminatorLearningRate: null, weightDecay: 0.01 },
    ...{ schedule: "constant", warmUp: 0, scheduleSteps: 5000 },
  },
  batchSize: 64,
  corruption: null,
};
const families = ["adversarial", "variational", "autoencoder"];
const pointPenalty = (family) => ({ kind: "r1", weight: family === "adversarial" ? 0.1 : 0, every: 1 });
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
      penalty: field(true),
      penaltyWeight: { ...field(true), least: 0 },
      penaltyEvery: field(true),
      discriminatorSteps: field(true),
      packing: field(false),
      discriminatorLearningRate: field(true),
      optimizer: field(true),
      weightDecay: field(true),
    },
    ...{ schedule: field(true), warmUp: field(true), scheduleSteps: field(true) },
    ...{ objective: field(true), corruption: field(true), amount: { ...field(true), default: 0.3 } },
  },
  objectives: Object.fromEntries(
    families.map((family) => [
      family,
      [
        { name: "some", data: ["images", "points", "signals"] },
        ...(family === "adversarial" ? [] : [{ name: "categorical-cross-entropy", data: ["molecules"] }]),
      ],
    ]),
  ),
  defaults: Object.fromEntries(
    families.map((family) => [
      family,
      {
        images: { dense: { family, ...choice }, convolutional: { family, ...choice, hidden: [16, 32] } },
        points: { dense: { family, ...choice, hidden: [64, 64], penalty: pointPenalty(family) } },
        molecules: { dense: { family, ...choice, objective: "categorical-cross-entropy" } },
        signals: { dense: { family, ...choice }, convolutional: { family, ...choice, hidden: [16, 32] } },
      },
    ]),
  ),
  corruptions: [
    ...["noise", "mask", "salt-and-pepper"].map((name) => ({ name, data: ["images", "points"] })),
    ...["block", "blur", "downscale"].map((name) => ({ name, data: ["images"] })),
  ],
};
