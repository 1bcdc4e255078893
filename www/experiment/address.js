// The experiment as text in the address, so that a link or a reload opens the same one, for ever: what a link leaves out is
// what was usual in its version, whatever is usual now. Numbers that cannot be read are passed on as they stand: the
// library refuses them, in the words it has for every number that is out of range.

import { pageError } from "../errors.js";
import { DATA_SETS, hasDataSet } from "./datasets.js";
import { experimentOf } from "./rules.js";
import { LATEST, usualIn, VERSIONS } from "./versions.js";

/** @import {State} from "../types/page" */

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

/** Whether an address has anything of an experiment, as the name of a place on the page has not. @param {URLSearchParams} fields */
export const namesExperiment = (fields) => Object.keys(NAMES).some((name) => fields.has(name));

/**
 * @param {string} text of the address after #
 * @returns {State|null} null where it names no field of an experiment; what it leaves out is as was usual for the family
 *   and the data in the version of the link
 */
export function readAddress(text) {
  const fields = new URLSearchParams(text.replace(/^#/, ""));
  if (!namesExperiment(fields)) return null;
  // The first had none in it.
  const version = fields.get("v") ?? "1";
  const table = VERSIONS.get(version);
  if (!table) throw pageError("unknown-link-version", { value: version, known: [...VERSIONS.keys()].join(", ") });
  const family = fields.get("family") ?? table.first.family;
  const dataset = fields.get("data") ?? table.first.dataset;
  if (!hasDataSet(dataset))
    throw pageError("unknown-data-set", { value: dataset, known: Object.keys(DATA_SETS).join(", ") });
  if (!Object.hasOwn(table.usual, family)) {
    throw pageError("unknown-family", { value: family, known: Object.keys(table.usual).join(", ") });
  }
  const usual = usualIn(table, family, dataset, fields.get("network"));
  /** @type {Record<string, unknown>} */
  const state = { ...usual, family, dataset };
  for (const [name, field] of Object.entries(NAMES)) {
    const value = fields.get(name);
    if (value === null || name === "family" || name === "data") continue;
    if (field === "hidden" || field === "only") state[field] = readWidths(value, /-/);
    else state[field] = typeof usual[field] === "number" || EMPTY_OR_NUMBER.includes(field) ? readNumber(value) : value;
  }
  if (version === "1") takePenaltyOfFirst(state, fields, table.none);
  return /** @type {State} */ (/** @type {unknown} */ (state));
}

/**
 * Links of the first version left the penalty out where there was none, whatever is usual, and its kind while there was one.
 * @param {Record<string, unknown>} state @param {URLSearchParams} fields @param {Partial<State>} none
 */
function takePenaltyOfFirst(state, fields, { penaltyWeight, penalty }) {
  if (fields.has("objective") && !fields.has("penalty")) Object.assign(state, { penaltyWeight });
  if (fields.has("penalty") && !fields.has("penalty-kind")) Object.assign(state, { penalty });
}

/**
 * @param {State} state
 * @param {Record<string, string>} [others] what else the page keeps in the address
 * @returns {string} the text for the address, after #
 */
export function writeAddress(state, others = {}) {
  const fields = new URLSearchParams({ v: LATEST });
  for (const [name, field] of Object.entries(NAMES)) {
    if (!isNeeded(field, state)) continue;
    const value = state[field];
    fields.set(name, Array.isArray(value) ? value.join("-") : String(value));
  }
  for (const [name, value] of Object.entries(others)) if (value) fields.set(name, value);
  // Read as it stands, and easier to read.
  return fields.toString().replaceAll("%2C", ",");
}

/** These make a link, whatever is usual. @type {(keyof State)[]} */
const ALWAYS = ["family", "dataset", "seed"];

/** Whether a field says something in this state that a link without it would not. @param {keyof State} field @param {State} state */
function isNeeded(field, state) {
  if (ALWAYS.includes(field)) return true;
  const { family, dataset, network } = state;
  const usual = usualIn(VERSIONS.get(LATEST), family, dataset, field === "network" ? null : network);
  return JSON.stringify(state[field]) !== JSON.stringify(usual[field]) && concerns(field, state);
}

/** Whether a field means anything in this state. @param {keyof State} field @param {State} state */
function concerns(field, state) {
  const { spreads, discriminates, packs, conditioned, kind, own, drawn } = experimentOf(state);
  if (field === "divergenceWeight" || field === "divergenceWarmUp") return spreads;
  if (field === "sparsity") return state.family === "autoencoder";
  if (field === "penaltyWeight") return discriminates;
  if (field === "penalty" || field === "penaltyEvery") return discriminates && state.penaltyWeight !== 0;
  if (field === "discriminatorSteps" || field === "discriminatorLearningRate") return discriminates;
  if (field === "packing") return packs;
  if (field === "condition") return conditioned;
  if (field === "weightDecay") return state.optimizer === "adamw";
  if (field === "scheduleSteps") return state.schedule !== "constant";
  if (field === "amount") return state.corruption !== "none";
  if (field === "only" || field === "pictures" || field === "scarce") return kind === "pictures";
  if (field === "scarceCount") return kind === "pictures" && state.scarce !== "";
  if (field === "own") return own;
  if (field === "drawn") return drawn;
  return true;
}
