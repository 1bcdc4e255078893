// What a visitor starts with: the data sets and, for each family, settings that learn well on them.

/** @import {Family, NetworkKind, Objective, PointSettings} from "./types/library" */
/** @import {State} from "./types/page" */

/** Side of a picture in pixels. */
export const SIDE = 28;

/** How far the plane of points is shown from the middle. */
export const PLANE_EXTENT = 3;

/** How far the map of codes is shown from the middle, in standard deviations. */
export const MAP_EXTENT = 3;

/**
 * @typedef {object} DataSet
 * @property {"pictures"|"points"} kind
 * @property {string} label
 * @property {string[]} [classes] names of the labels
 * @property {PointSettings} [points]
 */

/** @type {Record<string, DataSet>} */
export const DATA_SETS = {
  "mnist-small": {
    kind: "pictures",
    label: "Handwritten digits",
    classes: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
  },
  "fashion-small": {
    kind: "pictures",
    label: "Clothes",
    classes: ["T-shirt", "trousers", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "boot"],
  },
  ring: { kind: "points", label: "Ring of 8", points: { shape: "ring", count: 8, radius: 2, deviation: 0.05 } },
  grid: { kind: "points", label: "Grid of 25", points: { shape: "grid", count: 25, radius: 2, deviation: 0.05 } },
  moons: { kind: "points", label: "Two moons", points: { shape: "moons", count: 2, radius: 2, deviation: 0.1 } },
};

/** @type {Record<Family, {value: Objective, label: string}[]>} */
export const OBJECTIVES = {
  adversarial: [
    { value: "non-saturating", label: "Non-saturating" },
    { value: "least-squares", label: "Least squares" },
  ],
  variational: [
    { value: "binary-cross-entropy", label: "Cross-entropy" },
    { value: "mean-squared-error", label: "Squared error" },
  ],
  autoencoder: [
    { value: "binary-cross-entropy", label: "Cross-entropy" },
    { value: "mean-squared-error", label: "Squared error" },
  ],
};

/** @typedef {Omit<State, "family"|"dataset"|"network"|"seed"|"engine">} Tuning */

/** @type {Record<Family, Record<"pictures"|"points", Partial<Tuning>>>} */
const TUNING = {
  adversarial: {
    // Small enough that a laptop's processor draws digits within a minute.
    pictures: { hidden: [256], code: 32, objective: "non-saturating", learningRate: 5e-4, batchSize: 64 },
    points: { hidden: [64, 64], code: 8, objective: "non-saturating", learningRate: 1e-3, batchSize: 256 },
  },
  variational: {
    pictures: { hidden: [256], code: 2, objective: "binary-cross-entropy", learningRate: 1e-3, batchSize: 64 },
    points: {
      hidden: [64, 64],
      code: 2,
      objective: "mean-squared-error",
      divergenceWeight: 0.05,
      learningRate: 1e-3,
      batchSize: 256,
    },
  },
  autoencoder: {
    pictures: { hidden: [256], code: 32, objective: "binary-cross-entropy", learningRate: 1e-3, batchSize: 64 },
    points: { hidden: [64, 64], code: 1, objective: "mean-squared-error", learningRate: 1e-3, batchSize: 256 },
  },
};

/**
 * What differs where networks are convolutional, which only those on pictures can be.
 * @type {Record<Family, Partial<Tuning>>}
 */
const CONVOLUTIONAL = {
  adversarial: { hidden: [16, 32], code: 64, learningRate: 1e-3 },
  variational: { hidden: [16, 32] },
  autoencoder: { hidden: [16, 32] },
};

/**
 * Settings that suit a family, a data set and a kind of network.
 * @param {Family} family
 * @param {string} dataset
 * @param {NetworkKind} [network]
 * @returns {Tuning & {network: NetworkKind}}
 */
export function tuningFor(family, dataset, network = "dense") {
  const { kind } = DATA_SETS[dataset];
  const convolutional = network === "convolutional" && kind === "pictures";
  return {
    network: convolutional ? "convolutional" : "dense",
    hidden: [256],
    code: 32,
    objective: "binary-cross-entropy",
    divergenceWeight: 1,
    learningRate: 1e-3,
    batchSize: 64,
    corruption: "none",
    amount: 0.3,
    ...TUNING[family][kind],
    ...(convolutional ? CONVOLUTIONAL[family] : {}),
  };
}

/** @returns {State} what the page opens on */
export function firstState() {
  return {
    family: "adversarial",
    dataset: "mnist-small",
    ...tuningFor("adversarial", "mnist-small"),
    seed: 7,
    engine: "auto",
  };
}
