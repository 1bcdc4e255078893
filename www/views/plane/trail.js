// Where each made point was in the last seconds: earlier answers of the view, by the step they are of.

/** @import {Points} from "./draw.js" */

const MILLISECONDS = 5000;
/** Kept for looking back; each has a few thousand numbers. */
const MOST_KEPT = 300;
/** Drawn at once at most. */
const MOST_DRAWN = 24;

export class Trail {
  /** Steps rise. @type {{step: number, time: number, points: Points}[]} */
  #past = [];

  forget() {
    this.#past = [];
  }

  /** A look at an earlier step is none of the past's, which is known already. @param {number} step @param {Points} points */
  add(step, points) {
    const last = this.#past.at(-1);
    if (last && step <= last.step) return;
    this.#past.push({ step, time: performance.now(), points });
    if (this.#past.length > MOST_KEPT) this.#past.shift();
  }

  /** The points of the seconds before a step and of that step, those of the earliest first. @param {number} step @returns {Points[]} */
  until(step) {
    const before = this.#past.filter((each) => each.step <= step);
    const last = before.at(-1);
    if (!last) return [];
    const recent = before.filter(({ time }) => time > last.time - MILLISECONDS);
    return recent.slice(-MOST_DRAWN).map(({ points }) => points);
  }
}
