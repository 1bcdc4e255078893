// From navigation to the first trained step of W1, in a browser context that has nothing yet, and what came over the
// network until then.

import { setTimeout } from "node:timers/promises";
import { address, brief } from "../browser.js";
import { compressFiles } from "../compress.js";
import { median } from "../report.js";

/** @import {Bench} from "../browser.js" */

const VISITS = 3;
const LONGEST_WAIT_MILLISECONDS = 5000;

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
    /** Requests under way. @type {Set<string>} */
    const open = new Set();
    client.on("Network.requestWillBeSent", ({ requestId, request }) => {
      // What the page makes itself comes over no network.
      if (request.url.startsWith("http")) open.add(requestId);
    });
    client.on("Network.loadingFailed", ({ requestId }) => open.delete(requestId));
    client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (!open.delete(requestId)) return;
      bytes += encodedDataLength;
      requests += 1;
    });
    await client.send("Network.enable");
    await page.goto(address(`/bench/start.html?library=${encodeURIComponent(library)}`));
    const { milliseconds } = await page.evaluate(() => globalThis.started);
    // A module compiled while it comes is reported later than it is used.
    for (let waited = 0; open.size > 0 && waited < LONGEST_WAIT_MILLISECONDS; waited += 50) await setTimeout(50);
    if (open.size > 0) console.log(`${library}: ${open.size} requests not reported in time`);
    return { milliseconds, bytes, requests };
  } finally {
    await context.close();
  }
}
