// What a person has chosen and found in a view is there again after a reload.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { isKept, settles, visitExperiment } from "./experiments.js";
import { fill, launchChromium, PATIENCE, picture, press, step, stepReaches } from "./harness.js";

const text = (page, selector) => page.$eval(selector, ({ textContent }) => textContent);
const value = (page, selector) => page.$eval(selector, (field) => field.value);
const pressed = (page, selector) => page.$$eval(selector, (all) => all.map(({ ariaPressed }) => ariaPressed));

/** Comes back to the experiment at the same view. */
async function comesBack(page) {
  await page.reload();
  await settles(page);
}

describe("what was chosen in a view", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("layers of the plane, by pointer and by keyboard", async () => {
    await visitExperiment(browser, "/#family=adversarial&data=ring&hidden=8&engine=cpu&view=plane", async (page) => {
      await stepReaches(page, 20);
      await press(page, "#plane-layer-real");
      await page.focus("#plane-layer-trail");
      await page.keyboard.press("Enter");
      const chosen = await pressed(page, ".plane-layer");
      assert.deepEqual(chosen, ["false", "true", "true", "false", "false", "true"]);
      await isKept(page, ({ panels }) => panels.plane?.join() === "made,field,trail");
      await comesBack(page);
      assert.deepEqual(await pressed(page, ".plane-layer"), chosen);
    });
  });

  test("slow motion", async () => {
    await visitExperiment(browser, "/#family=autoencoder&data=ring&hidden=8&engine=cpu", async (page) => {
      await stepReaches(page, 20);
      await page.select("#speed", "slow");
      await isKept(page, ({ slow }) => slow);
      await comesBack(page);
      assert.equal(await value(page, "#speed"), "slow");
      const before = await step(page);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      // Two steps a second, and not hundreds.
      assert.ok((await step(page)) - before < 20);
    });
  });

  test("signs of the map, and the label that is made there", async () => {
    const start = "/#family=variational&code=2&hidden=16&condition=label&engine=cpu&view=map";
    await visitExperiment(browser, start, async (page) => {
      await stepReaches(page, 10);
      await press(page, "#map-signs");
      await page.select("#map-label", "3");
      await isKept(page, ({ panels }) => panels.map?.own === true && panels.map.keptFields["map-label"] === "3");
      await comesBack(page);
      assert.deepEqual(await pressed(page, "#map-signs"), ["true"]);
      assert.equal(await value(page, "#map-label"), "3");
      // Another experiment of the same kind has its own.
      await fill(page, "#seed", 8);
      await page.waitForFunction(() => location.hash.includes("seed=8"), { timeout: 60_000 });
      await settles(page);
      await page.goBack();
      await page.waitForFunction(() => !location.hash.includes("seed=8"), { timeout: 60_000 });
      await settles(page);
      assert.equal(await value(page, "#map-label"), "3");
    });
  });

  test("both ends of a walk, and a sum of codes", async () => {
    await visitExperiment(browser, "/#family=autoencoder&hidden=16&code=4&engine=cpu&view=walks", async (page) => {
      await stepReaches(page, 10);
      await page.waitForSelector("#walk-strip", { visible: true });
      await page.focus("#walk-strip");
      for (const key of ["ArrowRight", "ArrowRight", "ArrowRight", "Enter"]) await page.keyboard.press(key);
      await page.select("#walk-to", "5");
      await fill(page, "#walk-amount", 0.5);
      const first = (await picture(page, ".walk-end canvas")).text;
      await isKept(page, ({ panels }) => panels.walks?.own && panels.walks.keptFields["walk-amount"] === "0.5");
      await comesBack(page);
      assert.equal((await picture(page, ".walk-end canvas")).text, first);
      assert.equal(await value(page, "#walk-to"), "5");
      assert.equal(await value(page, "#walk-amount"), "0.5");
      assert.match(await text(page, "output[for=walk-amount]"), /0\.5/);
    });
  });

  test("a threshold, at the same scores", async () => {
    const start = "/#family=autoencoder&hidden=16&code=4&only=1-7&engine=cpu&view=outliers";
    await visitExperiment(browser, start, async (page) => {
      await stepReaches(page, 60);
      await page.waitForSelector("#outliers-threshold", { visible: true, timeout: 60_000 });
      await press(page, "#play");
      await page.focus("#outliers-threshold");
      for (let times = 0; times < 5; times++) await page.keyboard.press("ArrowLeft");
      await isKept(page, ({ panels }) => typeof panels.outliers === "number");
      await comesBack(page);
      await page.waitForSelector("#outliers-threshold", { visible: true, timeout: 60_000 });
      assert.notEqual(await value(page, "#outliers-threshold"), "0");
      await isKept(page, ({ panels }) => typeof panels.outliers === "number");
    });
  });
});

describe("what was found in a view", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("the errors by size of the code, as far as they were there", async () => {
    const start = "/#family=autoencoder&hidden=8&code=4&batch=16&engine=cpu&view=bottleneck";
    const points = (page) =>
      page.$$eval("#view-bottleneck .place:not([hidden])", (all) => all.map(({ ariaLabel }) => ariaLabel));
    await visitExperiment(browser, start, async (page) => {
      await stepReaches(page, 20);
      await press(page, "#sweep");
      await page.waitForFunction(() => document.querySelectorAll("#view-bottleneck .place:not([hidden])").length >= 2, {
        timeout: 120_000,
      });
      await press(page, "#sweep");
      const found = await points(page);
      await isKept(page, ({ panels }) => panels.bottleneck?.results.filter(Boolean).length >= 2);
      await comesBack(page);
      assert.deepEqual(await points(page), found);
      // It is another curve with another seed.
      await fill(page, "#seed", 8);
      await page.waitForFunction(() => location.hash.includes("seed=8"), { timeout: 60_000 });
      await settles(page);
      assert.deepEqual(await points(page), []);
    });
  });

  test("what was measured of a failure", async () => {
    await visitExperiment(browser, "/#family=adversarial&data=ring&engine=cpu&view=failure-modes", async (page) => {
      await stepReaches(page, 10);
      await press(page, "#too-fast-broken");
      const figure = () => text(page, "#failure-too-fast .failure-figures dd");
      await page.waitForFunction(
        () => /modes/i.test(document.querySelector("#failure-too-fast .failure-figures dd").textContent),
        { timeout: 180_000 },
      );
      await press(page, "#play");
      const found = await figure();
      await isKept(page, ({ panels }) => Boolean(panels["failure-modes"]?.["too-fast"]?.broken));
      await comesBack(page);
      assert.equal(await figure(), found);
    });
  });
});
