// Finding the odd one: what is normal is chosen, and the rest is told apart, by pointer and by keyboard.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openModel, savedModel, sessionOf, settles, tries, visitExperiment } from "./experiments.js";
import { drawDigit, launchChromium, PATIENCE, pause, press, step, stepReaches } from "./harness.js";

const START = "/#family=autoencoder&hidden=64&code=16&engine=cpu";

const rates = (page) => page.$eval("#outliers-rates", (element) => element.textContent);
const pressed = (page) => page.$$eval("#only [aria-pressed=true]", (all) => all.map(({ textContent }) => textContent));
const tabs = (page) => page.$$eval("#views [role=tab]", (all) => all.map(({ textContent }) => textContent));

/** Measures now, and waits for the charts of that. */
async function measures(page) {
  await press(page, "#measure-now");
  await page.waitForFunction(() => /\d/.test(document.querySelector("#outliers-rates").textContent), {
    timeout: 60_000,
  });
}

/** The shares in a sentence, as numbers. */
const shares = (text) => [...text.matchAll(/(\d+)\s?%/g)].map(([, share]) => Number(share));

describe("odd ones", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("are found where an idea has chosen what is normal", async () => {
    await visitExperiment(browser, START, async (page) => {
      await settles(page);
      await tries(page, "Find the odd one");
      await page.waitForFunction(() => location.hash.includes("only=7"), { timeout: 60_000 });
      assert.deepEqual(await pressed(page), ["7"]);
      assert.equal(await page.$eval("#views [aria-selected=true]", (tab) => tab.textContent), "Odd ones");
      await stepReaches(page, 300);
      await pause(page);
      await measures(page);
      const rows = await page.$$eval("#measures tbody tr", (all) =>
        all.map((row) => [row.querySelector("summary").textContent, row.querySelector("td").textContent]),
      );
      const [, area] = rows.find(([name]) => name.startsWith("Odd ones told apart")) ?? [];
      assert.ok(Number.parseFloat(area) > 0.85, `after 300 steps the area is ${area}`);
      // Each canvas of pictures shows some.
      for (const id of ["most-odd", "least-odd"]) {
        assert.ok((await page.$eval(`#${id}`, (canvas) => canvas.width)) > 28, id);
      }
    });
  });

  test("are told apart by a threshold that is dragged on either chart, or moved by keys", async () => {
    await visitExperiment(browser, `${START}&only=7`, async (page) => {
      await stepReaches(page, 200);
      await pause(page);
      await measures(page);
      const first = shares(await rates(page));
      assert.ok(first[1] <= 5, `false alarms are ${first[1]} % at first`);
      for (const [chart, from, to] of [
        ["#outliers-histogram", [0.5, 0.5], [0.05, 0.5]],
        ["#outliers-roc", [0.1, 0.5], [0.9, 0.5]],
      ]) {
        const element = await page.$(chart);
        await element.scrollIntoView();
        const box = await element.boundingBox();
        const at = ([x, y]) => [box.x + x * box.width, box.y + y * box.height];
        await page.mouse.move(...at(from));
        await page.mouse.down();
        const before = shares(await rates(page));
        await page.mouse.move(...at(to), { steps: 5 });
        await page.mouse.up();
        const after = shares(await rates(page));
        assert.ok(after[0] > before[0] && after[1] > before[1], `${chart}: ${before} became ${after}`);
      }
      await page.focus("#outliers-threshold");
      await page.keyboard.press("End");
      assert.deepEqual(shares(await rates(page)), [0, 0]);
      await page.keyboard.press("Home");
      assert.deepEqual(shares(await rates(page)), [100, 100]);
      const told = await page.$eval("#outliers-threshold", (slider) => slider.getAttribute("aria-valuetext"));
      assert.equal(told, await rates(page));
    });
  });

  test("have the drawing among them, and what is normal is chosen by keyboard", async () => {
    await visitExperiment(browser, START, async (page) => {
      await settles(page);
      assert.ok(!(await tabs(page)).includes("Odd ones"));
      await page.focus('#only [data-label="3"]');
      await page.keyboard.press("Space");
      await page.waitForFunction(() => location.hash.includes("only=3"), { timeout: 60_000 });
      await page.focus('#only [data-label="1"]');
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => location.hash.includes("only=1-3"), { timeout: 60_000 });
      assert.deepEqual(await pressed(page), ["1", "3"]);
      await settles(page);
      await measures(page);
      await press(page, "#clear-pad");
      await page.waitForFunction(() => document.querySelector("#outliers-histogram .chart-mark").hidden);
      await drawDigit(page);
      await page.waitForFunction(() => !document.querySelector("#outliers-histogram .chart-mark").hidden);
      const summary = () => /The drawing has the score/.test(document.querySelector("#outliers-summary").textContent);
      await page.waitForFunction(summary, { timeout: 20_000 });
    });
  });

  test("are the same after a reload, and from a file", async () => {
    await visitExperiment(browser, `${START}&only=0-8`, async (page) => {
      await stepReaches(page, 50);
      const bytes = await savedModel(page);
      assert.deepEqual(sessionOf(bytes).data.only, [0, 8]);
      await page.reload();
      await settles(page);
      assert.deepEqual(await pressed(page), ["0", "8"]);
      await page.evaluate(() => {
        location.hash = "family=autoencoder&hidden=16";
      });
      await page.waitForFunction(() => !location.hash.includes("only"), { timeout: 60_000 });
      await settles(page);
      await openModel(page, bytes);
      await page.waitForFunction(() => location.hash.includes("only=0-8"), { timeout: 60_000 });
      assert.ok((await step(page)) >= 50);
      assert.deepEqual(await pressed(page), ["0", "8"]);
    });
  });

  test("are not asked for where there can be none: labels that no picture has are refused", async () => {
    await visitExperiment(browser, START, async (page) => {
      await stepReaches(page, 5);
      for (const only of ["77", "300", "seven"]) {
        await page.evaluate((labels) => {
          location.hash = `family=autoencoder&only=${labels}`;
        }, only);
        await page.waitForSelector("#notice:not([hidden])");
        await page.waitForFunction(() => !location.hash.includes("only"));
        await press(page, "#notice-dismiss");
      }
      await stepReaches(page, (await step(page)) + 5);
    });
  });
});
