// The wall is read: what a classifier counts on it stands there as text, is said by a voice, and goes into the picture's file.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { readStatement } from "../../www/provenance/xmp.js";
import { catchSaved, savedBy } from "./experiments.js";
import { fill, launchChromium, PATIENCE, pause, press, step, stepReaches, visit } from "./harness.js";
import { assertUncut } from "./reading.js";

const START = "/#family=variational&network=dense&hidden=16&engine=cpu&view=wall";

const textOf = (page, selector) => page.$eval(selector, (element) => element.textContent);
const isSeen = (page, selector) => page.$eval(selector, (element) => element.checkVisibility());

/** The sentence beneath the wall, once it says what is wanted. */
async function read(page, wanted = /:.*\.$/) {
  const says = (source) => new RegExp(source).test(document.querySelector("#wall-reading").textContent);
  await page.waitForFunction(says, { timeout: 60_000 }, wanted.source);
  return textOf(page, "#wall-reading");
}

/** How many were made, as the sentence begins. */
const all = (sentence) => Number(/^\d+/.exec(sentence)[0]);

/** How many there are of all that is told, "no fours" being none. */
function sum(sentence) {
  if (/: (all unclear|alla oklara)/.test(sentence)) return all(sentence);
  const [, parts] = /: ([^;]*?)(?:;.*)?\.$/.exec(sentence);
  return parts
    .split(", ")
    .map((part) => (/^(one|en) /.test(part) ? 1 : Number(/^(\d+) /.exec(part)?.[1] ?? 0)))
    .reduce((before, count) => before + count, 0);
}

const stepIn = (sentence) => Number(/step ([\d,]+),/.exec(sentence)[1].replace(",", ""));

/** Pictures on the wall, as it says of itself. */
async function hanging(page) {
  await page.waitForFunction(() => /^\d/.test(document.querySelector("#wall-summary").textContent));
  return all(await textOf(page, "#wall-summary"));
}

/** A machine with voices, of which one would send what it says away. What was said stands in `window.said`. */
const withVoices =
  (...voices) =>
  async (page) => {
    await catchSaved(page);
    await page.evaluateOnNewDocument((found) => {
      window.said = [];
      window.SpeechSynthesisUtterance = class {
        constructor(text) {
          this.text = text;
        }
      };
      const speak = ({ text, voice }) => window.said.push({ text, voice: voice.name });
      const synthesis = Object.assign(new EventTarget(), { getVoices: () => found, speak, cancel: () => {} });
      Object.defineProperty(window, "speechSynthesis", { value: synthesis });
    }, voices);
  };

const AWAY = { name: "away", lang: "en-US", localService: false };
const ENGLISH = { name: "english", lang: "en-GB", localService: true };
const SWEDISH = { name: "swedish", lang: "sv_SE", localService: true };

describe("the wall is read", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("by pointer, by keyboard and by a voice, in both languages; and the picture's file has it", async () => {
    const use = async (page) => {
      await stepReaches(page, 20);
      assert.equal(await textOf(page, "#wall-reading"), "");
      await page.click("#wall-read");
      const first = await read(page);
      assert.equal(sum(first), all(first), first);
      assert.equal(all(first), await hanging(page), first);
      assert.deepEqual(await page.evaluate(() => window.said), [], "no voice was asked for");

      await stepReaches(page, stepIn(first) + 110);
      await pause(page);
      const now = await step(page);
      const restful = (at) => document.querySelector("#wall-summary").textContent.includes(`digits at step ${at},`);
      await page.waitForFunction(restful, { timeout: 60_000 }, now.toLocaleString("en"));

      await page.focus("#wall-aloud");
      await page.keyboard.press("Space");
      await page.focus("#wall-read");
      await page.keyboard.press("Enter");
      const second = await read(page, new RegExp(`at step ${now.toLocaleString("en")}, .*\\.$`));
      assert.match(second, /; (surer than|less sure than|as sure as) [\d,]+ steps ago\.$/);
      assert.equal(sum(second), all(second), second);
      assert.equal(all(second), await hanging(page), second);
      assert.ok((await textOf(page, "#wall-summary")).includes(second), "those who cannot see it hear the same");
      const said = await page.evaluate(() => window.said.at(-1));
      assert.deepEqual(said, { text: second, voice: "english" });
      await assertUncut(page, "the wall, read");

      const file = await savedBy(page, "#save-picture");
      const { description } = readStatement(file);
      assert.match(description, /^Made by a model /);
      assert.ok(description.endsWith(second), description);

      await fill(page, "#language", "sv");
      const swedish = await read(page, /skapade siffror .* räknade av en klassificerare: /);
      assert.equal(sum(swedish), sum(second), swedish);
      assert.match(swedish, /; (säkrare än|osäkrare än|lika säker som) för [\d\s]+ steg sedan\.$/);
      await page.click("#wall-read");
      await page.waitForFunction(() => window.said.at(-1).voice === "swedish", { timeout: 60_000 });
      assert.equal(await page.evaluate(() => window.said.at(-1).text), swedish);
    };
    await visit(browser, START, use, { prepare: withVoices(AWAY, ENGLISH, SWEDISH) });
  });

  test("with the label that is asked for; clothes are not, which the classifier does not know; no voice sends it away", async () => {
    const use = async (page) => {
      await stepReaches(page, 20);
      assert.equal(await isSeen(page, "#wall-aloud"), false);
      await page.select("#wall-label", "4");
      await pause(page);
      await press(page, "#wall-read");
      const fours = await read(page, /only fours asked for.*\.$/);
      assert.equal(sum(fours), all(fours), fours);
      assert.equal(all(fours), await hanging(page), fours);

      await fill(page, "#dataset", "fashion-small");
      await page.waitForFunction(() => !document.querySelector("#wall-read").checkVisibility(), { timeout: 60_000 });
      assert.ok(await isSeen(page, "#wall"));
      assert.doesNotMatch(await textOf(page, "#wall-summary"), /digits/);
    };
    await visit(browser, `${START}&condition=label`, use, { prepare: withVoices(AWAY) });
  });
});
