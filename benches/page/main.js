// The bench inside the page: libraries take turns on one workload, so that what slows the machine slows all of them.

import { watchGpu } from "./count.js";
import { learn } from "./learn.js";
import { LIBRARIES, openPeer, refuse } from "./libraries.js";
import { peaks } from "./peak.js";
import { layers } from "./weights.js";
import { normals, WORKLOADS } from "./workloads.js";

const STEPS = 20;
/** A library so slow that twenty steps take longer than this gets fewer. */
const LONGEST_TURN_MILLISECONDS = 4000;
/** A library that needs longer for one step is not waited for. */
const LONGEST_STEP_MILLISECONDS = 20_000;
/** A first step that takes longer is warm-up enough. */
const LONG_STEP_MILLISECONDS = 2000;
/** What twenty steps may take that are counted: of a slower library the dispatches are counted and left out. */
const LONGEST_COUNT_MILLISECONDS = 60_000;
const HOST_ROUNDS = 3;

// Before any library is loaded, and only where calls are counted: what is timed goes unwatched.
const gpu = new URLSearchParams(location.search).has("watch") ? watchGpu() : null;

/** Steps, or calls, of what was opened. @type {(count: number) => Promise<number|null>} */
let run = async () => null;
let wasmBytes = () => 0;
let millisecondsPerStep = 0;

/**
 * Opens a workload in a library, which has this page to itself: peers keep their backend in global state.
 * @param {string} library
 * @param {string} name of the workload
 */
async function prepare(library, name) {
  refuse(library, name);
  const workload = WORKLOADS[name];
  const ours = await import("./ours.js");
  const own = LIBRARIES[library].ours;
  if (own) return { opened: await ours.open(own, workload), difference: null, expected: null };
  // The weights and the batch that our session begins with.
  const session = await ours.open("cpu", workload);
  const weights = layers(await session.weights());
  const examples = await session.examples();
  const opened = await openPeer(library, workload, weights, examples);
  const difference = workload.family === "adversarial" ? await compare(session, opened, workload) : null;
  const expected = workload.asks === "sample" ? null : await session.train(1);
  session.close();
  return { opened, difference, expected };
}

/**
 * The largest difference between what two libraries make of the same noise, and think of the batch. A first loss alone
 * would not tell much: it is near 2 ln 2 for any weights as small as these.
 */
async function compare(session, peer, { batch, code, features }) {
  const codes = normals(batch * code, 5);
  const largest = (one, other) => one.reduce((most, value, index) => Math.max(most, Math.abs(value - other[index])), 0);
  const made = largest(await session.generate(codes), await peer.generate(codes));
  // A session shuffles its points, so that the batches would be different ones.
  return features === 2 ? made : Math.max(made, largest(await session.discriminate(), await peer.discriminate()));
}

/** Opens a workload; gives the first step's loss, what our CPU engine has there, and how long that step took. */
async function open(library, name) {
  const { opened, difference, expected } = await prepare(library, name);
  wasmBytes = opened.wasmBytes ?? wasmBytes;
  if (WORKLOADS[name].asks === "sample") {
    run = async (count) => {
      for (let done = 0; done < count; done += 1) await opened.sample();
      return null;
    };
  } else run = opened.train;
  let began = performance.now();
  const loss = await run(1);
  const first = performance.now() - began;
  await run(first > LONG_STEP_MILLISECONDS ? 1 : 2);
  const timed = first > LONG_STEP_MILLISECONDS ? 1 : 2;
  began = performance.now();
  await run(timed);
  millisecondsPerStep = (performance.now() - began) / timed;
  // Calls can be counted however slow the device is that would carry them out.
  if (!gpu && millisecondsPerStep > LONGEST_STEP_MILLISECONDS)
    throw new Error(`not run: a step takes ${(millisecondsPerStep / 1000).toFixed(0)} seconds`);
  return { loss, expected, difference, first };
}

/** One turn: milliseconds of a step when losses are read after twenty, and when they are read after each. */
async function turn() {
  const steps = Math.max(1, Math.min(STEPS, Math.floor(LONGEST_TURN_MILLISECONDS / millisecondsPerStep)));
  let began = performance.now();
  const loss = await run(steps);
  const together = (performance.now() - began) / steps;
  if (steps === 1) return { together, each: together, loss };
  const few = Math.min(steps, 5);
  began = performance.now();
  for (let done = 0; done < few; done += 1) await run(1);
  return { together, each: (performance.now() - began) / few, loss };
}

/** Calls on WebGPU in the steady state, per step, and the pipelines made up to there. */
async function count() {
  const carriedOut = millisecondsPerStep * STEPS <= LONGEST_COUNT_MILLISECONDS;
  if (!carriedOut) gpu.skipDispatches();
  await run(STEPS);
  await gpu.idle();
  const before = gpu.counts();
  await run(STEPS);
  const { pipelines, shaderModules, ...after } = gpu.counts();
  const perStep = Object.entries(after).map(([name, value]) => [name, (value - before[name]) / STEPS]);
  return { carriedOut, pipelines, shaderModules, ...Object.fromEntries(perStep) };
}

/** Milliseconds of a step when no dispatch reaches the device: the share of the library and of the browser's API. */
async function host() {
  gpu.skipDispatches();
  await run(STEPS);
  const rounds = [];
  for (let round = 0; round < HOST_ROUNDS; round += 1) {
    await gpu.idle();
    const began = performance.now();
    await run(STEPS);
    rounds.push((performance.now() - began) / STEPS);
  }
  return rounds.sort((a, b) => a - b)[HOST_ROUNDS >> 1];
}

/** Bytes of the module's memory, and of GPU buffers that are alive where they are watched. */
const memory = () => ({ wasm: wasmBytes(), gpu: gpu?.bytesAlive() ?? null });

/** From here on no dispatch reaches the device, once a first one has made all that there is to make. */
async function skipDispatches() {
  await run(STEPS);
  gpu?.skipDispatches();
}

const train = (/** @type {number} */ steps) => run(steps);

Object.assign(globalThis, {
  bench: {
    libraries: Object.keys(LIBRARIES),
    workloads: WORKLOADS,
    open,
    turn,
    count,
    host,
    memory,
    skipDispatches,
    train,
    learn,
    peaks,
  },
});
