// The CPU engine on many threads, which are workers on one memory.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { blankPage, goesOn, launchChromium, PATIENCE, visit, withPlainHost } from "./harness.js";

describe("threads", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium({ webgpu: true });
  });
  after(() => browser?.close());

  test("leave every number as it is on one, to the last bit", async () => {
    const found = await blankPage(browser, async () => {
      const { library, open, SMALL } = await import("/tests/in-page.js");
      const { threadCount } = await library("cpu-threads");
      const { startThreads } = await import("/pkg/cpu-threads/start.js");
      // Large enough that every operation is cut into parts.
      const models = [
        { ...SMALL.variational, hidden: [512, 256], batchSize: 64 },
        { ...SMALL.adversarial, network: "convolutional", hidden: [16, 32], batchSize: 64 },
      ];
      const trained = async () => {
        const saved = [];
        for (const model of models) {
          const session = await open("cpu-threads", model);
          await session.train(10);
          saved.push(await session.save());
          session.free();
        }
        return saved;
      };
      const counts = [threadCount()];
      const alone = await trained();
      startThreads(3);
      while (threadCount() < 3) await new Promise((resolve) => setTimeout(resolve, 10));
      counts.push(threadCount());
      const together = await trained();
      const same = alone.map((bytes, at) => bytes.every((byte, index) => byte === together[at][index]));
      return { counts, same, lengths: alone.map((bytes) => bytes.length) };
    });
    assert.deepEqual(found.counts, [1, 3]);
    assert.ok(Math.min(...found.lengths) > 100_000, found.lengths.join());
    assert.deepEqual(found.same, [true, true]);
  });

  test("are as many as are worth it", async () => {
    const counts = await blankPage(browser, async () => {
      const { threadsFor } = await import("/pkg/cpu-threads/start.js");
      return [1, 2, 4, 6, 8, 12, 16, 64].map(threadsFor);
    });
    assert.deepEqual(counts, [1, 2, 4, 4, 4, 6, 8, 8]);
  });

  test("train on the page, which says so", async (context) => {
    await visit(browser, "/#family=variational", async (page) => {
      await goesOn(page, 20);
      const processors = await page.evaluate(() => navigator.hardwareConcurrency);
      if (processors < 2) return context.skip("this machine has one processor");
      await page.waitForFunction(() => /on \d+ threads/.test(document.querySelector("#engine-figures").textContent));
    });
  });

  test("are not missed on a page that neither its server nor a service worker isolates", async () => {
    const use = async (page) => {
      assert.equal(await page.evaluate(() => crossOriginIsolated), false);
      await goesOn(page, 20);
      await page.waitForFunction(() => /ms a step/.test(document.querySelector("#engine-figures").textContent));
      assert.doesNotMatch(await page.$eval("#engine-figures", (line) => line.textContent), /threads/);
    };
    const hangsUpOn = (url) => url === "/service-worker.js";
    await withPlainHost(
      (host) => visit(browser, "/#family=variational", use, { host, expects: /ERR_|fetching the script/ }),
      hangsUpOn,
    );
  });
});
