// How many were right in each round of an experiment, in the order of the steps.

/** @typedef {{step: number, own: number, network: number}} Score */

const MOST = 100;

export class Scores {
  /** @type {Score[]} */
  all = [];

  /** @param {Score} score */
  add(score) {
    // After a return to an earlier step, what came later did not happen.
    this.all = [...this.all.filter(({ step }) => step <= score.step), score].slice(-MOST);
  }

  keep() {
    return this.all;
  }

  /** @param {unknown} kept by `keep`; anything else is left aside */
  restore(kept) {
    if (Array.isArray(kept) && kept.every(isScore)) this.all = kept.slice(-MOST);
  }
}

/** @param {any} one @returns {one is Score} */
const isScore = (one) => [one?.step, one?.own, one?.network].every((value) => Number.isInteger(value) && value >= 0);
