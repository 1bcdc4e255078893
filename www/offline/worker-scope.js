// The service worker's own scope, with its type: those of pages and of workers cannot stand in one project.

/** @import {ServiceWorkerScope} from "../types/offline" */

export const scope = /** @type {ServiceWorkerScope} */ (/** @type {unknown} */ (globalThis));
