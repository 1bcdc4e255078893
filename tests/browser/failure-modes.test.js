// What goes wrong between two networks, made to happen and mended, by pointer and by keyboard.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launchChromium, PATIENCE, press, stepReaches, visit } from "./harness.js";

const START = "/#family=adversarial&data=ring&hidden=16-16&batch=64&engine=cpu";

const figureOf = (page, name, phase) =>
  page.$eval(
    `#failure-${name} dl`,
    (list, at) => list.querySelectorAll("dd")[at].textContent,
    phase === "broken" ? 0 : 1,
  );

/** Waits until something was measured of it. */
const measured = (page, name, phase) =>
  page.waitForFunction(
    (selector, at) => /\d.*:|: \d/.test(document.querySelectorAll(selector)[at].textContent),
    { polling: 200, timeout: 120_000 },
    `#failure-${name} dd`,
    phase === "broken" ? 0 : 1,
  );

const outcome = (page, name) => page.$eval(`#failure-${name} .failure-outcome`, (element) => element.textContent);

async function opens(page) {
  await stepReaches(page, 5);
  await press(page, "#tab-failure-modes");
  await page.waitForSelector("#view-failure-modes:not([hidden])");
}

describe("what goes wrong", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("is made to happen by pointer, and mended", async () => {
    await visit(browser, START, async (page) => {
      await opens(page);
      assert.match(await page.$eval("#failures-now", (now) => now.textContent), /None of these/);
      await press(page, "#collapse-broken");
      await page.waitForSelector('#collapse-broken[aria-pressed="true"]');
      // The fields and the address say what it is made of.
      assert.equal(await page.$eval("#objective", (select) => select.value), "saturating");
      assert.match(await page.evaluate(() => location.hash), /discriminator-steps=5/);
      assert.ok(await page.$("#view-failure-modes:not([hidden])"), "the view stays");
      await measured(page, "collapse", "broken");
      assert.match(await figureOf(page, "collapse", "broken"), /: [0-3] modes? \(real ones: 8 modes\)/);
      assert.match(await outcome(page, "collapse"), /gone wrong/);
      await page.waitForSelector(".failures-made .step-plane");

      await press(page, "#collapse-mended");
      await page.waitForSelector('#collapse-mended[aria-pressed="true"]');
      assert.equal(await page.$eval("#objective", (select) => select.value), "relativistic");
      await measured(page, "collapse", "mended");
      assert.match(await figureOf(page, "collapse", "mended"), /: [78] modes/);
      assert.match(await outcome(page, "collapse"), /goes well/);
      assert.match(await figureOf(page, "collapse", "broken"), /modes?/, "what went before stands beside it");
      await page.waitForFunction(() => /is mended/.test(document.querySelector("#summary").textContent));
    });
  });

  test("is made to happen by keyboard, and again from a link", async () => {
    await visit(browser, START, async (page) => {
      await opens(page);
      await page.focus("#weak-broken");
      await page.keyboard.press("Enter");
      await page.waitForSelector('#weak-broken[aria-pressed="true"]');
      await stepReaches(page, 20);
      const link = await page.evaluate(() => location.href);
      await page.goto("about:blank");
      await page.goto(link);
      await page.waitForSelector('#weak-broken[aria-pressed="true"]');
      assert.match(await page.$eval("#failures-now", (now) => now.textContent), /too weak/);
      await page.focus("#weak-mended");
      await page.keyboard.press("Space");
      await page.waitForSelector('#weak-mended[aria-pressed="true"]');
      assert.equal(await page.$eval("#discriminator-rate", (input) => input.value), "");
    });
  });
});
