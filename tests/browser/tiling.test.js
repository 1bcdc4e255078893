// A made texture repeated three by three: chosen, compared with a real one, saved as a wall and as a tile.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { tries, visitExperiment } from "./experiments.js";
import { launchChromium, PATIENCE, pause, press, showsPicture, stepReaches } from "./harness.js";
import { assertUncut } from "./reading.js";

const TEXTURES = "/#family=variational&data=textures&hidden=64&code=8&condition=label&engine=cpu&view=tiling";
const [SIDE, GAP] = [28, 2];
const SAVED_SCALE = 8;
const FIGURES = ["own", "made", "real", "strangers"];

/** A picture of some that stand in rows, as text. */
const cell = (page, selector, column, row = 0) =>
  page.$eval(
    selector,
    (canvas, left, top, side) => canvas.getContext("2d").getImageData(left, top, side, side).data.join(),
    column * (SIDE + GAP),
    row * (SIDE + GAP),
    SIDE,
  );

/** Waits until each of the nine pictures of the wall is this one of those to choose from: gives it. */
async function repeats(page, selector, column, row = 0) {
  await page.waitForFunction(
    (from, left, top, side) => {
      const at = (canvas, x, y) =>
        document.querySelector(canvas).getContext("2d").getImageData(x, y, side, side).data.join();
      const wanted = at(from, left, top);
      return [0, 1, 2].every((x) => [0, 1, 2].every((y) => at("#tiling-wall", x * side, y * side) === wanted));
    },
    { polling: 100 },
    selector,
    column * (SIDE + GAP),
    row * (SIDE + GAP),
    SIDE,
  );
  return cell(page, selector, column, row);
}

/** Waits until a look at the model has come after training has ended, so that nothing changes by itself. */
async function comesToRest(page) {
  for (let before = "", now = " "; now !== before; ) {
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    now = await cell(page, "#tiling-made", 0);
  }
}

/** Presses a picture of some that stand in rows, as a person does. */
async function clickPicture(page, selector, column, row = 0) {
  const canvas = await page.$(selector);
  await canvas.scrollIntoView();
  const box = await canvas.boundingBox();
  const scale = box.width / (await canvas.evaluate(({ width }) => width));
  const middle = (place) => (place * (SIDE + GAP) + SIDE / 2) * scale;
  await page.mouse.click(box.x + middle(column), box.y + middle(row));
}

const figures = async (page) =>
  Promise.all(FIGURES.map((name) => page.$eval(`#tiling-figure-${name}`, (cell) => Number(cell.textContent))));

/** Presses a button that saves a picture, and gives that: its size, and the colours of each pixel once, as text. */
async function saves(page, button) {
  const before = await page.evaluate(() => window.saved.length);
  await press(page, button);
  await page.waitForFunction((count) => window.saved.length > count, {}, before);
  return page.evaluate(
    async (scale, side) => {
      const image = await createImageBitmap(window.saved.at(-1));
      const drawing = new OffscreenCanvas(image.width, image.height).getContext("2d");
      drawing.drawImage(image, 0, 0);
      const pixels = [];
      for (let at = 0; at < side * side; at++) {
        pixels.push(...drawing.getImageData((at % side) * scale, Math.floor(at / side) * scale, 1, 1).data);
      }
      return { size: [image.width, image.height], first: pixels.join() };
    },
    SAVED_SCALE,
    SIDE,
  );
}

describe("a texture repeated", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("is chosen by pointer and by keyboard, made or real, and saved", async () => {
    await visitExperiment(browser, TEXTURES, async (page) => {
      await stepReaches(page, 40);
      await showsPicture(page, "#tiling-wall");
      await pause(page);
      await comesToRest(page);
      await repeats(page, "#tiling-made", 0);
      await clickPicture(page, "#tiling-made", 3, 1);
      const chosen = await repeats(page, "#tiling-made", 3, 1);

      const [own, made, real, strangers] = await figures(page);
      for (const figure of [own, made]) assert.ok(figure > 0, `${figure}`);
      assert.ok(Math.abs(real - 1) < 0.15, `real ones have no seam: ${real}`);
      assert.ok(strangers > 1.4, `different ones do not belong together: ${strangers}`);

      for (const [button, pictures] of [
        ["#tiling-save-wall", 3],
        ["#tiling-save-tile", 1],
      ]) {
        const { size, first } = await saves(page, button);
        assert.deepEqual(size, Array(2).fill(pictures * SIDE * SAVED_SCALE));
        assert.ok(first === chosen, `${button} saves what is shown`);
      }

      await page.focus("#tiling-real");
      for (const key of ["ArrowRight", "ArrowRight", "Enter"]) await page.keyboard.press(key);
      assert.ok((await repeats(page, "#tiling-real", 2)) !== chosen);
      assert.match(await page.$eval("#tiling-summary", (told) => told.textContent), /a real picture, repeated/);

      // Others, of one kind; training rests.
      const before = await cell(page, "#tiling-made", 0);
      await page.focus("#tiling-new");
      await page.keyboard.press("Enter");
      const changed = (from) =>
        page.waitForFunction(
          (text, side) => {
            const drawing = document.querySelector("#tiling-made").getContext("2d");
            return drawing.getImageData(0, 0, side, side).data.join() !== text;
          },
          {},
          from,
          SIDE,
        );
      await changed(before);
      const others = await repeats(page, "#tiling-made", 0);
      await page.focus("#tiling-label");
      await page.select("#tiling-label", "3");
      await changed(others);
      await assertUncut(page, "a texture repeated");
    });
  });

  test("is a thing to try; digits, which do not repeat, are offered none", async () => {
    await visitExperiment(browser, "/#family=variational&hidden=8&engine=cpu", async (page) => {
      await stepReaches(page, 5);
      const offered = () => page.$$eval("[role=tab]", (tabs) => tabs.some(({ textContent }) => textContent === "Tile"));
      assert.equal(await offered(), false);
      await tries(page, "Tiles for a game");
      await page.waitForSelector("#view-tiling:not([hidden])");
      await showsPicture(page, "#tiling-wall");
      assert.ok(await offered());
      assert.match(await page.evaluate(() => location.hash), /data=textures/);
      await repeats(page, "#tiling-made", 0);
    });
  });
});
