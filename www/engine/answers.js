// Answers of a session to what views and panels query.

/** @import {Session} from "../types/library" */
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
