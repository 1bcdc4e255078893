// The size of the code: every one is tried beside what trains, and a point of the curve opens its experiment.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { settles, visitExperiment } from "./experiments.js";
import { goesOn, launchChromium, PATIENCE, press, rests, step, stepReaches } from "./harness.js";

const START = "/#family=autoencoder&hidden=32&code=8&engine=cpu&view=bottleneck";
const POINTS = "#view-bottleneck .place:not([hidden])";

/** Each point by its label: code, error, and PCA's. */
const points = (page) =>
  page.$$eval(POINTS, (all) =>
    all.map((point) => (point.ariaLabel.match(/\d+(\.\d+)?/g) ?? []).map((figure) => Number(figure))),
  );

describe("the sizes of a code", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("are tried one after the other, and a point opens its experiment", async () => {
    await visitExperiment(browser, START, async (page) => {
      await stepReaches(page, 20);
      await page.focus("#sweep");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => /Code of/.test(document.querySelector("#sweep-status").textContent));
      await page.waitForFunction(
        (selector) => document.querySelectorAll(selector).length === 7,
        { timeout: 240_000 },
        POINTS,
      );
      const found = await points(page);
      assert.deepEqual(
        found.map(([code]) => code),
        [1, 2, 4, 8, 16, 32, 64],
      );
      for (const axis of [1, 2]) {
        const values = found.map((point) => point[axis]);
        assert.ok(values[0] > 1.5 * values[6], `from the smallest code to the largest: ${values}`);
      }
      // By another program 0.05486 on these digits.
      assert.ok(Math.abs(found[1][2] - 0.0549) < 0.0005, `PCA-2 has ${found[1][2]}`);
      await goesOn(page, 5);
      await press(page, '#view-bottleneck [data-code="16"]');
      await page.waitForFunction(() => location.hash.includes("code=16"), { timeout: 60_000 });
      await settles(page);
      assert.equal(await page.$eval("#code", (field) => field.value), "16");
      assert.deepEqual(await points(page), found, "the curve stays");
      assert.equal(await page.$eval(`${POINTS}[aria-current=true]`, (point) => point.dataset.code), "16");
    });
  });

  test("can be stopped, and what trains goes on where it was", async () => {
    await visitExperiment(browser, START, async (page) => {
      await stepReaches(page, 20);
      await press(page, "#sweep");
      await page.waitForFunction(() => document.querySelector("#view-bottleneck progress").value > 0);
      const before = await rests(page);
      await page.waitForFunction((selector) => document.querySelector(selector), { timeout: 120_000 }, POINTS);
      assert.equal(await step(page), before, "it rests meanwhile");
      await page.focus("#sweep");
      await page.keyboard.press("Space");
      await goesOn(page, 5);
      assert.ok(await page.$eval("#view-bottleneck progress", (bar) => bar.hidden));
      assert.ok((await points(page)).length < 7);
      assert.equal(await page.$eval("#notice", (notice) => notice.hidden), true);
    });
  });

  test("of another experiment are forgotten", async () => {
    await visitExperiment(browser, START, async (page) => {
      await stepReaches(page, 20);
      await press(page, "#sweep");
      await page.waitForFunction((selector) => document.querySelector(selector), { timeout: 120_000 }, POINTS);
      await page.evaluate(() => {
        location.hash = "family=autoencoder&hidden=16&code=8&view=bottleneck";
      });
      await page.waitForFunction(() => document.querySelector("#hidden").value === "16");
      await settles(page);
      await goesOn(page, 5);
      assert.deepEqual(await points(page), []);
      assert.match(await page.$eval("#sweep", (button) => button.textContent), /Try every size/);
    });
  });
});
