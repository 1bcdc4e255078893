// The package of the library that is the fastest in this browser.

import cpuWasm from "generative-playground/cpu/wasm?url";
import relaxedWasm from "generative-playground/cpu-relaxed/wasm?url";
import threadsWasm from "generative-playground/cpu-threads/wasm?url";
import webgpuWasm from "generative-playground/webgpu/wasm?url";
import { hasRelaxedSimd, hasThreads } from "./browser.js";

/** @import {Engine} from "./types/library" */
/** @typedef {typeof import("generative-playground/webgpu")} Library */

/**
 * Each package with its module, fetched beside the script that binds it and not after.
 * @type {Record<string, () => [Promise<Library>, Promise<Response>]>}
 */
const packages = {
  cpu: () => [import("generative-playground/cpu"), fetch(cpuWasm)],
  "cpu-relaxed": () => [import("generative-playground/cpu-relaxed"), fetch(relaxedWasm)],
  "cpu-threads": () => [import("generative-playground/cpu-threads"), fetch(threadsWasm)],
  webgpu: () => [import("generative-playground/webgpu"), fetch(webgpuWasm)],
};

/** The packages for this browser, the fastest first. @param {Engine} engine */
function fitting(engine) {
  if (engine === "webgpu") return ["webgpu"];
  if (!hasRelaxedSimd()) return ["cpu"];
  return hasThreads() ? ["cpu-threads", "cpu-relaxed"] : ["cpu-relaxed"];
}

/** @param {Engine} engine */
export const loadLibrary = (engine) => load(fitting(engine));

/** Another package in the place of one that is missing or refused. @param {string[]} names @returns {Promise<Library>} */
async function load([name, ...others]) {
  try {
    const [script, wasm] = packages[name]();
    // Told by the line that waits for it; without this one it would also count as unhandled.
    wasm.catch(() => {});
    const library = await script;
    await library.default({ module_or_path: await wasm });
    if (name === "cpu-threads") await startThreads();
    return library;
  } catch (error) {
    if (others.length === 0) throw error;
    console.warn(`The package ${name} is not used:`, error);
    return load(others);
  }
}

/** How many threads the library works on. */
export let threads = () => 1;

async function startThreads() {
  const [{ startThreads }, { threadCount }] = await Promise.all([
    import("generative-playground/cpu-threads/start"),
    import("generative-playground/cpu-threads"),
  ]);
  startThreads();
  threads = threadCount;
}
