// More of what some pictures have and others lack: two groups chosen, and the way between them added to other pictures.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { isKept, settles, visitExperiment } from "./experiments.js";
import { drawDigit, fill, launchChromium, PATIENCE, pause, press, showsPicture, stepReaches } from "./harness.js";

const LETTERS = "/#family=autoencoder&data=letters&hidden=32&code=16&engine=cpu&view=attributes";
const [SIDE, GAP, BETWEEN] = [28, 1, 10];
/** Of 255: a code is moved by nothing up to rounding. */
const ROUNDING = 2;
const [AS_THEY_ARE, REBUILT, CHANGED] = [0, 1, 2];

/** The pictures of a group, as text. */
const chosen = (page, group) =>
  page.$$eval(`#attributes-${group} .chosen-place[data-empty=false] canvas`, (all) =>
    all.map((canvas) => [...canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data].join()),
  );

const pixels = (page, selector, left, top, width, height) =>
  page.$eval(
    selector,
    (canvas, ...part) => [...canvas.getContext("2d").getImageData(...part).data],
    ...[left, top, width, height],
  );

/** One of those to choose from, as text. */
const offered = async (page, column, row) =>
  (await pixels(page, "#attributes-candidates", column * (SIDE + GAP), row * (SIDE + GAP), SIDE, SIDE)).join();

/** A row of what comes of it, as numbers; or one picture of it. */
const row = (page, index, column = 0, count = 6) => {
  const top = index * (SIDE + GAP + BETWEEN);
  return pixels(page, "#attributes-result", column * (SIDE + GAP), top, count * (SIDE + GAP) - GAP, SIDE);
};

const furthest = (one, other) => Math.max(...one.map((value, at) => Math.abs(value - other[at])));

/** Presses one of those to choose from as a person does. */
async function choose(page, column, row) {
  const canvas = await page.$("#attributes-candidates");
  await canvas.scrollIntoView();
  const box = await canvas.boundingBox();
  const scale = box.width / (await canvas.evaluate(({ width }) => width));
  const middle = (place) => (place * (SIDE + GAP) + SIDE / 2) * scale;
  await page.mouse.click(box.x + middle(column), box.y + middle(row));
}

async function click(page, selector) {
  const element = await page.$(selector);
  await element.scrollIntoView();
  await element.click();
}

/** What a row shows once it is another than before, and has stayed so for longer than the page waits between two looks. */
async function becomes(page, index, before) {
  const began = Date.now();
  let [last, same] = [before, 0];
  while (same < 4) {
    assert.ok(Date.now() - began < 20_000, "the row stayed as it was, or did not come to rest");
    await new Promise((resolve) => setTimeout(resolve, 150));
    const now = await row(page, index);
    same = now.join() === last.join() && now.join() !== before.join() ? same + 1 : 0;
    last = now;
  }
  return last;
}

/** Opens the view after some training, at rest. */
async function opens(page) {
  await stepReaches(page, 150);
  await showsPicture(page, "#attributes-result");
  await pause(page);
}

const said = (page) => page.$eval("#attributes-amount", (slider) => slider.getAttribute("aria-valuetext"));
const words = (page) => page.$eval("#view-attributes", ({ textContent }) => textContent);

