// What else a small classifier with few labels may learn from, tried in a worker of its own.

import { inBackground } from "./background.js";

/** @import {Remote} from "comlink" */
/** @import {AugmentationListeners, AugmentationTrial, Data} from "../types/page" */
/** @import {AugmentationCommands} from "./augmentation-worker.js" */

/**
 * @param {AugmentationTrial[]} trials one after the other
 * @param {Data} data
 * @param {AugmentationListeners} on
 * @param {AbortSignal} signal ends it
 */
export function tryAugmentation(trials, data, on, signal) {
  const worker = new Worker(new URL("./augmentation-worker.js", import.meta.url), {
    type: "module",
    name: "augmentation",
  });
  return inBackground(
    worker,
    signal,
    /** @param {Remote<AugmentationCommands>} remote */
    async (remote, answered) => {
      await answered(remote.open(data));
      for (const [index, trial] of trials.entries()) {
        on.begins(index);
        on.measured(index, await answered(remote.measure(trial)));
      }
    },
  );
}
