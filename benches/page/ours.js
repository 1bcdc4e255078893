// This library.

import { idx, settingsFor } from "./workloads.js";

/** @import {Workload} from "./workloads.js" */

/**
 * @param {string} name of the package
 * @param {Workload} workload
 * @param {string} [packages] where they are
 */
export async function open(name, workload, packages = "/pkg") {
  const library = await import(/* @vite-ignore */ `${packages}/${name}/generative_playground.js`);
  const { memory } = await library.default();
  const engine = name === "webgpu" ? "webgpu" : "cpu";
  const session = await library.Session.create({ engine, ...settingsFor(workload) });
  if (workload.features === 2) session.loadPoints({ shape: "ring", count: 8, radius: 2, deviation: 0.05 });
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
