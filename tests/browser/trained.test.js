// Trained models that come with the page: opened by a press, at rest, kept, linked, and trained on.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { noticed, settles, visitExperiment, withFailingHost } from "./experiments.js";
import { goesOn, launchChromium, PATIENCE, press, showsPicture, step, stepReaches, visit } from "./harness.js";

const VARIATIONAL = "/#family=variational&hidden=16&engine=cpu";

const phase = (page) => page.evaluate(() => document.documentElement.dataset.phase);
const chosenTab = (page) => page.$eval("#views [aria-selected=true]", (tab) => tab.textContent);

/** Waits until the model is there, which has been trained for thousands of steps. */
const opened = (page) =>
  page.waitForFunction(() => Number(document.querySelector("#step").textContent.replace(/\D/g, "")) >= 10_000, {
    timeout: 60_000,
    polling: 50,
  });

describe("a trained model", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("opens by a press in the view that it is for, rests, and is trained on by another", async () => {
    await visitExperiment(browser, VARIATIONAL, async (page) => {
      await stepReaches(page, 50);
      assert.equal(
        await page.$eval("#trained-walk", (button) => button.ariaLabel),
        "Walk from one digit to another, already trained",
      );
      await press(page, "#trained-walk");
      await opened(page);
      await settles(page);
      const trained = await step(page);
      assert.equal(await phase(page), "paused");
      await page.waitForFunction(() => location.hash.includes("view=walks"));
      await showsPicture(page, "#walk-sphere");
      assert.equal(await step(page), trained, "it is shown as it is");
      await page.waitForFunction(() => /ELBO/.test(document.querySelector("#measures").textContent), {
        timeout: 60_000,
      });
      assert.ok(await page.$eval("#offer", (offer) => offer.checkVisibility()), "what was there is a press away");
      await press(page, "#play");
      await goesOn(page, 3);
    });
  });

  test("opens by keys, and by a link that was made of it", async () => {
    let link = "";
    await visitExperiment(browser, "/#family=autoencoder&hidden=16&engine=cpu", async (page) => {
      await settles(page);
      await page.focus("#trained-mend-signals");
      await page.keyboard.press("Enter");
      await opened(page);
      await settles(page);
      assert.equal(await chosenTab(page), "Signals");
      await page.waitForFunction(() => location.hash.includes("trained=mend-signals"));
      link = await page.evaluate(() => location.hash);
    });
    await visit(browser, `/${link}`, async (page) => {
      await opened(page);
      await settles(page);
      assert.equal(await phase(page), "paused");
      await page.reload();
      await opened(page);
      await settles(page);
      assert.equal(await chosenTab(page), "Signals", "a reload goes on where it was");
    });
  });

  test("that cannot be fetched is told of, and what trains goes on", async () => {
    const rule = (url) => (url.includes("data/models/") ? { status: 503 } : null);
    await withFailingHost(rule, async (host) => {
      const use = async (page) => {
        await settles(page);
        await press(page, "#trained-walk");
        assert.match(await noticed(page), /trained model could not be fetched: the server answered 503/);
        await goesOn(page, 5);
      };
      await visit(browser, VARIATIONAL, use, { host, expects: /503/ });
    });
  });
});
