// Pictures of the very runs that lessons are about: the page as it was built, in a browser without a window, on the build that
// gives the same bits on every machine.

import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import puppeteer from "puppeteer-core";
import { readAddress, writeAddress } from "../../www/experiment/address.js";
import { beginningOf, viewOf } from "../../www/lessons/conditions.js";

const PATIENCE_MILLISECONDS = 120_000;
/** For what is drawn last. */
const REST_MILLISECONDS = 700;
/** A first picture of what trains: little has been learned then. */
const EARLY = 20;

/** Steps after which a step of a lesson is to be seen; none where it does not train a given while. @param {import("../../www/types/lessons").Step} step */
export function momentsOf({ guess, done }) {
  const last = guess?.steps ?? (done.kind === "trained" ? done.steps : 0);
  return last > EARLY ? [EARLY, last] : [];
}

/** Where such a picture lies. @param {string} id @param {number} index @param {number|string} moment @param {string} language */
export const picturePath = (id, index, moment, language) => `worksheets/${id}-${index + 1}-${moment}-${language}.png`;

/**
 * Runs each step of a lesson that trains a given while, and takes pictures of its view then, of the losses, and what was measured.
 * @param {import("puppeteer-core").Page} page
 * @param {string} site its address
 * @param {import("../../www/types/lessons").Lesson} lesson
 * @param {string} folder to write to
 * @returns {Promise<Map<number, string>>} by the place of a step what was measured in it
 */
export async function takePictures(page, site, lesson, folder) {
  const measured = new Map();
  for (const [index, step] of lesson.steps.entries()) {
    for (const moment of momentsOf(step)) {
      const state = beginningOf(lesson, index, readAddress);
      const chosen = { view: viewOf(lesson, index) ?? "", language: "en", start: String(moment) };
      await page.goto("about:blank");
      await page.goto(`${site}#${writeAddress({ ...state, engine: "reproducible" }, chosen)}`);
      await rests(page);
      const isLast = moment !== EARLY;
      if (isLast && step.guess?.kind === "number") measured.set(index, await measure(page, step.guess.measure));
      if (isLast && step.guess?.kind === "sketch") await take(page, "#loss-chart", "curve");
      await take(page, "#view-place", moment);
    }

    /** In either language. @param {import("puppeteer-core").Page} page @param {string} selector @param {number|string} name */
    async function take(page, selector, name) {
      for (const language of ["sv", "en"]) {
        await page.select("#language", language);
        await new Promise((resolve) => setTimeout(resolve, REST_MILLISECONDS));
        const element = await page.$(selector);
        const path = join(folder, picturePath(lesson.id, index, name, language));
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, await element.screenshot());
      }
    }
  }
  return measured;
}

/** Until it has come to its step, and its checksum is told. */
const rests = (page) =>
  page.waitForFunction(() => document.querySelector("#checksum-value")?.textContent !== "", {
    timeout: PATIENCE_MILLISECONDS,
    polling: 100,
  });

/** @param {import("puppeteer-core").Page} page @param {string} name */
async function measure(page, name) {
  await page.click("#measure-now");
  const row = `tr[data-measure="${name}"] .number`;
  await page.waitForSelector(row, { timeout: PATIENCE_MILLISECONDS });
  // The number alone: its unit is a word of the language.
  return page.$eval(row, (cell) => cell.firstChild.textContent.split(/\s/)[0]);
}

/** A page as paper has it: light, and as wide as a text. @param {string} executablePath */
export async function openBrowser(executablePath) {
  const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
  return { browser, page };
}
