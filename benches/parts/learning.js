// Whether each engine of ours learns what tests/learning.rs asks for: the same settings, seeds and limits, in the browser.
// The digits a GAN makes are judged there alone, by a classifier that the browser has not.

import { brief, isOurs } from "../browser.js";

/** @import {Bench} from "../browser.js" */

const SEEDS = [0, 1, 2];

/** @type {Record<string, {steps: number, measure: string, settings: object}>} */
const MODELS = {
  "autoencoder 784-256-32": {
    steps: 2000,
    measure: "meanSquaredError",
    settings: { family: "autoencoder", hidden: [256], code: 32 },
  },
  "VAE 784-256-16": {
    steps: 1000,
    measure: "negativeElbo",
    settings: { family: "variational", hidden: [256], code: 16 },
  },
  "GAN on the ring of 8": {
    steps: 5000,
    measure: "modesCovered",
    settings: {
      family: "adversarial",
      hidden: [64, 64],
      code: 8,
      batchSize: 256,
      optimizer: { learningRate: 1e-3 },
    },
  },
};

/** @param {Bench} bench */
export async function learning(bench) {
  const found = [];
  for (const library of bench.libraries.filter(isOurs)) {
    for (const [model, { steps, measure, settings }] of Object.entries(MODELS)) {
      for (const seed of SEEDS) {
        const row = { library, model, seed, steps, measure };
        const wanted = { library, steps, measure, settings: { ...settings, seed } };
        try {
          const learnt = await bench.onPage("", (page) =>
            page.evaluate((wanted) => globalThis.bench.learn(wanted), wanted),
          );
          Object.assign(row, learnt);
        } catch (error) {
          Object.assign(row, { failed: brief(error) });
        }
        found.push(row);
      }
    }
  }
  return found;
}
