// The experiment as text in the address, so that a link or a reload opens the same one.

import { DATA_SETS, firstState, OBJECTIVES, tuningFor } from "./defaults.js";

/** @import {Family, Settings} from "./types/library" */
/** @import {State} from "./types/page" */

const FAMILIES = ["adversarial", "variational", "autoencoder"];
const NETWORKS = ["dense", "convolutional"];
const ENGINES = ["auto", "cpu", "webgpu"];
const CORRUPTIONS = ["none", "noise", "mask", "salt-and-pepper"];

/**
 * @param {string} text of the address after #
 * @returns {State} the experiment; whatever is absent or makes no sense is as usual for the family and the data
 */
export function readState(text) {
  const fields = new URLSearchParams(text.replace(/^#/, ""));
  const first = firstState();
  /**
   * @template {string} Name
   * @param {string} name
   * @param {string[]} known
   * @param {Name} otherwise
   */
  const word = (name, known, otherwise) => {
    const value = fields.get(name);
    return /** @type {Name} */ (value !== null && known.includes(value) ? value : otherwise);
  };
  const family = word("family", FAMILIES, first.family);
  const dataset = word("data", Object.keys(DATA_SETS), first.dataset);
  const usual = tuningFor(family, dataset, word("network", NETWORKS, first.network));
  /** @param {string} name @param {number} otherwise */
  const number = (name, otherwise) => {
    const value = fields.get(name);
    return value !== null && value !== "" && Number.isFinite(Number(value)) ? Number(value) : otherwise;
  };
  const objectives = OBJECTIVES[family].map(({ value }) => value);
  return {
    family,
    dataset,
    network: usual.network,
    hidden: fields.has("hidden") ? (parseWidths(fields.get("hidden") ?? "") ?? usual.hidden) : usual.hidden,
    code: number("code", usual.code),
    objective: word("objective", objectives, usual.objective),
    divergenceWeight: number("kl", usual.divergenceWeight),
    learningRate: number("rate", usual.learningRate),
    batchSize: number("batch", usual.batchSize),
    corruption: word("corruption", CORRUPTIONS, usual.corruption),
    amount: number("amount", usual.amount),
    seed: number("seed", first.seed),
    engine: word("engine", ENGINES, first.engine),
  };
}

/**
 * @param {State} state
 * @returns {string} the text for the address, after #
 */
export function writeState(state) {
  const fields = new URLSearchParams({
    family: state.family,
    data: state.dataset,
    hidden: state.hidden.join("-"),
    code: String(state.code),
    objective: state.objective,
    rate: String(state.learningRate),
    batch: String(state.batchSize),
    seed: String(state.seed),
  });
  if (state.network !== "dense") fields.set("network", state.network);
  if (state.family === "variational") fields.set("kl", String(state.divergenceWeight));
  if (state.family === "autoencoder" && state.corruption !== "none") {
    fields.set("corruption", state.corruption);
    fields.set("amount", String(state.amount));
  }
  if (state.engine !== "auto") fields.set("engine", state.engine);
  return fields.toString();
}

/**
 * @param {string} text as "512, 256" or "512-256"; empty for a network without hidden layers
 * @returns {number[]|null} null where it is not a list of whole numbers
 */
export function parseWidths(text) {
  const widths = text
    .split(/[\s,;-]+/)
    .filter(Boolean)
    .map(Number);
  return widths.every((width) => Number.isInteger(width) && width > 0) ? widths : null;
}

/**
 * @param {State} state
 * @returns {Omit<Settings, "engine">} the same in the library's terms
 */
export function settingsFor(state) {
  const corrupted = state.family === "autoencoder" && state.corruption !== "none";
  return {
    seed: state.seed,
    family: state.family,
    network: state.network,
    hidden: state.hidden,
    code: state.code,
    objective: state.objective,
    divergenceWeight: state.divergenceWeight,
    optimizer: { name: "adam", learningRate: state.learningRate },
    batchSize: state.batchSize,
    corruption: corrupted && state.corruption !== "none" ? { kind: state.corruption, amount: state.amount } : null,
  };
}
