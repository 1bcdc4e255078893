// A worker of its own for what takes long: it ends when that is done, fails, or is no longer wanted.

import * as Comlink from "comlink";
import { pageError } from "../errors.js";

/**
 * @template Commands, Result
 * @param {Worker} worker
 * @param {AbortSignal} signal ends it
 * @param {(remote: Comlink.Remote<Commands>, answered: <Value>(answer: Promise<Value>) => Promise<Value>) => Promise<Result>} work
 *   whose every answer is waited for by `answered`
 * @returns {Promise<Result>}
 */
export async function inBackground(worker, signal, work) {
  let answering = false;
  /** @type {Promise<never>} */
  const ended = new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      reject(
        answering ? pageError("engine-stopped", { reason: event.message || "" }) : pageError("engine-unreachable"),
      );
    });
    worker.addEventListener("message", () => {
      answering = true;
    });
  });
  ended.catch(() => {});
  try {
    signal.throwIfAborted();
    const remote = /** @type {Comlink.Remote<Commands>} */ (Comlink.wrap(worker));
    return await work(remote, (answer) => Promise.race([answer, ended]));
  } finally {
    worker.terminate();
  }
}
