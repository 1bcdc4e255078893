// This library.

import { idx, settingsFor } from "./workloads.js";

/** @import {Workload} from "./workloads.js" */

/**
 * @param {string} name of the package
 * @param {Workload} workload
 */
export async function open(name, workload) {
  const library = await import(/* @vite-ignore */ `/pkg/${name}/generative_playground.js`);
  await library.default();
  const engine = name === "webgpu" ? "webgpu" : "cpu";
  const session = await library.Session.create({ engine, ...settingsFor(workload) });
  if (workload.features === 2) session.loadPoints({ shape: "ring", count: 8, radius: 2, deviation: 0.05 });
  else session.loadImages(idx(workload));
  return {
    /** @param {number} steps @returns {Promise<number>} the first loss of the last */
    train: async (steps) => Object.values((await session.train(steps)).losses)[0],
    sample: (count) => session.sample(count, 1),
    weights: () => session.save(),
    examples: () => session.examples(0, workload.batch),
  };
}
