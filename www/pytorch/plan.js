// What a script is made from: the experiment, and the sizes of its networks.

import { DATA_SETS } from "../experiment/datasets.js";
import { experimentOf } from "../experiment/rules.js";

/** @import {PointSettings, SettingsDescription} from "../types/library" */
/** @import {Experiment, State} from "../types/page" */
/** @import {DataSet} from "../experiment/datasets.js" */

/** Rows and columns of a picture, or values of a signal. @typedef {number[]} Sides */

/**
 * @typedef {object} Plan
 * @property {State} state
 * @property {Experiment} experiment
 * @property {DataSet} set
 * @property {boolean} made examples are made from the seed, and not read from files
 * @property {Sides} sides of an example; none where it is no grid
 * @property {boolean} convolves
 * @property {number} labels that the networks are told; 0 for none
 * @property {{beta1: number, beta2: number}} betas
 * @property {Omit<PointSettings, "shape"|"points">|undefined} points
 * @property {string} link of the experiment; what follows # alone where the page is a file on somebody's disk
 * @property {string} page where it is; empty where its data are not to be fetched
 */

/** Of a picture of the page's data sets. */
const SIDE = 28;

/**
 * @param {State} state
 * @param {SettingsDescription} description
 * @param {{link: string, page: string}} addresses
 * @returns {Plan}
 */
export function planOf(state, description, addresses) {
  const experiment = experimentOf(state);
  const set = DATA_SETS[state.dataset];
  const { classes, conditioned } = experiment;
  const usual = description.defaults[state.family].images.dense.optimizer;
  return {
    state,
    experiment,
    set,
    made: Boolean(set.points ?? set.signals),
    sides: set.signals ? [set.signals.length] : experiment.kind === "pictures" ? [SIDE, SIDE] : [],
    convolves: state.network === "convolutional",
    labels: conditioned ? (state.only.length > 0 ? Math.max(...state.only) + 1 : classes.length) : 0,
    betas: /** @type {Plan["betas"]} */ (usual),
    points: set.points && description.points[set.points.shape],
    ...addresses,
  };
}

/** Sides halved so often. @param {Sides} sides @param {number} times */
export const halved = (sides, times) => sides.map((side) => side >> times);

/** Whether a penalty holds the discriminator's gradient. @param {Plan} plan */
export const penalised = ({ state }) => state.penaltyWeight > 0;

/** Whether the decoder's numbers are squashed into 0 to 1. @param {Plan} plan */
export const squashes = ({ experiment, state }) => experiment.kind === "pictures" && state.activation !== "linear";

/** What saved numbers and pictures are called by. @param {Plan} plan */
export const nameOf = ({ state }) => `${state.family}-${state.dataset}`;

/** Lines that follow one on the same indent, but for those that there is no need of. @param {(string|false)[]} all @param {string} indent */
export const lines = (all, indent) =>
  all
    .filter((line) => line !== false)
    .map((line, index) => (index === 0 || line === "" ? line : indent + line))
    .join("\n");

/** The names of the losses, as the page has them. @param {Plan} plan */
export function lossNames(plan) {
  const { discriminates, spreads, sparse } = plan.experiment;
  if (discriminates) {
    const slope = penalised(plan) ? ["slope"] : [];
    return ["discriminator", "generator", "realScore", "madeScore", ...slope];
  }
  if (spreads) return ["negativeElbo", "reconstruction", "divergence"];
  return ["reconstruction", ...(sparse ? ["codeNorm"] : [])];
}
