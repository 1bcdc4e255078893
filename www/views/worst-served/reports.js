// The reports of one experiment, so that two experiments can be compared at about the same step, and looked back on.

/** @import {LabelReport} from "../../types/library" */

/** Of those before the latest, one is kept at so many times the step of the one before, or more. */
const RATIO = 1.1;

export class Reports {
  /** In the order of their steps. @type {LabelReport[]} */
  all = [];

  get latest() {
    return this.all.at(-1) ?? null;
  }

  /** @param {LabelReport} report */
  add(report) {
    // After a return to an earlier step, what came later did not happen.
    this.all = this.all.filter(({ step }) => step < report.step);
    const [earlier, last] = this.all.slice(-2);
    if (last && last.step < RATIO * earlier.step) this.all.pop();
    this.all.push(report);
  }

  /** The last that was there at a step, or the first where it is from later. @param {number} step */
  at(step) {
    return this.all.findLast((report) => report.step <= step) ?? this.all[0] ?? null;
  }
}

/** @param {LabelReport|null} report @param {number} label */
export const figuresOf = (report, label) => report?.labels.find((figures) => figures.label === label) ?? null;
