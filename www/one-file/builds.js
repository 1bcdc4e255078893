// The builds of the library in a page that is one file: one, which every browser runs. It stands for pkg/builds.js there.

import { fromBase64 } from "./carried.js";

/** @typedef {{file: string, module: string}} Told what the page tells a worker: see workers.js */

export const scripts = {
  cpu: () => import("virtual:cpu-build"),
};

export const modules = {
  cpu: () => {
    const { module } = /** @type {{told: Told}} */ (/** @type {unknown} */ (self)).told;
    const packed = new Blob([fromBase64(module)]).stream();
    return new Response(packed.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  },
};

export const starters = {};
