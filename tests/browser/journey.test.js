// A path through several pictures: chosen, put in order, played, saved as an animation, kept.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { isKept, settles, visitExperiment } from "./experiments.js";
import {
  drawDigit,
  fill,
  launchChromium,
  PATIENCE,
  pause,
  press,
  rests,
  showsPicture,
  stepReaches,
} from "./harness.js";

const LETTERS = "/#family=autoencoder&data=letters&hidden=32&code=16&engine=cpu&view=journey";
const [SIDE, GAP] = [28, 1];
/** From each picture to the next. */
const STEPS = 15;
/** Of 255: the first code of a walk is that of the picture up to rounding. */
const ROUNDING = 4;

/** What somebody does who wants nothing to move by itself. */
const still = (page) => page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);

/** The pictures that the path goes through, as text. */
const chosen = (page) =>
  page.$$eval("#view-journey .chosen-place[data-empty=false] canvas", (all) =>
    all.map((canvas) => [...canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data].join()),
  );

/** A picture of some that stand in rows, as numbers. */
const cell = (page, selector, column, row = 0) =>
  page.$eval(
    selector,
    (canvas, left, top, side) => [...canvas.getContext("2d").getImageData(left, top, side, side).data],
    column * (SIDE + GAP),
    row * (SIDE + GAP),
    SIDE,
  );

