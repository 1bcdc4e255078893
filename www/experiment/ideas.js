// Things to try, each a whole experiment a press away. The words stand in the languages, under ideas.<name>.

import { isToBeHad } from "../one-file/carried.js";
import { hasDataSet, pathOfModel } from "./datasets.js";

/** @import {Family} from "../types/library" */
/** @import {State} from "../types/page" */
/** @import {Rules} from "./rules.js" */

/**
 * @typedef {object} Idea
 * @property {string} name
 * @property {string} [dataset]
 * @property {Partial<State>} [part] of the settings; the others are the usual ones
 * @property {number} [trained] bytes of the trained model of it that comes with the page, data/models/<name>.safetensors
 */

/** @type {Record<Family, Idea[]>} */
const ALL = {
  adversarial: [
    { name: "contest", dataset: "ring" },
    { name: "grid", dataset: "grid" },
    { name: "draw", dataset: "drawn" },
    {
      name: "five-minutes",
      part: { network: "convolutional", condition: "label", schedule: "cosine" },
    },
    { name: "clothes", dataset: "fashion-small", part: { network: "convolutional", condition: "label" } },
    { name: "shapes", part: { network: "convolutional" } },
    { name: "dense", part: { network: "dense" } },
    { name: "too-fast", part: { learningRate: 0.05 } },
  ],
  variational: [
    { name: "no-pull", part: { divergenceWeight: 0 } },
    { name: "strong-pull", part: { divergenceWeight: 8 } },
    { name: "sixteen", part: { code: 16 } },
    { name: "walk", part: { network: "convolutional", code: 16 }, trained: 189_410 },
    { name: "collapse", part: { code: 16, divergenceWeight: 4 } },
    { name: "choose", part: { condition: "label" } },
    {
      name: "few-pictures",
      // With one number beside the label little lies between two pictures.
      part: {
        ...{ pictures: 50, condition: "label", code: 1, hidden: [128, 128] },
        ...{ learningRate: 0.003, batchSize: 50 },
      },
    },
    { name: "more-pictures", dataset: "mnist-small", part: { condition: "label", code: 16 } },
    { name: "clothes", dataset: "fashion-small" },
    {
      name: "textures",
      dataset: "textures",
      part: { condition: "label", hidden: [512], code: 16, learningRate: 0.003 },
    },
    { name: "molecules", dataset: "molecules" },
    { name: "broken", dataset: "molecules-smiles" },
  ],
  autoencoder: [
    { name: "squeeze", part: { code: 2 } },
    { name: "mend-noise", part: { corruption: "noise", amount: 0.5, hidden: [512], code: 64 } },
    {
      name: "mend-best",
      part: { corruption: "noise", amount: 0.5, network: "convolutional", hidden: [32, 64], code: 64 },
    },
    { name: "shapes", part: { network: "convolutional" } },
    { name: "fill-holes", part: { corruption: "mask", amount: 0.5, hidden: [512], code: 64 } },
    {
      name: "fill-block",
      part: {
        ...{ corruption: "block", amount: 0.4, network: "convolutional", hidden: [32, 64], code: 256 },
        ...{ learningRate: 0.002, schedule: "cosine", scheduleSteps: 6000 },
      },
    },
    { name: "sharpen", part: { corruption: "blur", amount: 1, hidden: [1024], code: 512 } },
    {
      name: "enlarge",
      part: { corruption: "downscale", hidden: [1024], code: 256 },
    },
    { name: "features", part: { corruption: "noise", amount: 0.3, hidden: [64] } },
    {
      name: "sparse",
      // With small weights: else codes would shrink, and weights make up for it.
      part: {
        ...{ sparsity: 0.1, hidden: [], code: 64, objective: "mean-squared-error" },
        ...{ optimizer: "adamw", weightDecay: 0.5 },
      },
    },
    { name: "find-odd", part: { only: [7], code: 16 } },
    { name: "few-sevens", dataset: "mnist-small", part: { scarce: 7 } },
    {
      name: "linear",
      part: { activation: "linear", objective: "mean-squared-error", hidden: [], code: 16 },
    },
    {
      name: "mend-signals",
      dataset: "signals",
      part: {
        corruption: "noise",
        amount: 0.3,
        network: "convolutional",
        code: 64,
        learningRate: 0.003,
        schedule: "cosine",
        scheduleSteps: 6000,
      },
      trained: 291_482,
    },
    { name: "curve", dataset: "moons" },
  ],
};

/** Those whose data are here, with the trained models that are. @param {Idea[]} ideas @returns {Idea[]} */
const here = (ideas) =>
  ideas
    .filter(({ dataset }) => !dataset || hasDataSet(dataset))
    .map(({ trained, ...idea }) => (trained && isToBeHad(pathOfModel(idea.name)) ? { ...idea, trained } : idea));

export const IDEAS = {
  adversarial: here(ALL.adversarial),
  variational: here(ALL.variational),
  autoencoder: here(ALL.autoencoder),
};

/** The idea of that name that has a trained model. @param {Family} family @param {string|null} name */
export const trainedIdea = (family, name) => IDEAS[family].find((idea) => idea.name === name && idea.trained) ?? null;

/**
 * The experiment of an idea, from what is there now.
 * @param {State} state
 * @param {Idea} idea
 * @param {Rules} rules
 * @returns {State}
 */
export function stateOfIdea(state, { dataset, part }, rules) {
  const needsLabels = part?.condition === "label" || part?.only !== undefined;
  const unsuited =
    rules.kindOf(state.dataset) !== "pictures" || (needsLabels && !rules.hasLabels(state.dataset, state.own));
  const about = dataset ?? (unsuited && part ? rules.first().dataset : state.dataset);
  return { ...state, dataset: about, ...rules.usual(state.family, about, part?.network), ...part };
}
