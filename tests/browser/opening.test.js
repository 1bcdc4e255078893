// How the page opens: nothing moves under a finger, nothing is fetched in vain, and a slow network is not asked for pictures.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { askAgainAndAgain, launchChromium, PATIENCE, showsPicture, stepReaches, visit } from "./harness.js";

const SIZES = {
  desktop: { width: 1350, height: 940 },
  phone: { width: 412, height: 823, isMobile: true, hasTouch: true },
};
/** Below it a page counts as steady: web.dev/articles/cls. */
const STEADY = 0.1;

/** Adds up how much of the window moves, and how far. */
function watchShifts() {
  window.shifted = 0;
  const add = (entry) => {
    if (!entry.hadRecentInput) window.shifted += entry.value;
  };
  const observer = new PerformanceObserver((list) => list.getEntries().forEach(add));
  observer.observe({ type: "layout-shift", buffered: true });
}

/** What the console tells of a script that does not come. */
const EXPECTED = /ERR_BLOCKED_BY_CLIENT|ERR_FAILED|-unreachable|dynamically imported/;

/** What a browser tells of a network that it has found to be slow. */
function tellSlow() {
  Object.defineProperty(navigator, "connection", { value: { effectiveType: "3g", saveData: false } });
}

describe("the page as it opens", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  for (const [name, size] of Object.entries(SIZES)) {
    for (const [what, hash, steps, shown] of [
      ["a GAN", "family=adversarial&hidden=8", 20, "#wall"],
      // It rests until somebody has guessed.
      ["a lesson", "lesson=squeezing", 1, ".view:not([hidden]) canvas"],
    ]) {
      test(`hardly anything moves, on a ${name}, in ${what}`, async () => {
        const prepare = async (page) => {
          await page.setViewport(size);
          await page.evaluateOnNewDocument(watchShifts);
        };
        const use = async (page) => {
          await stepReaches(page, steps);
          await showsPicture(page, shown);
          const shifted = await page.evaluate(() => window.shifted);
          assert.ok(shifted < STEADY, `${shifted} of the window moved`);
        };
        await visit(browser, `/#${hash}&engine=cpu`, use, { prepare });
      });
    }
  }

  test("the library's module is asked for by the page itself, and it is the one that the worker takes", async () => {
    const asked = new Set();
    const prepare = (page) =>
      page.on("request", (request) => {
        if (request.url().endsWith(".wasm")) asked.add(request.url());
      });
    const use = async (page) => {
      await stepReaches(page, 20);
      const early = await page.evaluate(() =>
        performance
          .getEntriesByType("resource")
          .map(({ name }) => name)
          .filter((name) => name.endsWith(".wasm")),
      );
      assert.deepEqual([...asked], early);
      assert.equal(early.length, 1);
    };
    await visit(browser, "/#family=autoencoder&hidden=8&engine=cpu", use, { prepare });
  });

  for (const [what, script, go] of [
    ["the views", "parts", async () => {}],
    ["a dialog", "gallery", (page) => stepReaches(page, 3).then(() => page.click("#data-sets-open"))],
  ]) {
    test(`where ${what} cannot be fetched it says so, and goes on once it can`, async () => {
      let network;
      const block = (...urls) => network.send("Network.setBlockedURLs", { urls });
      const prepare = async (page) => {
        // It would have it already.
        await page.evaluateOnNewDocument(() => Reflect.deleteProperty(Navigator.prototype, "serviceWorker"));
        network = await page.createCDPSession();
        await network.send("Network.enable");
        await block(`*/assets/${script}-*`);
      };
      const use = async (page) => {
        // What waits in a page is lost where that loads itself anew.
        askAgainAndAgain(page);
        await go(page);
        await page.waitForSelector("#notice:not([hidden])");
        assert.match(await page.$eval("#notice p", (told) => told.textContent), /could not be fetched.*try again/i);
        await block();
        const loaded = new Promise((resolve) => page.once("load", resolve));
        await page.click("#notice-retry");
        await loaded;
        await stepReaches(page, 3);
        await go(page);
        await page.waitForSelector("#notice[hidden]");
        if (script === "gallery") await page.waitForSelector("#data-sets[open]");
        else await showsPicture(page, "#wall");
      };
      await visit(browser, "/#family=adversarial&hidden=8&engine=cpu", use, { prepare, expects: EXPECTED });
    });
  }

  for (const [address, data] of [
    ["/", "ring"],
    ["/#family=autoencoder&hidden=8&engine=cpu", "mnist-small"],
  ]) {
    test(`on a slow network ${address} opens on ${data}`, async () => {
      const use = async (page) => {
        await stepReaches(page, 20);
        assert.equal(await page.$eval("#dataset", (field) => field.value), data);
      };
      await visit(browser, address, use, { prepare: (page) => page.evaluateOnNewDocument(tellSlow) });
    });
  }
});
