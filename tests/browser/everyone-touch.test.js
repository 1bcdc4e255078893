// By finger on a phone and on a tablet, and by pen: whatever can be pressed is large enough, and what a mouse does a finger does.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { shows, tabs, unfold } from "./all-views.js";
import { assertPlaced } from "./boxes.js";
import {
  fill,
  launchChromium,
  PATIENCE,
  pause,
  picture,
  press,
  rests,
  showsPicture,
  stepReaches,
  visit,
} from "./harness.js";
import { assertLarge } from "./targets.js";

const TOUCHED = { hasTouch: true, isMobile: true };
/** As an iPhone, a Pixel and an iPad have them. */
const PHONE = { width: 390, height: 844, deviceScaleFactor: 3, ...TOUCHED };
const DEVICES = [
  PHONE,
  { width: 412, height: 915, deviceScaleFactor: 2.625, ...TOUCHED },
  { width: 820, height: 1180, deviceScaleFactor: 2, ...TOUCHED },
];

/** Together they have nearly every view. */
const EXPERIMENTS = [
  "family=adversarial&hidden=8",
  "family=adversarial&hidden=8&data=ring",
  "family=variational&hidden=8",
  "family=variational&hidden=8&code=4&data=molecules",
  "family=variational&hidden=8&code=4&data=textures",
  "family=variational&hidden=8&data=drawn",
  "family=autoencoder&hidden=8&only=7",
  "family=autoencoder&hidden=8&data=signals&corruption=noise&amount=0.3",
];

const byFinger = { prepare: (page) => page.setViewport(PHONE) };

/** As it lies on each device. */
async function looksAt(page, what) {
  for (const device of DEVICES) {
    await page.setViewport(device);
    await assertPlaced(page, `${what}, ${device.width} wide`);
    await assertLarge(page, `${what}, ${device.width} wide`);
  }
}

/** Places on an element that a person has scrolled to, as shares of its sides. */
async function placesOn(page, selector) {
  await page.$eval(selector, (element) => element.scrollIntoView({ block: "center" }));
  const box = await (await page.$(selector)).boundingBox();
  return (x, y) => [box.x + x * box.width, box.y + y * box.height];
}

/** Along these places, without leaving the screen; at rest at the end, or the browser takes what comes next for its stopping. */
async function drags(page, ...places) {
  const [start, ...others] = places;
  await page.touchscreen.touchStart(...start);
  for (const place of others) await page.touchscreen.touchMove(...place);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await page.touchscreen.touchMove(...others.at(-1));
  await page.touchscreen.touchEnd();
}

/** From one place to another, as a finger goes. */
const between = ([x, y], [toX, toY], steps = 8) =>
  Array.from({ length: steps + 1 }, (_, step) => [x + ((toX - x) * step) / steps, y + ((toY - y) * step) / steps]);

const scrolled = (page) => page.evaluate(() => Math.round(window.scrollY));

