// What both branches are asked for, the same of each: examples rebuilt, or made from the same noise.

import { CORRUPTION_SEED, NOISE_SEED } from "../drawing/constants.js";

/** @import {Experiment, Query} from "../../types/page" */

/** Shows examples rebuilt, not new ones made. @param {Experiment} experiment */
export const rebuilds = ({ encodes, spreads }) => encodes && !spreads;

/** @param {Experiment} experiment @param {number} count @returns {Query} */
export function queryOf(experiment, count) {
  /** @type {Partial<Query>} */
  const as = experiment.kind === "molecules" ? { as: "molecules" } : {};
  if (!rebuilds(experiment)) return { method: "sample", numbers: [count, NOISE_SEED], ...as };
  const noise = experiment.corrupts ? { corruptionSeed: CORRUPTION_SEED } : {};
  return { method: "reconstruct", examples: [0, count], ...noise, ...as };
}
