// The page as one file, opened without a host: it carries what it needs, and asks for nothing.

import assert from "node:assert/strict";
import { resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { goesOn, launchChromium, launchFirefox, PATIENCE, press, showsPicture, stepReaches, visit } from "./harness.js";

const FILE = pathToFileURL(resolve(import.meta.dirname, "../../dist/single/generative-playground.html")).href;

const DIGITS = "#family=variational&hidden=8&code=2&engine=cpu";
const RING = "#family=adversarial&data=ring&hidden=8&engine=cpu";

/** Nothing else may be asked for: the harness looks. */
const open = (browser, hash, use) => visit(browser, hash, use, { host: FILE });

const textOf = (page, selector) => page.$eval(selector, (element) => element.textContent);

for (const [name, launch] of [
  ["Chromium", launchChromium],
  ["Firefox", launchFirefox],
]) {
  describe(`the page as one file, in ${name}`, { timeout: PATIENCE }, () => {
    let browser;
    before(async () => {
      browser = await launch();
    });
    after(() => browser?.close());

    test("learns digits, measures itself on those it carries, and does so again after a reload", async () => {
      await open(browser, DIGITS, async (page) => {
        await stepReaches(page, 40);
        await showsPicture(page, "#map-grid");
        await press(page, "#measure-now");
        await page.waitForFunction(() => /ELBO/.test(document.querySelector("#measures").textContent), {
          timeout: 60_000,
        });
        await page.reload();
        await goesOn(page, 40);
        assert.match(await page.evaluate(() => location.hash), /family=variational/);
      });
    });

    test("learns a ring of points with a GAN", async () => {
      await open(browser, RING, async (page) => {
        await stepReaches(page, 100);
        assert.match(await textOf(page, "#engine-figures"), /WebGPU is not in this file/);
      });
    });

    test("offers the data that it has and no others, and a link to others is told of in words", async () => {
      await open(browser, "#family=variational&data=emoji&hidden=8&engine=cpu", async (page) => {
        await stepReaches(page, 5);
        assert.match(await textOf(page, "#notice"), /emoji.*Expected one of.*mnist-small/);
        await press(page, "#data-sets-open");
        await page.waitForSelector("#data-sets[open]");
        const offered = await page.$$eval(".data-sets-card", (cards) => cards.map(({ dataset }) => dataset.dataset));
        for (const here of ["mnist-small", "own", "ring", "drawn", "signals"]) assert.ok(offered.includes(here), here);
        for (const absent of ["mnist", "emoji", "molecules"]) assert.ok(!offered.includes(absent), absent);
        assert.match(await textOf(page, "#data-sets-in-file"), /one file/);
        assert.equal(await page.$("#trained-walk"), null);
      });
    });

    test("its other workers start as well: a link as a code to photograph", async () => {
      await open(browser, RING, async (page) => {
        await stepReaches(page, 5);
        await press(page, "#share-open");
        await page.waitForSelector("#share-code", { timeout: 60_000 });
      });
    });
  });
}
