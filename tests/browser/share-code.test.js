// The QR code of a link as a picture, to be printed or put on a slide.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { savedBy, visitExperiment } from "./experiments.js";
import { launchChromium, PATIENCE, press, stepReaches } from "./harness.js";
import { scannedIn } from "./scanning.js";

const START = "/#family=autoencoder&hidden=8&engine=cpu&language=en";
/** Of a picture that is to be printed, in pixels. */
const LARGE = 1500;

const link = (page) => page.$eval("#share-link-text", (field) => field.value);

describe("the QR code of a link", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("is saved as PNG and as SVG, large and with its border, and says the link that was there", async () => {
    await visitExperiment(browser, START, async (page) => {
      await stepReaches(page, 1);
      await press(page, "#share-open");
      await page.waitForSelector("#share-code");
      for (const theme of ["light", "dark"]) {
        await page.select("#share-theme", theme);
        await page.waitForFunction(
          (wanted) => document.querySelector("#share-link-text").value.includes(`theme=${wanted}`),
          {},
          theme,
        );
        // Of the link before there is none any more.
        await page.waitForSelector("#share-code-png", { hidden: true });
        await page.waitForSelector("#share-code-png", { visible: true });
        for (const [kind, type] of [
          ["png", "image/png"],
          ["svg", "image/svg+xml"],
        ]) {
          const { text, width, height, border } = await scannedIn(
            page,
            await savedBy(page, `#share-code-${kind}`),
            type,
          );
          assert.equal(text, await link(page), kind);
          assert.ok(width >= LARGE && height === width, `${kind}: ${width} by ${height} pixels`);
          assert.equal(Math.round(border), 4, `${kind}: its border is ${border} modules wide`);
        }
      }
    });
  });

  test("is saved by keyboard, under a name of its own", async () => {
    await visitExperiment(browser, START, async (page) => {
      await stepReaches(page, 1);
      await page.evaluate(() => {
        window.names = [];
        HTMLAnchorElement.prototype.click = function () {
          window.names.push(this.download);
        };
      });
      await press(page, "#share-open");
      await page.waitForSelector("#share-code-png", { visible: true });
      await page.focus("#share-code-png");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement.id), "share-code-svg");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => window.names.length === 2);
      const names = await page.evaluate(() => window.names);
      assert.deepEqual(names.sort(), ["generative-playground-link.png", "generative-playground-link.svg"]);
    });
  });
});
