// The same experiment with one setting at several values, each trained for a while in a worker of its own.

import * as Comlink from "comlink";
import { inBackground } from "./background.js";

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
export function sweep(all, data, steps, on, signal) {
  const worker = new Worker(new URL("./sweep-worker.js", import.meta.url), { type: "module", name: "sweep" });
  return inBackground(
    worker,
    signal,
    /** @param {Comlink.Remote<SweepCommands>} remote */
    async (remote, answered) => {
      for (const [index, settings] of all.entries()) {
        const progress = Comlink.proxy((/** @type {number} */ share) => on.progress(index, share));
        on.measured(index, await answered(remote.measure(settings, data, steps, progress)));
      }
    },
  );
}
