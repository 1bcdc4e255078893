// What a step asks of WebGPU, and what it costs the processor when the device has nothing to do.

import { brief, onWebGpu } from "../browser.js";

/** @import {Bench} from "../browser.js" */

/** @param {Bench} bench */
export async function calls(bench) {
  const found = [];
  for (const workload of bench.names) {
    for (const library of bench.libraries.filter(onWebGpu)) {
      const row = { workload, library };
      try {
        await bench.onPage("?watch", async (page) => {
          await page.evaluate((library, name) => globalThis.bench.open(library, name), library, workload);
          Object.assign(row, await page.evaluate(() => globalThis.bench.count()));
          // Last: nothing that is read afterwards means anything.
          Object.assign(row, { host: await page.evaluate(() => globalThis.bench.host()) });
        });
      } catch (error) {
        Object.assign(row, { failed: brief(error) });
      }
      found.push(row);
    }
  }
  return found;
}
