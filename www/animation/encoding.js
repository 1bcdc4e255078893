// The worker that writes an animated picture, for as long as one is made.

import * as Comlink from "comlink";

/** @import {AnimationCommands} from "./animation-worker.js" */

/**
 * @template Result
 * @param {(encoder: Comlink.Remote<AnimationCommands>) => Promise<Result>} make
 * @returns {Promise<Result>}
 */
export async function withEncoder(make) {
  const worker = new Worker(new URL("./animation-worker.js", import.meta.url), { type: "module", name: "animation" });
  /** @type {Promise<never>} */
  const failed = new Promise((_, reject) => {
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      reject(new Error(event.message || "The worker could not be started."));
    });
  });
  try {
    return await Promise.race([make(Comlink.wrap(worker)), failed]);
  } finally {
    worker.terminate();
  }
}
