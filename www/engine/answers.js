// Answers of a session to what views and panels query.

import { checksum } from "./checksum.js";
import { complete } from "./reports.js";

/** @import {Evaluation, Session} from "../types/library" */
/** @import {Query} from "../types/page" */

/** Those that take numbers of their own, and no examples. */
const WITHOUT_INPUT = new Set([
  "sample",
  "sampleCodes",
  "examples",
  "testExamples",
  "labels",
  "latent",
  "walk",
  "breed",
  "withUnit",
  "shiftBetween",
  "traverse",
  "filters",
  "exciting",
  "probe",
  "independentMolecules",
  "copying",
  "fitFeatures",
  "labelReport",
]);

/** Those that take what an encoder is shown. */
const ENCODING = new Set(["encode", "reconstruct", "posterior", "resample"]);

/** Those that give a part of the data, and how many there are. @type {Record<string, "trainingCount"|"testCount">} */
const COUNTS = { examples: "trainingCount", labels: "trainingCount", testExamples: "testCount" };

/** Those whose decoder may be told a label. */
const TOLD = new Set(["sample", "decode", "reconstruct"]);

/** @param {Session} session @param {Query} query @returns {Promise<any>} */
export async function answer(session, query) {
  if (query.method === "checksum") return checksum(session);
  const found = await follow(session, query, await ask(session, query));
  return query.as === "molecules" ? session.molecules(found) : found;
}

/** What becomes of an answer on its way. @param {Session} session @param {Query} query @param {unknown} found @returns {Promise<any>} */
async function follow(session, query, found) {
  const { next, label } = query;
  if (next === "decode") return session.decode(/** @type {Float32Array} */ (found), { label });
  if (next === "discriminate" || next === "seams") {
    const pictures = /** @type {Float32Array} */ (found);
    return { ...(await session[next](pictures)), pictures };
  }
  if (next) return session[next](/** @type {Float32Array} */ (found));
  return complete(session, query, found);
}

/** @param {Session} session @param {Query} query */
function ask(session, { method, numbers, values, examples, tests, corruptionSeed, label, arguments: asked = [] }) {
  const others = TOLD.has(method) && label !== undefined ? [...asked, { label }] : asked;
  if (numbers && method in COUNTS) numbers = within(numbers, session[COUNTS[method]]);
  const named = /** @type {Record<string, (...input: unknown[]) => unknown>} */ (/** @type {unknown} */ (session));
  if (WITHOUT_INPUT.has(method)) return named[method](...(numbers ?? []), ...others);
  let input = values;
  if (examples) input = session.examples(...within(examples, session.trainingCount));
  if (tests) input = session.testExamples(...within(tests, session.testCount));
  if (!input) throw new Error(`"${method}" was called without input. Expected values or examples.`);
  // An encoder of smaller pictures takes no others.
  const smaller = ENCODING.has(method) && session.inputs !== session.features;
  if (corruptionSeed !== undefined || smaller) input = session.corrupt(input, corruptionSeed ?? 0);
  // In a way of its own, or as the settings have it.
  if (method === "corrupt" && asked.length === 0) return shown(session, input);
  return named[method](input, ...others);
}

/**
 * As many as there are, where a view asks for more: data may be few.
 * @param {[start: number, count: number]} part @param {number} all
 * @returns {[start: number, count: number]}
 */
function within([start, count], all) {
  if (all === 0) return [start, count];
  const first = start % all;
  return [first, Math.min(count, all - first)];
}

/**
 * What the encoder is shown, as large as what comes out: a pixel of a picture of half the sides becomes four.
 * @param {Session} session @param {Float32Array} input
 */
function shown({ inputs, features, data }, input) {
  if (inputs === features || data?.kind !== "images") return input;
  const { width } = data;
  const large = new Float32Array((input.length / inputs) * features);
  for (let at = 0; at < large.length; at++) {
    const row = Math.floor(at / width);
    large[at] = input[Math.floor(row / 2) * (width / 2) + Math.floor((at % width) / 2)];
  }
  return large;
}

/** Pictures of the highest and of the lowest scores. */
const EXTREMES = 40;

/** @param {Session} session @returns {Promise<Evaluation>} */
export async function measure(session) {
  const evaluation = await session.evaluate();
  if (session.data?.kind !== "images" || !session.data.only || session.settings.family === "adversarial") {
    return evaluation;
  }
  const roc = await session.roc();
  const pictures = (/** @type {number[]} */ places) => {
    const taken = places.map((place) => session.testExamples(place, 1));
    const all = new Float32Array(taken.length * session.features);
    for (const [index, picture] of taken.entries()) all.set(picture, index * session.features);
    return all;
  };
  const mostOdd = pictures(roc.order.slice(0, EXTREMES));
  const leastOdd = pictures(roc.order.slice(-EXTREMES).reverse());
  return { ...evaluation, roc: { ...roc, mostOdd, leastOdd } };
}
