// Threads on hosts that send no headers: the service worker sends them, from the next load on. At the very first visit
// that load comes at once, before anything has begun.

import { register, workers } from "./registration.js";

/** A worker that takes longer is not waited for. */
const PATIENCE_MILLISECONDS = 4000;
const KEY = "isolation-tried";

/** Once in a session: where it did not help, it never will. Without storage nobody would know, so never. */
function isFirstTime() {
  try {
    const tried = sessionStorage.getItem(KEY) !== null;
    sessionStorage.setItem(KEY, "");
    return !tried;
  } catch {
    return false;
  }
}

/** @param {ServiceWorkerContainer} container @returns {Promise<boolean>} */
async function comesInTime(container) {
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MILLISECONDS, false));
  const ready = register(container).then(() => container.ready);
  return Boolean(await Promise.race([ready, late]).catch(() => false));
}

/** Resolves when the page may begin; never where it is loaded anew. */
export async function isolate() {
  // A frame is isolated where the page around it is, and no load of its own helps.
  if (window.parent !== window || globalThis.crossOriginIsolated || !workers || workers.controller || !isFirstTime())
    return;
  if (!(await comesInTime(workers))) return;
  // Should the browser ever show this one again as it was left, that one is loaded anew as well.
  window.addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  location.reload();
  await new Promise(() => {});
}
