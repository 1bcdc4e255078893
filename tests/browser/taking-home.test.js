// What a person takes home: losses and measures as tables, the time line as an animation, a report on paper.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { visitExperiment } from "./experiments.js";
import { fill, goesOn, launchChromium, PATIENCE, pause, press, showsPicture, step, stepReaches } from "./harness.js";

const DIGITS = "/#family=autoencoder&hidden=8&code=4&seed=11&engine=cpu&language=en&view=pairs";
const MADE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
/** Of 255: an animated picture has 256 colours. */
const FEWER_COLOURS = 6;

/** Presses what may have to be scrolled to. */
async function click(page, selector) {
  const element = await page.$(selector);
  await element.scrollIntoView();
  await element.click();
}

async function pressByKey(page, selector) {
  await page.focus(selector);
  await page.keyboard.press("Enter");
}

/** What is saved by an action, as bytes. */
async function savedBy(page, action) {
  const before = await page.evaluate(() => window.saved.length);
  await action();
  await page.waitForFunction((count) => window.saved.length > count, { timeout: 60_000 }, before);
  return Buffer.from(await page.evaluate(async () => [...new Uint8Array(await window.saved.at(-1).arrayBuffer())]));
}

/** Rows of cells, as another program would read them; in what is saved here no cell has two lines. */
function read(bytes) {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  const rows = text.trimEnd().split("\r\n");
  return rows.map((row) =>
    [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) =>
      quoted === undefined ? plain : quoted.replaceAll('""', '"'),
    ),
  );
}

/** A figure of the page as a number. */
const figure = (text) =>
  Number(
    text
      .replace(/\s/g, "")
      .replace(",", ".")
      .replace("−", "-")
      .match(/-?[\d.]+/)[0],
  );

/** Another decoder than ours reads the animation; its first and last picture are beside a still picture of the page. */
const compared = (page, still) =>
  page.evaluate(async (at) => {
    const blob = window.saved.at(-1);
    const decoder = new ImageDecoder({ data: await blob.arrayBuffer(), type: blob.type });
    await decoder.tracks.ready;
    const { frameCount } = decoder.tracks.selectedTrack;
    const pixels = (image, width, height, drawnHeight = height) => {
      const drawing = new OffscreenCanvas(width, height).getContext("2d");
      drawing.drawImage(image, 0, 0, width, drawnHeight);
      return drawing;
    };
    const bitmap = await createImageBitmap(window.saved[at]);
    const frames = [];
    for (const frameIndex of [0, frameCount - 1]) {
      const { image } = await decoder.decode({ frameIndex });
      const [width, height] = [image.displayWidth, image.displayHeight];
      const room = Math.round((width / bitmap.width) * bitmap.height);
      const one = pixels(image, width, height).getImageData(0, 0, width, room).data;
      const other = pixels(bitmap, width, room).getImageData(0, 0, width, room).data;
      const difference = one.reduce((sum, value, index) => sum + Math.abs(value - other[index]), 0) / one.length;
      const strip = pixels(image, width, height).getImageData(0, room, width, height - room).data;
      frames.push({ duration: image.duration / 1000, difference, strip: strip.join() });
    }
    return { frameCount, frames };
  }, still);

const hash = (page) => page.evaluate(() => location.hash);

/** How many steps can be looked back to. */
const looks = (page) => page.$eval("#timeline", ({ max }) => Number(max));

/** Until no animation is being made. */
const isDone = (page) =>
  page.waitForFunction(() => !document.querySelector("#timeline-saving").classList.contains("busy"), {
    timeout: 60_000,
  });

