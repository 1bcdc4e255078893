// What measures, units and baselines are called; one that is new to the page keeps the library's name for it.

import { hasWords, percent, say, short } from "../../languages/index.js";

/** @import {Measure} from "../../types/library" */

/** @param {string} name as meanSquaredError */
export function measureName(name) {
  const key = `measures.${name}`;
  return hasWords(key) ? say(key) : spaced(name);
}

/** What it means, in a sentence; "" where the page has none. @param {string} name */
export function measureNote(name) {
  const key = `measures.${name}.note`;
  return hasWords(key) ? say(key) : "";
}

/** @param {string} name as the library says it: "PCA-32", "independent pixels" */
export function baselineName(name) {
  // A number at the end is no part of the name.
  const [, words, size] = /^(.*?)(?:-(\d+))?$/.exec(name) ?? [];
  const key = `baselines.${words.toLowerCase().replace(/\W+/g, "-")}`;
  return hasWords(key) ? say(key, size === undefined ? {} : { size }) : name;
}

/** @param {number} value @param {Measure["unit"]} unit */
export function figure(value, unit) {
  if (unit === "%") return percent(value / 100);
  const text = short(value);
  if (!unit) return text;
  const key = `units.${unit}`;
  return hasWords(key) ? say(key, { count: value, value: text }) : `${text} ${unit}`;
}

/** @param {string} name as meanSquaredError */
function spaced(name) {
  const words = name.replace(/([A-Z])/g, " $1").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
