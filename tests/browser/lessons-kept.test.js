// What is kept of lessons: a guess and the step one was at outlast a reload, the list says what is finished and where one goes
// on, and all of it can be forgotten.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { LESSONS } from "../../www/lessons/index.js";
import { findsNothing } from "./axe.js";
import { isKept } from "./experiments.js";
import { goesOn, launchChromium, PATIENCE, press, stepReaches, visit } from "./harness.js";
import { assertUncut } from "./reading.js";

const START = "/#family=autoencoder&hidden=8&code=3&engine=cpu&language=en";
const LONG = { timeout: 120_000, polling: 50 };

/** The first lesson that begins with a guess of this kind. */
const lessonWith = (kind) => LESSONS.find(({ steps }) => steps[0].guess?.kind === kind);

const text = (page, selector) => page.$eval(selector, ({ textContent }) => textContent);
const drawn = (page) => page.$eval("#sketch", (canvas) => canvas.toDataURL());
const isThere = (page, selector) => page.$eval(selector, (element) => element.checkVisibility());

const shows = (page, at, { steps }) =>
  page.waitForFunction(
    (place) =>
      document.querySelector("#lesson-place")?.textContent === place &&
      document.querySelector("#lesson").checkVisibility() &&
      !document.querySelector("#lesson-preparing").checkVisibility(),
    LONG,
    `Step ${at} of ${steps.length}`,
  );

const noticed = (page) =>
  page.waitForFunction(() => document.querySelector("#lesson-noticed").textContent !== "", LONG);

/** That a guess made is kept with its experiment, and what came of it, where it is told already. */
const guessIsKept = (page, at, told = false) =>
  isKept(page, ({ panels: { lesson } }) => lesson?.at === at && lesson.guessed && (lesson.done || !told));

async function openList(page) {
  await page.waitForSelector("#lessons-open");
  await page.click("#lessons-open");
  await page.waitForSelector("#lessons[open]");
}

async function begin(page, lesson) {
  await openList(page);
  await press(page, `[data-lesson="${lesson.id}"]`);
  await shows(page, 1, lesson);
}

/** What the list says of a lesson, without what is hidden. */
const saidOf = (page, { id }) =>
  page.$eval(`[data-lesson="${id}"]`, (button) => {
    const shown = button.cloneNode(true);
    for (const hidden of shown.querySelectorAll("[hidden]")) hidden.remove();
    return shown.textContent;
  });

async function drawSketch(page) {
  const box = await (await page.$("#sketch")).boundingBox();
  await page.mouse.move(box.x + 2, box.y + 0.3 * box.height);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 2, box.y + 0.8 * box.height, { steps: 6 });
  await page.mouse.up();
}

