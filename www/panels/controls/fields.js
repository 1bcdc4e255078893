// The fields of an experiment: which there are, in what order, and for whom. Their ranges are the library's.

import { DATA_SETS } from "../../experiment/datasets.js";
import { libraryKind } from "../../experiment/rules.js";

/** @import {DataKind, Family} from "../../types/library" */
/** @import {Experiment, State} from "../../types/page" */
/** @import {Rules} from "../../experiment/rules.js" */

/** @typedef {{value: string, key: string, disabled?: boolean}} Choice a value, and the message key of its name */

/**
 * @typedef {object} Field
 * @property {keyof State} name
 * @property {string} id
 * @property {"number"|"slider"|"choice"|"widths"|"labels"|"data set"} input
 * @property {boolean} [more] among those on demand
 * @property {boolean} [wide]
 * @property {(experiment: Experiment, rules: Rules) => boolean} [shown]
 * @property {(experiment: Experiment, rules: Rules) => Choice[]} [choices]
 * @property {boolean} [noted] what is chosen, or what a slider does, is explained, in the words of its key with ".note"
 */

/** @param {string} name @param {Experiment} experiment @param {Rules} rules */
const concerns = (name, { state }, rules) => rules.description.fields[name]?.families.includes(state.family) ?? true;

/** @param {State} state @param {Rules} rules */
const penalises = (state, rules) =>
  (rules.description.fields.penalty?.families.includes(state.family) ?? false) && Number(state.penaltyWeight) > 0;

/**
 * One that the library names with the data it suits.
 * @param {string} key @param {string} value @param {DataKind[]} data @param {Experiment["kind"]} kind
 * @returns {Choice}
 */
const choice = (key, value, data, kind) => ({
  value,
  key,
  disabled: !data.includes(libraryKind(kind)),
});

/**
 * All that the library offers for a setting.
 * @param {string} setting @param {(value: string) => string} key @param {Rules} rules
 * @returns {Choice[]}
 */
const named = (setting, key, { description }) =>
  (description.fields[setting].choices ?? []).map((value) => ({ value, key: key(value) }));

/** Whether there are networks of several kinds for such data. @param {Rules} rules @param {Family} family @param {Experiment["kind"]} kind */
const hasKinds = ({ description }, family, kind) =>
  description.defaults[family][libraryKind(kind)].convolutional !== undefined;

/** Whether anything can be done to such data. @param {Rules} rules @param {Experiment} experiment */
const corrupts = ({ description }, { kind }) =>
  description.corruptions.some(({ data }) => data.includes(libraryKind(kind)));

