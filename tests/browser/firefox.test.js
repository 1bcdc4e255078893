// The same page in Firefox, on the CPU engine.

import { after, before, describe, test } from "node:test";
import { drawsAndRebuilds, goesOn, launchFirefox, PATIENCE, visit } from "./harness.js";

describe("the page in Firefox", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchFirefox();
  });
  after(() => browser?.close());

  test("trains, and rebuilds a digit drawn with the mouse", async (context) => {
    await visit(browser, "/#engine=cpu", async (page) => {
      await page.waitForFunction(() => performance.getEntriesByName("first-trained-step").length > 0);
      const mark = await page.evaluate(() => performance.getEntriesByName("first-trained-step")[0].startTime);
      context.diagnostic(`first trained step ${Math.round(mark)} ms after navigation, cache empty`);
      await goesOn(page, 20);
      await drawsAndRebuilds(page);
    });
  });
});
