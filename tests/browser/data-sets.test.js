// Data sets are seen before they are chosen, with what they are and whose; each trains, and is fetched only then.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { assertShownIsTrained, visitExperiment } from "./experiments.js";
import { goesOn, launchChromium, PATIENCE, press, stepReaches } from "./harness.js";
import { assertUncut } from "./reading.js";

const START = "/#family=autoencoder&hidden=16&engine=cpu";

describe("the gallery of data sets", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("shows examples of each without fetching it, and one that is pressed is learnt from", async () => {
    await visitExperiment(browser, START, async (page) => {
      await stepReaches(page, 5);
      const fetched = [];
      page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
      await press(page, "#data-sets-open");
      await page.waitForSelector("#data-sets[open]");
      const cards = await page.$$eval(".data-sets-card", (buttons) =>
        buttons.map((button) => {
          const canvas = button.querySelector("canvas");
          const pixels = canvas?.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data ?? [];
          const colours = new Set();
          for (let at = 0; at < pixels.length; at += 4) colours.add(`${pixels.slice(at, at + 4)}`);
          return { name: button.dataset.dataset, text: button.textContent, colours: colours.size };
        }),
      );
      assert.deepEqual(
        cards.map(({ name }) => name).sort(),
        await page.$$eval("#dataset option", (options) => options.map(({ value }) => value).sort()),
      );
      for (const { name, colours } of cards) assert.ok(name === "own" || colours > 1, `${name} shows nothing`);
      const { text } = cards.find(({ name }) => name === "game-icons");
      assert.match(text, /3,734 pictures.*400 unseen.*1\.6 MB.*game-icons\.net.*CC BY 3\.0/);
      assert.deepEqual(
        fetched.filter((path) => path.startsWith("/data/")),
        [],
      );
      await assertUncut(page, "the gallery of data sets");
      await page.click('.data-sets-card[data-dataset="letters"]');
      await page.waitForFunction(() => location.hash.includes("data=letters"), { timeout: 30_000 });
      await goesOn(page, 10);
      assert.ok(fetched.includes("/data/letters/train-images-idx3-ubyte.gz"));
      assert.match(await page.$eval("#dataset-note", (note) => note.textContent), /7,546 pictures.*OFL/);
      assert.equal((await page.$$("#only button")).length, 26);
      await assertShownIsTrained(page);
    });
  });

  test("says of what label there are few, and learns from all of them again", async () => {
    await visitExperiment(browser, `${START}&scarce=7&scarce-count=30`, async (page) => {
      await stepReaches(page, 5);
      assert.equal(await page.$eval("#scarce-told", (told) => told.textContent), "Of “7” it learns from 30 at most.");
      assert.deepEqual((await assertShownIsTrained(page)).data.scarce, { label: 7, count: 30 });
      await page.select("#language", "sv");
      await page.waitForFunction(() => /högst 30/.test(document.querySelector("#scarce-told").textContent));
      await assertUncut(page, "a label of which there are few");
      await page.focus("#scarce-all");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => !location.hash.includes("scarce"));
      await goesOn(page, 5);
      assert.equal(await page.$eval("#scarce", (line) => line.checkVisibility()), false);
      assert.equal(await page.evaluate(() => document.activeElement.id), "data-sets-open");
      assert.equal((await assertShownIsTrained(page)).data.scarce ?? null, null);
    });
  });

  test("is gone through by keyboard; data without labels offer none", async () => {
    await visitExperiment(browser, `${START}&condition=label`, async (page) => {
      await stepReaches(page, 5);
      await page.focus("#data-sets-open");
      await page.keyboard.press("Enter");
      await page.waitForSelector("#data-sets[open]");
      assert.equal(await page.evaluate(() => document.activeElement.dataset.dataset), "mnist-small");
      const names = await page.$$eval(".data-sets-card", (buttons) => buttons.map(({ dataset }) => dataset.dataset));
      const moves = names.indexOf("pixel-icons") - names.indexOf("mnist-small");
      for (let move = 0; move < moves; move++) await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => location.hash.includes("data=pixel-icons"), { timeout: 30_000 });
      await goesOn(page, 10);
      assert.equal(await page.$eval("#only-field", (field) => field.checkVisibility()), false);
      await press(page, "#measure-now");
      await page.waitForFunction(() => /On 100 unseen/.test(document.querySelector("#measures").textContent), {
        timeout: 60_000,
      });
      await page.focus("#data-sets-open");
      await page.keyboard.press("Enter");
      await page.waitForSelector("#data-sets[open]");
      await page.keyboard.press("Escape");
      assert.equal(await page.evaluate(() => document.activeElement.id), "data-sets-open");
    });
  });

  test("of a GAN told the label goes on with data that have none", async () => {
    await visitExperiment(
      browser,
      "/#family=adversarial&network=convolutional&condition=label&hidden=4&batch=16&engine=cpu",
      async (page) => {
        await stepReaches(page, 3);
        await page.select("#dataset", "game-icons");
        await page.waitForFunction(() => location.hash.includes("data=game-icons"), { timeout: 30_000 });
        await goesOn(page, 3);
        assert.equal(await page.$eval("#notice", (notice) => notice.checkVisibility()), false);
        await assertShownIsTrained(page);
      },
    );
  });
});