/** @type {Field[]} */
export const FIELDS = [
  {
    name: "dataset",
    id: "dataset",
    input: "data set",
    wide: true,
    choices: () => Object.keys(DATA_SETS).map((value) => ({ value, key: `datasets.${value}` })),
  },
  {
    name: "only",
    id: "only",
    input: "labels",
    wide: true,
    shown: ({ kind, classes }) => kind === "pictures" && classes.length > 0,
  },
  { name: "code", id: "code", input: "number" },
  {
    name: "divergenceWeight",
    id: "divergence-weight",
    input: "slider",
    shown: (experiment, rules) => concerns("divergenceWeight", experiment, rules),
  },
  {
    name: "sparsity",
    id: "sparsity",
    input: "slider",
    more: true,
    noted: true,
    shown: (experiment, rules) => concerns("sparsity", experiment, rules),
  },
  {
    name: "penaltyWeight",
    id: "penalty-weight",
    input: "slider",
    more: true,
    noted: true,
    shown: (experiment, rules) => concerns("penaltyWeight", experiment, rules),
  },
  {
    name: "penalty",
    id: "penalty",
    input: "choice",
    wide: true,
    more: true,
    noted: true,
    shown: ({ state }, rules) => penalises(state, rules),
    choices: (_, rules) => named("penalty", (value) => `penalties.${value}`, rules),
  },
  {
    name: "penaltyEvery",
    id: "penalty-every",
    input: "number",
    wide: true,
    more: true,
    shown: ({ state }, rules) => penalises(state, rules),
  },
  {
    name: "discriminatorSteps",
    id: "discriminator-steps",
    input: "number",
    wide: true,
    more: true,
    shown: (experiment, rules) => concerns("discriminatorSteps", experiment, rules),
  },
  {
    name: "packing",
    id: "packing",
    input: "number",
    wide: true,
    more: true,
    noted: true,
    shown: ({ packs }) => packs,
  },
  {
    name: "corruption",
    id: "corruption",
    input: "choice",
    shown: (experiment, rules) => concerns("corruption", experiment, rules) && corrupts(rules, experiment),
    choices: ({ kind }, rules) => [
      { value: "none", key: "corruptions.none" },
      ...rules.description.corruptions.map(({ name, data }) => choice(`corruptions.${name}`, name, data, kind)),
    ],
  },
  { name: "amount", id: "amount", input: "slider", shown: ({ corrupts, enlarges }) => corrupts && !enlarges },
  {
    name: "condition",
    id: "condition",
    input: "choice",
    noted: true,
    shown: (experiment, rules) => concerns("condition", experiment, rules) && experiment.classes.length > 0,
    choices: (_, rules) => named("condition", (value) => `conditions.${value}`, rules),
  },
  { name: "learningRate", id: "learning-rate", input: "number" },
  {
    name: "discriminatorLearningRate",
    id: "discriminator-rate",
    input: "number",
    wide: true,
    more: true,
    noted: true,
    shown: (experiment, rules) => concerns("discriminatorLearningRate", experiment, rules),
  },
  {
    name: "network",
    id: "network-kind",
    input: "choice",
    more: true,
    // Of others there are only those of one kind.
    shown: ({ kind, state: { family } }, rules) => hasKinds(rules, family, kind),
    choices: (_, rules) => named("network", (value) => `networks.${value}`, rules),
  },
  { name: "hidden", id: "hidden", input: "widths", more: true },
  {
    name: "activation",
    id: "activation",
    input: "choice",
    more: true,
    noted: true,
    choices: (_, rules) => named("activation", (value) => `activations.${value}`, rules),
  },
  {
    name: "objective",
    id: "objective",
    input: "choice",
    more: true,
    noted: true,
    choices: ({ state, kind }, rules) =>
      rules.description.objectives[state.family].map(({ name, data }) =>
        choice(`objectives.${name}`, name, data, kind),
      ),
  },
  {
    name: "optimizer",
    id: "optimizer",
    input: "choice",
    more: true,
    noted: true,
    choices: (_, rules) => named("optimizer", (value) => `optimizers.${value}`, rules),
  },
  {
    name: "weightDecay",
    id: "weight-decay",
    input: "number",
    more: true,
    shown: ({ state }) => state.optimizer === "adamw",
  },
  {
    name: "schedule",
    id: "schedule",
    input: "choice",
    more: true,
    noted: true,
    choices: (_, rules) => named("schedule", (value) => `schedules.${value}`, rules),
  },
  {
    name: "scheduleSteps",
    id: "schedule-steps",
    input: "number",
    more: true,
    shown: ({ state }) => state.schedule !== "constant",
  },
  { name: "warmUp", id: "warm-up", input: "number", more: true },
  {
    name: "divergenceWarmUp",
    id: "divergence-warm-up",
    input: "number",
    more: true,
    shown: (experiment, rules) => concerns("divergenceWarmUp", experiment, rules),
  },
  { name: "batchSize", id: "batch-size", input: "number", more: true },
  {
    name: "pictures",
    id: "pictures",
    input: "number",
    wide: true,
    more: true,
    noted: true,
    shown: ({ kind, own }) => kind === "pictures" && !own,
  },
  { name: "seed", id: "seed", input: "number", more: true },
  {
    name: "engine",
    id: "engine",
    input: "choice",
    more: true,
    choices: () => ["auto", "cpu", "webgpu", "reproducible"].map((value) => ({ value, key: `engines.${value}` })),
  },
];

/** What a setting is called beside its field. @param {string} name @param {Experiment|null} experiment */
export function settingKey(name, experiment) {
  if (name === "code" && experiment?.discriminates) return "settings.code.noise";
  if (name === "condition" && experiment?.discriminates) return "settings.condition.both";
  if (name === "hidden" && experiment?.state.network === "convolutional") return "settings.hidden.channels";
  // The library's word for them.
  if (name === "most") return "settings.pictures";
  return `settings.${name}`;
}
