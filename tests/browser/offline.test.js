// Without a network after one visit; threads on a host that sends no headers; and a new version, taken when a person says so.

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { noticed } from "./experiments.js";
import { FolderHost } from "./folder-host.js";
import {
  askAgainAndAgain,
  fill,
  goesOn,
  launchChromium,
  launchFirefox,
  PATIENCE,
  step,
  stepReaches,
} from "./harness.js";

const START = "#family=autoencoder&hidden=8&engine=cpu&language=en";
const ISOLATING = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

/** A browser whose profile outlives it, and a host; both end with the test. */
async function withHost(launch, headers, use) {
  const profile = await mkdtemp(join(tmpdir(), "playground-profile-"));
  const host = await new FolderHost(headers).start();
  const started = [];
  const start = async () => {
    await started.at(-1)?.close();
    started.push(await launch({ profile }));
    return started.at(-1);
  };
  try {
    await use(host, start);
  } finally {
    await started.at(-1)?.close();
    await host.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Opens the page, and waits until it is isolated: on a plain host it is loaded twice, by another process the second time.
 * What it logs of a network that is away is not looked at.
 */
async function open(browser, address) {
  const page = await browser.newPage();
  if ((await browser.version()).startsWith("firefox")) askAgainAndAgain(page);
  await page.goto(address);
  const began = Date.now();
  while (!(await page.evaluate(() => crossOriginIsolated).catch(() => false))) {
    assert.ok(Date.now() - began < 60_000, "the page was not isolated within a minute");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return page;
}

/** Until the page says that it works without a network. */
const isKept = (page) =>
  page.waitForFunction(() => /without a network/.test(document.querySelector("#works-offline")?.textContent), {
    timeout: 60_000,
  });

/** Takes up other data as a person does, and trains on them. */
async function learnsFrom(page, dataset) {
  await fill(page, "#dataset", dataset);
  await page.waitForFunction((name) => location.hash.includes(`data=${name}`), { timeout: 60_000 }, dataset);
  await goesOn(page);
}

/** Requires that it may use threads, and does where the browser has what that build of the library wants. */
async function assertThreads(page) {
  assert.equal(await page.evaluate(() => crossOriginIsolated), true);
  const { processors, firefox } = await page.evaluate(() => ({
    processors: navigator.hardwareConcurrency,
    firefox: navigator.userAgent.includes("Firefox"),
  }));
  // Debian's Firefox has no relaxed SIMD.
  if (processors < 2 || firefox) return;
  await page.waitForFunction(() => /on \d+ threads/.test(document.querySelector("#engine-figures").textContent), {
    timeout: 60_000,
  });
}

describe("the page without a network", { timeout: PATIENCE }, () => {
  for (const [name, launch] of [
    ["Chromium", launchChromium],
    ["Firefox", launchFirefox],
  ]) {
    test(`does all that it did before, on threads, also after a restart, from a plain host, in ${name}`, async () => {
      await withHost(launch, {}, async (host, start) => {
        const page = await open(await start(), host.address + START);
        await goesOn(page);
        await assertThreads(page);
        await learnsFrom(page, "pixel-icons");
        await isKept(page);
        assert.deepEqual(host.missing, []);
        await host.stop();

        await page.reload();
        await goesOn(page);
        await assertThreads(page);
        await learnsFrom(page, "mnist-small");
        await fill(page, "#dataset", "letters");
        assert.match(await noticed(page), /The data set could not be fetched: the network is away\./);
        await goesOn(page);

        const again = await open(await start(), host.address + START);
        await goesOn(again);
        await assertThreads(again);
        await isKept(again);
        await learnsFrom(again, "pixel-icons");
      });
    });
  }

  test("does so from a host that isolates the page, too, which is loaded once", async () => {
    await withHost(launchChromium, ISOLATING, async (host, start) => {
      const page = await open(await start(), host.address + START);
      await page.evaluate(() => {
        window.loadedOnce = true;
      });
      await isKept(page);
      assert.equal(await page.evaluate(() => window.loadedOnce), true);
      assert.deepEqual(host.missing, []);
      await host.stop();
      await page.reload();
      await goesOn(page);
      await assertThreads(page);
    });
  });
});

/** Chromium looks for new versions when it has nothing else to do. */
const isTold = (page) => page.waitForSelector("#new-version:not([hidden])", { timeout: PATIENCE });

describe("a new version", { timeout: PATIENCE }, () => {
  test("is told of while the experiment goes on, and taken with it when a person says so", async () => {
    await withHost(launchChromium, ISOLATING, async (host, start) => {
      const browser = await start();
      const page = await open(browser, host.address + START);
      await goesOn(page);
      await isKept(page);
      const isNew = () => document.querySelector("meta[name=version-of-the-test]") !== null;

      await host.change('<meta name="version-of-the-test" />');
      // Whoever opens the page looks for a new version.
      const beside = await open(browser, `${host.address}#data=ring&family=autoencoder&hidden=8&engine=cpu`);
      await page.bringToFront();
      await isTold(page);
      await beside.close();
      assert.match(await page.$eval("#new-version", (bar) => bar.textContent), /A new version of the page is ready/);
      await goesOn(page, 20);
      await page.click("#new-version-later");
      await page.waitForSelector("#new-version", { hidden: true });
      assert.equal(await page.evaluate(isNew), false);

      await page.reload();
      await isTold(page);
      assert.equal(await page.evaluate(isNew), false);
      await goesOn(page, 20);
      const before = await step(page);
      await page.focus("#new-version-use");
      await page.keyboard.press("Enter");
      await page.waitForFunction(isNew, { timeout: 60_000 });
      await stepReaches(page, before);
      await goesOn(page);
      await isKept(page);
      assert.equal(await page.$eval("#new-version", (bar) => bar.hidden), true);
      assert.deepEqual(host.missing, []);

      await host.stop();
      await page.reload();
      await goesOn(page);
      assert.equal(await page.evaluate(isNew), true);
    });
  });
});
