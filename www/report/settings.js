// The settings that concern an experiment, in words.

import { number, say } from "../languages/index.js";
import { FIELDS, settingKey } from "../panels/controls/fields.js";

/** @import {Experiment} from "../types/page" */
/** @import {Rules} from "../experiment/rules.js" */
/** @import {Field} from "../panels/controls/fields.js" */

/** These stand in parts of their own. */
const ELSEWHERE = ["dataset", "only", "seed"];

/** @param {Field} field @param {Experiment} experiment @param {Rules} rules @returns {string} "" where it is left to the library */
function inWords(field, experiment, rules) {
  const value = experiment.state[field.name];
  const chosen = field.choices?.(experiment, rules).find((choice) => choice.value === value);
  if (chosen) return say(chosen.key);
  if (Array.isArray(value)) return value.map((each) => number(each)).join(", ");
  return typeof value === "number" ? number(value) : value;
}

/** @param {Experiment} experiment @param {Rules} rules @returns {{name: string, value: string}[]} */
export const settingsInWords = (experiment, rules) =>
  FIELDS.filter((field) => !ELSEWHERE.includes(field.name) && (field.shown?.(experiment, rules) ?? true))
    .map((field) => ({
      name: say(settingKey(field.name, experiment)),
      value: inWords(field, experiment, rules),
    }))
    .filter(({ value }) => value !== "");
