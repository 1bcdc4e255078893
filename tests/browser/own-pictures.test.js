// A person's own pictures: brought in every way, looked through, learnt from, and nowhere else than they wish.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { disc, discs, idx, narrow, svg, vast, written, zip, zipThatSays } from "./brought.js";
import { assertShownIsTrained, visitExperiment } from "./experiments.js";
import { goesOn, launchChromium, PATIENCE, pause, press, step, stepReaches, visit } from "./harness.js";
import { assertUncut } from "./reading.js";

const START = "/#family=autoencoder&hidden=16&engine=cpu";

const text = (page, selector) => page.$eval(selector, (element) => element.textContent);

async function open(page) {
  await stepReaches(page, 5);
  await press(page, "#own-pictures-open");
  await page.waitForSelector("#own-pictures[open]");
}

/** Chooses files as a person does. */
async function bring(page, files) {
  const field = await page.$("#own-pictures-files");
  await field.uploadFile(...(await written(files)));
}

/** Waits until all have been read, and so many are there. */
const counts = (page, words) =>
  page.waitForFunction(
    (wanted) =>
      document.querySelector("#own-pictures-progress").hidden &&
      document.querySelector("#own-pictures-told").textContent === wanted,
    { timeout: 60_000 },
    words,
  );

async function learn(page) {
  await page.click("#own-pictures-learn");
  await page.waitForFunction(() => /data=own&.*own=\w+/.test(location.hash));
  await stepReaches(page, 5);
}

/** Everything that this browser keeps of the page, as text. */
const stores = (page) =>
  page.evaluate(async () => {
    const found = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise((resolve) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
      });
      for (const store of database.objectStoreNames) {
        const all = await new Promise((resolve) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result);
        });
        found.push(
          ...all.map((one) => ({ name, store, pixels: one.pixels?.length ?? 0, pad: one.panels?.["draw-pad"] })),
        );
      }
      database.close();
    }
    return { found, local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookie: document.cookie };
  });

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

  test("that would do harm are told, and cost nothing", async () => {
    await visitExperiment(browser, START, async (page) => {
      await open(page);
      const whole = disc(1);
      await bring(page, {
        "bomb.zip": zipThatSays(600_000_000),
        "liar.zip": zipThatSays(10),
        "nested.zip": zip({ "inner.zip": zip(discs(2)) }),
        "broken.zip": zip(discs(3)).subarray(0, 200),
        "vast.png": vast(),
        "narrow.png": narrow(),
        "truncated.png": whole.subarray(0, whole.length - 40),
        "text.png": Buffer.from("This is no picture."),
        "entities.svg": svg("<text>&b;</text>", '<!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>'),
        "empty.png": Buffer.alloc(0),
        "good.png": whole,
      });
      await counts(page, "One picture");
      await page.click("#own-pictures-refused summary");
      const told = await page.$$eval("#own-pictures-refused li", (items) => items.map((item) => item.textContent));
      const about = (name) => told.find((line) => line.startsWith(name)) ?? "";
      assert.match(about("bomb.zip"), /600 MB.*at most 500 MB/);
      assert.match(about("broken.zip"), /could not be read/);
      assert.match(about("vast.png"), /20,000 by 20,000/);
      assert.match(about("narrow.png"), /1 by 100,000.*Crop/);
      for (const name of ["inner.zip", "truncated.png", "text.png", "entities.svg", "empty.png"]) {
        assert.match(about(name), /Expected/, `${name} of ${told.join(" | ")}`);
      }
      assert.match(told.join(), /(liar\.zip|disc\.png)/);
      await page.click("#own-pictures-cancel");
      await goesOn(page, 5);
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

  test("are dropped, pasted and taken by the camera, which is asked for only then", async () => {
    const prepare = (page) =>
      page.evaluateOnNewDocument(() => {
        window.asked = 0;
        navigator.mediaDevices.getUserMedia = async () => {
          window.asked += 1;
          if (window.asked === 1) throw new DOMException("", "NotAllowedError");
          const canvas = document.createElement("canvas");
          [canvas.width, canvas.height] = [64, 48];
          const drawing = canvas.getContext("2d");
          setInterval(() => {
            drawing.fillStyle = "#fff";
            drawing.fillRect(0, 0, 64, 48);
            drawing.fillStyle = "#000";
            drawing.fillRect(20, 10, 10, 20);
          }, 50);
          return canvas.captureStream();
        };
      });
    await visit(
      browser,
      START,
      async (page) => {
        await open(page);
        for (const kind of ["drop", "paste"]) {
          await page.evaluate(async (type) => {
            const canvas = new OffscreenCanvas(40, 40);
            const drawing = canvas.getContext("2d");
            drawing.fillRect(type === "drop" ? 5 : 15, 5, 10, 30);
            const transfer = new DataTransfer();
            const picture = await canvas.convertToBlob({ type: type === "drop" ? "image/webp" : "image/png" });
            transfer.items.add(new File([picture], `${type}.webp`, { type: picture.type }));
            const event =
              type === "drop"
                ? new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true })
                : new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true });
            document.querySelector("#own-pictures").dispatchEvent(event);
          }, kind);
          await counts(page, kind === "drop" ? "One picture" : "2 pictures");
        }
        assert.equal(await page.evaluate(() => window.asked), 0);
        await page.click("#own-pictures-camera");
        await page.waitForFunction(() => /camera/.test(document.querySelector("#own-pictures-error").textContent));
        await page.click("#own-pictures-camera");
        await page.waitForFunction(() => document.querySelector("#own-pictures video").videoWidth > 0);
        await page.waitForFunction(() => document.querySelector("#own-pictures-shoot").checkVisibility());
        await page.click("#own-pictures-shoot");
        await counts(page, "3 pictures");
        assert.equal(await text(page, "#own-pictures-error"), "");
        await page.click("#own-pictures-cancel");
        await page.waitForFunction(() => document.querySelector("#own-pictures video").srcObject === null);
      },
      { prepare },
    );
  });
});
