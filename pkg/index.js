// The library, in the build that is the fastest in this browser.

import { hasRelaxedSimd, hasThreads, offersWebGpu } from "./browser.js";
import { modules, scripts, starters } from "./builds.js";
import { adapterMissing, chosenOf, loadFailed } from "./errors.js";

/** Builds that are there or under way: each is opened once, and once more only after it has failed. */
const opened = new Map();

/** How often a script was asked for under another address. */
let repetitions = 0;

/** @type {import("./index.js").load} */
export async function load(options) {
  const failures = [];
  for (const build of await fitting(chosenOf(options))) {
    try {
      return { ...(await open(build)), failures };
    } catch (error) {
      failures.push({ build, error: error instanceof Error ? error : new Error(String(error)) });
    }
  }
  throw loadFailed(failures);
}

/** The builds for this engine, these threads, this arithmetic and this browser, the fastest first. */
async function fitting({ engine, threads, arithmetic }) {
  // Relaxed SIMD leaves it to the processor how often a product and a sum are rounded.
  if (arithmetic === "reproducible") return ["cpu"];
  const webgpu = engine !== "cpu" && (await offersWebGpu());
  if (engine === "webgpu") {
    if (!webgpu) throw adapterMissing();
    return ["webgpu"];
  }
  const builds = webgpu ? ["webgpu"] : [];
  if (hasRelaxedSimd()) {
    if (threads !== "one" && hasThreads()) builds.push("cpu-threads");
    builds.push("cpu-relaxed");
  }
  return [...builds, "cpu"];
}

function open(build) {
  if (!opened.has(build)) {
    const opening = start(build);
    opened.set(build, opening);
    opening.catch(() => opened.delete(build));
  }
  return opened.get(build);
}

async function start(build) {
  if (!scripts[build]) throw new Error("this build is not in this copy of the package");
  const [library, module, starter] = await Promise.all([script(build), modules[build](), starters[build]?.()]);
  const { default: init, initSync, main, ...exports } = library;
  await init({ module_or_path: module });
  starter?.startThreads();
  return { threadCount: () => 1, ...exports, build, engines: build === "webgpu" ? ["cpu", "webgpu"] : ["cpu"] };
}

/** Firefox remembers for good that a script could not be fetched: under another address it asks again. */
async function script(build) {
  try {
    return await scripts[build]();
  } catch (error) {
    const address = /dynamically imported module: (\S+)$/.exec(error.message)?.[1];
    if (!address) throw error;
    repetitions += 1;
    return import(/* webpackIgnore: true */ /* @vite-ignore */ `${address}?again=${repetitions}`);
  }
}
