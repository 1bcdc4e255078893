// Answers of a session to what views and panels query.

/** @import {Evaluation, Session} from "../types/library" */
/** @import {Query} from "../types/page" */

/** @param {Session} session @param {Query} query */
export async function answer(session, { method, numbers, values, examples, corruptionSeed }) {
  if (method === "sample" || method === "examples" || method === "labels") {
    return session[method](numbers?.[0] ?? 0, numbers?.[1] ?? 0);
  }
  let input = examples ? session.examples(...examples) : values;
  if (!input) throw new Error(`"${method}" was called without input. Expected values or examples.`);
  if (corruptionSeed !== undefined) input = session.corrupt(input, corruptionSeed);
  return method === "corrupt" ? input : session[method](input);
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
