// The same run on machines that differ: whole runs of two browsers are compared to the bit, and on the page by what a class
// would read aloud.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { isKept, settles } from "./experiments.js";
import {
  blankPage,
  launchChromium,
  launchFirefox,
  PATIENCE,
  pause,
  press,
  step,
  stepReaches,
  visit,
} from "./harness.js";

const SMALL = { hidden: [16], batchSize: 16, seed: 7 };
const MANY = 5000;
const CONVOLUTIONAL = { network: "convolutional", hidden: [2, 4] };
const RUNS = [
  ...["autoencoder", "variational", "adversarial"].flatMap((family) => [
    { name: `${family} on points`, settings: { family, code: 2, ...SMALL }, points: { shape: "ring" }, steps: MANY },
    { name: `${family} on digits`, settings: { family, code: 4, ...SMALL }, steps: 300 },
  ]),
  { name: "convolutional", settings: { family: "adversarial", code: 4, ...SMALL, ...CONVOLUTIONAL }, steps: 40 },
];

const checksum = (page) => page.$eval("#checksum-value", (element) => element.textContent);
const line = (page) => page.$eval("#checksum", (element) => element.textContent);
const isSeen = (page, selector) => page.$eval(selector, (element) => element.checkVisibility());

/** The words of the run, once it rests. */
async function told(page) {
  await page.waitForFunction(() => document.querySelector("#checksum-value").textContent !== "", { timeout: 60_000 });
  return checksum(page);
}

/** Trains each of these with the package as it is asked for; a digest of all weights and of what the optimiser remembers. */
async function trained(runs) {
  const { digits } = await import("/tests/in-page.js");
  const { load } = await import("/pkg/index.js");
  const { Session, build } = await load({ engine: "cpu", arithmetic: "reproducible" });
  const { images, labels } = await digits();
  const found = { build };
  for (const { name, settings, points, steps } of runs) {
    const session = await Session.create({ engine: "cpu", ...settings });
    if (points) session.loadPoints(points);
    else session.loadImages(images, labels);
    await session.train(steps);
    const bytes = await session.save();
    session.free();
    const header = 8 + Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes.slice(header)));
    found[name] = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
  return found;
}

describe("the same run", { timeout: PATIENCE }, () => {
  let chromium;
  let firefox;
  before(async () => {
    [chromium, firefox] = await Promise.all([launchChromium(), launchFirefox()]);
  });
  after(() => Promise.all([chromium?.close(), firefox?.close()]));

  test("has the same bits in Chromium and in Firefox, after thousands of steps of every family", async () => {
    const [one, other] = await Promise.all([blankPage(chromium, trained, RUNS), blankPage(firefox, trained, RUNS)]);
    assert.deepEqual(one, other);
    assert.equal(one.build, "cpu");
    assert.equal(new Set(Object.values(one)).size, RUNS.length + 1, "no two of the runs are the same");
  });

  test("by one link, rests at the same step on every screen and says the same there", async () => {
    const link = "/#family=adversarial&data=ring&hidden=16&engine=reproducible&start=200&language=en";
    const said = async (browser) => {
      let words;
      await visit(browser, link, async (page) => {
        await stepReaches(page, 200);
        words = await told(page);
        assert.equal(await step(page), 200);
        assert.match(words, /^([bdlmrstv][aiou]-){3}[bdlmrstv][aiou]$/);
        assert.match(await line(page), /at step 200/);
        assert.match(await line(page), /same on every machine/);
        assert.equal(await page.$eval("#engine", (field) => field.value), "reproducible");
        assert.equal(await isSeen(page, "#checksum-reproducible"), false);
      });
      return words;
    };
    const [one, other] = await Promise.all([said(chromium), said(firefox)]);
    assert.equal(one, other);
  });

  test("is begun by key, says another thing after a step more, and goes on where it was after a reload", async () => {
    await visit(chromium, "/#family=autoencoder&data=ring&hidden=16&engine=cpu&language=en", async (page) => {
      await stepReaches(page, 5);
      assert.equal(await checksum(page), "", "while it trains there is none");
      await pause(page);
      await told(page);
      assert.match(await line(page), /may get another/);
      await page.focus("#checksum-reproducible");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => /engine=reproducible/.test(location.hash));
      await settles(page);
      assert.equal(await step(page), 1, "it began anew");
      const first = await told(page);
      await press(page, "#single-step");
      await page.waitForFunction(
        (before) => !["", before].includes(document.querySelector("#checksum-value").textContent),
        {},
        first,
      );
      assert.match(await line(page), /at step 2\./);
      const second = await checksum(page);
      await isKept(page, (kept) => kept.saved && kept.step === 2);
      await page.reload();
      await settles(page);
      assert.equal(await told(page), second);
      assert.equal(await step(page), 2);
      await page.select("#engine", "cpu");
      await page.waitForFunction(() => document.querySelector("#checksum-reproducible").checkVisibility());
      assert.match(await page.evaluate(() => location.hash), /engine=cpu/);
    });
  });

  test("is what a link asks for, by a tick", async () => {
    await visit(chromium, "/#family=autoencoder&data=ring&hidden=16&engine=cpu&language=en", async (page) => {
      await stepReaches(page, 1);
      const made = () => page.$eval("#share-link-text", (field) => new URL(field.value).hash);
      await page.click("#share-open");
      await page.waitForSelector("#share[open]");
      assert.match(await made(), /&engine=cpu/);
      await page.click("#share-reproducible");
      assert.match(await made(), /&engine=reproducible/);
      await page.click("#share-reproducible");
      assert.match(await made(), /&engine=cpu/);
    });
  });
});
