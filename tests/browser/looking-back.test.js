// The time line: back to what a view showed at an earlier step, whatever happens around it, and forward to now.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { fill, goesOn, launchChromium, PATIENCE, picture, press, stepReaches, visit } from "./harness.js";

const VIEWS = [
  { name: "the wall", link: "family=adversarial&hidden=8", canvas: "#wall", crisp: true },
  { name: "the pairs", link: "family=autoencoder&hidden=8", canvas: "#pairs", crisp: true },
  {
    name: "pairs with what the encoder is shown",
    link: "family=autoencoder&hidden=8&corruption=noise&amount=0.5",
    canvas: "#pairs",
    crisp: true,
  },
  { name: "the map", link: "family=variational&hidden=8", canvas: "#map-grid", crisp: false },
  { name: "the plane", link: "family=adversarial&data=ring", canvas: "#plane", crisp: false },
  { name: "points of one's own", link: "family=adversarial&data=drawn", canvas: "#own-points-plane", crisp: false },
];

/** What the time line says that is shown. */
const label = (page) => page.$eval("#timeline-step", (element) => element.textContent);
const value = (page) => page.$eval("#timeline", (slider) => [Number(slider.value), Number(slider.max)]);
const summary = (page) =>
  page.$eval(".view:not([hidden])", (view) => view.querySelector("p[hidden]:not(.waiting)").textContent);

/** Waits until a few steps can be looked back to, and looks back to the first. */
async function lookBack(page) {
  await page.waitForFunction(() => Number(document.querySelector("#timeline").max) >= 4, { timeout: 120_000 });
  await fill(page, "#timeline", 0);
  await page.waitForFunction(() => /\d/.test(document.querySelector("#timeline-step").textContent));
}

/** Until training has gone on, and a view that is not held, which looks twice a second, would have shown it. */
async function timePasses(page) {
  await goesOn(page, 30);
  await new Promise((resolve) => setTimeout(resolve, 800));
}

/** What a canvas shows, as text. The first reading takes it off the graphics card, which rounds. */
async function seenOn(page, canvas) {
  await picture(page, canvas);
  return (await picture(page, canvas)).text;
}

/** Waits for other pictures than these. */
async function shownAnew(page, canvas, before) {
  const changed = (selector, text) => {
    const element = document.querySelector(selector);
    const { data } = element.getContext("2d").getImageData(0, 0, element.width, element.height);
    return new Uint32Array(data.buffer).join() !== text;
  };
  await page.waitForFunction(changed, { timeout: 60_000, polling: 200 }, canvas, before);
}

/** The first picture of a view, which is the same at every size where each pixel is kept. */
const firstCell = (page, canvas) =>
  page.$eval(canvas, (element) => [...element.getContext("2d").getImageData(0, 0, 28, 28).data].join());

describe("looking back", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  for (const { name, link, canvas, crisp } of VIEWS) {
    test(`on ${name} stays where one looks while training goes on, and comes back to now`, async () => {
      await visit(browser, `/#${link}&engine=cpu`, async (page) => {
        await stepReaches(page, 20);
        await lookBack(page);
        const [said, seen] = [await label(page), await seenOn(page, canvas)];
        await timePasses(page);
        assert.equal(await label(page), said);
        assert.ok((await seenOn(page, canvas)) === seen, "what is shown is not of then any more");
        // Beyond the end, wherever that is by now.
        await fill(page, "#timeline", 1_000_000);
        assert.match(await label(page), /now/);
        await shownAnew(page, canvas, seen);
        await shownAnew(page, canvas, await seenOn(page, canvas));
        const [at, most] = await value(page);
        assert.equal(at, most);
      });
    });

    test(`on ${name} stays where one looks when the window is resized`, async () => {
      await visit(browser, `/#${link}&engine=cpu`, async (page) => {
        await stepReaches(page, 20);
        await lookBack(page);
        const said = await label(page);
        const first = crisp ? await firstCell(page, canvas) : null;
        for (const width of [900, 1440, 390, 1280]) {
          await page.setViewport({ width, height: 900 });
          await timePasses(page);
          assert.equal(await label(page), said, `at ${width}`);
          if (crisp) assert.ok((await firstCell(page, canvas)) === first, `other pictures at ${width}`);
        }
        const seen = await seenOn(page, canvas);
        await timePasses(page);
        assert.ok((await seenOn(page, canvas)) === seen, "what is shown is not of then any more");
      });
    });
  }

  test("holds through a change of theme, and of language", async () => {
    await visit(browser, "/#family=adversarial&hidden=8&engine=cpu&language=en", async (page) => {
      await stepReaches(page, 20);
      await lookBack(page);
      const step = (await label(page)).match(/[\d,\s]+/)[0];
      const seen = await firstCell(page, "#wall");
      await press(page, "#theme");
      assert.ok((await firstCell(page, "#wall")) !== seen, "the theme does not show");
      await press(page, "#theme");
      assert.ok((await firstCell(page, "#wall")) === seen, "other pictures in the first theme again");
      await fill(page, "#language", "sv");
      await page.waitForSelector("html[lang=sv]");
      assert.equal((await label(page)).trim(), `steg${step.trimEnd()}`);
      await timePasses(page);
      assert.ok((await firstCell(page, "#wall")) === seen, "other pictures in Swedish");
    });
  });

  test("is of the experiment: another view looks back to the same time", async () => {
    await visit(browser, "/#family=variational&hidden=8&engine=cpu", async (page) => {
      await stepReaches(page, 20);
      // Each view has something to look back to once it has been looked at.
      const tabs = await page.$$eval("#views [role=tab]", (all) => all.map(({ id }) => id));
      for (const tab of tabs) {
        await press(page, `#${tab}`);
        await page.waitForFunction(() => Number(document.querySelector("#timeline").max) >= 2, { timeout: 60_000 });
      }
      await fill(page, "#timeline", 1);
      const said = await label(page);
      assert.match(said, /\d/);
      await press(page, `#${tabs[0]}`);
      assert.match(await label(page), /\d/, "the other view jumped to now");
      await press(page, `#${tabs.at(-1)}`);
      assert.equal(await label(page), said);
    });
  });

  test("starts anew with another experiment", async () => {
    await visit(browser, "/#family=adversarial&hidden=8&engine=cpu", async (page) => {
      await stepReaches(page, 20);
      await lookBack(page);
      await press(page, "#restart");
      await page.waitForFunction(() => /now/.test(document.querySelector("#timeline-step").textContent), {
        timeout: 60_000,
      });
      await goesOn(page);
      await shownAnew(page, "#wall", await seenOn(page, "#wall"));
    });
  });

  test("says of what step the picture is, for those who cannot see it", async () => {
    await visit(browser, "/#family=adversarial&hidden=8&engine=cpu", async (page) => {
      await stepReaches(page, 20);
      await lookBack(page);
      const step = (await label(page)).replace(/\D/g, "");
      await new Promise((resolve) => setTimeout(resolve, 5000));
      assert.match((await summary(page)).replaceAll(",", ""), new RegExp(`\\b${step}\\b`));
      const heard = await page.$eval("#timeline", (slider) => slider.getAttribute("aria-valuetext"));
      assert.equal(heard, await label(page));
    });
  });
});
