// Milliseconds of a step: libraries take turns of twenty, each on a page of its own in one browser.

import { brief } from "../browser.js";
import { median, timesTable } from "../report.js";

/** @import {Bench} from "../browser.js" */

/**
 * Prints a table for each workload as it is done.
 * @param {Bench} bench
 * @param {number|null|undefined} peak GFLOP/s of one thread, where it was measured
 */
export async function times(bench, peak) {
  const results = [];
  for (const name of bench.names) {
    const { rounds } = bench.workloads[name];
    let running = [];
    /** @param {any} one @param {unknown} error */
    const drop = async (one, error) => {
      console.log(`${name} ${one.library}: ${brief(error)}`);
      running = running.filter((other) => other !== one);
      await one.page.close();
    };
    for (const library of bench.libraries) {
      const one = { library, page: await bench.openPage(""), together: [], each: [] };
      try {
        Object.assign(
          one,
          await one.page.evaluate((library, name) => globalThis.bench.open(library, name), library, name),
        );
        running.push(one);
      } catch (error) {
        await drop(one, error);
      }
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const one of [...running]) {
        try {
          const { together, each } = await one.page.evaluate(() => globalThis.bench.turn());
          one.together.push(together);
          one.each.push(each);
        } catch (error) {
          await drop(one, error);
        }
      }
    }
    const measured = [];
    for (const { page, ...one } of running) {
      measured.push({ workload: name, ...one, median: median(one.together) });
      await page.close();
    }
    console.log(timesTable(name, bench.workloads[name], measured, peak));
    results.push(...measured);
  }
  return results;
}