describe("more of what some have and others lack", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("groups are filled by pointer, and the change acts on all pictures", async () => {
    await visitExperiment(browser, LETTERS, async (page) => {
      await opens(page);
      assert.match(await words(page), /Put pictures into both groups/);
      assert.ok(await page.$eval("#attributes-amount", ({ disabled }) => disabled));
      const empty = await row(page, CHANGED);

      for (const column of [2, 5]) await choose(page, column, 0);
      await click(page, "#attributes-into-more");
      for (const column of [0, 1, 3]) await choose(page, column, 1);
      // A picture is in a group once.
      await choose(page, 3, 1);
      assert.deepEqual(await chosen(page, "less"), [await offered(page, 2, 0), await offered(page, 5, 0)]);
      assert.deepEqual((await chosen(page, "more"))[2], await offered(page, 3, 1));
      assert.equal((await chosen(page, "more")).length, 3);
      const changed = await becomes(page, CHANGED, empty);
      assert.match(await words(page), /attribute vector/);
      const rebuilt = await row(page, REBUILT);
      for (let column = 0; column < 6; column++) {
        const [one, other] = [await row(page, CHANGED, column, 1), await row(page, REBUILT, column, 1)];
        assert.ok(furthest(one, other) > 10 * ROUNDING, `picture ${column + 1} stayed as it was`);
      }

      // Without one of those it leads to, it leads elsewhere.
      await click(page, "#attributes-more .chosen-place:nth-child(2)");
      await click(page, "#attributes-more-remove");
      assert.equal((await chosen(page, "more")).length, 2);
      await becomes(page, CHANGED, changed);
      assert.deepEqual(await row(page, REBUILT), rebuilt);

      // What is drawn comes first, and the others move on.
      const before = await row(page, AS_THEY_ARE);
      await press(page, "#clear-pad");
      const cleared = await becomes(page, AS_THEY_ARE, before);
      const first = await row(page, AS_THEY_ARE, 0, 5);
      await drawDigit(page);
      await becomes(page, AS_THEY_ARE, cleared);
      assert.deepEqual(await row(page, AS_THEY_ARE, 1, 5), first);

      await click(page, "#attributes-less-clear");
      assert.deepEqual(await chosen(page, "less"), []);
      await page.waitForFunction(() => document.querySelector("#attributes-amount").disabled);
      assert.match(await words(page), /Put pictures into both groups/);
    });
  });

  test("groups are filled, and the slider moved, by keyboard; a reload keeps them", async () => {
    await visitExperiment(browser, LETTERS, async (page) => {
      await opens(page);
      const empty = await row(page, CHANGED);
      const keys = async (...all) => {
        for (const key of all) await page.keyboard.press(key);
      };
      await page.focus("#attributes-candidates");
      await keys("Enter", "ArrowRight", "ArrowRight", "Enter", "ArrowDown", "Enter");
      await page.focus("#attributes-into-less");
      await keys("ArrowRight");
      await page.focus("#attributes-candidates");
      await keys("Home", "Enter", "ArrowRight", "Enter");
      assert.deepEqual(await chosen(page, "more"), [await offered(page, 0, 1), await offered(page, 1, 1)]);
      await page.focus("#attributes-less-chosen-1");
      await keys("ArrowRight", "Delete");
      assert.deepEqual(await chosen(page, "less"), [await offered(page, 0, 0), await offered(page, 2, 1)]);

      const once = await becomes(page, CHANGED, empty);
      await page.focus("#attributes-amount");
      await keys("End");
      const twice = await becomes(page, CHANGED, once);
      assert.equal(await said(page), "2.0 times the way from less to more");
      for (let times = 0; times < 20; times++) await keys("ArrowLeft");
      assert.equal(await said(page), "0.0 times the way from less to more");
      const unchanged = await becomes(page, CHANGED, twice);
      const difference = furthest(unchanged, await row(page, REBUILT));
      assert.ok(difference <= ROUNDING, `${difference} of 255 lie between them`);
      await keys("Home");
      const back = await becomes(page, CHANGED, unchanged);

      const groups = [await chosen(page, "less"), await chosen(page, "more")];
      await isKept(page, ({ panels }) => panels.attributes?.amount === -2 && panels.attributes.more?.length === 2);
      await page.reload();
      await settles(page);
      assert.deepEqual([await chosen(page, "less"), await chosen(page, "more")], groups);
      assert.equal(await said(page), "-2.0 times the way from less to more");
      const again = await becomes(page, CHANGED, empty);
      assert.ok(furthest(again, back) <= ROUNDING, "the same change is given again");

      // They outlast that what the encoder is shown begins to be corrupted.
      await fill(page, "#corruption", "noise");
      await page.waitForFunction(() => location.hash.includes("corruption=noise"));
      assert.deepEqual([await chosen(page, "less"), await chosen(page, "more")], groups);
    });
  });
});
