// What goes wrong with a GAN, on purpose, and what mends it: experiments that differ by a few settings. The tests train all of
// them from the same list.

import LIST from "./failures.json" with { type: "json" };

/** @import {State} from "../types/page" */

/** @typedef {"broken"|"mended"} Phase */

/**
 * @typedef {object} Failure
 * @property {string} name
 * @property {string} dataset
 * @property {Partial<State>} broken what differs from the usual where it goes wrong
 * @property {Partial<State>} mended and where it does not
 * @property {string} measure that tells, larger where it goes well
 * @property {number} steps after which it tells
 * @property {number} failed what the measure is at most where it has gone wrong
 * @property {number} well what it is at least where it is mended
 */

export const FAILURES = /** @type {Failure[]} */ (/** @type {unknown} */ (LIST));

const PHASES = /** @type {const} */ (["broken", "mended"]);

/**
 * Which of them trains, if any does.
 * @param {State} state
 * @param {(dataset: string) => Partial<State>} usual
 * @returns {{failure: Failure, phase: Phase}|null}
 */
export function failureOf(state, usual) {
  for (const failure of FAILURES) {
    for (const phase of PHASES) {
      const wanted = { ...usual(failure.dataset), dataset: failure.dataset, ...failure[phase] };
      const same = Object.entries(wanted).every(
        ([name, value]) => JSON.stringify(state[/** @type {keyof State} */ (name)]) === JSON.stringify(value),
      );
      // Several are mended by what is usual; whoever began one of them knows which.
      if (same && (phase === "broken" || Object.keys(failure.mended).length > 0)) return { failure, phase };
    }
  }
  return null;
}
