// A person's own pictures: brought in every way, looked through, learnt from, and nowhere else than they wish.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { bring, counts, learn, open, START, text } from "./bringing.js";
import { disc, discs, idx, svg, zip } from "./brought.js";
import { assertShownIsTrained, inDatabases, visitExperiment } from "./experiments.js";
import { goesOn, launchChromium, PATIENCE, pause, press, step, stepReaches } from "./harness.js";
import { assertUncut } from "./reading.js";

/** Everything that this browser keeps of the page. */
const stores = async (page) => {
  const found = await inDatabases(page);
  const others = await page.evaluate(() => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    cookie: document.cookie,
  }));
  return { found, ...others };
};

describe("pictures of a person's own", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("are brought as files, archives, vectors and IDX, each once, and learnt from without being sent", async () => {
    await visitExperiment(browser, START, async (page) => {
      await open(page);
      const sent = [];
      page.on("request", (request) => {
        if (request.method() !== "GET" || request.hasPostData()) sent.push(request.url());
      });
      assert.equal(await page.$eval("#own-pictures-learn", (button) => button.disabled), true);
      await bring(page, { ...discs(8), "again.png": disc(3) });
      await counts(page, "8 pictures");
      await bring(page, {
        "folder.zip": zip({
          ...discs(6, 8),
          "inner/disc.png": disc(20),
          "__MACOSX/x": Buffer.from("x"),
          ".hidden": Buffer.from("x"),
        }),
        "square.svg": svg('<rect x="5" y="5" width="20" height="12"/><script>window.ran = true</script>'),
        "rings.idx3-ubyte.gz": idx(5, 14),
      });
      await counts(page, "21 pictures");
      assert.equal(await page.$eval("#own-pictures-refused", (details) => details.hidden), true);
      assert.match(await text(page, ".own-pictures-report"), /One was there already/);
      assert.match(
        await text(page, "#own-pictures-parts"),
        /^19 are learned from, 2 are kept apart.*one pixel to every side/,
      );
      await assertUncut(page, "pictures of one's own");
      await learn(page);
      assert.equal(await page.$eval("#dataset", ({ value }) => value), "own");
      assert.equal(await page.evaluate(() => window.ran), undefined);
      await goesOn(page, 20);
      await assertShownIsTrained(page);
      await press(page, "#measure-now");
      await page.waitForFunction(() => /\d/.test(document.querySelector("#measures tbody").textContent), {
        timeout: 60_000,
      });
      assert.deepEqual(sent, []);
      // Kept is what was trained, and none of the pictures.
      await pause(page);
      await page.waitForFunction(async () => (await indexedDB.databases()).length > 0);
      const { found, local, session, cookie } = await stores(page);
      assert.deepEqual(
        found.filter(({ pixels, pad }) => pixels > 0 || pad),
        [],
      );
      assert.deepEqual(
        [...local, ...session, cookie].filter((name) => /own|picture/.test(name)),
        [],
      );
    });
  });

  test("are looked through by keyboard: one is left out and taken back, and Escape leaves all as it was", async () => {
    await visitExperiment(browser, START, async (page) => {
      await stepReaches(page, 5);
      await page.focus("#own-pictures-open");
      await page.keyboard.press("Enter");
      await page.waitForSelector("#own-pictures[open]");
      await bring(page, discs(6));
      await counts(page, "6 pictures");
      await page.focus("#own-pictures-grid");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      await counts(page, "5 pictures");
      await page.focus("#own-pictures-back");
      await page.keyboard.press("Enter");
      await counts(page, "6 pictures");
      await page.keyboard.press("Escape");
      await page.waitForFunction(() => !document.querySelector("#own-pictures").open);
      assert.equal(await page.evaluate(() => document.activeElement.id), "own-pictures-open");
      assert.equal(await page.$eval("#dataset", ({ value }) => value), "mnist-small");
      // The field for the data asks for them as well.
      await page.select("#dataset", "own");
      await page.waitForSelector("#own-pictures[open]");
      await counts(page, "6 pictures");
      assert.equal(await page.$eval("#dataset", ({ value }) => value), "mnist-small");
    });
  });

  test("are there after a reload where a person wishes it, and gone where not", async () => {
    await visitExperiment(browser, START, async (page) => {
      await open(page);
      await bring(page, discs(12));
      await counts(page, "12 pictures");
      await press(page, "#own-pictures-kept");
      await learn(page);
      await stepReaches(page, 30);
      await page.reload();
      await stepReaches(page, 30);
      assert.equal(await page.$eval("#dataset", ({ value }) => value), "own");
      await press(page, "#own-pictures-open");
      await page.waitForSelector("#own-pictures[open]");
      await counts(page, "12 pictures");
      assert.equal(await page.$eval("#own-pictures-kept", ({ checked }) => checked), true);
      await press(page, "#own-pictures-kept");
      await press(page, "#own-pictures-learn");
      await page.waitForFunction(() => !document.querySelector("#own-pictures").open);
      assert.equal((await stores(page)).found.filter(({ pixels }) => pixels > 0).length, 0);
      await page.reload();
      await stepReaches(page, 1);
      await page.waitForFunction(() => /no longer here/.test(document.querySelector("#notice").textContent));
      assert.equal(await page.$eval("#dataset", ({ value }) => value), "mnist-small");
      assert.ok((await step(page)) > 0);
    });
  });

  for (const family of [
    "adversarial&network=convolutional&hidden=4-4&batch=16",
    "variational&hidden=16",
    "autoencoder&hidden=16",
  ]) {
    test(`a dozen of them are enough for every view of ${family.split("&")[0]}`, async () => {
      await visitExperiment(browser, `/#family=${family}&engine=cpu`, async (page) => {
        await open(page);
        await bring(page, discs(12));
        await counts(page, "12 pictures");
        await learn(page);
        for (const tab of await page.$$("#views [role=tab]")) {
          await tab.evaluate((button) => button.click());
          const before = await step(page);
          await stepReaches(page, before + 10);
          const said = await page.$eval("#notice", (notice) => (notice.checkVisibility() ? notice.textContent : ""));
          assert.equal(said, "", await tab.evaluate(({ textContent }) => textContent));
        }
        await press(page, "#measure-now");
        await page.waitForFunction(() => /On 1 unseen/.test(document.querySelector("#measures").textContent), {
          timeout: 60_000,
        });
      });
    });
  }
});
