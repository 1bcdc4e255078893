// Links that have the page shown as whoever made them wants: made by pointer and by keyboard, opened by somebody else; the page
// as a frame of another; the full screen.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { settles } from "./experiments.js";
import {
  goesOn,
  launchChromium,
  PATIENCE,
  pause,
  press,
  rests,
  step,
  stepReaches,
  visit,
  withHost,
} from "./harness.js";
import { scanned } from "./scanning.js";

const START = "/#family=autoencoder&hidden=8&engine=cpu&language=en";
const HOSTILE = '<img src=x onerror="window.harmed = true"> & "Å" stays as it is.';

const textOf = (page, selector) => page.$eval(selector, (element) => element.textContent);
const isSeen = (page, selector) => page.$eval(selector, (element) => element.checkVisibility());
const link = (page) => page.$eval("#share-link-text", (field) => field.value);
const parts = async (page) => new URLSearchParams(new URL(await link(page)).hash.slice(1));
const focused = (page) => page.evaluate(() => document.activeElement.id);
const isPlaying = (page) => page.$eval("#play", (button) => button.getAttribute("aria-pressed") === "true");

/** Until the link says so. */
const says = (page, name, value) =>
  page.waitForFunction(
    (key, text) =>
      new URLSearchParams(new URL(document.querySelector("#share-link-text").value).hash.slice(1)).get(key) === text,
    {},
    name,
    value,
  );

/** Lets the page write and read what is copied. */
async function mayCopy(page) {
  const { origin } = new URL(page.url());
  await page.browserContext().overridePermissions(origin, ["clipboard-read", "clipboard-sanitized-write"]);
}

/** Another page, with this in it. */
function withPage(body, use) {
  return withHost((_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.end(`<!doctype html><link rel="icon" href="data:,"><title>Another page</title>${body}`);
  }, use);
}