/** Presses one of them as a person does. */
async function clickPicture(page, selector, column, row = 0) {
  const canvas = await page.$(selector);
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

const place = (page) => page.$eval("#journey-place", ({ value, max }) => ({ at: Number(value), last: Number(max) }));
const goesTo = (page, stage) =>
  page.waitForFunction((wanted) => Number(document.querySelector("#journey-place")?.value) === wanted, {}, stage);

/** Waits until the path goes through so many pictures. */
const goesThrough = (page, count) =>
  page.waitForFunction(
    (stages) => Number(document.querySelector("#journey-place")?.max) === stages - 1,
    { polling: 50 },
    count * STEPS,
  );

/** Opens the view after some training, at rest. */
async function opens(page, steps = 60) {
  await stepReaches(page, steps);
  await showsPicture(page, "#journey-strip");
  await pause(page);
}

/** Another decoder than ours reads what was saved: how many pictures, and the first, each pixel of it once. */
const savedAnimation = (page) =>
  page.evaluate(async (side) => {
    const blob = window.saved.at(-1);
    const decoder = new ImageDecoder({ data: await blob.arrayBuffer(), type: blob.type });
    await decoder.tracks.ready;
    const { frameCount, repetitionCount } = decoder.tracks.selectedTrack;
    const durations = [];
    for (let frameIndex = 0; frameIndex < frameCount; frameIndex++) {
      const { image } = await decoder.decode({ frameIndex });
      durations.push(image.duration / 1000);
      image.close();
    }
    const { image } = await decoder.decode({ frameIndex: 0 });
    const { displayWidth: width, displayHeight: height } = image;
    const drawing = new OffscreenCanvas(width, height).getContext("2d");
    drawing.drawImage(image, 0, 0);
    const first = [];
    for (let y = 0; y < height; y += height / side) {
      for (let x = 0; x < width; x += width / side) first.push(...drawing.getImageData(x, y, 1, 1).data);
    }
    return { frameCount, forever: repetitionCount === Number.POSITIVE_INFINITY, durations, first, width, height };
  }, SIDE);

describe("a path through several pictures", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("is chosen by pointer, played, and saved as an animation", async () => {
    await visitExperiment(browser, LETTERS, async (page) => {
      await opens(page);
      const before = await place(page);
      await page.waitForFunction(
        (at) => Number(document.querySelector("#journey-place").value) !== at,
        { polling: 50 },
        before.at,
      );
      await click(page, "#journey-play");
      const paused = await place(page);
      await new Promise((resolve) => setTimeout(resolve, 1000));
      assert.equal((await place(page)).at, paused.at, "it went on");

      await click(page, "#journey-clear");
      assert.deepEqual(await chosen(page), []);
      assert.match(await page.$eval("#journey-told", (told) => told.textContent), /needs 2 to 8 pictures/);
      await click(page, "#journey-save");
      for (const column of [1, 4, 6]) await clickPicture(page, "#journey-candidates", column, 1);
      await goesThrough(page, 3);
      const [first, second, third] = await chosen(page);
      assert.equal(first, (await cell(page, "#journey-candidates", 1, 1)).join());
      assert.equal(third, (await cell(page, "#journey-candidates", 6, 1)).join());

      await click(page, "#journey-earlier");
      assert.deepEqual(await chosen(page), [first, third, second]);
      await click(page, "#view-journey .chosen-place:nth-child(1)");
      await click(page, "#journey-later");
      assert.deepEqual(await chosen(page), [third, first, second]);
      // Dragged from the third place to the first.
      const [to, from] = await page.$$eval("#view-journey .chosen-place canvas", (all) =>
        [all[0], all[2]].map((canvas) => {
          const { left, top, width, height } = canvas.getBoundingClientRect();
          return [left + width / 2, top + height / 2];
        }),
      );
      await page.mouse.move(...from);
      await page.mouse.down();
      await page.mouse.move(...to, { steps: 12 });
      await page.mouse.up();
      assert.deepEqual(await chosen(page), [second, third, first]);
      await click(page, "#journey-more");
      await page.waitForFunction(
        () => document.querySelector("#journey-previous").getAttribute("aria-disabled") === "false",
      );

      // The strip's fourth picture is the second that was chosen.
      await clickPicture(page, "#journey-strip", 3);
      await goesTo(page, STEPS);

      await rests(page);
      await press(page, "#journey-save");
      await page.waitForFunction(() =>
        /an animation of 45 pictures/.test(document.querySelector("#view-journey").textContent),
      );
      assert.equal(await page.evaluate(() => window.saved.length), 1, "nothing was saved while there was no path");
      const saved = await savedAnimation(page);
      assert.equal(saved.frameCount, 3 * STEPS);
      assert.ok(saved.forever, "it ends");
      assert.deepEqual([saved.width, saved.height], [8 * SIDE, 8 * SIDE]);
      assert.deepEqual(saved.durations.slice(0, 3), [400, 80, 80]);
      assert.deepEqual(saved.first, await cell(page, "#journey-strip", 0), "it is what the page shows");
    });
  });

  test("is chosen by keyboard, and from the draw pad; a reload keeps it", async () => {
    const path = LETTERS.replace("autoencoder", "variational");
    await visitExperiment(
      browser,
      path,
      async (page) => {
        await opens(page);
        await page.focus("#journey-chosen-1");
        for (const count of [3, 2, 1]) {
          await page.keyboard.press("Delete");
          assert.equal((await chosen(page)).length, count);
        }
        await page.focus("#journey-candidates");
        for (const key of ["ArrowDown", "ArrowRight", "ArrowRight", "Enter"]) await page.keyboard.press(key);
        assert.equal((await chosen(page))[1], (await cell(page, "#journey-candidates", 2, 1)).join());
        await press(page, "#clear-pad");
        await page.waitForSelector('#journey-drawing[aria-disabled="true"]');
        await drawDigit(page);
        await page.waitForSelector('#journey-drawing[aria-disabled="false"]');
        await page.focus("#journey-drawing");
        await page.keyboard.press("Enter");
        await goesThrough(page, 3);

        // Nobody has asked it to play.
        assert.equal((await place(page)).at, 0);
        await page.focus("#journey-place");
        for (const key of ["ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
        await goesTo(page, 2);
        const said = await page.$eval("#journey-place", (slider) => slider.getAttribute("aria-valuetext"));
        assert.equal(said, "Stage 3 of 45, from picture 1 to picture 2");
        await page.focus("#journey-chosen-3");
        await page.keyboard.press("ArrowLeft");
        await goesTo(page, STEPS);
        await page.focus("#journey-speed");
        await page.keyboard.press("ArrowDown");
        await page.focus("#journey-play");
        await page.keyboard.press("Enter");
        await goesTo(page, STEPS + 3);
        await page.keyboard.press("Enter");

        const before = await chosen(page);
        await isKept(page, ({ panels }) => panels.journey?.stops?.length === 3 && panels.journey.speed === "fast");
        await page.reload();
        await settles(page);
        await goesThrough(page, 3);
        assert.deepEqual(await chosen(page), before);
        assert.equal(await page.$eval("#journey-speed", ({ value }) => value), "fast");
      },
      { prepare: still },
    );
  });

  test("takes eight pictures at most, icons as well as letters", async () => {
    await visitExperiment(
      browser,
      LETTERS.replace("letters", "game-icons"),
      async (page) => {
        await opens(page);
        for (const column of [0, 1, 2, 3, 4]) await clickPicture(page, "#journey-candidates", column, 1);
        await goesThrough(page, 8);
        assert.equal((await chosen(page)).length, 8);
        assert.match(await page.$eval("#journey-told", (told) => told.textContent), /full, with 8 pictures/);
        await rests(page);
        const now = await cell(page, "#journey-strip", 0);
        // The first looks are of a path through four.
        await fill(page, "#timeline", 2);
        await goesThrough(page, 4);
        assert.notDeepEqual(await cell(page, "#journey-strip", 0), now);
      },
      { prepare: still },
    );
  });

  test("of a GAN goes through pictures made from noise", async () => {
    const path = "/#family=adversarial&data=letters&hidden=16&batch=32&engine=cpu&view=journey";
    await visitExperiment(
      browser,
      path,
      async (page) => {
        await opens(page);
        await rests(page);
        await clickPicture(page, "#journey-candidates", 5, 1);
        await goesThrough(page, 5);
        const made = await cell(page, "#journey-candidates", 5, 1);
        assert.equal((await chosen(page))[4], made.join());
        // Three of each leg stand in the strip.
        const columns = await page.$eval("#journey-strip", ({ width }, side) => Math.ceil(width / side), SIDE + GAP);
        const decoded = await cell(page, "#journey-strip", 12 % columns, Math.floor(12 / columns));
        const difference = decoded.map((value, at) => Math.abs(value - made[at]));
        assert.ok(Math.max(...difference) <= ROUNDING, `${Math.max(...difference)} of 255 lie between them`);
      },
      { prepare: still },
    );
  });
});
