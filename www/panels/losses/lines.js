// Which losses an experiment has, and what they tell.

/** @import {Experiment} from "../../types/page" */

/**
 * @typedef {object} Line
 * @property {string} name of the loss
 * @property {string} label key
 * @property {string} colour custom property
 */

/** Of the first line, the second, the third: told apart without their colours. In pixels of the page, drawn and left out. */
export const DASHES = [[], [8, 4], [2, 3]];

/** What names a line wears beside its name. @param {string} colour custom property @param {number} line */
export const lineMark = (colour, line) => ({
  class: "line-mark",
  data: { line: String(line) },
  style: { "--dot": `var(${colour})` },
});

const RECONSTRUCTION = { name: "reconstruction", label: "panels.losses.reconstruction", colour: "--made" };

/** @param {Experiment} experiment @returns {Line[]} */
export function linesOf({ discriminates, spreads }) {
  if (discriminates) {
    return [
      { name: "discriminator", label: "panels.losses.discriminator", colour: "--ink" },
      { name: "generator", label: "panels.losses.generator", colour: "--made" },
    ];
  }
  if (!spreads) return [RECONSTRUCTION];
  return [
    { name: "negativeElbo", label: "panels.losses.negativeElbo", colour: "--ink" },
    RECONSTRUCTION,
    { name: "divergence", label: "panels.losses.divergence", colour: "--real" },
  ];
}

/**
 * @param {Experiment} experiment
 * @param {Record<string, number>} losses of now, without their jitter
 * @returns {string} key of what they mean
 */
export function meaningOf({ discriminates, spreads, sparse, corrupts }, losses) {
  if (discriminates) {
    const apart = losses.realScore - losses.madeScore;
    if (apart > 0.75) return "panels.losses.meaning.discriminator-wins";
    if (apart > 0.35) return "panels.losses.meaning.discriminator-ahead";
    if (apart > 0.1) return "panels.losses.meaning.close";
    return "panels.losses.meaning.hardly-apart";
  }
  if (spreads) {
    return losses.divergence < 0.5 ? "panels.losses.meaning.codes-empty" : "panels.losses.meaning.elbo";
  }
  if (sparse) return "panels.losses.meaning.sparse";
  return corrupts ? "panels.losses.meaning.denoising" : "panels.losses.meaning.reconstruction";
}
