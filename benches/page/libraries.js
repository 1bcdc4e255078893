// What each library is, and how a workload is opened in it.

import { WORKLOADS } from "./workloads.js";

/** @import {Workload} from "./workloads.js" */
/** @import {Networks} from "./weights.js" */

/** @type {Record<string, {ours?: string, jax?: string, tfjs?: string}>} */
export const LIBRARIES = {
  "ours, CPU": { ours: "cpu" },
  "ours, CPU, relaxed SIMD": { ours: "cpu-relaxed" },
  "ours, CPU, threads": { ours: "cpu-threads" },
  "ours, WebGPU": { ours: "webgpu" },
  "jax-js, wasm": { jax: "wasm" },
  "jax-js, webgpu": { jax: "webgpu" },
  "TensorFlow.js, cpu": { tfjs: "cpu" },
  "TensorFlow.js, wasm": { tfjs: "wasm" },
  "TensorFlow.js, webgl": { tfjs: "webgl" },
  "TensorFlow.js, webgpu": { tfjs: "webgpu" },
};

/** What is not waited for, and why. @type {Record<string, Record<string, string>>} */
const REFUSED = {
  "jax-js, wasm": {
    W4: "a step takes about 40 seconds, measured once",
    W5: "a call takes about 6 seconds, measured once",
  },
};

/** @param {string} library @param {string} name of the workload */
export function refuse(library, name) {
  const own = WORKLOADS[name].objective && !LIBRARIES[library].ours;
  const reason = own ? "pairs and a gradient penalty are ours alone" : REFUSED[library]?.[name];
  if (reason) throw new Error(`not run: ${reason}`);
}

/**
 * Opens a workload in a peer.
 * @param {string} library @param {Workload} workload @param {Networks} networks @param {Float32Array} examples
 */
export async function openPeer(library, workload, networks, examples) {
  const { jax, tfjs } = LIBRARIES[library];
  if (jax) return (await import("./jax.js")).open(jax, workload, networks, examples);
  return (await import("./tfjs.js")).open(tfjs, workload, networks, examples);
}
