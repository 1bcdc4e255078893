// A person's work is never lost: reloads, Back and Forward, slow and broken downloads, workers that die.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  assertShownIsTrained,
  isKept,
  noticed,
  settles,
  shown,
  visitExperiment,
  withFailingHost,
} from "./experiments.js";
import {
  drawDigit,
  fill,
  goesOn,
  launchChromium,
  PATIENCE,
  pause,
  picture,
  press,
  step,
  stepReaches,
} from "./harness.js";

const CLOTHES = /fashion-small\/train-images/;

/** Waits until the experiment has been kept at least once since this step. */
const isKeptSince = (page, least) => isKept(page, ({ step, saved }) => saved && step >= least);

/** Starts over from after a step: asked from before the press on, since the new one passes it soon. */
async function startsOver(page, after) {
  const begins = page.waitForFunction(
    (old) => Number(document.querySelector("#step").textContent.replace(/\D/g, "")) < old,
    {},
    after,
  );
  await press(page, "#restart");
  await begins;
}

describe("a person's work", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("goes on after a reload", async () => {
    await visitExperiment(browser, "/#family=variational&hidden=32", async (page) => {
      await stepReaches(page, 200);
      await isKeptSince(page, 200);
      await page.reload();
      await page.waitForFunction(() => Number(document.querySelector("#step").textContent.replace(/\D/g, "")) > 0);
      assert.ok((await step(page)) >= 200, `went on from ${await step(page)}`);
      await goesOn(page, 10);
      await assertShownIsTrained(page);
    });
  });

  test("is kept paused over a reload, with its losses", async () => {
    await visitExperiment(browser, "/#family=autoencoder&hidden=32", async (page) => {
      await stepReaches(page, 100);
      await pause(page);
      const rested = await step(page);
      await isKeptSince(page, rested);
      await page.reload();
      await page.waitForFunction(
        (wanted) => Number(document.querySelector("#step").textContent.replace(/\D/g, "")) === wanted,
        { timeout: 30_000 },
        rested,
      );
      assert.equal(await page.$eval("#play", (button) => button.ariaPressed), "false");
      assert.match(await page.$eval("#losses", (list) => list.textContent), /\d/);
    });
  });

  test("is kept with what is drawn and bred while training rests", async () => {
    const path = "/#family=adversarial&network=dense&condition=none&hidden=16&batch=32&view=breeding";
    await visitExperiment(browser, path, async (page) => {
      await stepReaches(page, 20);
      await pause(page);
      const rested = await step(page);
      await isKeptSince(page, rested);
      await drawDigit(page);
      await page.waitForSelector('.breeding-body[data-stale="false"]');
      await page.focus("#breeding-children");
      await page.keyboard.press("Enter");
      const isBred = () => /generation 2/.test(document.querySelector(".breeding-parents")?.textContent ?? "");
      await page.waitForFunction(isBred);
      const { text } = await picture(page, "#draw-pad");
      await isKept(page, ({ panels }) => panels["draw-pad"] && panels.breeding?.choices.length > 1);
      await page.reload();
      await page.waitForFunction(isBred, { timeout: 30_000 });
      assert.equal((await picture(page, "#draw-pad")).text, text);
      await press(page, "#breeding-back");
      await page.waitForFunction(() => !/generation 2/.test(document.querySelector(".breeding-parents").textContent));
    });
  });

  test("is found again by whoever comes back, and not by a second page beside it", async () => {
    await visitExperiment(browser, "/#family=autoencoder&hidden=48", async (page) => {
      await stepReaches(page, 150);
      await isKeptSince(page, 150);
      const context = page.browserContext();
      const beside = await context.newPage();
      await beside.goto(page.url());
      await stepReaches(beside, 1);
      await settles(beside);
      const own = (one) => one.evaluate(() => history.state.id);
      assert.notEqual(await own(beside), await own(page), "two pages train the same experiment");
      await beside.close();
      const address = new URL("/", page.url()).href;
      await page.goto("about:blank");
      const again = await context.newPage();
      await again.goto(address);
      await again.waitForFunction(() => Number(document.querySelector("#step").textContent.replace(/\D/g, "")) > 0);
      assert.equal((await shown(again)).family, "autoencoder");
      await again.close();
    });
  });

  test("comes back by Back, trained as it was, and Forward goes to the next", async () => {
    await visitExperiment(browser, "/#family=autoencoder&hidden=32", async (page) => {
      await stepReaches(page, 100);
      const before = await step(page);
      await fill(page, "#dataset", "ring");
      await page.waitForFunction(() => location.hash.includes("data=ring"));
      await stepReaches(page, 5);
      await page.evaluate(() => history.back());
      await page.waitForFunction(() => document.querySelector("#dataset").value === "mnist-small");
      await stepReaches(page, before);
      await goesOn(page, 5);
      await assertShownIsTrained(page);
      await page.evaluate(() => history.forward());
      await page.waitForFunction(() => document.querySelector("#dataset").value === "ring");
      await goesOn(page, 5);
      await assertShownIsTrained(page);
    });
  });

  test("comes back after Start over by Undo", async () => {
    await visitExperiment(browser, "/#family=autoencoder&hidden=32", async (page) => {
      await stepReaches(page, 150);
      const before = await step(page);
      await startsOver(page, before);
      await page.waitForSelector("#offer:not([hidden])");
      await press(page, "#offer-accept");
      await stepReaches(page, before);
      await assertShownIsTrained(page);
    });
  });

  test("takes a change along that is made while other data load", async () => {
    const slow = (url) => (CLOTHES.test(url) ? { delay: 3000 } : null);
    await withFailingHost(slow, (host) =>
      visitExperiment(
        browser,
        "/#family=autoencoder&hidden=32",
        async (page) => {
          await stepReaches(page, 20);
          const before = await step(page);
          await fill(page, "#dataset", "fashion-small");
          await fill(page, "#learning-rate", "0.01");
          // It goes on while the data load.
          await stepReaches(page, before + 10);
          await page.waitForFunction(() => location.hash.includes("data=fashion-small"), { timeout: 30_000 });
          const { settings, data } = await assertShownIsTrained(page);
          assert.equal(Number(settings.optimizer.learningRate.toPrecision(6)), 0.01);
          assert.equal(data.name, "fashion-small");
          await press(page, "#measure-now");
          await page.waitForFunction(() => /\d/.test(document.querySelector("#measures tbody").textContent), {
            timeout: 60_000,
          });
        },
        { host },
      ),
    );
  });

  test("is not harmed by a download that breaks off, which is fetched again", async () => {
    let times = 0;
    const breaks = (url) => (CLOTHES.test(url) && ++times === 1 ? { half: true } : null);
    await withFailingHost(breaks, (host) =>
      visitExperiment(
        browser,
        "/#family=autoencoder&hidden=32",
        async (page) => {
          await stepReaches(page, 20);
          const before = { shown: await shown(page), step: await step(page) };
          await fill(page, "#dataset", "fashion-small");
          assert.match(await noticed(page), /broke off/);
          await goesOn(page, 10);
          assert.ok((await step(page)) > before.step);
          assert.deepEqual(await shown(page), before.shown);
          await fill(page, "#dataset", "fashion-small");
          await page.waitForFunction(() => location.hash.includes("data=fashion-small"), { timeout: 30_000 });
          await assertShownIsTrained(page);
        },
        { host, expects: /Failed to load resource|ERR_/ },
      ),
    );
  });

  test("begins with data from a host that calls them encoded, and that the browser unpacks", async () => {
    const calls = (url) => ({ encoded: CLOTHES.test(url) });
    await withFailingHost(calls, (host) => {
      const use = (page) => assertShownIsTrained(page);
      return visitExperiment(browser, "/#family=autoencoder&hidden=32&data=fashion-small", use, { host });
    });
  });

  for (const [what, pattern] of [
    ["the worker's script", /assets\/worker.*\.js/],
    ["a module of the library", /\.wasm/],
    ["the data", /mnist-small\/train-images/],
  ]) {
    test(`begins after all when ${what} could not be fetched at first`, async () => {
      let away = true;
      const fails = (url) => (away && pattern.test(url) ? { status: 503 } : null);
      await withFailingHost(fails, (host) =>
        visitExperiment(
          browser,
          "/#family=autoencoder&hidden=32",
          async (page) => {
            assert.match(await noticed(page, 60_000), /could not be (loaded|fetched)/);
            away = false;
            await press(page, "#notice-retry");
            await stepReaches(page, 10);
            await assertShownIsTrained(page);
          },
          { host, expects: /Failed to load resource|503|status/ },
        ),
      );
    });
  }

  test("goes on after its worker has been killed, from at most ten seconds before", async () => {
    await visitExperiment(
      browser,
      "/#family=autoencoder&hidden=32",
      async (page) => {
        await stepReaches(page, 100);
        await isKeptSince(page, 100);
        const before = await step(page);
        const worker = page.workers().find((one) => /worker/.test(one.url()));
        await worker.evaluate(() => {
          setTimeout(() => {
            throw new Error("killed by the test");
          }, 0);
        });
        assert.match(await noticed(page), /goes on from step/);
        await goesOn(page, 20);
        assert.ok((await step(page)) >= 100, `at ${await step(page)} after ${before}`);
        await assertShownIsTrained(page);
      },
      { expects: /killed by the test/ },
    );
  });

  test("shows measures of what is there and of nothing else", async () => {
    await visitExperiment(browser, "/#family=autoencoder&hidden=256", async (page) => {
      await stepReaches(page, 300, 240_000);
      await press(page, "#measure-now");
      await startsOver(page, 300);
      await page.waitForFunction(() => /\d/.test(document.querySelector("#measures tbody").textContent), {
        timeout: 120_000,
      });
      const measured = await page.$eval("#measures-when", (text) => Number(text.textContent.replace(/\D/g, "")));
      assert.ok(measured <= (await step(page)), `measured at ${measured}, the run is at ${await step(page)}`);
    });
  });
});
