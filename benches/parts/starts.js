// From navigation to the first trained step of W1, in a browser context that has nothing yet, and what came over the
// network until then.

import { address, brief } from "../browser.js";
import { compressFiles } from "../compress.js";
import { median } from "../report.js";

/** @import {Bench} from "../browser.js" */

const VISITS = 3;

/** @param {Bench} bench */
export async function starts(bench) {
  await compressFiles();
  const found = [];
  for (const library of bench.libraries) {
    try {
      const visits = [];
      for (let number = 0; number < VISITS; number += 1) visits.push(await visit(bench, library));
      const all = visits.map(({ milliseconds }) => milliseconds);
      found.push({
        library,
        milliseconds: median(all),
        all,
        bytes: median(visits.map(({ bytes }) => bytes)),
        requests: visits[0].requests,
      });
    } catch (error) {
      found.push({ library, failed: brief(error) });
    }
  }
  return found;
}

/** @param {Bench} bench @param {string} library */
async function visit(bench, library) {
  const context = await bench.browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await bench.ready(page);
    const client = await page.createCDPSession();
    let [bytes, requests] = [0, 0];
    client.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
      requests += 1;
    });
    await client.send("Network.enable");
    await page.goto(address(`/bench/start.html?library=${encodeURIComponent(library)}`));
    const { milliseconds } = await page.evaluate(() => globalThis.started);
    return { milliseconds, bytes, requests };
  } finally {
    await context.close();
  }
}
