// Whom a model serves worst: by class, with the pictures behind it; and what becomes of it with few of their pictures.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { isKept, savedModel, sessionOf, settles, tries, visitExperiment } from "./experiments.js";
import { launchChromium, PATIENCE, pause, picture, showsPicture, step } from "./harness.js";

const SETTINGS = "batch=32&engine=cpu&view=worst-served";
const AUTOENCODER = `/#family=autoencoder&hidden=32&code=16&${SETTINGS}`;
const GAN = `/#family=adversarial&network=dense&condition=none&hidden=8&${SETTINGS}`;
/** After them, a network has learnt what digits have in common. */
const STEPS = 200;

/** Waits until the figures that are shown are from such a step or a later one. */
const figuresReach = (page, step) =>
  page.waitForFunction(
    (least) =>
      Number(/step ([\d,]+)/.exec(document.querySelector("#worst-served-about")?.textContent)?.[1].replace(",", "")) >=
      least,
    { timeout: 120_000, polling: 100 },
    step,
  );

/** What stands in each row, and how far its bars and marks reach. */
const rows = (page) =>
  page.$$eval("#worst-served-rows label", (all) =>
    all.map((row) => {
      const track = row.querySelector(".track");
      const width = (selector) => track.querySelector(selector).getBoundingClientRect();
      const { left } = track.getBoundingClientRect();
      return {
        name: row.querySelector("b").textContent,
        value: Number.parseFloat(row.querySelector(".value").textContent),
        training: Number(row.querySelector(".number").textContent.replace(",", "")),
        bar: width("i").width,
        mean: width(".mean").left - left,
        hasPca: track.querySelector(".baseline").checkVisibility(),
        hasBefore: track.querySelector(".before").checkVisibility(),
        told: row.querySelector("input").getAttribute("aria-label"),
        chosen: row.querySelector("input").checked,
      };
    }),
  );

const rowOf = (all, name) => all.find((row) => row.name === name);

/** Its error as a share of the longest bar that is not its own: how it does among the others. */
const amongOthers = (all, name) =>
  rowOf(all, name).value / Math.max(...all.filter((row) => row.name !== name).map(({ value }) => value));

/** Presses as a person does. */
async function click(page, selector) {
  const element = await page.$(selector);
  await element.scrollIntoView();
  await element.click();
}

const showsWorstOf = (page, name) =>
  page.waitForFunction(
    (wanted) =>
      document.querySelector(".worst-served-examples[aria-busy=false] h3")?.textContent.startsWith(`“${wanted}”`),
    { timeout: 60_000, polling: 100 },
    name,
  );

const compares = (page, pattern) =>
  page.waitForFunction(
    (wanted) => new RegExp(wanted).test(document.querySelector("#worst-served-compared")?.textContent),
    { timeout: 120_000, polling: 100 },
    pattern,
  );

