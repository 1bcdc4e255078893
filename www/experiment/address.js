// The experiment as text in the address, so that a link or a reload opens the same one. Numbers that cannot be read are
// passed on as they stand: the library refuses them, in the words it has for every number that is out of range.

import { pageError } from "../errors.js";
import { DATA_SETS, hasDataSet } from "./datasets.js";
import { experimentOf } from "./rules.js";

/** @import {Family, NetworkKind} from "../types/library" */
/** @import {State} from "../types/page" */
/** @import {Rules} from "./rules.js" */

/** Fields of the state by their names in the address. */
const NAMES = /** @type {const} */ ({
  family: "family",
  data: "dataset",
  network: "network",
  activation: "activation",
  hidden: "hidden",
  code: "code",
  objective: "objective",
  kl: "divergenceWeight",
  "kl-warm-up": "divergenceWarmUp",
  sparsity: "sparsity",
  penalty: "penaltyWeight",
  "penalty-kind": "penalty",
  "penalty-every": "penaltyEvery",
  "discriminator-steps": "discriminatorSteps",
  packing: "packing",
  condition: "condition",
  optimizer: "optimizer",
  rate: "learningRate",
  "discriminator-rate": "discriminatorLearningRate",
  decay: "weightDecay",
  schedule: "schedule",
  "schedule-steps": "scheduleSteps",
  "warm-up": "warmUp",
  batch: "batchSize",
  corruption: "corruption",
  amount: "amount",
  only: "only",
  pictures: "pictures",
  scarce: "scarce",
  "scarce-count": "scarceCount",
  points: "drawn",
  own: "own",
  seed: "seed",
  engine: "engine",
});

/** Their first value does not tell that they may be numbers. @type {(keyof State)[]} */
const EMPTY_OR_NUMBER = ["discriminatorLearningRate", "pictures", "scarce"];

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** @param {string} text @returns {number|string} the text itself where it is no number */
export const readNumber = (text) => (NUMBER.test(text.trim()) ? Number(text) : text);

/** @param {string} text with this between widths @param {RegExp} between @returns {number[]|string} */
export function readWidths(text, between) {
  const parts = text.trim() === "" ? [] : text.trim().split(between);
  return parts.every((part) => /^\d+$/.test(part)) ? parts.map(Number) : text;
}

/**
 * @param {string} text of the address after #
 * @param {Rules} rules
 * @returns {State|null} null where it names no field of an experiment, as the name of a place on the page does not;
 *   what it leaves out is as usual for the family and the data
 */
export function readAddress(text, rules) {
  const fields = new URLSearchParams(text.replace(/^#/, ""));
  if (!Object.keys(NAMES).some((name) => fields.has(name))) return null;
  const first = rules.first();
  const family = /** @type {Family} */ (fields.get("family") ?? first.family);
  const dataset = fields.get("data") ?? first.dataset;
  if (!hasDataSet(dataset))
    throw pageError("unknown-data-set", { value: dataset, known: Object.keys(DATA_SETS).join(", ") });
  if (!rules.known.family.includes(family)) {
    throw pageError("unknown-family", { value: family, known: rules.known.family.join(", ") });
  }
  const network = /** @type {NetworkKind|null} */ (fields.get("network"));
  const usual = rules.usual(family, dataset, network ?? undefined);
  /** @type {Record<string, unknown>} */
  const state = { ...first, ...usual, family, dataset };
  for (const [name, field] of Object.entries(NAMES)) {
    const value = fields.get(name);
    if (value === null || name === "family" || name === "data") continue;
    if (field === "hidden" || field === "only") state[field] = readWidths(value, /-/);
    else state[field] = typeof first[field] === "number" || EMPTY_OR_NUMBER.includes(field) ? readNumber(value) : value;
  }
  // The penalty is left out where there is none, whatever is usual.
  if (fields.has("objective") && !fields.has("penalty")) state.penaltyWeight = rules.none.penaltyWeight;
  // What links from before there were several kinds meant.
  if (fields.has("penalty") && !fields.has("penalty-kind")) state.penalty = rules.none.penalty;
  return /** @type {State} */ (/** @type {unknown} */ (state));
}

/**
 * @param {State} state
 * @param {Record<string, string>} [others] what else the page keeps in the address
 * @returns {string} the text for the address, after #
 */
export function writeAddress(state, others = {}) {
  const fields = new URLSearchParams();
  for (const [name, field] of Object.entries(NAMES)) {
    if (!isNeeded(field, state)) continue;
    const value = state[field];
    fields.set(name, Array.isArray(value) ? value.join("-") : String(value));
  }
  for (const [name, value] of Object.entries(others)) if (value) fields.set(name, value);
  return fields.toString();
}

/** @param {State} state */
const penalises = (state) => experimentOf(state).discriminates && state.penaltyWeight !== 0;

/** Whether a field says something in this state. @param {keyof State} field @param {State} state */
function isNeeded(field, state) {
  if (field === "network") return state.network !== "dense";
  if (field === "engine") return state.engine !== "auto";
  if (field === "divergenceWeight") return experimentOf(state).spreads;
  if (field === "divergenceWarmUp") return experimentOf(state).spreads && state.divergenceWarmUp !== 0;
  if (field === "sparsity") return state.family === "autoencoder" && state.sparsity !== 0;
  if (field === "penaltyWeight" || field === "penalty") return penalises(state);
  if (field === "penaltyEvery") return penalises(state) && state.penaltyEvery !== 1;
  if (field === "discriminatorSteps") return experimentOf(state).discriminates && state.discriminatorSteps !== 1;
  if (field === "packing") return experimentOf(state).packs && state.packing !== 1;
  if (field === "discriminatorLearningRate") return experimentOf(state).discriminates && state[field] !== "";
  if (field === "condition") return experimentOf(state).conditioned;
  if (field === "optimizer") return state.optimizer !== "adam";
  if (field === "weightDecay") return state.optimizer === "adamw";
  if (field === "schedule" || field === "scheduleSteps") return state.schedule !== "constant";
  if (field === "warmUp") return state.warmUp !== 0;
  if (field === "corruption") return state.corruption !== "none";
  if (field === "only") return state.only.length > 0 && experimentOf(state).kind === "pictures";
  if (field === "pictures") return state.pictures !== "" && experimentOf(state).kind === "pictures";
  if (field === "scarce" || field === "scarceCount") {
    return state.scarce !== "" && experimentOf(state).kind === "pictures";
  }
  if (field === "own") return experimentOf(state).own;
  if (field === "drawn") return state.drawn !== "" && experimentOf(state).drawn;
  if (field === "amount") return state.corruption !== "none";
  return true;
}
