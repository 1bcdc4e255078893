// What is told of a data set: how much it is, from whom, and what may be done with it.

import { DATA_SETS } from "../../experiment/datasets.js";

/** @import {Values} from "../../languages/index.js" */

const MEGABYTE = 1_000_000;

/** @param {string} name @returns {[key: string, values: Values]} */
export function told(name) {
  const { kind, counts = [0, 0], credit, bytes = {} } = DATA_SETS[name];
  if (!credit) return [`data-sets.${noteOf(name)}`, {}];
  const size = Object.values(bytes).reduce((sum, each) => sum + each, 0) / MEGABYTE;
  return [
    kind === "molecules" ? "data-sets.molecules.note" : "data-sets.note",
    { training: counts[0], test: counts[1], megabytes: Number(size.toPrecision(2)), ...credit },
  ];
}

/** Which words there are of a set that no one else has made. @param {string} name */
function noteOf(name) {
  const { own, kind, points } = DATA_SETS[name];
  if (own) return "own.note";
  return points?.shape === "drawn" ? "drawn.note" : `${kind}.note`;
}
