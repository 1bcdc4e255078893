// A person is the discriminator: rounds of ten pictures, by pointer and by keyboard, told at the end alone, and kept.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { isKept } from "./experiments.js";
import { launchChromium, PATIENCE, pause, picture, press, step, stepReaches, visit } from "./harness.js";
import { assertUncut } from "./reading.js";

const START = "/#family=adversarial&network=dense&condition=none&hidden=16&batch=32&engine=cpu&view=turing-test";
const COUNT = 10;

const textOf = (page, selector) => page.$eval(selector, (element) => element.textContent);
const isSeen = (page, selector) => page.$eval(selector, (element) => element.checkVisibility());
const progress = (page) => textOf(page, "#turing-test-progress");
const begins = (page) =>
  page.waitForFunction(() => document.querySelector("#turing-test-real")?.checkVisibility(), { timeout: 30_000 });

/** Waits until the page says which picture is shown. */
const comes = (page, turn) =>
  page.waitForFunction(
    (words) => document.querySelector("#turing-test-progress")?.textContent === words,
    { timeout: 30_000 },
    `Picture ${turn} of ${COUNT}`,
  );

/** Each row of the table at the end: what the picture was, what was said of it, and the picture. */
const rowsOf = (page) =>
  page.$$eval("#turing-test-table tbody tr", (rows) =>
    rows.map((row) => {
      const [canvas, truth, own, network] = row.cells;
      const said = ({ textContent }) => ({
        kind: /real|made/.exec(textContent)[0],
        right: /\(right\)/.test(textContent),
      });
      return { truth: truth.textContent, own: said(own), network: said(network), pixels: canvas.firstChild.width };
    }),
  );

/** The right answers that are told, of the person and of the network. */
const scores = async (page) =>
  Promise.all(
    ["own", "network"].map(async (who) => Number(/: (\d+) of 10$/.exec(await textOf(page, `#turing-test-${who}`))[1])),
  );

/** Requires of the end of a round that all of it agrees with what was pressed. */
async function isToldRight(page, pressed) {
  await page.waitForSelector("#turing-test-table");
  assert.equal(await isSeen(page, "#turing-test-real"), false);
  const rows = await rowsOf(page);
  assert.deepEqual(
    rows.map(({ own }) => own.kind),
    pressed,
  );
  for (const who of ["own", "network"]) {
    for (const [index, row] of rows.entries()) {
      assert.equal(row[who].right, row[who].kind === row.truth, `${who}, picture ${index + 1}`);
    }
  }
  const counted = ["own", "network"].map((who) => rows.filter((row) => row[who].kind === row.truth).length);
  assert.deepEqual(await scores(page), counted);
  return counted;
}

/** Points of the curve: of the person, and of the network. */
const points = (page) =>
  page.$eval("#turing-test-curve", (curve) =>
    curve.checkVisibility() ? ["own", "network"].map((who) => curve.querySelectorAll(`.point.${who}`).length) : [],
  );

describe("a person is the discriminator", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("by pointer and by keyboard, round after round, and the scores outlast a reload", async () => {
    await visit(browser, START, async (page) => {
      await stepReaches(page, 10);
      assert.deepEqual(await points(page), []);
      await page.click("#turing-test-begin");
      await begins(page);
      const began = await step(page);
      const pressed = [];
      const seen = new Set();
      for (let turn = 1; turn <= COUNT; turn++) {
        await comes(page, turn);
        seen.add((await picture(page, "#turing-test-picture")).text);
        assert.equal(await isSeen(page, "#turing-test-table"), false, "nothing is told before the end");
        pressed.push(turn % 3 === 0 ? "made" : "real");
        await page.click(`#turing-test-${pressed.at(-1)}`);
        // Training goes on meanwhile.
        if (turn === 2) await stepReaches(page, began + 5);
      }
      assert.equal(seen.size, COUNT, "the pictures are different ones");
      const first = await isToldRight(page, pressed);
      assert.deepEqual(await points(page), [1, 1]);
      await assertUncut(page, "the end of a round");

      await pause(page);
      await page.focus("#turing-test-begin");
      await page.keyboard.press("Enter");
      await begins(page);
      const keys = ["r", "m", "ArrowLeft", "ArrowRight", "R", "M", "r", "ArrowRight", "m", "ArrowLeft"];
      for (const [index, key] of keys.entries()) {
        await comes(page, index + 1);
        await page.keyboard.press(key);
      }
      const kinds = keys.map((key) => (/^(r|ArrowLeft)$/i.test(key) ? "real" : "made"));
      const second = await isToldRight(page, kinds);
      assert.deepEqual(await points(page), [2, 2]);
      assert.equal(await page.evaluate(() => document.activeElement.className), "turing-test-scores");

      const told = () => textOf(page, "#turing-test-summary");
      const [own, network] = second;
      const words = new RegExp(`^2 rounds so far: .* you had ${own} of 10 right, the discriminator ${network}\\.$`);
      await page.waitForFunction(() => /2 rounds/.test(document.querySelector("#turing-test-summary").textContent));
      assert.match((await told()).trim(), words);
      assert.ok(first.every((score) => score >= 0 && score <= COUNT));

      await isKept(page, ({ panels }) => panels["turing-test"]?.length === 2);
      await page.reload();
      await page.waitForFunction(() => document.querySelectorAll("#turing-test-curve .point.own").length === 2, {
        timeout: 30_000,
      });
      await page.waitForFunction(() => /2 rounds/.test(document.querySelector("#turing-test-summary").textContent));
      assert.match(await told(), new RegExp(`you had ${own} of 10 right, the discriminator ${network}\\.$`));
    });
  });

  test("keys that are meant for something else judge nothing", async () => {
    await visit(browser, START, async (page) => {
      await stepReaches(page, 10);
      await press(page, "#turing-test-begin");
      await begins(page);
      await page.keyboard.press("r");
      await comes(page, 2);
      await page.focus("#seed");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("m");
      assert.equal(await progress(page), `Picture 2 of ${COUNT}`);
      await page.focus("#turing-test-made");
      await page.keyboard.press("Space");
      await comes(page, 3);
    });
  });

  test("clothes of the classes alone that are learnt from", async () => {
    await visit(browser, `${START}&data=fashion-small&only=9`, async (page) => {
      await stepReaches(page, 10);
      await press(page, "#turing-test-begin");
      await begins(page);
      for (let turn = 1; turn <= COUNT; turn++) await press(page, "#turing-test-real");
      await isToldRight(page, Array(COUNT).fill("real"));
    });
  });
});
