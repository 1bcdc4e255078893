// The page as one file, opened without a host: it carries what it needs, and asks for nothing.

import assert from "node:assert/strict";
import { resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { catchSaved, savedBy } from "./experiments.js";
import {
  fill,
  goesOn,
  launchChromium,
  launchFirefox,
  PATIENCE,
  press,
  showsPicture,
  stepReaches,
  visit,
} from "./harness.js";
import { scanned } from "./scanning.js";

const FILE = pathToFileURL(resolve(import.meta.dirname, "../../dist/single/generative-playground.html")).href;

const DIGITS = "#family=variational&hidden=8&code=2&engine=cpu";
const RING = "#family=adversarial&data=ring&hidden=8&engine=cpu";

/** Of an address or a path on this disk, in whatever leaves the page. */
const ON_DISK = new RegExp(`file:|${import.meta.dirname.split("/").slice(0, 3).join("/")}`, "i");

/** Nothing else may be asked for: the harness looks. */
const open = (browser, hash, use) => visit(browser, hash, use, { host: FILE, prepare: catchSaved });

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

    test("shares what opens the same in any copy; with the address of one, a link and its code", async () => {
      await open(browser, RING, async (page) => {
        await stepReaches(page, 5);
        await press(page, "#share-open");
        await page.waitForSelector("#share[open]");
        const text = () => page.$eval("#share-link-text", (field) => field.value);
        const seen = (selector) => page.$eval(selector, (element) => element.checkVisibility());
        const settings = await text();
        assert.match(settings, /^#v=\d+&family=adversarial&data=ring/);
        assert.match(await textOf(page, "#share-on-disk"), /is a file/);
        assert.equal(await textOf(page, "#share-link-copy"), "Copy settings part");
        for (const part of [".share-code", ".share-embed"]) assert.equal(await seen(part), false, part);
        await page.focus("#share-page");
        for (const none of ["file:///home/somebody/page.html", "no address"]) {
          await fill(page, "#share-page", none);
          await page.waitForSelector("#share-page[aria-invalid=true]");
          assert.match(await textOf(page, "#share-page-told"), /no address of a page/);
          assert.equal(await text(), settings);
        }
        await fill(page, "#share-page", "");
        await page.focus("#share-page");
        await page.keyboard.type("school.example/playground/#old");
        await page.waitForFunction(() => document.querySelector("#share-link-text").value.startsWith("https:"));
        assert.equal(await text(), `https://school.example/playground/${settings}`);
        assert.equal(await textOf(page, "#share-link-copy"), "Copy link");
        await page.waitForSelector("#share-code", { timeout: 60_000 });
        assert.equal(await scanned(page), await text());
        assert.match(await page.$eval("#share-embed-text", (field) => field.value), /src="https:\/\/school\.example/);
        assert.doesNotMatch(await page.$eval("#share", (dialog) => dialog.outerHTML), ON_DISK);
      });
    });

    test("tells nothing of the disk that it lies on in what leaves it", async () => {
      await open(browser, DIGITS, async (page) => {
        await stepReaches(page, 20);
        await showsPicture(page, "#map-grid");
        await page.waitForFunction(() => Number(document.querySelector("#timeline").max) >= 2, { timeout: 60_000 });
        const saved = {};
        for (const button of ["save-model", "save-script", "save-picture", "save-losses", "save-timeline"])
          saved[button] = (await savedBy(page, `#${button}`)).toString("latin1");
        assert.match(saved["save-script"], /On any copy of the page, after its address:\n\n#v=/);
        assert.match(saved["save-picture"], /<dc:source>#v=/);
        assert.match(saved["save-timeline"], /<dc:source>#v=/);
        await press(page, "#report-open");
        await page.waitForSelector("#report-address");
        assert.match(await textOf(page, "#report-address"), /^#v=/);
        saved.report = await page.$eval("#report", (report) => report.outerHTML);
        for (const [name, text] of Object.entries(saved)) assert.equal(ON_DISK.exec(text)?.[0], undefined, name);
      });
    });
  });
}
