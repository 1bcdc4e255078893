// The discriminator judges what comes from outside: a person's own picture, and another data set.

import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { withFailingHost } from "./experiments.js";
import { launchChromium, PATIENCE, picture, press, visit } from "./harness.js";
import { isJudged, opens, rowComes, START } from "./judging.js";

const CLOTHES = /fashion-small/;
const MEGABYTE = 1_000_000;

/** Chooses a file as a person does. */
async function chooses(page, bytes, name) {
  const path = join(await mkdtemp(join(tmpdir(), "playground-")), name);
  await writeFile(path, bytes);
  const input = await page.$("#verdicts-file");
  await input.uploadFile(path);
}

/** A PNG of a bar on a ground, wider than high. */
async function barOn(page, ground, ink) {
  const text = await page.evaluate(
    async (below, above) => {
      const canvas = new OffscreenCanvas(200, 100);
      const drawing = canvas.getContext("2d");
      drawing.fillStyle = below;
      drawing.fillRect(0, 0, 200, 100);
      drawing.fillStyle = above;
      drawing.fillRect(90, 20, 20, 60);
      const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
      return btoa(String.fromCharCode(...bytes));
    },
    ground,
    ink,
  );
  return Buffer.from(text, "base64");
}

/** Brings a file from outside by an event, as the browser would: dropped on the view, or pasted. */
const brings = (page, how, bytes) =>
  page.evaluate(
    (kind, text) => {
      const data = new DataTransfer();
      const content = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      data.items.add(new File([content], "bar.png", { type: "image/png" }));
      const event =
        kind === "drop"
          ? new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })
          : new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
      document.querySelector("#verdicts-judged").dispatchEvent(event);
    },
    how,
    bytes.toString("base64"),
  );

/** The largest difference between the reds of two pictures. @param {string} one @param {string} other */
function furthest(one, other) {
  const [reds, others] = [one, other].map((text) => text.split(",").map((pixel) => Number(pixel) & 255));
  return reds.reduce((most, red, index) => Math.max(most, Math.abs(red - others[index])), 0);
}

const refused = (page, words) =>
  page.waitForFunction(
    (wanted) => new RegExp(wanted).test(document.querySelector("#verdicts-told.refused")?.textContent ?? ""),
    { timeout: 30_000, polling: 50 },
    words,
  );

describe("the discriminator judges what is brought", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("another data set that did not come, at the next try", async () => {
    let fails = true;
    await withFailingHost(
      (url) => (CLOTHES.test(url) && fails ? { status: 503 } : null),
      (host) =>
        visit(
          browser,
          START,
          async (page) => {
            await opens(page);
            await press(page, "#verdicts-add-data");
            const told = (words) =>
              page.waitForFunction(
                (wanted) =>
                  [...document.querySelectorAll(".verdicts-offer")].some((p) => p.textContent.includes(wanted)),
                { timeout: 30_000, polling: 50 },
                words,
              );
            await told("answered 503");
            assert.equal(await page.$eval("#verdicts-row-data", (row) => row.hidden), true);
            fails = false;
            await press(page, "#verdicts-add-data");
            await rowComes(page, "data");
          },
          { host, expects: /503/ },
        ),
    );
  });

  test("a person's own picture, light on dark however it was drawn, and says what it cannot take", async () => {
    await visit(browser, START, async (page) => {
      await opens(page);
      const onPaper = await barOn(page, "white", "black");
      await chooses(page, onPaper, "paper.png");
      const share = await isJudged(page, "Your own picture:");
      const shown = (await picture(page, "#verdicts-judged")).text;
      const middle = await page.$eval("#verdicts-judged", (canvas) => {
        const at = (x, y) => [...canvas.getContext("2d").getImageData(x, y, 1, 1).data].join();
        return { corner: at(0, 0), beside: at(4, 14), bar: at(14, 14) };
      });
      assert.equal(middle.corner, middle.beside, "what is around it and its ground are the same");
      assert.notEqual(middle.bar, middle.beside);
      for (const [how, ground, ink] of [
        ["drop", "black", "white"],
        ["paste", "white", "black"],
      ]) {
        await press(page, "#use-example");
        await isJudged(page, "On the draw pad:");
        await brings(page, how, await barOn(page, ground, ink));
        const other = await isJudged(page, "Your own picture:");
        assert.ok(Math.abs(other - share) <= 1, `${how}: ${other} % and not ${share} %`);
        const difference = furthest((await picture(page, "#verdicts-judged")).text, shown);
        assert.ok(difference < 8, `${how}: shades differ by up to ${difference} of 256`);
      }
      await chooses(page, Buffer.from("no picture"), "letter.png");
      await refused(page, "letter.png.*could not be read");
      const vast = Buffer.from(onPaper);
      vast.writeUInt32BE(60_000, 16);
      vast.writeUInt32BE(60_000, 20);
      await chooses(page, vast, "vast.png");
      await refused(page, "60,000 by 60,000 pixels");
      await chooses(page, Buffer.alloc(21 * MEGABYTE), "long.png");
      await refused(page, "21 MB");
      const still = await isJudged(page, "Your own picture:");
      assert.ok(Math.abs(still - share) <= 1, "what was refused changed nothing");
    });
  });
});