describe("a link", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("made by pointer has words, hides and waits, and whoever opens it can see everything", async () => {
    let made = "";
    await visit(browser, START, async (page) => {
      await stepReaches(page, 1);
      await mayCopy(page);
      await page.click("#share-open");
      await page.waitForSelector("#share[open]");
      const plain = await link(page);
      assert.match(plain, /#v=2&family=autoencoder&data=mnist-small&hidden=8&seed=7&engine=cpu&language=en$/);
      await page.click("#share-text");
      await page.keyboard.type(HOSTILE);
      await page.click("#share-question");
      await page.keyboard.type("What comes back?");
      for (const part of ["controls", "results", "families"]) await page.click(`#share-shown-${part}`);
      await page.click("#share-start-paused");
      await says(page, "start", "paused");
      made = await link(page);
      assert.equal((await parts(page)).get("hide"), "controls,results,families");
      await page.waitForSelector("#share-code");
      assert.equal(await scanned(page), made);
      await page.click("#share-link-copy");
      await page.waitForFunction(() => document.querySelector("#share-link-copy").textContent === "Copied");
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), made);
      // The page itself stays as it is.
      assert.equal(await isSeen(page, ".controls"), true);
    });
    await visit(browser, `/${new URL(made).hash}`, async (page) => {
      await settles(page);
      const assertShown = async () => {
        assert.equal(await textOf(page, "#told-text"), HOSTILE);
        assert.equal(await textOf(page, "#told-question"), "What comes back?");
        assert.equal(await page.$("#told img"), null);
        assert.equal(await page.evaluate(() => window.harmed), undefined);
      };
      await assertShown();
      assert.equal(await rests(page), 1);
      assert.equal(await isPlaying(page), false);
      assert.match(await textOf(page, "#told-rest"), /At rest/);
      for (const hidden of [".controls", ".results", ".tabs"]) assert.equal(await isSeen(page, hidden), false, hidden);
      // Nor do keys come to what is hidden.
      await page.focus("#play");
      for (let tab = 0; tab < 25; tab++) {
        await page.keyboard.press("Tab");
        const lost = await page.evaluate(() => document.activeElement.closest(".controls, .results, .tabs") !== null);
        assert.equal(lost, false, "a key led to what is hidden");
      }
      await page.click("#play");
      await goesOn(page);
      assert.equal(await isSeen(page, "#told-rest"), false);
      await pause(page);
      await page.reload();
      await settles(page);
      await assertShown();
      assert.equal(await isSeen(page, ".controls"), false);
      await page.focus("#show-everything");
      await page.keyboard.press("Enter");
      for (const shown of [".controls", ".results", ".tabs"]) assert.equal(await isSeen(page, shown), true, shown);
      assert.equal(await isSeen(page, "#told-foot"), false);
      await assertShown();
      assert.doesNotMatch(await page.evaluate(() => location.hash), /hide=/);
    });
  });

  test("made by keyboard offers two views, trains to a step and rests there", async () => {
    let made = "";
    await visit(browser, START, async (page) => {
      await stepReaches(page, 1);
      await mayCopy(page);
      await page.focus("#share-open");
      await page.keyboard.press("Enter");
      await page.waitForSelector("#share[open]");
      // A link is copied by two presses of one key.
      assert.equal(await focused(page), "share-link-copy");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.querySelector("#share-link-copy").textContent === "Copied");
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await link(page));
      await page.focus("#share summary");
      await page.keyboard.press("Enter");
      const boxes = await page.$$eval(".share-views input", (all) => all.map(({ id }) => id));
      for (const id of boxes.filter((name) => !["share-view-pairs", "share-view-map"].includes(name))) {
        await page.focus(`#${id}`);
        await page.keyboard.press("Space");
      }
      await page.focus("#share-start-at-once");
      await page.keyboard.press("ArrowUp");
      assert.equal(await focused(page), "share-start-until");
      await page.focus("#share-start-step");
      await page.keyboard.down("Control");
      await page.keyboard.press("a");
      await page.keyboard.up("Control");
      await page.keyboard.type("30");
      await says(page, "start", "30");
      await says(page, "only-views", "pairs,map");
      made = await link(page);
      await page.keyboard.press("Escape");
      await page.waitForSelector("#share:not([open])");
      assert.equal(await focused(page), "share-open");
    });
    await visit(browser, `/${new URL(made).hash}`, async (page) => {
      await page.waitForFunction(() => /^Rests at step 30\./.test(document.querySelector("#told-rest").textContent), {
        timeout: 60_000,
      });
      await page.waitForSelector('#play[aria-pressed="false"]');
      assert.equal(await rests(page), 30);
      const views = () => page.$$eval("#views [role=tab]", (tabs) => tabs.map(({ dataset }) => dataset.view).sort());
      assert.deepEqual(await views(), ["map", "pairs"]);
      await page.keyboard.press("Space");
      await stepReaches(page, 35);
      await page.click("#show-everything");
      await page.waitForFunction(() => document.querySelectorAll("#views [role=tab]").length > 2);
    });
  });

  test("that cannot be copied is selected, one that is too long for a code says so, and one of a newer page is refused", async () => {
    const prepare = (page) =>
      page.evaluateOnNewDocument(() => {
        navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
      });
    const use = async (page) => {
      await stepReaches(page, 1);
      await page.click("#share-open");
      await page.waitForSelector("#share[open]");
      await page.click("#share-link-copy");
      await page.waitForFunction(() => /by hand/.test(document.querySelector("#share").textContent));
      assert.equal(await page.evaluate(() => getSelection().toString()), await link(page));
      await page.waitForSelector("#share-code");
      await page.$eval("#share-text", (field) => {
        field.value = "å".repeat(500);
        field.dispatchEvent(new Event("input", { bubbles: true }));
      });
      await page.waitForFunction(() => /too long/.test(document.querySelector("#share-code-told").textContent));
      assert.equal(await page.$("#share-code"), null);
      await page.click("#share-close");
      await page.evaluate(() => {
        location.hash = location.hash.replace("v=2", "v=99");
      });
      await page.waitForSelector("#notice:not([hidden])");
      assert.match(await textOf(page, "#notice p"), /version 99/);
      await goesOn(page);
    };
    await visit(browser, START, use, { prepare });
  });

  test("trains as a frame of another page, and leads to the whole page", async () => {
    let recipe = "";
    await visit(browser, START, async (page) => {
      await stepReaches(page, 1);
      await press(page, "#share-open");
      await page.waitForSelector("#share[open]");
      await page.select("#share-theme", "dark");
      await says(page, "theme", "dark");
      recipe = await page.$eval("#share-embed-text", (field) => field.value);
    });
    const small = recipe.replace(/width="\d+"/, 'width="320"').replace(/height="\d+"/, 'height="400"');
    await withPage(small, (host) =>
      visit(
        browser,
        "/",
        async (page) => {
          await page.waitForFunction(() => frames.length === 1);
          const frame = page.frames().find((each) => each !== page.mainFrame());
          await frame.waitForSelector("#step");
          await goesOn(frame);
          const seen = (selector) => frame.$eval(selector, (element) => element.checkVisibility());
          for (const hidden of [".top", ".controls", ".results"]) assert.equal(await seen(hidden), false, hidden);
          for (const shown of ["#play", "#view-place", "#open-whole"]) assert.equal(await seen(shown), true, shown);
          assert.equal(await frame.$eval("html", (root) => root.dataset.theme), "dark");
          const wide = await frame.evaluate(() => document.documentElement.scrollWidth > innerWidth);
          assert.equal(wide, false, "the frame is too narrow");
          const whole = new URL(await frame.$eval("#open-whole", (a) => a.href));
          assert.match(whole.hash, /family=autoencoder&data=mnist-small&hidden=8/);
          assert.doesNotMatch(whole.hash, /embed|theme/);
          await frame.focus("#play");
          await page.keyboard.press("Enter");
          await frame.waitForSelector('#play[aria-pressed="false"]');
        },
        // All of the frame is from elsewhere.
        { host, expects: new RegExp(`^a request to another origin: ${process.env.SITE_ADDRESS}`) },
      ),
    );
  });

  test("shown over the full screen has the stage alone, by pointer and by key, and a letter in a field stays a letter", async () => {
    await visit(browser, START, async (page) => {
      await stepReaches(page, 1);
      const full = (wanted) =>
        page.waitForFunction(
          (on) => (document.fullscreenElement !== null) === on && document.querySelector(".top").hidden === on,
          {},
          wanted,
        );
      await page.click("#full-screen");
      await full(true);
      assert.equal(await isSeen(page, ".controls"), false);
      assert.equal(await isSeen(page, "#view-place"), true);
      const before = await step(page);
      await stepReaches(page, before + 1);
      await page.keyboard.press("f");
      await full(false);
      assert.equal(await isSeen(page, ".controls"), true);
      await page.focus("#hidden");
      await page.keyboard.press("f");
      assert.match(await page.$eval("#hidden", (field) => field.value), /f/);
      assert.equal(await page.evaluate(() => document.fullscreenElement), null);
    });
  });
});
