// Autoencoder, VAE and GAN at once on the same data, beside what trains: each for so many seconds, then measured.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { settles } from "./experiments.js";
import { fill, goesOn, launchChromium, PATIENCE, picture, press, rests, step, stepReaches, visit } from "./harness.js";
import { assertUncut } from "./reading.js";

const START = "/#family=autoencoder&hidden=8&code=4&engine=cpu&view=side-by-side";
const FAMILIES = ["autoencoder", "variational", "adversarial"];

const textOf = (page, selector) => page.$eval(selector, (element) => element.textContent);

/** Waits until the view says so. */
const says = (page, words) =>
  page.waitForFunction(
    (wanted) => document.querySelector("#side-by-side-status")?.textContent.startsWith(wanted),
    { timeout: 120_000 },
    words,
  );

/** The steps of each; 0 before its first look. */
const stepsOf = (page) =>
  page.$$eval(".side-by-side-steps", (all) =>
    all.map((each) => (each.hidden ? 0 : Number(each.textContent.split(" ")[0].replace(/\D/g, "")))),
  );

/** Waits until each has trained and has been looked at. */
const allTrain = (page) =>
  page.waitForFunction(
    () =>
      [...document.querySelectorAll(".side-by-side-steps")].every(
        (each) => !each.hidden && Number(each.textContent.split(" ")[0].replace(/\D/g, "")) > 1,
      ),
    { timeout: 120_000 },
  );

/** Each measure with what stands in the three columns. */
const measures = (page) =>
  page.$$eval("#side-by-side-measures tbody tr", (rows) =>
    Object.fromEntries(
      rows.map(({ cells: [name, ...figures] }) => [
        name.firstChild.textContent,
        figures.map(({ textContent }) => textContent),
      ]),
    ),
  );

/** The canvases of a family that are seen: what it makes, and what it rebuilds. */
const shownBy = (page, family) =>
  page.$$eval(
    `[aria-labelledby=side-by-side-${family}-name] canvas`,
    (all) => all.filter((canvas) => canvas.checkVisibility()).length,
  );

describe("the families side by side", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("train at once, are measured by the same measures, and one of them goes on as it is", async () => {
    await visit(browser, START, async (page) => {
      await stepReaches(page, 10);
      await fill(page, "#side-by-side-budget", 10);
      await page.click("#side-by-side-begin");
      await allTrain(page);
      const before = await rests(page);
      for (const family of FAMILIES) {
        const { colours } = await picture(page, `[aria-labelledby=side-by-side-${family}-name] canvas`);
        assert.ok(colours > 10, `${family} makes pictures of ${colours} colours`);
        assert.equal(await shownBy(page, family), family === "adversarial" ? 1 : 2, family);
      }
      assert.match(await textOf(page, "#side-by-side-adversarial-rebuilt"), /no encoder/);
      assert.equal(await step(page), before, "what was trained rests");
      await says(page, "Done");
      await goesOn(page, 5);

      const trained = await stepsOf(page);
      const found = await measures(page);
      const isFigure = (text) => /\d/.test(text);
      assert.deepEqual(found["Error of rebuilt ones (MSE)"].map(isFigure), [true, true, false]);
      assert.deepEqual(found["Distance from real ones (Fréchet)"].map(isFigure), [false, true, true]);
      assert.deepEqual(found["Discriminator right (accuracy)"].map(isFigure), [false, false, true]);
      await assertUncut(page, "the measures of all");

      await page.focus("#side-by-side-variational-go-on");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => location.hash.includes("family=variational"), { timeout: 60_000 });
      await settles(page);
      await stepReaches(page, trained[1]);
      assert.equal(await page.$eval("#code", (field) => field.value), "4");
      await press(page, "#tab-side-by-side");
      assert.deepEqual(await measures(page), found, "what was found stays");
      assert.equal(await page.$eval("#notice", (notice) => notice.hidden), true);
    });
  });

  test("are stopped by keyboard, and forgotten with the experiment that they are beside", async () => {
    await visit(browser, `${START}&data=ring`, async (page) => {
      await stepReaches(page, 10);
      await fill(page, "#side-by-side-budget", 120);
      await page.focus("#side-by-side-begin");
      await page.keyboard.press("Enter");
      await allTrain(page);
      await page.keyboard.press("Space");
      await says(page, "Done");
      assert.equal(await textOf(page, "#side-by-side-begin"), "Begin");
      assert.ok(Object.keys(await measures(page)).length > 3);
      await goesOn(page, 5);

      await page.keyboard.press("Enter");
      await allTrain(page);
      // Another view lets it go on.
      await press(page, "#views [role=tab]:not([aria-selected=true])");
      const before = await stepsOf(page);
      await page.waitForFunction(
        (least) =>
          Number(document.querySelector(".side-by-side-steps").textContent.split(" ")[0].replace(/\D/g, "")) > least,
        { timeout: 60_000 },
        before[0],
      );
      await press(page, "#tab-side-by-side");
      await fill(page, "#seed", 8);
      await page.waitForFunction(() => location.hash.includes("seed=8"), { timeout: 60_000 });
      await settles(page);
      await goesOn(page, 5);
      assert.deepEqual(await stepsOf(page), [0, 0, 0]);
      assert.deepEqual(await measures(page), {});
      await says(page, "Three models");
    });
  });

  test("go on where one of them fails, and it says so", async () => {
    const expects = /is to fail/;
    await visit(
      browser,
      START,
      async (page) => {
        await stepReaches(page, 10);
        await fill(page, "#side-by-side-budget", 120);
        const before = page.workers();
        await press(page, "#side-by-side-begin");
        await allTrain(page);
        // The one that tries WebGPU may have come meanwhile.
        const workers = page.workers().filter((worker) => !before.includes(worker));
        const names = await Promise.all(workers.map((worker) => worker.evaluate(() => self.name)));
        const companion = workers[names.indexOf("companion")];
        await companion.evaluate(() => {
          setTimeout(() => {
            throw new Error("This one is to fail.");
          });
        });
        await page.waitForSelector(".side-by-side-refusal:not([hidden])");
        assert.match(await textOf(page, ".side-by-side-refusal:not([hidden])"), /is to fail/);
        await press(page, "#side-by-side-begin");
        await says(page, "Done");
        const offered = await page.$$eval(".side-by-side-column button", (all) => all.map(({ hidden }) => !hidden));
        assert.equal(offered.filter(Boolean).length, 2);
        await goesOn(page, 5);
      },
      { expects },
    );
  });
});
