// This library.

import { idx, settingsFor } from "./workloads.js";

/** @import {Workload} from "./workloads.js" */

/** The points that are learnt here. */
export const RING = { shape: "ring", count: 8, radius: 2, deviation: 0.05 };

/**
 * @param {string} name of the package
 * @param {string} [packages] where they are
 */
export async function load(name, packages = "/pkg") {
  const folder = `${packages}/${name}`;
  const library = await import(/* @vite-ignore */ `${folder}/generative_playground.js`);
  const { default: init, Session, threadCount } = library;
  const { memory } = await init();
  if (threadCount) {
    const { startThreads } = await import(/* @vite-ignore */ `${folder}/start.js`);
    const wanted = 1 + startThreads().length;
    while (threadCount() < wanted) await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return { Session, memory, engine: name === "webgpu" ? "webgpu" : "cpu" };
}

/**
 * @param {string} name of the package
 * @param {Workload} workload
 * @param {string} [packages] where they are
 */
export async function open(name, workload, packages) {
  const { Session, memory, engine } = await load(name, packages);
  const session = await Session.create({ engine, ...settingsFor(workload) });
  if (workload.features === 2) session.loadPoints(RING);
  else session.loadImages(idx(workload));
  return {
    /** @param {number} steps @returns {Promise<number>} the first loss of the last */
    train: async (steps) => Object.values((await session.train(steps)).losses)[0],
    sample: () => session.sample(64, 1),
    /** @param {Float32Array} codes */
    generate: (codes) => session.decode(codes),
    discriminate: () => session.score(session.examples(0, workload.batch)),
    weights: () => session.save(),
    examples: () => session.examples(0, workload.batch),
    wasmBytes: () => memory.buffer.byteLength,
    close: () => session.free(),
  };
}