describe("whom a model serves worst", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("is seen by class; few sevens make it the sevens, and all of them mend it", async () => {
    await visitExperiment(browser, AUTOENCODER, async (page) => {
      await figuresReach(page, STEPS);
      const first = await rows(page);
      assert.equal(first.length, 10);
      for (const [index, { value, bar, mean, hasPca, hasBefore, training }] of first.entries()) {
        assert.deepEqual({ hasPca, hasBefore, training }, { hasPca: true, hasBefore: false, training: 1000 });
        if (index > 0) assert.ok(value <= first[index - 1].value && bar <= first[index - 1].bar, "the worst first");
        assert.ok(mean < first[0].bar && mean > first[9].bar, "the mean is between the worst and the best");
      }
      await click(page, '#worst-served-rows label:has([value="7"])');
      await showsWorstOf(page, "7");
      await showsPicture(page, "#worst-served-pictures");

      await click(page, "#worst-served-few");
      await compares(page, "Before, “7” had 1,000 pictures.*Now it has 20 pictures");
      assert.match(page.url(), /scarce=7&/);
      await figuresReach(page, STEPS);
      const few = await rows(page);
      assert.equal(rowOf(few, "7").training, 20);
      assert.ok(few.every(({ hasBefore }) => hasBefore));
      assert.match(rowOf(few, "7").told, /^7: error 0\.\d+, PCA’s 0\.\d+, before 0\.\d+, learned from 20 pictures$/);
      assert.ok(amongOthers(few, "7") > amongOthers(first, "7"), "the sevens are served worse than with all of them");
      assert.deepEqual(sessionOf(await savedModel(page)).data.scarce, { label: 7, count: 20 });

      await isKept(page, ({ panels }) => panels["worst-served"]?.before?.length > 0);
      await page.reload();
      await settles(page);
      await compares(page, "Before, “7” had 1,000 pictures.*Now it has 20 pictures");

      await click(page, "#worst-served-all");
      await compares(page, "Before, “7” had 20 pictures.*Now it has 1,000 pictures");
      assert.doesNotMatch(page.url(), /scarce/);
    });
  });

  test("of a GAN's discriminator is chosen by keyboard, with its verdicts on their pictures", async () => {
    await visitExperiment(browser, GAN, async (page) => {
      await figuresReach(page, 10);
      await pause(page);
      await figuresReach(page, await step(page));
      const chosen = async () => (await rows(page)).findIndex((row) => row.chosen);
      await page.waitForSelector(".worst-served-scores span", { timeout: 60_000 });
      await page.focus("#worst-served-rows input:checked");
      const from = await chosen();
      await page.keyboard.press("ArrowDown");
      const all = await rows(page);
      const place = (from + 1) % all.length;
      assert.equal(await chosen(), place);
      const { name } = all[place];
      await showsWorstOf(page, name);
      // Of the last report, at rest: the most surely accused first.
      await page.waitForFunction(
        () => {
          const spans = [...document.querySelectorAll(".worst-served-scores span")];
          const scores = spans.map(({ textContent }) => Number.parseInt(textContent, 10));
          return scores.length > 4 && scores.every((score, index) => index === 0 || score >= scores[index - 1]);
        },
        { timeout: 60_000, polling: 100 },
      );
      const pad = (await picture(page, "#draw-pad")).text;
      await page.focus("#worst-served-pictures");
      await page.keyboard.press("Enter");
      await page.waitForFunction(
        () => document.querySelector(".worst-served-examples .unseen").textContent.startsWith("Row 1, column 1"),
        { polling: 50 },
      );
      assert.notEqual((await picture(page, "#draw-pad")).text, pad, "it is on the draw pad");
      await page.focus("#worst-served-few");
      await page.keyboard.press("Enter");
      await page.waitForFunction((label) => location.hash.includes(`scarce=${label}&`), {}, name);
      await compares(page, `Before, “${name}” had 1,000 pictures: probably real \\d+%.*Now it has 20 pictures`);
      assert.equal(await page.evaluate(() => document.activeElement.id), "worst-served-few", "the focus stays");
    });
  });

  test("opens from a thing to try, and is not there where classes have no names", async () => {
    await visitExperiment(browser, "/#family=autoencoder&hidden=8&engine=cpu", async (page) => {
      await settles(page);
      await tries(page, "Few sevens");
      await figuresReach(page, 1);
      assert.equal(rowOf(await rows(page), "7").training, 20);
      await page.waitForFunction(
        () => /step [\d,]+ “\d” is rebuilt worst/.test(document.querySelector("#summary").textContent),
        { timeout: 60_000, polling: 100 },
      );
      await page.select("#dataset", "pixel-icons");
      await page.waitForFunction(() => location.hash.includes("pixel-icons"));
      await settles(page);
      assert.equal(await page.$("#tab-worst-served"), null);
      assert.doesNotMatch(page.url(), /scarce/);
    });
  });
});
