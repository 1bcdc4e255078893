// What was measured as a table for a file: a row for each baseline of each measure, named as the library names them, and in words.

import { baselineName, measureName } from "./names.js";

/** @import {Evaluation} from "../../types/library" */
/** @import {Row} from "../../csv.js" */

const NAMES = ["measure", "name", "value", "unit", "better", "baseline", "baseline value", "count", "step"];

/** @param {Evaluation} evaluation @returns {Row[]} */
export function tableOf({ measures, count: all, step }) {
  const rows = measures.flatMap(({ name, value, unit, better, baseline, others = [], count }) => {
    const baselines = baseline ? [baseline, ...others] : [null];
    return baselines.map((each) => [
      ...[name, measureName(name), value, unit, better],
      ...[each && baselineName(each.name), each?.value, count ?? all, step],
    ]);
  });
  return [NAMES, ...rows];
}
