// What the generator made at earlier steps of this experiment: a few looks, the last of which to come first is that of half
// the present step.

/** Each is kept at so many times the step of the one before, or more. */
const RATIO = 1.25;
/** Before it there is nothing to be seen but noise. */
const FIRST_STEP = 10;

/** @typedef {{step: number, pictures: Float32Array}} PastPictures */

export class Past {
  /** In the order of their steps. @type {PastPictures[]} */
  #kept = [];

  /** @param {number} step @param {Float32Array} pictures */
  keep(step, pictures) {
    // After a return to an earlier step, what came later did not happen.
    this.#kept = this.#kept.filter((kept) => kept.step <= step);
    const last = this.#kept.at(-1);
    if (step < FIRST_STEP || (last && step < RATIO * last.step)) return;
    this.#kept.push({ step, pictures });
    // Steps only rise: what is before the one of now is not wanted again.
    this.#kept.splice(
      0,
      this.#kept.findLastIndex((kept) => kept.step <= step / 2),
    );
  }

  /** The last from before half of this step. @param {number} step @returns {PastPictures|null} */
  at(step) {
    return this.#kept.findLast((kept) => kept.step <= step / 2) ?? null;
  }
}