describe("what is kept of lessons", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("a sketch outlasts a reload before it is made, while it runs, and when it is told", async () => {
    const lesson = lessonWith("sketch");
    await visit(browser, START, async (page) => {
      await stepReaches(page, 20);
      await begin(page, lesson);
      const level = await drawn(page);
      const { x, y, width, height } = await (await page.$("#sketch")).boundingBox();
      await page.mouse.move(x + 5, y + 5);
      await page.mouse.move(x + width / 2, y + 0.9 * height, { steps: 4 });
      assert.equal(await drawn(page), level, "a pointer that passes draws nothing");
      await drawSketch(page);
      const sketch = await drawn(page);
      assert.notEqual(sketch, level);
      await page.reload();
      await shows(page, 1, lesson);
      await page.waitForFunction((sketch) => document.querySelector("#sketch").toDataURL() === sketch, LONG, sketch);
      assert.ok(await isThere(page, "#lesson-make-guess"), "it can still be changed");

      await press(page, "#lesson-make-guess");
      await guessIsKept(page, 0);
      await page.reload();
      await shows(page, 1, lesson);
      await noticed(page);
      assert.equal(await isThere(page, "#lesson-make-guess"), false);
      const outcome = await text(page, ".lesson-outcome");
      const [, own] = /your line is at (\d+)%/.exec(outcome);
      assert.ok(Number(own) < 60, outcome);

      await guessIsKept(page, 0, true);
      await page.reload();
      await shows(page, 1, lesson);
      await noticed(page);
      assert.equal(await text(page, ".lesson-outcome"), outcome);
    });
  });

  test("a number keeps what was guessed, and what it came to", async () => {
    const lesson = lessonWith("number");
    await visit(browser, START, async (page) => {
      await stepReaches(page, 20);
      await begin(page, lesson);
      await page.focus("#lesson-guess input");
      await page.keyboard.press("Home");
      await page.keyboard.press("ArrowRight");
      await page.reload();
      await shows(page, 1, lesson);
      assert.equal(await text(page, "#lesson-guess output"), "1");
      await press(page, "#lesson-make-guess");
      await noticed(page);
      const outcome = await text(page, ".lesson-outcome");
      assert.match(outcome, /^Your guess was 1;/);
      await guessIsKept(page, 0, true);
      await page.reload();
      await shows(page, 1, lesson);
      await noticed(page);
      assert.equal(await text(page, ".lesson-outcome"), outcome);
    });
  });

  test("a choice stays, made or not, and comes back with the step by the Back of the card", async () => {
    const lesson = LESSONS.find(({ steps }) => steps[1].guess?.kind === "choose" && steps[1].guess.steps === undefined);
    await visit(browser, START, async (page) => {
      const chosen = () => page.$$eval("#lesson-guess input", (all) => all.findIndex(({ checked }) => checked));
      await stepReaches(page, 20);
      await begin(page, lesson);
      await press(page, "#lesson-next");
      await shows(page, 2, lesson);
      await page.focus("#lesson-guess input:checked");
      await page.keyboard.press("ArrowDown");
      assert.equal(await chosen(), 1);
      await page.reload();
      await shows(page, 2, lesson);
      assert.equal(await chosen(), 1);
      await press(page, "#lesson-make-guess");
      await noticed(page);
      await guessIsKept(page, 1, true);
      await page.reload();
      await shows(page, 2, lesson);
      await noticed(page);
      assert.equal(await chosen(), 1);
      assert.ok(await page.$$eval("#lesson-guess input", (all) => all.every(({ disabled }) => disabled)));
      await press(page, "#lesson-next");
      await shows(page, 3, lesson);
      await press(page, "#lesson-back");
      await shows(page, 2, lesson);
      assert.equal(await chosen(), 1);
      assert.ok(await isThere(page, "#lesson-make-guess"), "set up again, it is guessed again");
    });
  });

  test("the list says what is finished and where to go on, opens it there, and forgets it", async () => {
    const [first, second] = LESSONS;
    await visit(browser, START, async (page) => {
      await stepReaches(page, 20);
      await openList(page);
      assert.equal(await isThere(page, "#lessons-forget"), false, "there is nothing to forget");
      await page.keyboard.press("Escape");

      await begin(page, first);
      for (let at = 2; at <= first.steps.length; at++) {
        await press(page, "#lesson-next");
        await shows(page, at, first);
      }
      await press(page, "#lesson-next");
      await page.waitForFunction(() => !document.querySelector("#lesson").checkVisibility(), LONG);
      await begin(page, second);
      await press(page, "#lesson-next");
      await shows(page, 2, second);
      await press(page, "#lesson-leave");
      await page.waitForFunction(() => !document.querySelector("#lesson").checkVisibility(), LONG);
      await page.reload();

      await openList(page);
      assert.match(await saidOf(page, first), /Part 1: .*Finished$/);
      const place = `Go on: step 2 of ${second.steps.length}`;
      assert.match(await saidOf(page, second), new RegExp(`Part 2: .*${place}$`));
      assert.equal(await page.evaluate(() => document.activeElement.dataset.lesson), second.id, "one goes on there");
      for (const width of [1280, 390]) {
        await page.setViewport({ width, height: 844 });
        await findsNothing(page, "#lessons");
        await assertUncut(page, `the list, ${width} wide`);
      }
      await page.setViewport({ width: 1280, height: 900 });
      await page.keyboard.press("Enter");
      await shows(page, 2, second);
      await openList(page);
      await press(page, `#lessons-${second.id}-again`);
      await shows(page, 1, second);

      await openList(page);
      assert.doesNotMatch(await saidOf(page, second), /Go on/);
      await press(page, "#lessons-forget");
      assert.doesNotMatch(await saidOf(page, first), /Finished/);
      assert.equal(await text(page, '#lessons [role="status"]'), "What was done is forgotten.");
      assert.equal(await isThere(page, "#lessons-forget"), false);
      assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
    });
  });

  test("a link to a lesson prepares its experiment and no other, and leaves the way back", async () => {
    const lesson = LESSONS.find(({ id }) => id === "contest");
    const leaves = async (page, wanted) => {
      await press(page, "#lesson-leave");
      await page.waitForFunction(
        (wanted) => !document.querySelector("#lesson").checkVisibility() && new RegExp(wanted).test(location.hash),
        LONG,
        wanted,
      );
      assert.doesNotMatch(page.url(), /lesson=/);
    };
    const fetched = [];
    const prepare = (page) => page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
    const use = async (page) => {
      await shows(page, 1, lesson);
      await page.waitForFunction(() => /data=ring.*lesson=contest/.test(location.hash), LONG);
      assert.deepEqual(
        fetched.filter((path) => /idx/.test(path)),
        [],
        "a lesson on points needs no pictures",
      );
      // Nothing was there before: what the page opens on.
      await leaves(page, "data=mnist-small");
      await goesOn(page);
    };
    await visit(browser, "/#lesson=contest&engine=cpu&language=en", use, { prepare });

    await visit(browser, START, async (page) => {
      await stepReaches(page, 20);
      await isKept(page, ({ step, saved }) => saved && step >= 20);
      await page.goto("about:blank");
      await page.goto(`${process.env.SITE_ADDRESS}#lesson=contest&engine=cpu&language=en`);
      await shows(page, 1, lesson);
      await leaves(page, "hidden=8&code=3");
      await stepReaches(page, 20);
    });
  });
});
