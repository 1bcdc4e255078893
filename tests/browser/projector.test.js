// For a projector: the view and a sentence alone, large, and keys for whoever presents.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { goesOn, launchChromium, PATIENCE, rests, visit } from "./harness.js";

const isSeen = (page, selector) => page.$eval(selector, (element) => element.checkVisibility());
const active = (page) => page.$eval('#views [aria-selected="true"]', ({ dataset }) => dataset.view);
const isPlaying = (page) => page.$eval("#play", (button) => button.getAttribute("aria-pressed") === "true");
const projects = (page, on) =>
  page.waitForFunction(
    (wanted) =>
      document.documentElement.hasAttribute("data-projector") === wanted &&
      document.querySelector(".top").hidden === wanted,
    {},
    on,
  );
/** Text of at least so many pixels can be read from the last row. */
const size = (page, selector) =>
  page.$eval(selector, (element) => Number.parseFloat(getComputedStyle(element).fontSize));

describe("a projector", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("shows the view and a sentence alone, and is led by keys", async () => {
    await visit(browser, "/#family=autoencoder&hidden=8&engine=cpu&language=en", async (page) => {
      await goesOn(page);
      const small = await size(page, "#view-place h2");
      await page.focus("#stage");
      await page.keyboard.press("p");
      await projects(page, true);
      for (const hidden of [".controls", ".transport", "#timeline", "[data-region=diagram]", "[data-region=results]"]) {
        assert.equal(await isSeen(page, hidden), false, hidden);
      }
      await page.waitForFunction(() => document.querySelector("#projector-caption").textContent.length > 20);
      assert.ok((await size(page, "#projector-caption")) >= 28);
      assert.ok((await size(page, "#view-place h2")) > small * 1.4);

      await page.keyboard.press("Space");
      await page.waitForSelector('#play[aria-pressed="false"]');
      await page.waitForSelector('#stage[aria-busy="false"]');
      const rested = await rests(page);
      await page.keyboard.press("PageDown");
      await page.waitForFunction(
        (wanted) => document.querySelector(".projector-step b").textContent === wanted,
        {},
        (rested + 1).toLocaleString("en"),
      );
      assert.equal(await isPlaying(page), false);
      const before = await active(page);
      await page.keyboard.press("v");
      await page.waitForFunction(
        (view) => document.querySelector('#views [aria-selected="true"]').dataset.view !== view,
        {},
        before,
      );
      await page.keyboard.press("?");
      assert.equal(await isSeen(page, "#projector-keys"), true);
      await page.keyboard.press("r");
      await page.waitForFunction(() => Number(document.querySelector("#step").textContent) < 5);
      await page.keyboard.press("p");
      await projects(page, false);
      assert.equal(await isSeen(page, ".controls"), true);
      assert.equal(await page.evaluate(() => document.fullscreenElement), null);
      // A letter in a field stays a letter.
      await page.focus("#hidden");
      await page.keyboard.press("p");
      assert.equal(await isSeen(page, "#projector-bar"), false);

      await page.click("#share-open");
      await page.waitForSelector("#letter-keys");
      await page.focus("#letter-keys");
      await page.keyboard.press("Space");
      await page.keyboard.press("Escape");
      await page.focus("#stage");
      for (const key of ["p", "f"]) await page.keyboard.press(key);
      assert.equal(await isSeen(page, "#projector-bar"), false);
      await page.reload();
      await goesOn(page);
      await page.focus("#stage");
      await page.keyboard.press("p");
      assert.equal(await isSeen(page, "#projector-bar"), false);
    });
  });

  test("is begun by pointer over the full screen, has the card of a lesson beside the view, and is left by its button", async () => {
    await visit(browser, "/#lesson=contest&at=2&engine=cpu&language=en", async (page) => {
      await goesOn(page);
      await page.click("#full-screen");
      await page.waitForSelector("#projector:not([hidden])");
      await page.click("#projector");
      await projects(page, true);
      assert.equal(await isSeen(page, "#lesson-ask"), true);
      assert.ok((await size(page, "#lesson-ask")) >= 20);
      const [card, stage] = await page.$$eval("#lesson, #stage", (both) =>
        both.map((element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          return { left, right, top, bottom };
        }),
      );
      assert.ok(card.right <= stage.left + 1 || card.bottom <= stage.top + 1, "they do not lie over each other");
      const place = await page.$eval("#lesson-place", ({ textContent }) => textContent);
      await page.keyboard.press("PageDown");
      await page.waitForFunction((before) => document.querySelector("#lesson-place").textContent !== before, {}, place);
      await page.click("#projector-leave");
      await page.waitForFunction(() => !document.documentElement.hasAttribute("data-projector"));
      assert.equal(await isSeen(page, ".transport"), true);
    });
  });
});
