// What the library's reports are given on their way: what they were asked about, since a person may look back to them
// when something else is asked, and the pictures that they name.

/** @import {CopyReport, Session} from "../types/library" */
/** @import {Query} from "../types/page" */

/** Of pictures that were passed in, so many come back: enough to be shown. */
const SOME = 8;
/** Of pictures that are most like what was learned from, so many. */
const MOST_COPIED = 60;

/** @param {Session} session @param {Query} query @param {any} found */
export function complete(session, { method, values, numbers, arguments: asked = [] }, found) {
  const [first, second, third] = /** @type {any[]} */ (asked);
  if (method === "probe") return { ...found, seed: first.seed };
  if (method === "exciting") {
    const pictures = /** @type {number[]} */ (found.indices).map((index) => session.examples(index, 1));
    return { ...found, layer: first, unit: second, pictures: joined(pictures) };
  }
  if (method === "nearest") {
    const part = second?.among === "test" ? "testExamples" : "examples";
    const pictures = /** @type {number[]} */ (found.indices).map((index) => session[part](index, 1));
    return { ...found, asked: values, pictures: joined(pictures) };
  }
  if (method === "copying") return copied(session, numbers ?? [1, 0], found);
  if (method === "traverse") return { units: third, pictures: found };
  if (method === "discriminate") return { ...found, pictures: values?.slice(0, SOME * session.features) };
  return found;
}

/**
 * With the most copied ones of those that were made: the same seed makes the same again.
 * @param {Session} session @param {[count: number, seed: number]} numbers @param {CopyReport} found
 */
async function copied(session, numbers, found) {
  const { features } = session;
  const made = await session.sample(...numbers);
  const first = found.order.slice(0, MOST_COPIED);
  return { ...found, pictures: joined(first.map((place) => made.subarray(place * features, (place + 1) * features))) };
}

/** One after the other. @param {Float32Array[]} parts */
function joined(parts) {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
