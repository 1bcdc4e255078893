// The library as this worker needs it: the build that is the fastest here, or the one that rounds alike on every machine.

import { load } from "generative-playground";

/** @import {Engine, Library} from "../types/library" */

export const engine = /** @type {Engine} */ (self.name === "webgpu" ? "webgpu" : "cpu");

/** Loaded once. @param {boolean} reproducible @returns {Promise<Library>} */
export function libraryOf(reproducible) {
  if (reproducible) return load({ engine: "cpu", arithmetic: "reproducible" });
  // Several at once would wait for each other's threads.
  return load({ engine, threads: self.name === "companion" ? "one" : "auto" });
}
