// The discriminator judges: a picture from the page or from outside, by pointer and by keyboard, and pictures that it was never
// taught about.

import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { withFailingHost } from "./experiments.js";
import { drawDigit, fill, launchChromium, PATIENCE, pause, picture, press, stepReaches, visit } from "./harness.js";

const START = "/#family=adversarial&network=dense&condition=none&hidden=16&batch=32&engine=cpu&view=verdicts";
const CLOTHES = /fashion-small/;
const MEGABYTE = 1_000_000;

const textOf = (page, selector) => page.$eval(selector, (element) => element.textContent);
const percentIn = (text) => Number(/(\d+)%/.exec(text)?.[1] ?? Number.NaN);

/** Waits until a row has been judged. */
const rowComes = (page, id) => page.waitForSelector(`#verdicts-row-${id}:not([hidden])`, { timeout: 30_000 });

/** The share of a row that was taken for real, in per cent, and how many were judged. */
const rowOf = (page, id) =>
  page.$eval(`#verdicts-row-${id}`, (row) => {
    const [count, share] = [...row.querySelectorAll("b")].map((figure) => Number.parseInt(figure.textContent, 10));
    return { count, share, bar: row.querySelector("i").style.width, name: row.querySelector("th").textContent };
  });

/** Opens the view after some training, at rest when these rows are there, with the last look come. */
async function opens(page, ...rows) {
  await stepReaches(page, 10);
  for (const id of ["present", ...rows]) await rowComes(page, id);
  await pause(page);
  await new Promise((resolve) => setTimeout(resolve, 2500));
}

/** Waits for the verdict on a picture that comes from there, and requires what is seen of it to agree. */
async function isJudged(page, origin, taken = true) {
  await page.waitForFunction(
    (words) => {
      const [from, , share] = document.querySelectorAll(".verdicts-judged p");
      return from.textContent === words && /\d%/.test(share.textContent);
    },
    { timeout: 30_000, polling: 50 },
    origin,
  );
  // At one moment: what is said of a stroke gives way to what is said of the next.
  const [told, words, left] = await page.evaluate(() => {
    const text = (selector) => document.querySelector(selector).textContent;
    const mark = document.querySelector(".verdicts-mark").style.left;
    return [text("#verdicts-share"), text("#verdicts-verdict"), Number.parseFloat(mark)];
  });
  const share = percentIn(told);
  // On the border what is said hangs on what has been rounded away.
  const said = share > 60 ? /real/ : share < 40 ? /made/ : /Cannot tell|Probably/;
  assert.match(words, said, `${share} %`);
  assert.ok(Math.abs(left - share) <= 0.5, `the mark stands at ${left}, the share is ${share}`);
  // A drawing is judged with its centre of mass in the middle.
  const same = (await picture(page, "#verdicts-judged")).text === (await picture(page, "#draw-pad")).text;
  assert.equal(same, taken, "what is taken from elsewhere is on the draw pad as it is");
  return share;
}

/** Presses one of a row of pictures by mouse. */
async function pressPicture(page, selector, index, down = 0.5, count = 5) {
  const row = await page.$(selector);
  await row.scrollIntoView();
  const box = await row.boundingBox();
  await page.mouse.click(box.x + ((index + 0.5) * box.width) / count, box.y + down * box.height);
}

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

