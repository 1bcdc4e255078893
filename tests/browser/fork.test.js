// A fork of the past: two branches go on from a step, one as it was and one with a setting changed.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { parts, savedModel, sessionOf, settles, visitExperiment } from "./experiments.js";
import { fill, goesOn, launchChromium, PATIENCE, pause, rests, step, stepReaches } from "./harness.js";

const text = (page, selector) => page.$eval(selector, (element) => element.textContent);
const value = (page, selector) => page.$eval(selector, (field) => field.value);

async function click(page, selector) {
  const element = await page.$(selector);
  await element.scrollIntoView();
  await element.click();
}

/** Waits until the page shows this step. */
const stepIs = (page, wanted) =>
  page.waitForFunction(
    (at) => Number(document.querySelector("#step").textContent.replace(/\D/g, "")) === at,
    {},
    wanted,
  );

/** Waits until both branches have been trained as far as they were to be. */
const bothRest = (page) =>
  page.waitForFunction(
    () => {
      const go = document.querySelector("#branches-go");
      return go.checkVisibility() && /more$/.test(go.textContent);
    },
    { timeout: 120_000, polling: 50 },
  );

/** The numbers after these words. */
const told = async (page, words) =>
  Number((await text(page, "#branches-status")).match(new RegExp(`${words} ([\\d,]+)`))[1].replaceAll(",", ""));

/** Of so many rows of pictures, the colours in each. */
const coloursByRow = (page, rows) =>
  page.$eval(
    "#branches-pictures",
    (canvas, count) =>
      Array.from({ length: count }, (_, row) => {
        const { data } = canvas.getContext("2d").getImageData(0, row * 29, canvas.width, 28);
        return new Set(new Uint32Array(data.buffer).filter((colour) => colour !== 0)).size;
      }),
    rows,
  );

/** Types a value in the place of what stands in the field that has the focus. */
async function type(page, characters) {
  await page.keyboard.down("Control");
  await page.keyboard.press("a");
  await page.keyboard.up("Control");
  await page.keyboard.type(characters);
}

/** Goes on by Tab, or back, until this has the focus. */
async function tabsTo(page, selector, back = false) {
  if (back) await page.keyboard.down("Shift");
  for (let presses = 0; !(await page.$eval(selector, (element) => element === document.activeElement)); presses++) {
    assert.ok(presses < 8, `Tab does not lead to ${selector}`);
    await page.keyboard.press("Tab");
  }
  if (back) await page.keyboard.up("Shift");
}

describe("a fork of the past", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("continues to the bit as if nothing had been forked, by pointer", async () => {
    const path = "/#family=variational&hidden=64&code=4&batch=64&engine=cpu&view=wall";
    await visitExperiment(browser, path, async (page) => {
      await stepReaches(page, 20);
      // What was changed before the fork holds in both branches.
      await fill(page, "#learning-rate", "0.004");
      await page.waitForFunction(() => /rate=0\.004/.test(location.hash));
      const looks = await page.$eval("#timeline", ({ max }) => Number(max));
      await page.waitForFunction(
        (least) => Number(document.querySelector("#timeline").max) >= least,
        { timeout: 60_000, polling: 50 },
        looks + 6,
      );
      await pause(page);
      const end = await step(page);
      const original = await savedModel(page);

      await fill(page, "#timeline", (await page.$eval("#timeline", ({ max }) => Number(max))) - 3);
      const past = Number((await text(page, "#timeline-step")).replace(/\D/g, ""));
      assert.ok(past < end, `${past} is before ${end}`);
      await click(page, "#fork-here");
      await page.waitForSelector("#branches-begin", { visible: true });
      assert.equal(Number(await value(page, "#branches-from")), past);
      await fill(page, "#branches-steps", end - past);
      await click(page, "#branches-begin");
      await bothRest(page);
      assert.equal(await told(page, "Forked at step"), past);
      assert.equal(await told(page, "Both are at step"), end);
      assert.match(await text(page, "#branches-status"), /Changed: nothing\./);
      const [first, second, difference] = await coloursByRow(page, 3);
      assert.ok(Math.min(first, second) > 10, `${first} and ${second} colours`);
      assert.equal(difference, 1, "they differ");

      await click(page, "#branches-keep-first");
      await page.waitForSelector("#branches-begin", { visible: true });
      await settles(page);
      assert.equal(await step(page), end);
      const branch = await savedModel(page);
      assert.deepEqual(sessionOf(branch), sessionOf(original));
      assert.ok(parts(branch).data.equals(parts(original).data), "a weight differs");

      await page.goBack();
      await settles(page);
      await stepIs(page, end);
    });
  });

  test("with a setting changed is kept in the place of what was, by keyboard", async () => {
    const path = "/#family=autoencoder&hidden=64&code=4&batch=64&engine=cpu";
    await visitExperiment(browser, path, async (page) => {
      await stepReaches(page, 60);
      await page.focus("#fork-here");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement?.id === "branches-setting");
      assert.equal(await value(page, "#branches-from"), "", "from now");
      await page.keyboard.type("Learning");
      assert.equal(await value(page, "#branches-setting"), "learningRate");
      await tabsTo(page, "#branches-value");
      // It is refused in words, and nothing is lost.
      await type(page, "100");
      await tabsTo(page, "#branches-begin");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() =>
        /Learning rate.*100/.test(document.querySelector("#branches-problem").textContent),
      );
      await goesOn(page);

      await fill(page, "#branches-value", "0.02");
      await fill(page, "#branches-from", "30");
      await page.focus("#branches-from");
      await tabsTo(page, "#branches-steps");
      await type(page, "40");
      await tabsTo(page, "#branches-begin");
      await page.keyboard.press("Enter");
      await bothRest(page);
      assert.match(await text(page, "#branches-status"), /step 30\. Changed: Learning rate 0\.02\..*step 70\./);
      const [first, second, difference] = await coloursByRow(page, 3);
      assert.ok(Math.min(first, second, difference) > 10, `${first}, ${second} and ${difference} colours`);
      const resting = await rests(page);
      await tabsTo(page, "#branches-go", true);
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => /step 110\.$/.test(document.querySelector("#branches-status").textContent));
      await bothRest(page);
      assert.equal(await step(page), resting, "the experiment itself rests");

      await tabsTo(page, "#branches-end");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement?.id === "branches-begin");
      await goesOn(page);
      await pause(page);
      const before = await step(page);

      await page.focus("#branches-begin");
      await page.keyboard.press("Enter");
      await bothRest(page);
      await tabsTo(page, "#branches-keep-second", true);
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => /rate=0\.02/.test(location.hash));
      await settles(page);
      assert.equal(await step(page), 70);
      assert.equal(await value(page, "#learning-rate"), "0.02");
      const { settings } = sessionOf(await savedModel(page));
      assert.equal(Number(settings.optimizer.learningRate.toPrecision(6)), 0.02);
      await page.goBack();
      await page.waitForFunction(() => !/rate=0\.02/.test(location.hash));
      await settles(page);
      await stepIs(page, before);
    });
  });
});
