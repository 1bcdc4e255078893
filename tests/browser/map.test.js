// The map of codes: of any size of code, with the posterior of a drawing, by pointer and by keyboard.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { tabs } from "./all-views.js";
import { settles, visitExperiment } from "./experiments.js";
import { drawDigit, launchChromium, PATIENCE, pause, picture, press, showsPicture, stepReaches } from "./harness.js";

const VAE = "/#family=variational&hidden=64&engine=cpu&view=map";

const hidden = (page, selector) => page.$eval(selector, (element) => !element.checkVisibility());

/** Waits until a canvas shows something else. */
async function changes(page, selector, before) {
  const began = Date.now();
  while ((await picture(page, selector)).text === before.text) {
    assert.ok(Date.now() - began < 30_000, `${selector} stayed as it was for 30 seconds`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe("the map", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("shows the posterior of a drawing, which is resampled by pointer and by keyboard", async () => {
    await visitExperiment(browser, `${VAE}&code=2`, async (page) => {
      await stepReaches(page, 100);
      await showsPicture(page, "#map-grid");
      await pause(page);
      await press(page, "#clear-pad");
      await page.waitForFunction(() => document.querySelector("#resample").hidden);
      assert.match(await page.$eval("#map-posterior", (element) => element.textContent), /Draw something/);
      const without = await picture(page, "#map");
      await drawDigit(page);
      await page.waitForFunction(() => !document.querySelector("#resample").hidden, { timeout: 30_000 });
      await changes(page, "#map", without);
      await showsPicture(page, "#resampled");
      let last = await picture(page, "#resampled");
      await press(page, "#resample");
      await changes(page, "#resampled", last);
      last = await picture(page, "#resampled");
      await page.focus("#resample");
      await page.keyboard.press("Enter");
      await changes(page, "#resampled", last);
      // One of them is put on the pad.
      const drawn = await picture(page, "#draw-pad");
      await page.focus("#resampled");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      await changes(page, "#draw-pad", drawn);
    });
  });

  test("says which share of the codes lies inside each contour of N(0, I), beside the share expected", async () => {
    await visitExperiment(browser, `${VAE}&code=2`, async (page) => {
      await stepReaches(page, 800);
      await pause(page);
      await new Promise((resolve) => setTimeout(resolve, 2500));
      const said = await page.$eval("#map-within", (element) => element.textContent);
      const shares = [...said.matchAll(/(\d+)\s?%/g)].map(([, share]) => Number(share));
      // Of a normal distribution of two numbers 1 - exp(-r²/2) lies within r deviations.
      assert.deepEqual(shares.slice(3), [39, 86, 99], said);
      assert.ok(shares[0] < shares[1] && shares[1] < shares[2] && shares[2] > 40, said);
    });
  });

  for (const [what, link] of [
    ["a variational autoencoder", "family=variational&hidden=64&code=16"],
    ["an autoencoder", "family=autoencoder&hidden=64&code=8"],
  ]) {
    test(`of more numbers than two is walked by keyboard, in ${what}`, async () => {
      await visitExperiment(browser, `/#${link}&engine=cpu&view=map`, async (page) => {
        await stepReaches(page, 60);
        await showsPicture(page, "#map-grid");
        await showsPicture(page, "#map");
        await pause(page);
        assert.match(await page.$eval(".map-words", (element) => element.textContent), /PCA/);
        const drawn = await picture(page, "#draw-pad");
        await page.focus("#map");
        for (const key of ["ArrowRight", "ArrowUp", "ArrowUp"]) await page.keyboard.press(key);
        await page.waitForFunction(() => document.querySelector("#probe").checkVisibility(), { timeout: 30_000 });
        await showsPicture(page, "#probe");
        await page.keyboard.press("Enter");
        await changes(page, "#draw-pad", drawn);
        // Only codes that are pulled towards a prior have one.
        const pulled = link.startsWith("family=variational");
        for (const selector of ["#map-within", "#map-posterior"]) assert.equal(await hidden(page, selector), !pulled);
      });
    });
  }

  test("is not there for a code of one number", async () => {
    await visitExperiment(browser, "/#family=autoencoder&hidden=16&code=1&engine=cpu", async (page) => {
      await settles(page);
      assert.ok(!(await tabs(page)).includes("tab-map"));
    });
  });
});
