// A view is made when somebody turns to it, and knows by then what the others have been told.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { settles, visitExperiment } from "./experiments.js";
import { drawDigit, launchChromium, PATIENCE, pause, press, showsPicture, stepReaches } from "./harness.js";
import { isJudged } from "./judging.js";

const made = (page) => page.$$eval("#view-place > *", (views) => views.map(({ id }) => id));
const seen = (page) =>
  page.$$eval("#view-place > *", (views) => views.filter(({ hidden }) => !hidden).map(({ id }) => id));

describe("turning to a view", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("finds there what was drawn before, while training rests", async () => {
    await visitExperiment(browser, "/#family=adversarial&hidden=16&batch=32&engine=cpu", async (page) => {
      await stepReaches(page, 20);
      await pause(page);
      assert.deepEqual(await made(page), ["view-wall"], "others take time of the start");
      await drawDigit(page);
      await press(page, "#views-judge");
      await press(page, "#tab-verdicts");
      await isJudged(page, "On the draw pad:", false);
      assert.deepEqual(await seen(page), ["view-verdicts"]);
    });
  });

  test("finds the experiment of now, whichever it was made for", async () => {
    await visitExperiment(browser, "/#family=autoencoder&hidden=16&engine=cpu&view=walks", async (page) => {
      await stepReaches(page, 20);
      await showsPicture(page, "#walk-strip");
      await press(page, "#tab-variational");
      await page.waitForFunction(() => location.hash.includes("family=variational"));
      await settles(page);
      await press(page, "#views-watch");
      await press(page, "#tab-wall");
      await showsPicture(page, "#wall");
      await press(page, "#tab-autoencoder");
      await page.waitForFunction(() => location.hash.includes("family=autoencoder"));
      await settles(page);
      await press(page, "#views-create");
      await press(page, "#tab-walks");
      await showsPicture(page, "#walk-strip");
      assert.deepEqual(await seen(page), ["view-walks"]);
    });
  });
});
