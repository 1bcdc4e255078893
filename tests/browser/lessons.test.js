// The lessons: each from its beginning to its end by keyboard alone, in both languages; by pointer; found again after a
// reload; and left for what was there before.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { isDone } from "../../www/lessons/conditions.js";
import { LESSONS } from "../../www/lessons/index.js";
import { FIELDS } from "../../www/panels/controls/fields.js";
import { findsNothing } from "./axe.js";
import { catchSaved } from "./experiments.js";
import { fill, launchChromium, PATIENCE, press, step, stepReaches, visit } from "./harness.js";
import { assertUncut } from "./reading.js";

const OWN = "family=autoencoder&hidden=8&code=3";
const START = `/#${OWN}&engine=cpu`;
const LONG = { timeout: 120_000, polling: 50 };

const text = (page, selector) => page.$eval(selector, ({ textContent }) => textContent);
const playing = (page) => page.$eval("#play", (button) => button.getAttribute("aria-pressed") === "true");

/** Goes to what keys can reach. */
async function reach(page, selector) {
  await page.waitForFunction(
    (wanted) => {
      const element = document.querySelector(wanted);
      return element?.checkVisibility() && element.tabIndex >= 0 && !element.disabled;
    },
    LONG,
    selector,
  );
  await page.focus(selector);
}

async function enter(page, selector) {
  await reach(page, selector);
  await page.keyboard.press("Enter");
}

/** How far a choice has to go down its list; the sign alone for a slider. */
const wayTo = (page, id, value) =>
  page.$eval(
    `#${id}`,
    (field, wanted) =>
      field.options
        ? [...field.options].findIndex((option) => option.value === wanted) - field.selectedIndex
        : Math.sign(Number(wanted) - Number(field.value)),
    String(value),
  );

/** Learns from these labels alone. */
async function setLabels(page, id, labels) {
  const pressed = await page.$$eval(`#${id} [aria-pressed=true]`, (all) =>
    all.map(({ dataset }) => Number(dataset.label)),
  );
  const wrong = (label) => labels.includes(label) !== pressed.includes(label);
  for (const label of [...labels, ...pressed].filter(wrong)) await enter(page, `#${id} [data-label="${label}"]`);
}

/** Puts a value into the field of a setting; a slider need not come nearer than what is asked for. */
async function set(page, name, value, isEnough = () => false) {
  const { id, input, more } = FIELDS.find((field) => field.name === name);
  if (more && !(await page.$eval("#more", ({ open }) => open))) await enter(page, "#more summary");
  if (input === "labels") return setLabels(page, id, value);
  await reach(page, `#${id}`);
  if (input === "number" || input === "widths") {
    await page.keyboard.down("Control");
    await page.keyboard.press("a");
    await page.keyboard.up("Control");
    await page.keyboard.type(String(value));
    return page.keyboard.press("Enter");
  }
  const now = () => page.$eval(`#${id}`, (field) => field.value);
  const [down, up] = input === "slider" ? ["PageDown", "PageUp"] : ["ArrowUp", "ArrowDown"];
  for (let way = await wayTo(page, id, value); way !== 0; way = await wayTo(page, id, value)) {
    const before = await now();
    if (isEnough(Number(before))) return;
    await page.keyboard.press(way > 0 ? up : down);
    assert.notEqual(await now(), before, `${name} does not move`);
  }
}

async function guess(page, { kind }) {
  if (kind === "sketch") {
    await reach(page, "#sketch");
    for (const key of ["ArrowRight", "ArrowDown", "ArrowDown", "ArrowRight", "ArrowDown"])
      await page.keyboard.press(key);
  } else {
    await reach(page, `#lesson-guess input${kind === "choose" ? ":checked" : ""}`);
    await page.keyboard.press("ArrowDown");
  }
  await enter(page, "#lesson-make-guess");
}

/** Uses something as one does by keys. */
async function use(page, on) {
  const inside = await page.waitForFunction(
    (on) => {
      const all = [...document.querySelectorAll(on)].flatMap((element) => [element, ...element.querySelectorAll("*")]);
      return all.find((element) => element.checkVisibility() && element.tabIndex >= 0 && !element.disabled);
    },
    LONG,
    on,
  );
  await inside.focus();
  const isButton = await inside.evaluate((element) => element.matches("button, summary"));
  await page.keyboard.press(isButton ? "Enter" : "ArrowLeft");
}

/** @returns {Promise<boolean>} whether the card says that the step is done */
const isNoticed = (page) => page.$eval("#lesson-noticed", ({ textContent }) => textContent !== "");
const noticed = (page) =>
  page.waitForFunction(() => document.querySelector("#lesson-noticed").textContent !== "", LONG);

async function measure(page) {
  const told = () => text(page, "#measures-when");
  while (!(await isNoticed(page))) {
    if (!(await playing(page))) await enter(page, "#play");
    await stepReaches(page, (await step(page)) + 150, 120_000);
    const before = await told();
    await enter(page, "#measure-now");
    await page.waitForFunction(
      (before) =>
        document.querySelector("#lesson-noticed").textContent !== "" ||
        document.querySelector("#measures-when").textContent !== before,
      LONG,
      before,
    );
  }
}

