// The discriminator judges: a picture from the page, by pointer and by keyboard, beside what it says of many.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { drawDigit, fill, launchChromium, PATIENCE, picture, press, visit } from "./harness.js";
import { isJudged, opens, rowComes, START, textOf } from "./judging.js";

/** The share of a row that was taken for real, in per cent, and how many were judged. */
const rowOf = (page, id) =>
  page.$eval(`#verdicts-row-${id}`, (row) => {
    const [count, share] = [...row.querySelectorAll("b")].map((figure) => Number.parseInt(figure.textContent, 10));
    return { count, share, bar: row.querySelector("i").style.width, name: row.querySelector("th").textContent };
  });

/** Presses one of a row of pictures by mouse. */
async function pressPicture(page, selector, index, down = 0.5, count = 5) {
  const row = await page.$(selector);
  await row.scrollIntoView();
  const box = await row.boundingBox();
  await page.mouse.click(box.x + ((index + 0.5) * box.width) / count, box.y + down * box.height);
}

describe("the discriminator judges", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("what is pressed and what is drawn, beside what it says of many", async () => {
    await visit(browser, START, async (page) => {
      await opens(page, "model", "earlier");
      for (const id of ["real", "blurred", "noisy", "present", "earlier", "model", "chance"]) {
        const { count, share, bar } = await rowOf(page, id);
        assert.equal(count, 200, id);
        assert.ok(Math.abs(Number.parseFloat(bar) - share) <= 0.5, `${id}: ${share} % and a bar of ${bar}`);
      }
      const step = Number((await textOf(page, "#step")).replace(/\D/g, ""));
      const earlier = Number(/\d+/.exec((await rowOf(page, "earlier")).name)[0]);
      assert.ok(earlier <= step / 2, `step ${earlier} is not before half of ${step}`);
      for (const kind of ["real", "made"]) {
        const bars = await page.$eval(`.verdicts-chart .${kind}`, (path) => path.getBoundingClientRect().height);
        assert.ok(bars > 2, `the bars of ${kind} ones are ${bars} high`);
      }
      await pressPicture(page, "#verdicts-some-present", 1);
      await isJudged(page, "Made by its generator:");
      await pressPicture(page, "#verdicts-chance", 3);
      await isJudged(page, "Plain noise:");
      await press(page, "#clear-pad");
      await page.waitForFunction(() => /^Draw a picture/.test(document.querySelector("#verdicts-verdict").textContent));
      assert.ok(await page.$eval("#verdicts-histogram .chart-mark", (mark) => mark.hidden));
      await drawDigit(page);
      await isJudged(page, "On the draw pad:", false);
    });
  });

  test("real ones a little changed, beside what they were made of; and its mistakes are counted", async () => {
    await visit(browser, START, async (page) => {
      await opens(page, "blurred", "noisy", "model", "earlier");
      await pressPicture(page, "#verdicts-real", 1);
      await isJudged(page, "A real one, unseen:");
      const original = (await picture(page, "#verdicts-judged")).text;
      for (const [id, origin] of [
        ["blurred", "A real one, before or after it was blurred:"],
        ["noisy", "A real one, without or with noise:"],
      ]) {
        await pressPicture(page, `#verdicts-${id}`, 1, 0.25);
        await isJudged(page, origin);
        assert.equal((await picture(page, "#verdicts-judged")).text, original, `${id}: what it was made of`);
        await pressPicture(page, `#verdicts-${id}`, 1, 0.75);
        await page.waitForFunction(
          (before) => {
            const canvas = document.querySelector("#verdicts-judged");
            const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
            return new Uint32Array(data.buffer).join() !== before;
          },
          { timeout: 30_000, polling: 50 },
          original,
        );
        await isJudged(page, origin);
      }
      for (const [kind, ids] of [
        ["accused", ["real", "blurred", "noisy"]],
        ["missed", ["present", "earlier", "model"]],
      ]) {
        for (const id of ids) {
          const told = await textOf(page, `#verdicts-${kind}-${id}`);
          const [judged, count] = told.match(/\d+/g).map(Number);
          const { share } = await rowOf(page, id);
          assert.equal(judged, 200, told);
          const expected = kind === "missed" ? share : 100 - share;
          assert.ok(Math.abs(count / 2 - expected) <= 0.5, `${told} ${share} % were taken for real`);
        }
      }
    });
  });

  test("what is chosen by keyboard, and another data set when that is wanted", async () => {
    await visit(browser, START, async (page) => {
      await opens(page);
      await page.focus("#verdicts-some-real");
      for (const key of ["ArrowRight", "ArrowRight", "Enter"]) await page.keyboard.press(key);
      await isJudged(page, "A real one, unseen:");
      const third = (await picture(page, "#verdicts-judged")).text;
      for (const key of ["ArrowLeft", "Space"]) await page.keyboard.press(key);
      await page.waitForFunction(
        () => document.querySelector(".verdicts-some .unseen").textContent === "Row 1, column 2: now being judged",
      );
      await isJudged(page, "A real one, unseen:");
      assert.ok((await picture(page, "#verdicts-judged")).text !== third, "the same picture");
      await page.focus("#verdicts-add-data");
      await page.keyboard.press("Enter");
      await rowComes(page, "data");
      assert.equal((await rowOf(page, "data")).count, 200);
      assert.equal(await page.$eval("#verdicts-add-data", (button) => button.checkVisibility()), false);
    });
  });

  test("at earlier steps, too, for who looks back; and clothes, of which no other model comes", async () => {
    await visit(browser, `${START}&data=fashion-small`, async (page) => {
      await opens(page, "earlier");
      assert.equal(await page.$eval("#verdicts-row-model", (row) => row.hidden), true);
      const shares = async () =>
        (await Promise.all(["real", "present"].map((id) => rowOf(page, id)))).map(({ share }) => share);
      const bars = () => page.$eval(".verdicts-chart .real", (path) => path.getAttribute("d"));
      const now = { bars: await bars(), shares: await shares() };
      await fill(page, "#timeline", 0);
      await page.waitForFunction(
        (before) => document.querySelector(".verdicts-chart .real").getAttribute("d") !== before,
        {},
        now.bars,
      );
      assert.equal(
        await page.$eval("#verdicts-row-earlier", (row) => row.hidden),
        true,
        "nothing came before the first look",
      );
      await fill(page, "#timeline", await page.$eval("#timeline", (slider) => slider.max));
      await page.waitForFunction(
        (before) => document.querySelector(".verdicts-chart .real").getAttribute("d") === before,
        {},
        now.bars,
      );
      assert.deepEqual(await shares(), now.shares);
      await rowComes(page, "earlier");
    });
  });
});
