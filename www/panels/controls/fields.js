// The fields of an experiment: which there are, in what order, and for whom. Their ranges are the library's.

import { DATA_SETS } from "../../experiment/datasets.js";

/** @import {Experiment, State} from "../../types/page" */
/** @import {Rules} from "../../experiment/rules.js" */

/** @typedef {{value: string, key: string, disabled?: boolean}} Choice a value, and the message key of its name */

/**
 * @typedef {object} Field
 * @property {keyof State} name
 * @property {string} id
 * @property {"number"|"slider"|"choice"|"widths"|"labels"} input
 * @property {boolean} [more] among those on demand
 * @property {boolean} [wide]
 * @property {(experiment: Experiment, rules: Rules) => boolean} [shown]
 * @property {(experiment: Experiment, rules: Rules) => Choice[]} [choices]
 */

/** @param {string} name @param {Experiment} experiment @param {Rules} rules */
const concerns = (name, { state }, rules) => rules.description.fields[name]?.families.includes(state.family) ?? true;

/**
 * One that the library names with the data it suits.
 * @param {string} key @param {string} value @param {("images"|"points")[]} data @param {Experiment["kind"]} kind
 * @returns {Choice}
 */
const choice = (key, value, data, kind) => ({
  value,
  key,
  disabled: !data.includes(kind === "pictures" ? "images" : "points"),
});

/** @type {Field[]} */
export const FIELDS = [
  {
    name: "dataset",
    id: "dataset",
    input: "choice",
    wide: true,
    choices: () => Object.keys(DATA_SETS).map((value) => ({ value, key: `datasets.${value}` })),
  },
  { name: "only", id: "only", input: "labels", wide: true, shown: ({ kind }) => kind === "pictures" },
  { name: "code", id: "code", input: "number" },
  {
    name: "divergenceWeight",
    id: "divergence-weight",
    input: "slider",
    shown: (experiment, rules) => concerns("divergenceWeight", experiment, rules),
  },
  {
    name: "corruption",
    id: "corruption",
    input: "choice",
    shown: (experiment, rules) => concerns("corruption", experiment, rules),
    choices: ({ kind }, rules) => [
      { value: "none", key: "corruptions.none" },
      ...rules.description.corruptions.map(({ name, data }) => choice(`corruptions.${name}`, name, data, kind)),
    ],
  },
  { name: "amount", id: "amount", input: "slider", shown: ({ corrupts }) => corrupts },
  { name: "learningRate", id: "learning-rate", input: "number" },
  {
    name: "network",
    id: "network-kind",
    input: "choice",
    more: true,
    shown: ({ kind }) => kind === "pictures",
    choices: (_, rules) =>
      (rules.description.fields.network.choices ?? []).map((value) => ({ value, key: `networks.${value}` })),
  },
  { name: "hidden", id: "hidden", input: "widths", more: true },
  {
    name: "activation",
    id: "activation",
    input: "choice",
    more: true,
    choices: (_, rules) =>
      (rules.description.fields.activation.choices ?? []).map((value) => ({ value, key: `activations.${value}` })),
  },
  {
    name: "objective",
    id: "objective",
    input: "choice",
    more: true,
    choices: ({ state, kind }, rules) =>
      rules.description.objectives[state.family].map(({ name, data }) =>
        choice(`objectives.${name}`, name, data, kind),
      ),
  },
  { name: "batchSize", id: "batch-size", input: "number", more: true },
  { name: "seed", id: "seed", input: "number", more: true },
  {
    name: "engine",
    id: "engine",
    input: "choice",
    more: true,
    choices: () => ["auto", "cpu", "webgpu"].map((value) => ({ value, key: `engines.${value}` })),
  },
];

/** What a setting is called beside its field. @param {string} name @param {Experiment|null} experiment */
export function settingKey(name, experiment) {
  if (name === "code" && experiment?.discriminates) return "settings.code.noise";
  if (name === "hidden" && experiment?.state.network === "convolutional") return "settings.hidden.channels";
  return `settings.${name}`;
}