/** Goes to a view by its group and its tab. */
async function look(page, id) {
  await enter(page, `#views-${await page.$eval(`#tab-${id}`, ({ dataset }) => dataset.group)}`);
  while (!(await page.$eval(`#tab-${id}`, (tab) => tab.ariaSelected === "true"))) {
    await reach(page, "#views [aria-selected=true]");
    await page.keyboard.press("ArrowRight");
  }
}

async function does(page, { done, guess: asked, solution = {} }) {
  if (asked) await guess(page, asked);
  if (done.kind === "trained" && !(await playing(page))) await enter(page, "#play");
  if (done.kind === "paused" && (await playing(page))) await enter(page, "#play");
  if (done.kind === "view") await look(page, done.id);
  if (done.kind === "pressed") await use(page, done.on);
  if (done.kind === "setting") {
    const isEnough = (value) => isDone(done, { state: { [done.field]: value } });
    await set(page, done.field, solution[done.field] ?? done.is[0], isEnough);
  }
  if (done.kind === "measure") {
    for (const [name, value] of Object.entries(solution)) await set(page, name, value);
    await measure(page);
  }
  await noticed(page);
}

const shows = (page, place) =>
  page.waitForFunction(
    (place) =>
      document.querySelector("#lesson-place").textContent === place &&
      document.querySelector("#lesson").checkVisibility() &&
      !document.querySelector("#lesson-preparing").checkVisibility(),
    LONG,
    place,
  );

const begin = async (page, id) => {
  await enter(page, "#lessons-open");
  await enter(page, `[data-lesson="${id}"]`);
};

/** That the lesson is left, and what was there before trains again. */
const isLeft = (page) =>
  page.waitForFunction(
    () =>
      !document.querySelector("#lesson").checkVisibility() && /family=autoencoder.*hidden=8&code=3/.test(location.hash),
    LONG,
  );

const PLACES = { en: (at, count) => `Step ${at} of ${count}`, sv: (at, count) => `Steg ${at} av ${count}` };

describe("lessons", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  for (const [language, place] of Object.entries(PLACES)) {
    test(`each is walked through to its end by keyboard alone, in ${language}`, async () => {
      await visit(
        browser,
        `${START}&language=${language}`,
        async (page) => {
          await stepReaches(page, 20);
          for (const { id, title, steps } of LESSONS) {
            await begin(page, id);
            for (const [at, step] of steps.entries()) {
              try {
                await shows(page, place(at + 1, steps.length));
                assert.equal(await text(page, "#lesson-title"), title[language]);
                assert.equal(await text(page, "#lesson-ask"), step.ask[language]);
                await does(page, step);
                assert.ok((await text(page, "#lesson-noticed")).endsWith(step.explain[language]));
                await enter(page, "#lesson-next");
              } catch (error) {
                error.message = `${id}, step ${at + 1}: ${error.message}`;
                throw error;
              }
            }
            await isLeft(page);
          }
        },
        { prepare: catchSaved },
      );
    });
  }

  test("by pointer: a guess is laid over what happens, a reload finds the step, and whoever wanders off finds back", async () => {
    await visit(browser, START, async (page) => {
      await stepReaches(page, 20);
      await page.click("#lessons-open");
      await page.waitForSelector("#lessons[open]");
      await findsNothing(page, "#lessons");
      await assertUncut(page, "the list");
      const { id, steps } = LESSONS.find((lesson) => lesson.steps[0].guess?.kind === "sketch");
      await page.click(`[data-lesson="${id}"]`);
      await shows(page, PLACES.en(1, steps.length));
      const drawn = () => page.$eval("#sketch", (canvas) => canvas.toDataURL());
      const level = await drawn();
      const box = await (await page.$("#sketch")).boundingBox();
      await page.mouse.move(box.x + 2, box.y + 0.3 * box.height);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width - 2, box.y + 0.8 * box.height, { steps: 6 });
      await page.mouse.up();
      assert.notEqual(await drawn(), level, "the sketch is drawn");
      await page.click("#lesson-make-guess");
      await noticed(page);
      const [, own] = /your line is at (\d+)%/.exec(await text(page, ".lesson-outcome"));
      assert.ok(Number(own) < 60, "the line ends where it was drawn to");
      for (const width of [390, 1440]) {
        await page.setViewport({ width, height: 900 });
        await findsNothing(page, "#lesson");
        await assertUncut(page, `the card, ${width} wide`);
      }
      await page.click("#lesson-next");
      await shows(page, PLACES.en(2, steps.length));
      await page.reload();
      await shows(page, PLACES.en(2, steps.length));
      assert.equal(await text(page, "#lesson-ask"), steps[1].ask.en);
      assert.equal(await page.$eval("#lesson-again", (button) => button.checkVisibility()), false);
      await fill(page, "#seed", 11);
      await page.waitForFunction(() => document.querySelector("#lesson-again").checkVisibility(), LONG);
      await press(page, "#lesson-again");
      await page.waitForFunction(() => /seed=7/.test(location.hash), LONG);
      await page.waitForFunction(() => !document.querySelector("#lesson-again").checkVisibility(), LONG);
      await page.click("#lesson-leave");
      await isLeft(page);
      assert.ok((await step(page)) >= 20, "it is as it was left");
      assert.doesNotMatch(page.url(), /lesson=/);
    });
  });

  test("a link opens a step with its experiment, and the Back of the browser leads out of a lesson", async () => {
    const { id, steps } = LESSONS[0];
    await visit(browser, START, async (page) => {
      await stepReaches(page, 20);
      await begin(page, id);
      await shows(page, PLACES.en(1, steps.length));
      await page.goBack();
      await isLeft(page);
      await page.waitForFunction(() => !/lesson=/.test(location.hash), LONG);
    });
    await visit(browser, `/#lesson=${id}&at=2&engine=cpu`, async (page) => {
      await shows(page, PLACES.en(2, steps.length));
      const family = new URLSearchParams(steps[0].link.slice(1)).get("family");
      await page.waitForFunction((family) => location.hash.includes(`family=${family}`), LONG, family);
    });
  });
});
