// What the library says of settings, in the page's terms: defaults, what can change live, and the way to and fro.

import { DATA_SETS } from "./datasets.js";
import { classesOf } from "./own-labels.js";

/** @import {Family, NetworkKind, Settings, SettingsChoice, SettingsDescription} from "../types/library" */
/** @import {Experiment, State} from "../types/page" */

/** What the page opens on. */
const FIRST = /** @type {const} */ ({ family: "adversarial", dataset: "mnist-small", seed: 7, engine: "auto" });
/** What it opens on where the network is slow: there is nothing to fetch for it. */
const LIGHT = "ring";
/** Pixels of a picture of the page's data sets. */
const PIXELS = 28 * 28;

/** Of a label that is to be scarce, so many pictures where a person does not say. */
const FEW = 20;

/** @typedef {ReturnType<typeof makeRules>} Rules */

/** @param {SettingsDescription} description */
export function makeRules(description) {
  /** @param {string} dataset */
  const kindOf = (dataset) => DATA_SETS[dataset].kind;
  /** @param {string} dataset @param {string} [own] which of a person's own pictures */
  const hasLabels = (dataset, own = "") => classesOf({ dataset, own }).length > 0;
  /** How much is corrupted where a person only says how. */
  const firstAmount = Number(description.fields.amount.default);

  /**
   * Settings that suit a family, a data set and a kind of network; the kind gives way where the data have no such.
   * @param {Family} family
   * @param {string} dataset
   * @param {NetworkKind} [network]
   * @returns {Omit<State, "family"|"dataset"|"seed"|"engine"|"drawn"|"own">}
   */
  function usual(family, dataset, network = "dense") {
    const forData = description.defaults[family][libraryKind(kindOf(dataset))];
    const choice = /** @type {SettingsChoice} */ (forData[network] ?? forData.dense);
    return { ...tuning(choice, firstAmount), only: [], pictures: "", scarce: "", scarceCount: FEW };
  }

  /**
   * The state of a saved session.
   * @param {Settings} settings
   * @param {string} dataset
   * @param {State["engine"]} engine
   * @param {Partial<Pick<State, "only"|"pictures"|"scarce"|"scarceCount"|"drawn"|"own">>} [chosen] what it learnt from of the
   *   data set
   * @returns {State} with the objective that suits where the file leaves it to the data
   */
  function stateOf(settings, dataset, engine, chosen = {}) {
    const { only = [], pictures = "", scarce = "", scarceCount = FEW, drawn = "", own = "" } = chosen;
    const { family, seed, network } = settings;
    const { objective, ...rest } = tuning(settings, firstAmount);
    return {
      family,
      dataset,
      seed,
      engine,
      only,
      pictures,
      scarce,
      scarceCount,
      drawn,
      own,
      ...rest,
      objective: objective ?? usual(family, dataset, network).objective,
    };
  }

  /**
   * What a family begins with on the page, where a person has not asked for more than the family: pictures that can be read
   * come soonest of two networks of convolutions that are told the label.
   * @param {Family} family @param {string} dataset @param {string} [own] which of a person's own pictures
   */
  const preset = (family, dataset, own = "") =>
    family === "adversarial" && kindOf(dataset) === "pictures"
      ? { ...usual(family, dataset, "convolutional"), condition: toldOf(dataset, "label", own) }
      : usual(family, dataset);

  /**
   * What networks can be told of a data set: no label where there is none.
   * @param {string} dataset @param {State["condition"]} wanted @param {string} [own] @returns {State["condition"]}
   */
  const toldOf = (dataset, wanted, own = "") => (hasLabels(dataset, own) ? wanted : "none");

  /** Whether a family can learn from such data. @param {Family} family @param {string} dataset */
  const suits = (family, dataset) =>
    description.objectives[family].some(({ data }) => data.includes(libraryKind(kindOf(dataset))));

  /**
   * A family and a data set that go together, where those that are wanted may not: the one that was chosen stays.
   * @param {{family: Family, dataset: string}} wanted @param {boolean} keepsFamily
   */
  const together = ({ family, dataset }, keepsFamily) => {
    if (suits(family, dataset)) return { family, dataset };
    if (keepsFamily) return { family, dataset: FIRST.dataset };
    const families = /** @type {Family[]} */ (Object.keys(description.objectives));
    return { family: families.find((other) => suits(other, dataset) && other !== "autoencoder") ?? family, dataset };
  };

  /** @returns {State} */
  const first = () => ({ ...FIRST, drawn: "", own: "", ...preset(FIRST.family, FIRST.dataset) });

  const light = () => ({ ...first(), dataset: LIGHT, ...usual(FIRST.family, LIGHT) });

  /** The names of what differs. @param {State} one @param {State} other */
  const changed = (one, other) =>
    /** @type {(keyof State)[]} */ (Object.keys(other)).filter(
      (name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]),
    );

  /** Whether a running session can take the change: the engine is moved to, and the rest is told by the library. What is to be
   * the same everywhere is so from its first step on. */
  const isLive = (/** @type {State} */ one, /** @type {State} */ other) =>
    experimentOf(one).enlarges === experimentOf(other).enlarges &&
    isReproducible(one) === isReproducible(other) &&
    changed(one, other).every((name) => name === "engine" || description.fields[name]?.live === true);

  /** What there was none of in editions before it was a setting, whatever is usual now. */
  const none = {
    penaltyWeight: Number(description.fields.penaltyWeight.least),
    penalty: /** @type {const} */ ("r1"),
  };

  /**
   * A state of an earlier edition of the page, with what that did not have as usual.
   * @param {State & {gradientPenalty?: number}} state
   * @returns {State}
   */
  const complete = ({ gradientPenalty, ...state }) => ({
    ...first(),
    ...usual(state.family, state.dataset, state.network),
    ...none,
    ...(gradientPenalty === undefined ? {} : { penaltyWeight: gradientPenalty }),
    ...state,
  });

  return {
    description,
    kindOf,
    usual,
    preset,
    toldOf,
    together,
    hasLabels,
    stateOf,
    first,
    light,
    changed,
    isLive,
    none,
    complete,
    known: knownChoices(description),
  };
}

