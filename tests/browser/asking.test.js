// A label that is asked for, pictures made large, and how the network learns: as a person chooses them.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { settles, tries, visitExperiment } from "./experiments.js";
import { fill, launchChromium, PATIENCE, pause, press, settled, showsPicture, step, stepReaches } from "./harness.js";

const VARIATIONAL = "/#family=variational&hidden=64&engine=cpu";
const AUTOENCODER = "/#family=autoencoder&hidden=64&code=16&engine=cpu";

const chosenTab = (page) => page.$eval("#views [aria-selected=true]", (tab) => tab.textContent);

describe("what is asked for", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("a label is chosen on the wall, by pointer and by keys, and on the map", async () => {
    await visitExperiment(browser, VARIATIONAL, async (page) => {
      await settles(page);
      await tries(page, "Choose which digit is made");
      await page.waitForFunction(() => location.hash.includes("condition=label"), { timeout: 60_000 });
      assert.equal(await chosenTab(page), "Made");
      await stepReaches(page, 100);
      await pause(page);
      const options = await page.$$eval("#wall-label option", (all) => all.map(({ textContent }) => textContent));
      assert.deepEqual(options.slice(0, 3), ["All in turn", "0", "1"]);
      await showsPicture(page, "#wall");
      const all = await settled(page, "#wall");
      await page.select("#wall-label", "1");
      const ones = await settled(page, "#wall");
      assert.ok(ones !== all, "another label gives other pictures");
      await page.focus("#wall-label");
      await page.keyboard.press("ArrowDown");
      assert.ok((await settled(page, "#wall")) !== ones, "and so does the next one");
      assert.equal(await page.$eval("#wall-label", ({ value }) => value), "2");
      await page.select("#wall-label", "");
      assert.ok((await settled(page, "#wall")) === all, "the same noise, and all in turn again");
      await press(page, "#tab-map");
      await showsPicture(page, "#map-grid");
      const zeros = await settled(page, "#map-grid");
      await page.select("#map-label", "7");
      assert.ok((await settled(page, "#map-grid")) !== zeros, "the map is of another label");
    });
  });

  test("something to try opens the view that it is about", async () => {
    await visitExperiment(browser, AUTOENCODER, async (page) => {
      await settles(page);
      await tries(page, "See what it looks for");
      await page.waitForFunction(() => location.hash.includes("view=responses"), { timeout: 60_000 });
      assert.equal(await chosenTab(page), "Features");
    });
  });

  test("without labels to tell there is nothing to choose", async () => {
    await visitExperiment(browser, VARIATIONAL, async (page) => {
      await settles(page);
      await press(page, "#tab-wall");
      await showsPicture(page, "#wall");
      assert.equal(await page.$eval("#wall-label", (select) => select.checkVisibility()), false);
      await page.select("#condition", "label");
      await page.waitForFunction(() => location.hash.includes("condition=label"), { timeout: 60_000 });
      assert.match(await page.$eval("#condition-note", (note) => note.textContent), /ask for one/);
    });
  });

  test("small pictures become large ones, in rows of three", async () => {
    await visitExperiment(browser, AUTOENCODER, async (page) => {
      await settles(page);
      await tries(page, "Make small pictures large");
      await page.waitForFunction(() => location.hash.includes("corruption=downscale"), { timeout: 60_000 });
      await stepReaches(page, 20);
      await pause(page);
      assert.equal(await chosenTab(page), "Rebuilt");
      const captions = await page.$$eval(".row-captions span", (all) => all.map(({ textContent }) => textContent));
      assert.deepEqual(captions.slice(0, 3), ["Original", "What the encoder is shown", "Rebuilt"]);
      // It has no amount.
      assert.equal(await page.$eval("#amount-field", (field) => field.hidden), true);
      await press(page, "#measure-now");
      await page.waitForFunction(() => document.querySelector("#measures tbody")?.textContent.includes("bicubic"), {
        timeout: 120_000,
      });
      const beside = await page.$eval("#measures tbody", (body) => body.textContent);
      for (const name of ["nearest pixel", "best linear map"]) assert.ok(beside.includes(name), name);
      // The encoder is another one without it, so it starts anew.
      const before = await step(page);
      await page.select("#corruption", "noise");
      await page.waitForFunction(() => location.hash.includes("corruption=noise"), { timeout: 60_000 });
      assert.ok((await step(page)) < before + 20);
    });
  });

  test("optimiser and schedule change while it runs, and say what they do", async () => {
    await visitExperiment(browser, AUTOENCODER, async (page) => {
      await stepReaches(page, 30);
      await page.$eval("#more", (more) => {
        more.open = true;
      });
      assert.equal(await page.$eval("#weight-decay-field", (field) => field.hidden), true);
      await page.select("#optimizer", "adamw");
      await page.waitForFunction(() => location.hash.includes("optimizer=adamw"), { timeout: 60_000 });
      assert.ok((await step(page)) >= 30, "it goes on");
      assert.match(await page.$eval("#optimizer-note", (note) => note.textContent), /shrinks/);
      assert.equal(await page.$eval("#weight-decay-field", (field) => field.hidden), false);
      await page.select("#schedule", "cosine");
      await page.waitForFunction(() => location.hash.includes("schedule=cosine"), { timeout: 60_000 });
      await fill(page, "#schedule-steps", "0");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => /schedule|1/i.test(document.querySelector("#notice")?.textContent ?? ""), {
        timeout: 30_000,
      });
      assert.ok(!(await page.evaluate(() => location.hash.includes("schedule-steps=0"))), "it was refused");
    });
  });
});