describe("the discriminator judges", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("what is pressed and what is drawn, beside what it says of many", async () => {
    await visit(browser, START, async (page) => {
      await opens(page, "model", "earlier");
      for (const id of ["real", "blurred", "noisy", "present", "earlier", "model", "chance"]) {
        const { count, share, bar } = await rowOf(page, id);
        assert.equal(count, 200, id);
        assert.ok(Math.abs(Number.parseFloat(bar) - share) <= 0.5, `${id}: ${share} % and a bar of ${bar}`);
      }
      const step = Number((await textOf(page, "#step")).replace(/\D/g, ""));
      const earlier = Number(/\d+/.exec((await rowOf(page, "earlier")).name)[0]);
      assert.ok(earlier <= step / 2, `step ${earlier} is not before half of ${step}`);
      for (const kind of ["real", "made"]) {
        const bars = await page.$eval(`.verdicts-chart .${kind}`, (path) => path.getBoundingClientRect().height);
        assert.ok(bars > 2, `the bars of ${kind} ones are ${bars} high`);
      }
      await pressPicture(page, "#verdicts-some-present", 1);
      await isJudged(page, "Made by its generator:");
      await pressPicture(page, "#verdicts-chance", 3);
      await isJudged(page, "Plain noise:");
      await press(page, "#clear-pad");
      await page.waitForFunction(() => /^Draw a picture/.test(document.querySelector("#verdicts-verdict").textContent));
      assert.ok(await page.$eval(".verdicts-mark", (mark) => mark.hidden));
      await drawDigit(page);
      await isJudged(page, "On the draw pad:", false);
    });
  });

  test("real ones a little changed, beside what they were made of; and its mistakes are counted", async () => {
    await visit(browser, START, async (page) => {
      await opens(page, "blurred", "noisy", "model", "earlier");
      await pressPicture(page, "#verdicts-real", 1);
      await isJudged(page, "A real one, unseen:");
      const original = (await picture(page, "#verdicts-judged")).text;
      for (const [id, origin] of [
        ["blurred", "A real one, before or after it was blurred:"],
        ["noisy", "A real one, without or with noise:"],
      ]) {
        await pressPicture(page, `#verdicts-${id}`, 1, 0.25);
        await isJudged(page, origin);
        assert.equal((await picture(page, "#verdicts-judged")).text, original, `${id}: what it was made of`);
        await pressPicture(page, `#verdicts-${id}`, 1, 0.75);
        await page.waitForFunction(
          (before) => {
            const canvas = document.querySelector("#verdicts-judged");
            const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
            return new Uint32Array(data.buffer).join() !== before;
          },
          { timeout: 30_000, polling: 50 },
          original,
        );
        await isJudged(page, origin);
      }
      for (const [kind, ids] of [
        ["accused", ["real", "blurred", "noisy"]],
        ["missed", ["present", "earlier", "model"]],
      ]) {
        for (const id of ids) {
          const told = await textOf(page, `#verdicts-${kind}-${id}`);
          const [judged, count] = told.match(/\d+/g).map(Number);
          const { share } = await rowOf(page, id);
          assert.equal(judged, 200, told);
          const expected = kind === "missed" ? share : 100 - share;
          assert.ok(Math.abs(count / 2 - expected) <= 0.5, `${told} ${share} % were taken for real`);
        }
      }
    });
  });

  test("what is chosen by keyboard, and another data set when that is wanted", async () => {
    await visit(browser, START, async (page) => {
      await opens(page);
      await page.focus("#verdicts-some-real");
      for (const key of ["ArrowRight", "ArrowRight", "Enter"]) await page.keyboard.press(key);
      await isJudged(page, "A real one, unseen:");
      const third = (await picture(page, "#verdicts-judged")).text;
      for (const key of ["ArrowLeft", "Space"]) await page.keyboard.press(key);
      await page.waitForFunction(
        () => document.querySelector(".verdicts-some .unseen").textContent === "Row 1, column 2: now being judged",
      );
      await isJudged(page, "A real one, unseen:");
      assert.ok((await picture(page, "#verdicts-judged")).text !== third, "the same picture");
      await page.focus("#verdicts-add-data");
      await page.keyboard.press("Enter");
      await rowComes(page, "data");
      assert.equal((await rowOf(page, "data")).count, 200);
      assert.equal(await page.$eval("#verdicts-add-data", (button) => button.checkVisibility()), false);
    });
  });

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

  test("at earlier steps, too, for who looks back; and clothes, of which no other model comes", async () => {
    await visit(browser, `${START}&data=fashion-small`, async (page) => {
      await opens(page, "earlier");
      assert.equal(await page.$eval("#verdicts-row-model", (row) => row.hidden), true);
      const shares = async () =>
        (await Promise.all(["real", "present"].map((id) => rowOf(page, id)))).map(({ share }) => share);
      const bars = () => page.$eval(".verdicts-chart .real", (path) => path.getAttribute("d"));
      const now = { bars: await bars(), shares: await shares() };
      await fill(page, "#timeline", 0);
      await page.waitForFunction(
        (before) => document.querySelector(".verdicts-chart .real").getAttribute("d") !== before,
        {},
        now.bars,
      );
      assert.equal(
        await page.$eval("#verdicts-row-earlier", (row) => row.hidden),
        true,
        "nothing came before the first look",
      );
      await fill(page, "#timeline", await page.$eval("#timeline", (slider) => slider.max));
      await page.waitForFunction(
        (before) => document.querySelector(".verdicts-chart .real").getAttribute("d") === before,
        {},
        now.bars,
      );
      assert.deepEqual(await shares(), now.shares);
      await rowComes(page, "earlier");
    });
  });
});