async function changes(page, selector, before) {
  const began = Date.now();
  while ((await picture(page, selector)).text === before.text) {
    assert.ok(Date.now() - began < 30_000, `${selector} stayed as it was for 30 seconds`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe("by finger and by pen", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  const seen = new Set();
  for (const experiment of EXPERIMENTS) {
    test(`all can be pressed in any view of ${experiment}`, async () => {
      const use = async (page) => {
        await stepReaches(page, 5);
        await pause(page);
        await unfold(page);
        const all = await tabs(page);
        for (const tab of all.filter((tab) => !seen.has(tab))) {
          seen.add(tab);
          await press(page, `#${tab}`);
          await shows(page);
          await looksAt(page, tab);
        }
      };
      await visit(browser, `/#${experiment}&engine=cpu`, use, byFinger);
    });
  }

  test("all can be pressed in dialogs, in what is refused and offered, in what is measured, and in a lesson", async () => {
    const use = async (page) => {
      await stepReaches(page, 30);
      await pause(page);
      for (const dialog of ["lessons", "share", "data-sets", "own-pictures", "report"]) {
        await press(page, `#${dialog}-open`);
        await page.waitForSelector(dialog === "report" ? "#report-address" : `#${dialog}[open]`);
        await unfold(page);
        await looksAt(page, dialog);
        await page.keyboard.press("Escape");
      }
      await press(page, "#measure-now");
      await page.waitForSelector("#measures tbody tr", { timeout: 60_000 });
      await unfold(page);
      await looksAt(page, "what is measured");
      await fill(page, "#code", "0");
      await page.waitForSelector("#notice:not([hidden])");
      await looksAt(page, "a notice");
      await press(page, "#notice-dismiss");
      await press(page, "#restart");
      await page.waitForSelector("#offer:not([hidden])", { timeout: 60_000 });
      await looksAt(page, "what can be undone");
      await press(page, "#offer-dismiss");
      await press(page, "#lessons-open");
      await press(page, "#lessons li button");
      await page.waitForSelector("#lesson:not([hidden]) #lesson-ask", { timeout: 60_000 });
      await page.waitForFunction(() => document.querySelector("#preparing").textContent === "", { timeout: 60_000 });
      await looksAt(page, "a lesson");
    };
    await visit(browser, "/#family=autoencoder&hidden=8&engine=cpu", use, byFinger);
  });

  test("all can be pressed on the chart of code sizes", async () => {
    const use = async (page) => {
      await stepReaches(page, 5);
      await pause(page);
      await press(page, ".sweep-bar button");
      await page.waitForSelector(".bottleneck-chart .place:not([hidden])", { timeout: 120_000 });
      await looksAt(page, "code sizes");
    };
    await visit(browser, "/#family=autoencoder&hidden=8&engine=cpu&view=bottleneck", use, byFinger);
  });

  test("a visit on a phone: pause, draw, choose, another view, back into the past, along the network", async () => {
    const use = async (page) => {
      await stepReaches(page, 40);
      await page.tap("#play");
      await page.waitForSelector('#play[aria-pressed="false"]');
      await rests(page);
      const pad = await placesOn(page, "#draw-pad");
      const before = await scrolled(page);
      const empty = await picture(page, "#draw-pad");
      await drags(page, ...between(pad(0.3, 0.2), pad(0.7, 0.2)), ...between(pad(0.7, 0.2), pad(0.4, 0.85)));
      const drawn = await picture(page, "#draw-pad");
      assert.notEqual(drawn.text, empty.text, "the finger drew nothing");
      assert.equal(await scrolled(page), before, "the page went away under the finger");
      await showsPicture(page, "#wall");
      const wall = await placesOn(page, "#wall");
      await page.touchscreen.tap(...wall(0.4, 0.4));
      await changes(page, "#draw-pad", drawn);
      await page.tap("#views-judge");
      await page.tap("#tab-verdicts");
      await page.waitForSelector("#view-verdicts:not([hidden])");
      await page.tap("#views-watch");
      await page.waitForSelector("#view-wall:not([hidden])");
      const now = await page.$eval("#timeline", ({ value }) => value);
      const line = await placesOn(page, "#timeline");
      await drags(page, ...between(line(0.97, 0.5), line(0.05, 0.5)));
      assert.notEqual(await page.$eval("#timeline", ({ value }) => value), now, "the time line stayed");
      // The network is wider than the screen: a swipe goes along it.
      const strip = await placesOn(page, "#network");
      await drags(page, ...between(strip(0.8, 0.5), strip(0.1, 0.5)));
      await page.waitForFunction(() => document.querySelector("#network").scrollLeft > 20);
    };
    await visit(browser, "/#family=adversarial&hidden=8&engine=cpu", use, byFinger);
  });

  test("a finger drags the threshold of odd ones, and goes over the map", async () => {
    const rates = (page) => page.$eval("#outliers-rates", ({ textContent }) => textContent);
    const threshold = async (page) => {
      await stepReaches(page, 60);
      await pause(page);
      await press(page, "#measure-now");
      await page.waitForFunction(() => /\d/.test(document.querySelector("#outliers-rates").textContent));
      const chart = await placesOn(page, "#outliers-roc");
      const [before, first] = [await scrolled(page), await rates(page)];
      await drags(page, ...between(chart(0.1, 0.9), chart(0.8, 0.2)));
      assert.notEqual(await rates(page), first);
      assert.equal(await scrolled(page), before, "the page went away under the finger");
    };
    await visit(browser, "/#family=autoencoder&hidden=8&only=7&engine=cpu&view=outliers", threshold, byFinger);
    const map = async (page) => {
      await stepReaches(page, 20);
      await pause(page);
      await showsPicture(page, "#map");
      const place = await placesOn(page, "#map");
      await drags(page, ...between(place(0.2, 0.5), place(0.8, 0.5)));
      await page.waitForFunction(() => document.querySelector("#probe").checkVisibility());
      await showsPicture(page, "#probe");
    };
    await visit(browser, "/#family=variational&hidden=8&code=2&engine=cpu&view=map", map, byFinger);
  });

  test("a pen draws with its tip, and not while it hovers or with its button", async () => {
    await visit(browser, "/#family=autoencoder&hidden=8&engine=cpu", async (page) => {
      await stepReaches(page, 5);
      await pause(page);
      await press(page, "#clear-pad");
      const pad = await placesOn(page, "#draw-pad");
      await page.$eval("#draw-pad", (canvas) => {
        canvas.addEventListener("pointermove", ({ pointerType }) => {
          canvas.dataset.drawnBy = pointerType;
        });
      });
      const client = await page.createCDPSession();
      const pen = (type, [x, y], more = {}) =>
        client.send("Input.dispatchMouseEvent", { type, x, y, pointerType: "pen", ...more });
      const stroke = async (button, buttons) => {
        await pen("mousePressed", pad(0.3, 0.2), { button, buttons, clickCount: 1, force: 0.5 });
        for (const place of between(pad(0.3, 0.2), pad(0.5, 0.8)))
          await pen("mouseMoved", place, { button, buttons, force: 0.5 });
        await pen("mouseReleased", pad(0.5, 0.8), { button, clickCount: 1 });
      };
      for (const place of between(pad(0.1, 0.9), pad(0.9, 0.9))) await pen("mouseMoved", place);
      await stroke("right", 2);
      assert.equal((await picture(page, "#draw-pad")).colours, 1, "the pad is empty still");
      await stroke("left", 1);
      assert.equal(await page.$eval("#draw-pad", ({ dataset }) => dataset.drawnBy), "pen");
      assert.ok((await picture(page, "#draw-pad")).colours > 1, "the pen drew nothing");
    });
  });
});