/** Losses and measures as tables: by pointer, and by keyboard in another language. */
async function savesTables(page) {
  const [names, ...losses] = read(await savedBy(page, () => click(page, "#save-losses")));
  assert.deepEqual(names, ["step", "reconstruction"]);
  const steps = losses.map(([each]) => Number(each));
  assert.deepEqual(
    steps,
    [...steps].sort((one, other) => one - other),
  );
  assert.ok(steps.length >= 2 && steps.at(-1) <= (await step(page)), steps.join());
  assert.ok(losses.every(([, loss]) => Number(loss) > 0));

  await fill(page, "#language", "sv");
  await page.waitForSelector("html[lang=sv]");
  const [head, ...rows] = read(await savedBy(page, () => pressByKey(page, "#save-measures")));
  const table = rows.map((row) => Object.fromEntries(row.map((value, at) => [head[at], value])));
  const shown = await page.$$eval("#measures tbody tr", (all) =>
    all.map((row) => ({
      name: (row.querySelector("summary") ?? row.querySelector("th")).textContent,
      value: row.querySelector("td.number").firstChild.textContent,
      baseline: row.querySelector(".baseline").textContent,
    })),
  );
  assert.deepEqual(
    table.map(({ name }) => name),
    shown.map(({ name }) => name),
  );
  for (const [index, { value, baseline }] of shown.entries()) {
    const row = table[index];
    const near = (text, told) => Math.abs(figure(text) - Number(told)) <= 0.006 * Math.abs(Number(told));
    assert.ok(near(value, row.value), `${value} is saved as ${row.value}`);
    assert.ok(near(baseline, row["baseline value"]), `${baseline} is saved as ${row["baseline value"]}`);
    assert.ok(baseline.includes(row.baseline), row.baseline);
  }
  assert.ok(table.some(({ measure }) => measure === "meanSquaredError"));
  const when = await page.$eval("#measures-when", ({ textContent }) => textContent);
  assert.equal(Number(table[0].step), Number(when.replace(/\D/g, "")));
  assert.equal(table[0].count, "2000");
}

/** The report, opened and closed by pointer and by keyboard, and printed. */
async function makesReport(page) {
  await page.evaluate(() => {
    window.printed = 0;
    window.print = () => {
      window.printed += 1;
    };
  });
  await click(page, "#report-open");
  await page.waitForSelector("#report-address");
  const said = await page.$eval("#report", ({ textContent }) => textContent);
  const settings = await page.$$eval("#report .report-settings tr", (rows) =>
    rows.map(({ cells }) => [...cells].map(({ textContent }) => textContent)),
  );
  assert.match(said, /Autoencoder: Handwritten digits/);
  assert.match(said, /squeezes each picture into a few numbers/);
  const [, told] = /Step ([\d,]+), seed 11\./.exec(said);
  assert.equal(Number(told.replace(",", "")), await step(page));
  const wanted = { "Code size": "4", "Hidden layers": "8", Optimiser: "Adam", "Learning rate": "0.001" };
  const shown = Object.fromEntries(settings);
  for (const [name, value] of Object.entries(wanted)) assert.equal(shown[name], value, name);
  assert.doesNotMatch(said, /KL weight|Discriminator/);
  assert.match(said, /MNIST, LeCun, Cortes & Burges\. Licence: CC BY-SA 3\.0/);
  assert.match(said, /on 2,000 examples it had not seen/);
  const measured = await page.$eval("#measures tbody td.number", (cell) => cell.firstChild.textContent);
  assert.ok(said.includes(measured) && /PCA-4: 0\.\d+/.test(said), said);
  assert.equal(new URL(await page.$eval("#report-address", (code) => code.textContent)).hash, await hash(page));
  assert.ok((await page.$eval("#report svg polyline", (line) => line.getAttribute("points"))).includes(" "));

  const pale = (canvas) => canvas.getContext("2d").getImageData(0, 0, 1, 1).data.join();
  assert.equal(await page.$eval("#report canvas", pale), "255,255,255,255");
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark", "the page stays as it was");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => window.printed), 1);

  await page.emulateMediaType("print");
  const seen = (selector) => page.$eval(selector, (element) => element.checkVisibility());
  assert.deepEqual(await Promise.all(["main", "header.top", "#report-print"].map(seen)), [false, false, false]);
  assert.deepEqual(await Promise.all(["#report-title", "#report-address"].map(seen)), [true, true]);
  await page.emulateMediaType(null);
  const sheets = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  assert.ok([...sheets.matchAll(/\/Type\s*\/Page\b/g)].length >= 1);
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(sheets);
  assert.deepEqual([Math.round(width), Math.round(height)], [595, 842], "A4, in points");

  await page.keyboard.press("Escape");
  assert.equal(await page.$("#report[open]"), null);
  assert.equal(await page.evaluate(() => document.activeElement.id), "report-open");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#report[open] #report-address");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.$("#report[open]"), null);
}

