// The service worker as the page holds it; where there can be none, the page goes on without.

/** @import {Message} from "../types/offline" */

/** Undefined while developing, and where the browser has none: in files, in some private windows, without encryption. */
export const workers = import.meta.env.PROD && location.protocol !== "file:" ? navigator.serviceWorker : undefined;

/** For the folder of the page, wherever that is. @param {ServiceWorkerContainer} container */
export const register = (container) => container.register("service-worker.js");

/**
 * What a worker answers.
 * @param {ServiceWorker} worker
 * @param {Message} message
 * @returns {Promise<any>}
 */
export function ask(worker, message) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.addEventListener("message", ({ data }) => resolve(data), { once: true });
    port1.start();
    worker.postMessage(message, [port2]);
  });
}
