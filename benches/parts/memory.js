// Whether memory grows while a session of ours trains: many steps of W3.

import { brief, isOurs, onWebGpu } from "../browser.js";

/** @import {Bench} from "../browser.js" */

const EARLY = 1000;
const STEPS = 20_000;
/** Losses are read as often as where time is measured. */
const READ_EVERY = 20;

/** @param {Bench} bench @param {number|null} wanted steps, in the place of the usual ones */
export async function memory(bench, wanted) {
  const found = [];
  for (const library of bench.libraries.filter(isOurs)) {
    const steps = wanted ?? STEPS;
    const row = { library, steps, marks: [] };
    try {
      await bench.onPage("?watch", async (page) => {
        const client = await page.createCDPSession();
        await page.evaluate((library) => globalThis.bench.open(library, "W3"), library);
        // By software 20,000 steps of W3 take hours; what a step leaves behind does not depend on its numbers.
        if (onWebGpu(library) && bench.softwareGpu) await page.evaluate(() => globalThis.bench.skipDispatches());
        let done = 0;
        for (const mark of steps > EARLY ? [EARLY, steps] : [steps]) {
          while (done < mark) {
            const count = Math.min(READ_EVERY, mark - done);
            await page.evaluate((count) => globalThis.bench.train(count), count);
            done += count;
          }
          // What only waits to be collected is not alive.
          await client.send("HeapProfiler.collectGarbage");
          const { wasm, gpu } = await page.evaluate(() => globalThis.bench.memory());
          row.marks.push({ step: mark, wasm, gpu: onWebGpu(library) ? gpu : null });
        }
      });
    } catch (error) {
      Object.assign(row, { failed: brief(error) });
    }
    found.push(row);
  }
  return found;
}
