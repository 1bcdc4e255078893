// What a generator is there for: pictures from noise, two of which are mixed, walked between, and changed in one number.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  fill,
  goesOn,
  launchChromium,
  PATIENCE,
  pause,
  press,
  settled,
  showsPicture,
  stepReaches,
  visit,
} from "./harness.js";

const GAN = "/#family=adversarial&hidden=32&batch=32&engine=cpu&view=breeding";
const VAE = "/#family=variational&hidden=32&code=12&condition=label&engine=cpu&view=breeding";
const SIDE = 28;
const PITCH = SIDE + 1;
const CHILDREN = 8;
/** Of 255, by pixel and channel: less is rounding, more is another picture. */
const ALIKE = 1;

const [DRAWN, CHILDREN_ROW, WAY, MOVED] = ["drawn", "children", "way", "moved"].map((name) => `#breeding-${name}`);

/** One of the pictures in the first row. */
const cell = (page, selector, column) =>
  page.$eval(
    selector,
    (canvas, left, side) => [...canvas.getContext("2d").getImageData(left, 0, side, side).data],
    column * PITCH,
    SIDE,
  );

const difference = (one, other) =>
  one.reduce((sum, value, index) => sum + Math.abs(value - other[index]), 0) / one.length;

/** Waits until such a picture is this one. */
async function becomes(page, selector, column, expected) {
  const began = Date.now();
  while (difference(await cell(page, selector, column), expected) > ALIKE) {
    assert.ok(Date.now() - began < 30_000, `picture ${column} of ${selector} did not become the expected one`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Waits until such a picture is another than this one; gives it. */
async function changes(page, selector, column, from) {
  const began = Date.now();
  for (let now = from; ; now = await cell(page, selector, column)) {
    if (difference(now, from) > 0) return now;
    assert.ok(Date.now() - began < 30_000, `picture ${column} of ${selector} stayed the same`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Both parents are the ends of the way between them. */
async function areParents(page, first, second) {
  await becomes(page, WAY, 0, first);
  await becomes(page, WAY, CHILDREN - 1, second);
}

/** Presses a picture in the first row as a person does. */
async function clickPicture(page, selector, column) {
  const canvas = await page.$(selector);
  await canvas.scrollIntoView();
  const box = await canvas.boundingBox();
  const scale = box.width / (await canvas.evaluate(({ width }) => width));
  await page.mouse.click(box.x + (column * PITCH + SIDE / 2) * scale, box.y + (SIDE / 2) * scale);
}

const text = (page, selector) => page.$eval(selector, (element) => element.textContent);
const generations = async (page) => (await text(page, ".breeding-parents")).match(/generation \d+/g).join();

const comesToBe = (page, selector, words) =>
  page.waitForFunction(
    (found, wanted) => document.querySelector(found)?.textContent.includes(wanted),
    { polling: 50 },
    selector,
    words,
  );

/** Opens the view after some training, at rest. */
async function opens(page, steps = 60) {
  await stepReaches(page, steps);
  await showsPicture(page, WAY);
  await pause(page);
  await settled(page, DRAWN);
}

describe("pictures made from noise", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("become parents by a press, have children, and these have children in turn", async () => {
    await visit(browser, GAN, async (page) => {
      await opens(page);
      const drawn = await Promise.all([0, 1, 3, 5].map((column) => cell(page, DRAWN, column)));
      await areParents(page, drawn[0], drawn[1]);
      await clickPicture(page, DRAWN, 3);
      await clickPicture(page, DRAWN, 5);
      await areParents(page, drawn[2], drawn[3]);
      assert.equal(await generations(page), "generation 1,generation 1");

      const before = await cell(page, CHILDREN_ROW, 2);
      await press(page, "#breeding-others");
      const child = await changes(page, CHILDREN_ROW, 2, before);
      await areParents(page, drawn[2], drawn[3]);

      await clickPicture(page, CHILDREN_ROW, 2);
      await areParents(page, child, drawn[3]);
      assert.equal(await generations(page), "generation 2,generation 1");
      await comesToBe(page, ".breeding-children", "generation 3");
      const marked = () =>
        page.$$eval("#breeding-children ~ .breeding-mark", (all) => all.filter((mark) => !mark.hidden).length);
      assert.equal(await marked(), 0, "a parent is among its own children");

      await page.click("#breeding-back");
      await areParents(page, drawn[2], drawn[3]);
      await comesToBe(page, ".breeding-children", "generation 2");
      await becomes(page, CHILDREN_ROW, 2, child);

      await press(page, "#breeding-new");
      await changes(page, DRAWN, 3, drawn[2]);
      await areParents(page, drawn[2], drawn[3]);
    });
  });

  test("become parents by keyboard, and one number of the first is moved", async () => {
    await visit(browser, GAN, async (page) => {
      await opens(page);
      const drawn = await Promise.all([0, 2].map((column) => cell(page, DRAWN, column)));
      await page.focus("#parent-first");
      await page.keyboard.press("ArrowRight");
      await page.focus(DRAWN);
      for (const key of ["ArrowRight", "ArrowRight", "Enter"]) await page.keyboard.press(key);
      await areParents(page, drawn[0], drawn[1]);
      const child = await cell(page, CHILDREN_ROW, 0);
      await page.keyboard.press("b");
      await changes(page, CHILDREN_ROW, 0, child);
      await page.keyboard.press("n");
      await changes(page, DRAWN, 0, drawn[0]);

      // At first it is the first parent as it is.
      await becomes(page, MOVED, 0, drawn[0]);
      await fill(page, "#breeding-unit", "3");
      await page.focus("#breeding-value");
      await page.keyboard.press("End");
      const moved = await changes(page, MOVED, 0, drawn[0]);
      assert.match(
        await page.$eval("#breeding-value", (slider) => slider.getAttribute("aria-valuetext")),
        /^3\.00; in the first parent it is -?\d\.\d\d$/,
      );
      await page.focus("#breeding-start");
      await page.keyboard.press("Enter");
      await becomes(page, WAY, 0, moved);
      assert.equal(await generations(page), "generation 2,generation 1");
      await comesToBe(page, ".breeding-number", "In the first parent it is 3.00.");
      await page.keyboard.press("Backspace");
      await becomes(page, WAY, 0, drawn[0]);
      await page.keyboard.press("Backspace");
      await page.waitForSelector('#breeding-back[aria-disabled="true"]');
    });
  });

  test("stay the same ones while they are trained", async () => {
    await visit(browser, GAN, async (page) => {
      await opens(page, 30);
      await clickPicture(page, DRAWN, 4);
      const young = await cell(page, DRAWN, 4);
      await becomes(page, WAY, 0, young);
      await press(page, "#play");
      await goesOn(page, 400);
      await pause(page);
      await settled(page, DRAWN);
      const old = await cell(page, DRAWN, 4);
      assert.ok(difference(old, young) > ALIKE, "nothing has been learnt");
      await becomes(page, WAY, 0, old);
    });
  });

  test("are made as the label says that the decoder is told", async () => {
    await visit(browser, VAE, async (page) => {
      await opens(page, 150);
      const zeros = await cell(page, DRAWN, 0);
      await fill(page, "#breeding-label", "1");
      await settled(page, DRAWN);
      const ones = await cell(page, DRAWN, 0);
      assert.ok(difference(ones, zeros) > ALIKE, "the label does nothing");
      await becomes(page, WAY, 0, ones);
    });
  });
});
