// What was counted on the wall, step by step, and whether the classifier is surer than it was.

/**
 * @typedef {object} Wall what hangs there
 * @property {number} step
 * @property {number} count of made pictures
 * @property {number} [label] that was asked for
 */
/** @typedef {Wall & Pick<import("../../types/library").ClassReport, "counts"|"unclear">} Reading */
/** @typedef {{is: "surer"|"less-sure"|"as-sure", steps: number}} Change and how many steps before */

const MOST_READINGS = 200;
/** Between two readings that are compared: at least, and best. */
const [FEWEST_STEPS, BEST_STEPS] = [100, 500];
/** Fewer than one picture in so many may be chance: of a hundred it is about twice the standard error of the difference. */
const CHANCE = 8;

export class Readings {
  /** The latest last. @type {Reading[]} */
  #all = [];

  clear() {
    this.#all = [];
  }

  /** @param {Reading} reading */
  add(reading) {
    this.#all = [...this.#all.filter((other) => !isOf(other, reading)), reading].slice(-MOST_READINGS);
  }

  /** @param {Wall} wall @returns {Reading|undefined} */
  of(wall) {
    return this.#all.find((reading) => isOf(reading, wall));
  }

  /** Beside an earlier reading of as many pictures from the same noise. @param {Reading} reading @returns {Change|null} */
  change({ step, count, label, unclear }) {
    const distance = (/** @type {Reading} */ earlier) => Math.abs(step - earlier.step - BEST_STEPS);
    const [earlier] = this.#all
      .filter((other) => other.count === count && other.label === label && other.step <= step - FEWEST_STEPS)
      .sort((one, other) => distance(one) - distance(other));
    if (!earlier) return null;
    const fewer = earlier.unclear - unclear;
    const is = Math.abs(fewer) * CHANCE < count ? "as-sure" : fewer > 0 ? "surer" : "less-sure";
    return { is, steps: step - earlier.step };
  }
}

/** @param {Wall} one @param {Wall} other */
const isOf = (one, other) => one.step === other.step && one.count === other.count && one.label === other.label;
