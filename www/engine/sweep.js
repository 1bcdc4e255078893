// The same experiment with one setting at several values, each trained for a while in a worker of its own.

import * as Comlink from "comlink";
import { pageError } from "../errors.js";

/** @import {Measure, SettingsChoice} from "../types/library" */
/** @import {Data} from "../types/page" */
/** @import {SweepCommands} from "./sweep-worker.js" */

/**
 * @typedef {object} SweepListeners
 * @property {(index: number, share: number) => void} progress of one of them, 0 to 1
 * @property {(index: number, measures: Measure[]) => void} measured
 */

/**
 * @param {SettingsChoice[]} all
 * @param {Data} data
 * @param {number} steps
 * @param {SweepListeners} on
 * @param {AbortSignal} signal ends it
 */
export async function sweep(all, data, steps, on, signal) {
  let answered = false;
  const worker = new Worker(new URL("./sweep-worker.js", import.meta.url), { type: "module", name: "sweep" });
  /** @type {Promise<never>} */
  const ended = new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      reject(answered ? pageError("engine-stopped", { reason: event.message || "" }) : pageError("engine-unreachable"));
    });
  });
  ended.catch(() => {});
  const remote = /** @type {Comlink.Remote<SweepCommands>} */ (Comlink.wrap(worker));
  try {
    for (const [index, settings] of all.entries()) {
      signal.throwIfAborted();
      const progress = Comlink.proxy((/** @type {number} */ share) => {
        answered = true;
        on.progress(index, share);
      });
      on.measured(index, await Promise.race([remote.measure(settings, data, steps, progress), ended]));
    }
  } finally {
    worker.terminate();
  }
}