describe("what a person takes home", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("losses and measures are tables that say what the page shows; a report says all, and is printed dark on light", async () => {
    const dark = (page) => page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
    const use = async (page) => {
      await stepReaches(page, 20);
      await showsPicture(page, "#pairs");
      await press(page, "#measure-now");
      await page.waitForSelector("#measures tbody tr", { timeout: 120_000 });
      await pause(page);
      await savesTables(page);
      await fill(page, "#language", "en");
      await page.waitForSelector("html[lang=en]");
      await makesReport(page);
    };
    await visitExperiment(browser, DIGITS, use, { prepare: dark });
  });

  test("the time line is an animation of what the view showed, step by step", async () => {
    await visitExperiment(browser, DIGITS, async (page) => {
      await showsPicture(page, "#pairs");
      await stepReaches(page, 40);
      await page.waitForFunction(() => Number(document.querySelector("#timeline").max) >= 4);
      // Cancelled while it trains, at once; a person may also come too late for that.
      await page.evaluate(() => {
        document.querySelector("#save-timeline").focus();
        document.querySelector("#save-timeline").click();
        document.activeElement.click();
      });
      await page.waitForFunction(() => document.querySelector("#polite").textContent === "No animation was saved.");
      assert.equal(await page.evaluate(() => document.activeElement.id), "save-timeline");
      assert.equal(await page.evaluate(() => window.saved.length), 0);
      await goesOn(page);
      assert.equal(await page.$eval("#timeline-step", ({ textContent }) => textContent), "now");

      await pause(page);
      await page.waitForSelector("#timeline:not(:disabled)");
      await fill(page, "#timeline", 0);
      await savedBy(page, () => click(page, "#save-picture"));
      const least = await looks(page);
      await fill(page, "#timeline", 1);
      const second = await page.$eval("#timeline-step", ({ textContent }) => textContent);
      const bytes = await savedBy(page, () => pressByKey(page, "#save-timeline"));
      const { frameCount, frames } = await compared(page, 0);
      // The last step before the pause may be told only now.
      const most = await looks(page);
      assert.ok(frameCount >= least && frameCount <= most, `${frameCount} pictures of ${least} to ${most} steps`);
      assert.deepEqual(
        frames.map(({ duration }) => duration),
        [120, 2000],
      );
      const [first, last] = frames;
      assert.ok(first.difference < FEWER_COLOURS, `${first.difference} of 255 from what is shown at that step`);
      assert.ok(last.difference > first.difference, "nothing has changed from the first to the last");
      assert.notEqual(first.strip, last.strip, "both are of the same step");
      await isDone(page);
      assert.equal(await page.$eval("#timeline-step", ({ textContent }) => textContent), second, "it was elsewhere");

      const path = join(await mkdtemp(join(tmpdir(), "time-line-")), "time-line.gif");
      await writeFile(path, bytes);
      const output = execFileSync(process.env.EXIFTOOL_PATH ?? "exiftool", ["-json", path]);
      const [told] = JSON.parse(output.toString());
      assert.deepEqual([told.FileType, told.DigitalSourceType], ["GIF", MADE]);
      assert.match(told.Description, /^Made by a model \(Autoencoder\) .* from seed 11\.$/);
      assert.equal(told.FrameCount, frameCount);
      assert.equal(told.Warning ?? told.Error, undefined);

      // Whoever goes elsewhere meanwhile is not brought back.
      await page.evaluate(() => {
        document.querySelector("#save-timeline").click();
        document.querySelector("#views [role=tab][aria-selected=false]").click();
      });
      await isDone(page);
      assert.equal(await page.$eval("#tab-pairs", (tab) => tab.getAttribute("aria-selected")), "false");
      assert.equal(await page.evaluate(() => window.saved.length), 2);
    });
  });
});
