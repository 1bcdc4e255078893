// What trains beside the experiment, when the page is left: the browser asks while there is anything to lose, and whoever comes back is
// told what there was and has it again.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { isKept, settles, visitExperiment } from "./experiments.js";
import { fill, goesOn, launchChromium, PATIENCE, picture, press, stepReaches } from "./harness.js";
import { assertUncut } from "./reading.js";

const BESIDE = "/#family=autoencoder&data=ring&hidden=8&engine=cpu&view=side-by-side";
const FORK = "/#family=autoencoder&hidden=32&code=4&batch=32&engine=cpu&view=branches";

const text = (page, selector) => page.$eval(selector, (element) => element.textContent);

/** Answers the browser's question whether to leave, and counts them. */
function answers(page) {
  const asked = { count: 0, leaves: true };
  page.on("dialog", async (dialog) => {
    assert.equal(dialog.type(), "beforeunload");
    asked.count += 1;
    await (asked.leaves ? dialog.accept() : dialog.dismiss());
  });
  return asked;
}

const says = (page, words) =>
  page.waitForFunction(
    (wanted) => document.querySelector("#side-by-side-status")?.textContent.startsWith(wanted),
    { timeout: 120_000 },
    words,
  );

/** Waits until each of the models has been looked at. */
const allTrain = (page) =>
  page.waitForFunction(
    () =>
      [...document.querySelectorAll(".side-by-side-steps")].every((each) => !each.hidden && each.textContent !== ""),
    { timeout: 120_000 },
  );

/** Both branches of a fork have come to this step, and rest. */
const bothRestAt = (page, step) =>
  page.waitForFunction(
    (at) =>
      document.querySelector("#branches-status")?.textContent.endsWith(`Both are at step ${at}.`) &&
      /more$/.test(document.querySelector("#branches-go")?.textContent),
    { timeout: 120_000, polling: 50 },
    step,
  );

/** What both branches make, and their losses. */
const made = async (page) => ({
  pictures: (await picture(page, "#branches-pictures")).text,
  losses: await text(page, ".branches-losses p"),
});

const forkIsKept = (page, step) => isKept(page, ({ panels }) => panels.branches?.step === step);

describe("a page that is left", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("asks while models are compared, says afterwards that they are gone, and keeps what was measured", async () => {
    await visitExperiment(browser, BESIDE, async (page) => {
      const asked = answers(page);
      await stepReaches(page, 10);
      await page.click("#story");
      await page.reload();
      await settles(page);
      assert.equal(asked.count, 0, "there is nothing to lose");

      await fill(page, "#side-by-side-budget", 60);
      await page.click("#side-by-side-begin");
      await allTrain(page);
      await isKept(page, ({ panels }) => panels["side-by-side"]?.seconds === 60);
      asked.leaves = false;
      await page.evaluate(() => location.reload());
      const began = Date.now();
      while (asked.count === 0) {
        assert.ok(Date.now() - began < 30_000, "the browser does not ask");
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      await says(page, "Training");
      asked.leaves = true;
      await page.reload();
      assert.equal(asked.count, 2);
      await says(page, "A comparison was under way");
      await goesOn(page);
      assert.equal(await page.$eval("#side-by-side-budget", ({ value }) => value), "60");
      await assertUncut(page, "a comparison that is gone");

      await page.focus("#side-by-side-begin");
      await page.keyboard.press("Enter");
      await allTrain(page);
      await page.keyboard.press("Enter");
      await says(page, "Done");
      const measured = await text(page, "#side-by-side-measures");
      await isKept(page, ({ panels }) => panels["side-by-side"]?.measured?.every(Boolean));
      await page.reload();
      await says(page, "Measured before");
      assert.equal(asked.count, 2, "it is asked while they train alone");
      assert.equal(await text(page, "#side-by-side-measures"), measured);
    });
  });

  test("has a fork again when it is opened, to the bit, or forgets it", async () => {
    await visitExperiment(browser, FORK, async (page) => {
      const asked = answers(page);
      await stepReaches(page, 60);
      await page.select("#branches-setting", "learningRate");
      await fill(page, "#branches-value", "0.02");
      await fill(page, "#branches-from", "30");
      await fill(page, "#branches-steps", "40");
      await page.click("#branches-begin");
      await bothRestAt(page, 70);
      await page.click("#branches-go");
      await bothRestAt(page, 110);
      const before = await made(page);
      await forkIsKept(page, 110);
      await page.reload();
      await settles(page);
      assert.equal(asked.count, 0, "what is kept is not lost");
      await page.waitForSelector("#branches-left-bring-back", { visible: true });
      assert.match(
        await text(page, "#branches-left-told"),
        /fork at step 30; changed: Learning rate 0\.02\. .*step 110\./,
      );
      await assertUncut(page, "a fork that was left");
      await page.focus("#branches-left-bring-back");
      await page.keyboard.press("Enter");
      await bothRestAt(page, 110);
      assert.deepEqual(await made(page), before);
      assert.match(await text(page, "#branches-status"), /^Forked at step 30\. Changed: Learning rate 0\.02\./);
      assert.equal(await text(page, "#branches-go"), "40 steps more");

      await forkIsKept(page, 110);
      await page.reload();
      await settles(page);
      await page.waitForSelector("#branches-left-forget", { visible: true });
      await press(page, "#branches-left-forget");
      assert.equal(await page.evaluate(() => document.activeElement.id), "branches-begin");
      await page.waitForSelector("#branches-left-told", { hidden: true });
      await goesOn(page);
      await isKept(page, ({ panels }) => panels.branches === null);
      await page.reload();
      await settles(page);
      assert.equal(await page.$eval("#branches-left-told", (told) => told.checkVisibility()), false);
    });
  });

  test("asks while a fork is trained", async () => {
    await visitExperiment(browser, FORK, async (page) => {
      const asked = answers(page);
      await stepReaches(page, 20);
      await fill(page, "#branches-steps", "100000");
      await page.click("#branches-begin");
      await page.waitForFunction(() => document.querySelector("#branches-go").textContent === "Pause");
      await page.reload();
      await settles(page);
      assert.equal(asked.count, 1);
    });
  });
});
