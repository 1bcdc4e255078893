// Gives the CPU engine more threads, each of them a worker on the same memory.

import { threadOptions } from "./generative_playground.js";

/** More gain nothing: the networks here are small. */
const MOST = 8;

/**
 * How many threads to work on where a machine tells of so many processors. They are often two to a core, and half of
 * them then do as much as all.
 * @param {number} processors
 */
export function threadsFor(processors) {
  return Math.min(processors, Math.max(4, Math.min(MOST, processors >> 1)));
}

/**
 * Starts as many more threads as are missing. Call it once, after `init`. They come to help when they are ready, a
 * fraction of a second later; nothing has to wait for them.
 * @param {number} [count] of threads, the caller's included
 * @returns {Worker[]} to be terminated only when the package is not used any more
 */
export function startThreads(count = threadsFor(navigator.hardwareConcurrency)) {
  return Array.from({ length: count - 1 }, () => {
    const worker = new Worker(new URL("./thread.js", import.meta.url), { type: "module", name: "thread" });
    worker.postMessage(threadOptions());
    return worker;
  });
}
