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
  const { default: init, Session } = await import(/* @vite-ignore */ `${packages}/${name}/generative_playground.js`);
  const { memory } = await init();
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
    judge: () => session.score(session.examples(0, workload.batch)),
    weights: () => session.save(),
    examples: () => session.examples(0, workload.batch),
    wasmBytes: () => memory.buffer.byteLength,
    close: () => session.free(),
  };
}
