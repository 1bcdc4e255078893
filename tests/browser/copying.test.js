// Did it copy? Made pictures beside the real ones nearest to them, a thousand at once, and the cure.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { settles, tries } from "./experiments.js";
import { fill, goesOn, launchChromium, PATIENCE, pause, press, settled, stepReaches, visit } from "./harness.js";
import { assertUncut } from "./reading.js";

const [SIDE, GAP] = [28, 1];
/** After which fifty pictures are known by heart. */
const STEPS = 500;

const textOf = (page, selector) => page.$eval(selector, (element) => element.textContent);
const isSeen = (page, selector) => page.$eval(selector, (element) => element.checkVisibility());

/** A picture of some that stand in rows, as text. */
const cell = (page, selector, column = 0, row = 0) =>
  page.$eval(
    selector,
    (canvas, left, top, side) => [...canvas.getContext("2d").getImageData(left, top, side, side).data].join(),
    column * (SIDE + GAP),
    row * (SIDE + GAP),
    SIDE,
  );

/** Presses one of them as a person does. */
async function clickPicture(page, selector, column, row) {
  const canvas = await page.$(selector);
  await canvas.scrollIntoView();
  const box = await canvas.boundingBox();
  const scale = box.width / (await canvas.evaluate(({ width }) => width));
  const middle = (place) => (place * (SIDE + GAP) + SIDE / 2) * scale;
  await page.mouse.click(box.x + middle(column), box.y + middle(row));
}

/** Waits until a picture of these stands large beside the real ones. */
const isChosen = async (page, selector, column, row) =>
  page.waitForFunction(
    (picture) => {
      const canvas = document.querySelector("#copies-chosen");
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      return canvas.checkVisibility() && [...data].join() === picture;
    },
    { timeout: 30_000, polling: 50 },
    await cell(page, selector, column, row),
  );

/** The distances that are told of either part, which rise. */
async function distances(page) {
  const [training, test] = await Promise.all(
    ["#copies-training", "#copies-test"].map((part) =>
      page.$$eval(`${part} figcaption`, (all) => all.map(({ textContent }) => Number(textContent))),
    ),
  );
  for (const told of [training, test]) {
    assert.equal(told.length, 3);
    assert.ok(told[0] > 0 && told[0] <= told[1] && told[1] <= told[2], told.join());
  }
  return { training: training[0], test: test[0] };
}

/** Waits for the comparison, and for the suspicious ones; gives the ratio that is told. */
async function compared(page, by) {
  await page.waitForFunction(
    (words) =>
      document.querySelector(".copies-result").textContent.includes(words) &&
      document.querySelector(".copies-result").checkVisibility() &&
      document.querySelector("#copies-suspects").checkVisibility(),
    { timeout: 120_000, polling: 100 },
    `made pictures, by ${by}`,
  );
  assert.match(await textOf(page, "#copies-status"), /Measured at step \d/);
  return Number(/[\d.]+(?= times)/.exec(await textOf(page, "#copies-verdict"))[0]);
}

/** Where the bars of a histogram begin, of the width. */
const begins = (page, part) =>
  page.$eval(`.copies-chart .${part}`, (path) => {
    const places = path
      .getAttribute("d")
      .match(/-?[\d.]+/g)
      .map(Number);
    const high = places.findIndex((y, at) => at % 2 === 1 && y < Math.max(...places.filter((_, odd) => odd % 2)) - 1);
    return places[high - 1];
  });

/** Waits until that picture of a wall is another one. */
async function changes(page, selector, before) {
  const began = Date.now();
  while ((await cell(page, selector)) === before) assert.ok(Date.now() - began < 30_000, "it stayed the same");
}

describe("whether it copied", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("fifty pictures are copied, all of them are not; by pointer and by keyboard", async () => {
    await visit(browser, "/#family=variational&hidden=8&seed=0&engine=cpu", async (page) => {
      await settles(page);
      await tries(page, "Fifty pictures, known by heart");
      await page.waitForSelector("#tab-copies[aria-selected=true]", { timeout: 30_000 });
      await stepReaches(page, STEPS, 180_000);
      await pause(page);
      await settled(page, "#copies-wall");

      await clickPicture(page, "#copies-wall", 2, 1);
      await isChosen(page, "#copies-wall", 2, 1);
      await distances(page);
      await page.focus("#copies-wall");
      for (const key of ["ArrowRight", "ArrowDown", "Enter"]) await page.keyboard.press(key);
      await isChosen(page, "#copies-wall", 3, 2);

      // What trains now is not compared while somebody looks at what was.
      const now = await cell(page, "#copies-wall");
      await fill(page, "#timeline", 0);
      await page.waitForSelector('#copies-compare[aria-disabled="true"]');
      await changes(page, "#copies-wall", now);
      assert.match(await textOf(page, "#copies-status"), /looking back/);
      await page.$eval("#timeline", (slider) => {
        slider.value = slider.max;
        slider.dispatchEvent(new Event("input", { bubbles: true }));
      });
      await page.waitForSelector('#copies-compare[aria-disabled="false"]');

      await page.click("#copies-compare");
      const pixels = await compared(page, "pixels");
      assert.ok(pixels <= 0.5, `made ones lie ${pixels} times as far from what was learned from`);
      assert.match(await textOf(page, "#copies-verdict"), /^Copies/);
      assert.match(await textOf(page, ".copies-result"), /1,000 made pictures, .* nearest of 50 it learned from/);
      assert.ok((await begins(page, "training")) < (await begins(page, "unseen-part")));
      await assertUncut(page, "what was compared");

      await clickPicture(page, "#copies-suspects", 0, 0);
      await isChosen(page, "#copies-suspects", 0, 0);
      const { training, test } = await distances(page);
      assert.ok(2 * training < test, `the most suspicious one lies ${training} and ${test} from the nearest`);

      await page.focus("#copies-likeness [value=pixels]");
      await page.keyboard.press("ArrowRight");
      const features = await compared(page, "features");
      assert.ok(features < 0.6, `by features they lie ${features} times as far`);
      await distances(page);

      await press(page, "#play");
      await page.click("#copies-cure");
      await page.waitForFunction(() => !document.querySelector("#copies-cure").checkVisibility(), { timeout: 60_000 });
      assert.equal(await isSeen(page, ".copies-result"), false, "what was measured was of another experiment");
      assert.doesNotMatch(await page.evaluate(() => location.hash), /pictures=/);
      await goesOn(page, 150, 120_000);
      await page.focus("#copies-compare");
      await page.keyboard.press("Enter");
      const all = await compared(page, "pixels");
      assert.ok(all > 0.9 && all < 1.1, `learned from all, they lie ${all} times as far`);
      assert.match(await textOf(page, "#copies-verdict"), /^Not copied/);
      assert.match(await textOf(page, ".copies-result"), /nearest of 2,000 it learned from/);
    });
  });

  test("by features where digits are learned from, and not where some classes alone are", async () => {
    const link = "/#family=adversarial&network=dense&condition=none&hidden=8&batch=32&engine=cpu&view=copies";
    await visit(browser, `${link}&data=fashion-small`, async (page) => {
      await page.waitForFunction(() => document.querySelector("#copies-chosen")?.checkVisibility(), {
        timeout: 60_000,
      });
      await distances(page);
      assert.equal(await isSeen(page, "#copies-likeness"), false);
      assert.equal(await isSeen(page, "#copies-cure"), false);
    });
    await visit(browser, `${link}&only=7`, async (page) => {
      await settles(page);
      assert.equal(await page.$("#tab-copies"), null);
    });
  });
});
