// The bench inside the page: libraries take turns on one workload, so that what slows the machine slows all of them.

import { layers, WORKLOADS } from "./workloads.js";

const STEPS = 20;
/** A library so slow that twenty steps take longer than this gets fewer. */
const LONGEST_TURN_MILLISECONDS = 4000;

/** What each library is, and how a workload is opened in it. */
const LIBRARIES = {
  "ours, CPU": { ours: "cpu" },
  "ours, CPU, relaxed SIMD": { ours: "cpu-relaxed" },
  "ours, WebGPU": { ours: "webgpu" },
  "jax-js, wasm": { jax: "wasm" },
  "jax-js, webgpu": { jax: "webgpu" },
  "TensorFlow.js, wasm": { tfjs: "wasm" },
  "TensorFlow.js, webgl": { tfjs: "webgl" },
  "TensorFlow.js, webgpu": { tfjs: "webgpu" },
};

/**
 * Times one library in this page, which it has to itself: peers keep their backend in global state.
 * @param {string} library
 * @param {string} name of the workload
 */
async function prepare(library, name) {
  const workload = WORKLOADS[name];
  const kind = LIBRARIES[library];
  const ours = await import("./ours.js");
  if (kind.ours) return ours.open(kind.ours, workload);
  // The weights and the batch that our session begins with.
  const session = await ours.open("cpu", workload);
  const weights = layers(await session.weights());
  const examples = await session.examples();
  if (kind.jax) {
    const { open } = await import("./jax.js");
    return open(kind.jax, workload, weights, examples);
  }
  const { open } = await import("./tfjs.js");
  return open(kind.tfjs, workload, weights, examples);
}

let opened = null;
let steps = STEPS;

/** Opens a workload; gives the first step's loss and how long that step took. */
async function open(library, name) {
  opened = await prepare(library, name);
  const began = performance.now();
  const loss = await opened.train(1);
  const first = performance.now() - began;
  await opened.train(2);
  const again = performance.now();
  await opened.train(2);
  const step = (performance.now() - again) / 2;
  steps = Math.max(1, Math.min(STEPS, Math.floor(LONGEST_TURN_MILLISECONDS / step)));
  return { loss, first };
}

/** One turn: milliseconds of a step when losses are read after twenty, and when they are read after each. */
async function turn() {
  let began = performance.now();
  const loss = await opened.train(steps);
  const together = (performance.now() - began) / steps;
  const few = Math.min(steps, 5);
  began = performance.now();
  for (let done = 0; done < few; done += 1) await opened.train(1);
  return { together, each: (performance.now() - began) / few, loss };
}

Object.assign(globalThis, { bench: { libraries: Object.keys(LIBRARIES), workloads: WORKLOADS, open, turn } });
