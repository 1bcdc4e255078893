// Which lessons were begun and finished, and what was guessed in them: kept in this browser until a person forgets it.

/** @import {Progress} from "../types/lessons" */

const KEY = "lessons";

/** Storage may be refused, as in a private window; it is then known as long as the page is there. @type {string|null} */
let held = null;

/** @returns {Record<string, unknown>} by lesson, as it was written; another tab may have gone on */
function all() {
  try {
    return Object(JSON.parse(held ?? localStorage.getItem(KEY) ?? "{}"));
  } catch {
    return {};
  }
}

/** @param {Record<string, unknown>} progress */
function write(progress) {
  const text = JSON.stringify(progress);
  try {
    localStorage.setItem(KEY, text);
    held = null;
  } catch {
    held = text;
  }
}

/** @param {string} id of a lesson @returns {Progress} */
export function progressOf(id) {
  const { at, finished, guesses } = Object(all()[id]);
  return { at: Number.isInteger(at) && at > 0 ? at : 0, finished: finished === true, guesses: { ...Object(guesses) } };
}

/** @param {string} id @param {Partial<Progress>} part */
const change = (id, part) => write({ ...all(), [id]: { ...progressOf(id), ...part } });

/** A step is gone to. @param {string} id @param {number} at */
export const reach = (id, at) => change(id, { at });

/** @param {string} id @param {number} at @param {unknown} value of the guess in that step */
export const keepGuess = (id, at, value) => change(id, { guesses: { ...progressOf(id).guesses, [at]: value } });

/** Taken again, it begins at its first step, with nothing guessed. @param {string} id */
export const finish = (id) => change(id, { at: 0, finished: true, guesses: {} });

/** @param {string} id */
export const beginAgain = (id) => change(id, { at: 0, guesses: {} });

export const hasProgress = () => Object.keys(all()).length > 0;

export function forgetProgress() {
  held = null;
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept, then.
  }
}
