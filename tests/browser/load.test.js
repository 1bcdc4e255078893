// The package's own entry: the right build for the browser, the next one where it fails, and words where all do.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { blankPage, launchChromium, launchFirefox, PATIENCE, visit, withPlainHost } from "./harness.js";

/** What a load gives, in a page, as plain data; it trains a step with what it was given. */
async function loaded(options) {
  await import("/tests/in-page.js");
  const { load } = await import("/pkg/index.js");
  try {
    const library = await load(options);
    const { build, engines, failures, Session } = library;
    const session = await Session.create({ engine: "cpu", family: "autoencoder", hidden: [8], code: 2 });
    session.loadPoints({ shape: "ring" });
    const { step } = await session.train(1);
    session.free();
    return { build, engines, step, failures: failures.map(({ build, error }) => `${build}: ${error.message}`) };
  } catch ({ message, code, values }) {
    return { message, code, values };
  }
}

/** Uses a page of which nothing is expected: browsers log what they cannot fetch as errors. */
async function openPage(browser, host, use) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.goto(new URL("/tests/blank.html", host).href);
    return await use(page);
  } finally {
    await context.close();
  }
}

describe("load", { timeout: PATIENCE }, () => {
  let chromium;
  let firefox;
  before(async () => {
    [chromium, firefox] = await Promise.all([launchChromium({ webgpu: true }), launchFirefox()]);
  });
  after(() => Promise.all([chromium?.close(), firefox?.close()]));

  test("gives the build with threads, started, where the page is isolated", async (context) => {
    const found = await blankPage(chromium, async () => {
      await import("/tests/in-page.js");
      const { load } = await import("/pkg/index.js");
      if (navigator.hardwareConcurrency < 2) return null;
      const [one, other] = await Promise.all([load({ engine: "cpu" }), load({ engine: "cpu" })]);
      while (one.threadCount() < 2) await new Promise((resolve) => setTimeout(resolve, 10));
      return { build: one.build, engines: one.engines, failures: one.failures, same: one.Session === other.Session };
    });
    if (!found) return context.skip("this machine has one processor");
    assert.deepEqual(found, { build: "cpu-threads", engines: ["cpu"], failures: [], same: true });
  });

  test("gives the build without threads where one is asked for", async () => {
    const found = await blankPage(chromium, loaded, { engine: "cpu", threads: "one" });
    assert.deepEqual(found, { build: "cpu-relaxed", engines: ["cpu"], step: 1, failures: [] });
    const refused = await blankPage(chromium, loaded, { threads: 2 });
    assert.equal(refused.code, "setting-not-a-choice");
    assert.deepEqual(refused.values, { setting: "threads", value: "2", choices: '"auto", "one"' });
  });

  test("gives the build that rounds alike everywhere where that is asked for", async () => {
    const found = await blankPage(chromium, loaded, { arithmetic: "reproducible" });
    assert.deepEqual(found, { build: "cpu", engines: ["cpu"], step: 1, failures: [] });
    const refused = await blankPage(chromium, loaded, { engine: "webgpu", arithmetic: "reproducible" });
    assert.equal(refused.code, "setting-not-a-choice");
    assert.deepEqual(refused.values, { setting: "arithmetic", value: "reproducible", choices: '"auto"' });
  });

  test("gives the build without threads where the page is not isolated", async () => {
    const use = async (page) => {
      assert.deepEqual(await page.evaluate(loaded, { engine: "cpu" }), {
        build: "cpu-relaxed",
        engines: ["cpu"],
        step: 1,
        failures: [],
      });
    };
    await withPlainHost((host) => visit(chromium, "/tests/blank.html", use, { host }));
  });

  test("gives WebGPU with the CPU beside it where the browser offers it, and says so where it does not", async () => {
    assert.deepEqual(await blankPage(chromium, loaded, {}), {
      build: "webgpu",
      engines: ["cpu", "webgpu"],
      step: 1,
      failures: [],
    });
    const refused = await visitWithoutWebGpu(chromium);
    assert.equal(refused.code, "adapter-missing");
    assert.match(refused.message, /^This browser offers no WebGPU .+ Expected .+ Use the CPU engine/);
  });

  test("refuses what it cannot understand, as the library does", async () => {
    const refusals = [];
    for (const options of [{ engine: "gpu" }, { engine: null }, { engin: "cpu" }, "cpu", null]) {
      const { message, code, values } = await blankPage(chromium, loaded, options);
      assert.match(message, /^(The|There) .+\. Expected .+\. \S.+\.$/);
      refusals.push([code, values]);
    }
    const choices = '"auto", "cpu", "webgpu"';
    assert.deepEqual(refusals, [
      ["setting-not-a-choice", { setting: "engine", value: "gpu", choices }],
      ["setting-not-a-choice", { setting: "engine", value: "null", choices }],
      ["setting-unknown", { setting: "engin", known: '"engine", "threads", "arithmetic"' }],
      ["not-an-object", { argument: "options", value: "cpu" }],
      ["not-an-object", { argument: "options", value: "null" }],
    ]);
  });

  for (const lost of ["generative_playground.js", "generative_playground_bg.wasm"]) {
    test(`takes the next build where ${lost} of one cannot be had, and keeps the reason`, async () => {
      const use = (host) => openPage(chromium, host, (page) => page.evaluate(loaded, { engine: "cpu" }));
      let found;
      const hangsUpOn = (url) => url.startsWith(`/pkg/cpu-relaxed/${lost}`);
      await withPlainHost(async (host) => {
        found = await use(host);
      }, hangsUpOn);
      assert.equal(found.build, "cpu");
      assert.equal(found.step, 1);
      assert.match(found.failures.join(), /^cpu-relaxed: .*[Ff]etch/);
    });
  }

  for (const [name, browser] of [
    ["Chromium", () => chromium],
    ["Firefox", () => firefox],
  ]) {
    test(`says what could not be loaded, and loads it when it is asked again, in ${name}`, async () => {
      let down = true;
      const attempts = [];
      const use = (page) =>
        page
          .evaluate(loaded, { engine: "cpu" })
          .then((first) => attempts.push(first))
          .then(() => {
            down = false;
          })
          .then(() => page.evaluate(loaded, { engine: "cpu" }))
          .then((second) => attempts.push(second));
      const hangsUpOn = (url) => down && /^\/pkg\/[^/]+\//.test(url);
      await withPlainHost((host) => openPage(browser(), host, use), hangsUpOn);
      const [first, second] = attempts;
      assert.equal(first.code, "load-failed");
      assert.deepEqual(Object.keys(first.values), ["builds", "reason"]);
      assert.match(first.message, /^The library could not be loaded \(.*cpu\): .+\. Expected .+\. Look at the network/);
      assert.equal(second.step, 1, second.message);
    });
  }
});

/** Asks for WebGPU in a page whose browser has no such thing. */
async function visitWithoutWebGpu(browser) {
  let refused;
  const prepare = (page) =>
    page.evaluateOnNewDocument(() => Object.defineProperty(navigator, "gpu", { value: undefined }));
  const use = async (page) => {
    refused = await page.evaluate(loaded, { engine: "webgpu" });
  };
  await visit(browser, "/tests/blank.html", use, { prepare });
  return refused;
}
