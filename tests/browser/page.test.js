// The real page in Chromium.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { settles } from "./experiments.js";
import {
  drawsAndRebuilds,
  fill,
  goesOn,
  launchChromium,
  PATIENCE,
  pause,
  press,
  showsPicture,
  step,
  stepReaches,
  visit,
} from "./harness.js";

const FIELDS = [
  "dataset",
  "engine",
  "network-kind",
  "hidden",
  "code",
  "objective",
  "divergence-weight",
  "learning-rate",
  "batch-size",
  "seed",
];

/** Everything a person has set. */
async function settings(page) {
  const values = {};
  for (const name of FIELDS) values[name] = await page.$eval(`#${name}`, (field) => field.value);
  values.family = await page.$eval("[role=tab][aria-selected=true]", (tab) => tab.dataset.family);
  return values;
}

const tab = (family) => `[role=tab][data-family="${family}"]`;

describe("the page in Chromium", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium({ webgpu: true });
  });
  after(() => browser?.close());

  test("opens on a GAN that learns digits already", async (context) => {
    await visit(browser, "/", async (page) => {
      await page.waitForFunction(() => performance.getEntriesByName("first-trained-step").length > 0);
      const mark = await page.evaluate(() => performance.getEntriesByName("first-trained-step")[0].startTime);
      context.diagnostic(`first trained step ${Math.round(mark)} ms after navigation, cache empty`);
      await goesOn(page);
      assert.equal(await page.$eval(tab("adversarial"), (element) => element.ariaSelected), "true");
      assert.equal(await page.$eval("#dataset", (field) => field.value), "mnist-small");
      await page.waitForFunction(() => /\d/.test(document.querySelector("#losses").textContent));
      await showsPicture(page, "#wall");
      assert.ok(await page.evaluate(() => crossOriginIsolated), "the page is not isolated");
    });
  });

  for (const family of ["adversarial", "variational", "autoencoder"]) {
    test(`trains the family ${family} from its tab`, async () => {
      // Opened on another family, so that the tab has something to do.
      const other = family === "autoencoder" ? "variational" : "autoencoder";
      await visit(browser, `/#family=${other}`, async (page) => {
        await stepReaches(page, 20);
        await press(page, tab(family));
        await page.waitForSelector(`${tab(family)}[aria-selected=true]`);
        await press(page, "#restart");
        await stepReaches(page, 1);
        const began = await page.$eval("#losses", (element) => element.textContent);
        await goesOn(page, 50);
        const now = await page.$eval("#losses", (element) => element.textContent);
        assert.match(now, /\d/);
        assert.notEqual(now, began);
      });
    });
  }

  test("learns points in the plane", async () => {
    await visit(browser, "/#data=ring", async (page) => {
      await stepReaches(page, 50);
      await showsPicture(page, "#plane");
    });
  });

  test("pauses, makes one step, goes on, starts over", async () => {
    await visit(browser, "/#family=autoencoder", async (page) => {
      await stepReaches(page, 20);
      await pause(page);
      const rested = await step(page);
      await press(page, "#single-step");
      await stepReaches(page, rested + 1);
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.equal(await step(page), rested + 1);
      await press(page, "#play");
      await goesOn(page, 20);
      await pause(page);
      const stopped = await step(page);
      await press(page, "#restart");
      await page.waitForFunction(
        (before) => Number(document.querySelector("#step").textContent.replace(/\D/g, "")) < before,
        {},
        stopped,
      );
    });
  });

  test("is never wider than its window, in either language", async () => {
    for (const experiment of ["family=adversarial&hidden=8", "family=variational&hidden=8", "data=ring"]) {
      await visit(browser, `/#${experiment}&engine=cpu`, async (page) => {
        await stepReaches(page, 5);
        await pause(page);
        for (const language of ["en", "sv"]) {
          await fill(page, "#language", language);
          for (const width of [360, 390, 620, 719, 720, 768, 834, 900, 1024, 1099, 1100, 1280, 1440]) {
            await page.setViewport({ width, height: 900 });
            // What has been resized finds its place in the frames after.
            const found = await page.evaluate(async () => {
              for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
              return document.documentElement.scrollWidth;
            });
            assert.ok(found <= width, `${experiment} in ${language}: ${found} wide in ${width}`);
          }
        }
      });
    }
  });

  test("rebuilds a digit drawn with the mouse", async () => {
    await visit(browser, "/", drawsAndRebuilds);
  });

  test("keeps the page's thread free while it trains", async (context) => {
    const prepare = (page) =>
      page.evaluateOnNewDocument(() => {
        window.longTasks = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) window.longTasks.push(entry);
        }).observe({ type: "longtask", buffered: true });
      });
    const use = async (page) => {
      await stepReaches(page, 1);
      const began = await page.evaluate(() => performance.now());
      const first = await step(page);
      await new Promise((resolve) => setTimeout(resolve, 10_000));
      const tasks = await page.evaluate(
        (from) => window.longTasks.filter(({ startTime }) => startTime >= from).map(({ duration }) => duration),
        began,
      );
      const steps = (await step(page)) - first;
      assert.ok(steps > 0, "nothing was trained");
      const longest = Math.round(Math.max(0, ...tasks));
      context.diagnostic(`${tasks.length} long tasks in 10 s and ${steps} steps, the longest ${longest} ms`);
    };
    await visit(browser, "/", use, { prepare });
  });

  test("opens the same experiment again from its address", async () => {
    await visit(browser, "/", async (page) => {
      await stepReaches(page, 1);
      await press(page, tab("variational"));
      await fill(page, "#dataset", "fashion-small");
      await fill(page, "#hidden", "96, 48");
      await fill(page, "#code", 5);
      await fill(page, "#divergence-weight", 0.5);
      await fill(page, "#learning-rate", 0.002);
      await fill(page, "#batch-size", 32);
      await fill(page, "#seed", 11);
      await fill(page, "#objective", "mean-squared-error");
      await fill(page, "#engine", "cpu");
      await settles(page);
      await goesOn(page);
      const chosen = await settings(page);
      assert.deepEqual(chosen, {
        family: "variational",
        dataset: "fashion-small",
        engine: "cpu",
        "network-kind": "dense",
        hidden: "96, 48",
        code: "5",
        objective: "mean-squared-error",
        "divergence-weight": "0.5",
        "learning-rate": "0.002",
        "batch-size": "32",
        seed: "11",
      });
      await page.reload();
      await stepReaches(page, 1);
      assert.deepEqual(await settings(page), chosen);
      const link = await page.evaluate(() => location.hash);
      await visit(browser, `/${link}`, async (elsewhere) => {
        await stepReaches(elsewhere, 1);
        assert.deepEqual(await settings(elsewhere), chosen);
      });
    });
  });

  test("trains convolutional networks, and opens them again from the address", async () => {
    await visit(browser, "/#family=autoencoder&engine=cpu", async (page) => {
      await stepReaches(page, 5);
      await fill(page, "#network-kind", "convolutional");
      await page.waitForFunction(() => document.querySelector("#hidden").value === "16, 32");
      await fill(page, "#hidden", "8, 16");
      await goesOn(page, 20);
      await showsPicture(page, "#pairs");
      await page.reload();
      await stepReaches(page, 1);
      assert.equal(await page.$eval("#network-kind", (field) => field.value), "convolutional");
      assert.equal(await page.$eval("#hidden", (field) => field.value), "8, 16");
      // What cannot be halved three times is refused in words; the points in the plane bring dense networks.
      await fill(page, "#hidden", "8, 16, 32");
      await page.waitForSelector("#notice:not([hidden])");
      assert.match(await page.$eval("#notice", (notice) => notice.textContent), /Expected pictures whose sides/);
      await fill(page, "#dataset", "moons");
      await goesOn(page, 20);
      assert.equal(await page.$eval("#network-kind", (field) => field.value), "dense");
    });
  });

  for (const [name, field, value] of [
    ["a code of nothing", "#code", "0"],
    ["layers that are no numbers", "#hidden", "wide"],
    ["a learning rate below zero", "#learning-rate", "-1"],
  ]) {
    test(`refuses ${name} in words and goes on`, async () => {
      await visit(browser, "/#family=autoencoder", async (page) => {
        await stepReaches(page, 5);
        const before = await settings(page);
        await fill(page, field, value);
        await page.waitForSelector("#notice:not([hidden])");
        assert.match(await page.$eval("#notice", (notice) => notice.textContent), /Expected/);
        await goesOn(page, 20);
        assert.deepEqual(await settings(page), before);
      });
    });
  }

  test("fits a screen 390 wide", async () => {
    const prepare = (page) => page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true });
    const use = async (page) => {
      for (const family of ["adversarial", "variational", "autoencoder"]) {
        await press(page, tab(family));
        await stepReaches(page, 1);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= 390, `the family ${family} is ${width} wide`);
      }
    };
    await visit(browser, "/", use, { prepare });
  });
});
