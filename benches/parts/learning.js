// Whether each engine of ours learns what tests/native/learning.rs and tests/native/generated_digits.rs ask for: the same settings and
// seeds, in the browser. Generated digits are classified natively, by examples/classify_samples.rs.

import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brief, isOurs } from "../browser.js";

/** @import {Bench} from "../browser.js" */

const SEEDS = [0, 1, 2];
/** What the browser cannot measure: how many digits are among a thousand made ones. */
const JUDGED = "classes of 10";

/** @type {Record<string, {steps: number, measure: string, data?: string, seeds?: number[], settings: object}>} */
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
    data: "points",
    settings: {
      family: "adversarial",
      hidden: [64, 64],
      code: 8,
      batchSize: 256,
      optimizer: { learningRate: 1e-3 },
    },
  },
  "GAN 32-256-784": {
    steps: 5000,
    measure: JUDGED,
    seeds: [7, 8, 9],
    settings: { family: "adversarial", hidden: [256], code: 32, optimizer: { learningRate: 5e-4 } },
  },
};

/** @param {Bench} bench @param {string[]|undefined} wanted models, all of them where left out */
export async function learning(bench, wanted) {
  const found = [];
  for (const library of bench.libraries.filter(isOurs)) {
    for (const [model, { steps, measure, data = "digits", seeds = SEEDS, settings }] of Object.entries(MODELS)) {
      if (wanted && !wanted.includes(model)) continue;
      for (const seed of seeds) {
        const row = { library, model, seed, steps, measure };
        const task = {
          library,
          steps,
          data,
          measure: measure === JUDGED ? null : measure,
          settings: { ...settings, seed },
        };
        try {
          const { saved, ...learnt } = await bench.onPage("", (page) =>
            page.evaluate((task) => globalThis.bench.learn(task), task),
          );
          Object.assign(row, saved ? { value: await classify(saved), baseline: null } : learnt);
        } catch (error) {
          Object.assign(row, { failed: brief(error) });
        }
        found.push(row);
        // All together take long.
        console.log(`${library}, ${model}, seed ${seed}: ${row.failed ?? row.value}`);
      }
    }
  }
  return found;
}

/** How many digits a saved GAN makes. @param {string} saved in base 64 */
async function classify(saved) {
  const folder = await mkdtemp(join(tmpdir(), "classify-"));
  try {
    const file = join(folder, "gan.safetensors");
    await writeFile(file, saved, "base64");
    return Number.parseInt(
      execFileSync("cargo", ["run", "--quiet", "--example", "classify_samples", "--", file], { encoding: "utf8" }),
      10,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}
