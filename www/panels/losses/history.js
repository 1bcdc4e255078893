// The losses over the whole training in a few hundred points, each a mean over as many batches.

/** @import {Row} from "../../csv.js" */

/** @typedef {{interval: number, steps: number[], values: number[][]}} KeptHistory */

export class LossHistory {
  /** @type {number[]} */
  steps = [];
  /** By name, then by point. @type {number[][]} */
  values;
  /** Batches in a point. */
  #interval = 1;
  /** Since the last point. */
  #pending;

  /** @param {string[]} names of the losses @param {number} [most] points */
  constructor(names, most = 500) {
    this.names = names;
    this.most = most;
    this.values = names.map(() => []);
    this.#pending = { count: 0, sums: names.map(() => 0) };
  }

  /** The last point; null where there is none. @returns {{step: number, losses: Record<string, number>}|null} */
  get last() {
    const step = this.steps.at(-1);
    if (step === undefined) return null;
    return {
      step,
      losses: Object.fromEntries(this.names.map((name, line) => [name, this.values[line].at(-1) ?? Number.NaN])),
    };
  }

  /** @param {number} step @param {Record<string, number>} losses */
  add(step, losses) {
    this.#rewind(step);
    this.#pending.count += 1;
    this.names.forEach((name, line) => {
      this.#pending.sums[line] += losses[name] ?? Number.NaN;
    });
    if (this.#pending.count < this.#interval) return;
    this.steps.push(step);
    this.values.forEach((values, line) => {
      values.push(this.#pending.sums[line] / this.#pending.count);
    });
    this.#forgetPending();
    if (this.steps.length > this.most) this.#halve();
  }

  /** Training has gone back to an earlier step: what came after it did not happen. @param {number} step that comes now */
  #rewind(step) {
    let length = this.steps.length;
    while (length > 0 && this.steps[length - 1] >= step) length -= 1;
    if (length === this.steps.length) return;
    this.steps.length = length;
    for (const values of this.values) values.length = length;
    this.#forgetPending();
  }

  #forgetPending() {
    this.#pending = { count: 0, sums: this.names.map(() => 0) };
  }

  /** Half as many points, each the mean of two; one that is left over waits for its fellow. */
  #halve() {
    if (this.steps.length % 2 === 1) {
      this.steps.pop();
      this.#pending = {
        count: this.#interval,
        sums: this.values.map((values) => this.#interval * (values.pop() ?? 0)),
      };
    }
    const odd = (/** @type {unknown} */ _, /** @type {number} */ index) => index % 2 === 1;
    this.#interval *= 2;
    this.values = this.values.map((values) =>
      values.map((value, index) => (value + values[index - 1]) / 2).filter(odd),
    );
    this.steps = this.steps.filter(odd);
  }

  /** For a file: the steps, and each loss by its name. @returns {Row[]} */
  table() {
    const rows = this.steps.map((step, at) => [step, ...this.values.map((line) => line[at])]);
    return [["step", ...this.names], ...rows];
  }

  /** @returns {KeptHistory} */
  keep() {
    return { interval: this.#interval, steps: [...this.steps], values: this.values.map((values) => [...values]) };
  }

  /** @param {unknown} kept by `keep`; anything else is left aside */
  restore(kept) {
    const { interval, steps, values } = /** @type {Partial<Record<keyof KeptHistory, unknown>>} */ (kept ?? {});
    if (!isNumbers(steps) || !Array.isArray(values) || values.length !== this.names.length) return;
    if (!values.every((line) => isNumbers(line) && line.length === steps.length)) return;
    if (typeof interval !== "number" || !Number.isInteger(interval) || interval < 1) return;
    this.#interval = interval;
    this.steps = [...steps];
    this.values = values.map((line) => [...line]);
    this.#forgetPending();
  }
}

/** @param {unknown} list @returns {list is number[]} */
const isNumbers = (list) => Array.isArray(list) && list.every((value) => typeof value === "number");
