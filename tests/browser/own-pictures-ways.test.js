// The ways by which pictures of one's own come: dropped anywhere, pasted, by the camera; and what would do harm.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { bring, counts, learn, open, START, text } from "./bringing.js";
import { disc, discs, narrow, svg, vast, zip, zipThatSays } from "./brought.js";
import { visitExperiment } from "./experiments.js";
import { goesOn, launchChromium, PATIENCE, stepReaches, visit } from "./harness.js";

describe("pictures of a person's own", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

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

  test("are taken wherever on the page they are dropped, and the page stays; so is a saved model", async () => {
    await visitExperiment(browser, START, async (page) => {
      await stepReaches(page, 20);
      const drop = (name) =>
        page.evaluate(async (name) => {
          const canvas = new OffscreenCanvas(40, 40);
          canvas.getContext("2d").fillRect(5, 5, 10, 30);
          const transfer = new DataTransfer();
          transfer.items.add(new File([await canvas.convertToBlob()], name));
          const event = new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true });
          document.querySelector("#stage").dispatchEvent(event);
          return event.defaultPrevented;
        }, name);
      assert.equal(await drop("a.png"), true);
      await page.waitForSelector("#own-pictures[open]");
      await counts(page, "One picture");
      await page.keyboard.press("Escape");
      assert.equal(await drop("a.safetensors"), true);
      await page.waitForSelector("#notice:not([hidden])");
      assert.match(await text(page, "#notice"), /safetensors/);
      await goesOn(page, 5);
    });
  });

  test("that cannot be kept are told, and learnt from all the same by whoever presses once more", async () => {
    const prepare = (page) =>
      page.evaluateOnNewDocument(() => {
        const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (...given) {
          if (this.name === "pictures") throw new DOMException("", "QuotaExceededError");
          return put.apply(this, given);
        };
      });
    await visit(
      browser,
      START,
      async (page) => {
        await open(page);
        await bring(page, discs(5));
        await counts(page, "5 pictures");
        await page.click("#own-pictures-kept");
        await page.click("#own-pictures-learn");
        await page.waitForFunction(() =>
          /could not be kept/.test(document.querySelector("#own-pictures-error").textContent),
        );
        assert.equal(await page.$eval("#own-pictures-kept", ({ checked }) => checked), false);
        await learn(page);
      },
      { prepare },
    );
  });

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