/** Whether every machine is to round alike. @param {State} state */
export const isReproducible = ({ engine }) => engine === "reproducible";

/** What the library calls a kind of data. @param {Experiment["kind"]} kind */
export const libraryKind = (kind) => (kind === "pictures" ? "images" : kind);

/** The words that a link may use, by field. @param {SettingsDescription} description */
const knownChoices = ({ defaults, corruptions }) => ({
  family: Object.keys(defaults),
  corruption: ["none", ...corruptions.map(({ name }) => name)],
});

/** @param {SettingsChoice|Settings} settings @param {number} firstAmount */
function tuning(settings, firstAmount) {
  const { network, activation, hidden, code, objective, divergenceWeight, divergenceWarmUp } = /** @type {Settings} */ (
    settings
  );
  const { sparsity, penalty, discriminatorSteps, packing, condition } = /** @type {Settings} */ (settings);
  const { optimizer, batchSize, corruption } = /** @type {Settings} */ (settings);
  const { discriminatorLearningRate: own } = optimizer;
  return {
    network,
    activation,
    hidden,
    code,
    objective,
    divergenceWeight: plain(divergenceWeight),
    divergenceWarmUp,
    sparsity: plain(sparsity),
    penalty: penalty.kind,
    penaltyWeight: plain(penalty.weight),
    penaltyEvery: penalty.every,
    discriminatorSteps,
    packing,
    condition,
    optimizer: optimizer.name,
    learningRate: plain(optimizer.learningRate),
    discriminatorLearningRate: typeof own === "number" ? plain(own) : /** @type {const} */ (""),
    weightDecay: plain(optimizer.weightDecay),
    schedule: optimizer.schedule,
    warmUp: optimizer.warmUp,
    scheduleSteps: optimizer.scheduleSteps,
    batchSize,
    corruption: corruption?.kind ?? /** @type {const} */ ("none"),
    amount: corruption ? plain(corruption.amount) : firstAmount,
  };
}

/** The library keeps such numbers in single precision: 0.001 comes back as 0.0010000000474974513. @param {number} value */
const plain = (value) => (typeof value === "number" ? Number(value.toPrecision(6)) : value);

/**
 * @param {State} state
 * @returns {Omit<SettingsChoice, "engine">} the same in the library's terms
 */
export function settingsOf(state) {
  const { family, seed, network, activation, hidden, code, packing, condition } = state;
  const packed = experimentOf(state).packs ? { packing } : {};
  return { family, seed, network, activation, hidden, code, condition, ...packed, ...liveSettingsOf(state) };
}

/** The part that a running session can be told. @param {State} state */
export function liveSettingsOf(state) {
  const { objective, divergenceWeight, divergenceWarmUp, sparsity, discriminatorSteps } = state;
  const { penalty: kind, penaltyWeight: weight, penaltyEvery: every, discriminatorLearningRate: own } = state;
  const { batchSize, corruption, amount } = state;
  const { optimizer: name, learningRate, weightDecay, schedule, warmUp, scheduleSteps } = state;
  return {
    objective,
    divergenceWeight,
    divergenceWarmUp,
    sparsity,
    penalty: { kind, weight, every },
    discriminatorSteps,
    batchSize,
    optimizer: {
      ...{ name, learningRate, weightDecay, schedule, warmUp, scheduleSteps },
      discriminatorLearningRate: own === "" ? null : own,
    },
    corruption: corruption === "none" ? null : { kind: corruption, amount },
  };
}

/** Numbers in one example. @param {string} dataset */
function featuresOf(dataset) {
  const { kind, signals, molecules } = DATA_SETS[dataset];
  if (molecules) return molecules.places * molecules.symbols;
  if (signals) return signals.length;
  return kind === "points" ? 2 : PIXELS;
}

/** @param {State} state @returns {Experiment} */
export function experimentOf(state) {
  const { kind, classifier, own = false, tiles = false } = DATA_SETS[state.dataset];
  const features = featuresOf(state.dataset);
  const enlarges = kind === "pictures" && state.family !== "adversarial" && state.corruption === "downscale";
  return {
    state,
    kind,
    drawn: DATA_SETS[state.dataset].points?.shape === "drawn",
    own,
    tiles,
    classes: classesOf(state),
    classified: classifier !== undefined,
    story: enlarges ? "stories.enlarging" : `stories.${state.family}.${kind}`,
    encodes: state.family !== "adversarial",
    spreads: state.family === "variational",
    discriminates: state.family === "adversarial",
    packs: state.family === "adversarial" && state.network === "dense" && state.condition !== "label",
    corrupts: state.family === "autoencoder" && state.corruption !== "none",
    enlarges,
    sparse: state.family === "autoencoder" && state.sparsity > 0,
    conditioned: state.family !== "autoencoder" && state.condition === "label",
    seeks: kind === "pictures" && state.family !== "adversarial" && state.only.length > 0,
    code: state.code,
    features,
    // Half of both sides.
    inputs: enlarges ? features / 4 : features,
  };
}
