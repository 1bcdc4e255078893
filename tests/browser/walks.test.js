// Walks between two pictures, arithmetic with classes, and what each number of the code tells.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { visitExperiment } from "./experiments.js";
import { drawDigit, fill, launchChromium, PATIENCE, pause, press, showsPicture, stepReaches } from "./harness.js";

const START = "/#family=variational&hidden=64&code=16&engine=cpu&view=walks";
const SIDE = 28;

/** A picture of a row of pictures, as text. */
const cell = (page, selector, index, gap = 1) =>
  page.$eval(
    selector,
    (canvas, left, side) => [...canvas.getContext("2d").getImageData(left, 0, side, side).data].join(),
    index * (SIDE + gap),
    SIDE,
  );

/** Waits until such a picture is, or is not, this one. */
async function becomes(page, same, expected, ...place) {
  const began = Date.now();
  while (((await cell(page, ...place)) === expected) !== same) {
    assert.ok(Date.now() - began < 30_000, `${place} did not change in 30 seconds`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Opens the view after some training, at rest: the last look, too, has come, for which the page waits two seconds at most. */
async function opens(page, steps = 100) {
  await stepReaches(page, steps);
  await showsPicture(page, "#walk-sphere");
  await pause(page);
  let before = "";
  for (let now = await cell(page, "#walk-sphere", 0); now !== before; now = await cell(page, "#walk-sphere", 0)) {
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 2500));
  }
}

describe("walks", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("go both ways between the same two pictures, which are chosen by pointer", async () => {
    await visitExperiment(browser, START, async (page) => {
      await opens(page);
      for (const end of [0, 8]) {
        assert.equal(await cell(page, "#walk-straight", end), await cell(page, "#walk-sphere", end), `end ${end}`);
      }
      assert.notEqual(await cell(page, "#walk-straight", 4), await cell(page, "#walk-sphere", 4));
      const first = await cell(page, "#walk-straight", 0);
      const last = await cell(page, "#walk-straight", 8);
      await press(page, "#walk-end-2");
      const strip = await page.$("#walk-strip");
      const box = await strip.boundingBox();
      const size = await strip.evaluate(({ width, height }) => width / height);
      // The fourth picture.
      await page.mouse.click(box.x + (3.5 * box.width) / size, box.y + box.height / 2);
      await becomes(page, false, last, "#walk-straight", 8);
      assert.equal(await cell(page, "#walk-straight", 0), first);
      assert.ok(await page.$eval("#walk-end-1", (radio) => radio.checked), "the other one is next");
    });
  });

  test("are chosen by keyboard, and from the draw pad", async () => {
    await visitExperiment(browser, START.replace("variational", "autoencoder"), async (page) => {
      await opens(page);
      let first = await cell(page, "#walk-sphere", 0);
      await page.focus("#walk-end-2");
      await page.keyboard.press("ArrowUp");
      await page.focus("#walk-strip");
      for (const key of ["ArrowRight", "ArrowRight", "Enter"]) await page.keyboard.press(key);
      await becomes(page, false, first, "#walk-sphere", 0);
      await press(page, "#walk-end-1");
      await press(page, "#clear-pad");
      await page.waitForFunction(() => document.querySelector("#walk-drawing").disabled);
      await drawDigit(page);
      first = await cell(page, "#walk-sphere", 0);
      await press(page, "#walk-drawing");
      await becomes(page, false, first, "#walk-sphere", 0);
    });
  });

  test("have arithmetic with classes beside them, whose amount acts at once", async () => {
    await visitExperiment(browser, START, async (page) => {
      await opens(page);
      const rebuilt = await cell(page, "#walk-straight", 0);
      const sum = () => cell(page, "#walk-sum", 1, 4);
      await fill(page, "#walk-from", "5");
      await fill(page, "#walk-to", "1");
      await becomes(page, false, rebuilt, "#walk-sum", 1, 4);
      const whole = await sum();
      await page.focus("#walk-amount");
      for (let step = 0; step < 10; step++) await page.keyboard.press("ArrowLeft");
      // Nothing is added: the first picture, rebuilt.
      await becomes(page, true, rebuilt, "#walk-sum", 1, 4);
      await page.keyboard.press("Home");
      await becomes(page, false, rebuilt, "#walk-sum", 1, 4);
      assert.notEqual(await sum(), whole);
      const said = await page.$eval("#walk-amount", (slider) => slider.getAttribute("aria-valuetext"));
      assert.match(said, /-2\.0 times the way from 5 to 1/);
    });
  });

  test("have no arithmetic where there are no two classes", async () => {
    await visitExperiment(browser, `${START}&only=7`, async (page) => {
      await opens(page, 20);
      assert.ok(await page.$eval(".walk-arithmetic", (part) => part.hidden));
    });
  });
});

describe("the numbers of a code", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  const rows = (page) =>
    page.$$eval("#units tbody tr", (all) =>
      all.map((row) => ({
        nats: Number(row.querySelector(".nats").textContent),
        idle: row.dataset.idle !== undefined,
      })),
    );

  test("stand in the order of what they tell; too strong a pull makes some tell nothing", async () => {
    await visitExperiment(
      browser,
      "/#family=variational&hidden=64&code=16&kl=8&engine=cpu&view=divergences",
      async (page) => {
        await stepReaches(page, 600);
        await pause(page);
        await new Promise((resolve) => setTimeout(resolve, 2500));
        const found = await rows(page);
        assert.equal(found.length, 16);
        assert.deepEqual(
          found.map(({ nats }) => nats),
          found.map(({ nats }) => nats).sort((one, other) => other - one),
        );
        const used = found.filter(({ idle }) => !idle).length;
        assert.ok(used < 16, "all are used");
        const said = await page.$eval("#units-used", (element) => element.textContent);
        assert.match(said, new RegExp(`${used} of 16 numbers are used.*posterior collapse`));
      },
    );
  });

  test("are shown of points, too", async () => {
    await visitExperiment(
      browser,
      "/#family=variational&data=ring&hidden=16&engine=cpu&view=divergences",
      async (page) => {
        await stepReaches(page, 50);
        await page.waitForFunction(() => document.querySelector("#units tbody tr"));
        const code = await page.$eval("#code", (field) => Number(field.value));
        assert.equal((await rows(page)).length, code);
      },
    );
  });
});
