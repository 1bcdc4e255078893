// What the network has learned to see: number by number, unit by unit, and what it is good for, by pointer and keyboard.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { settles, tries, visitExperiment } from "./experiments.js";
import {
  drawDigit,
  fill,
  goesOn,
  launchChromium,
  PATIENCE,
  pause,
  picture,
  press,
  settled,
  stepReaches,
} from "./harness.js";

const START = "/#family=autoencoder&hidden=64&code=8&engine=cpu&view=responses";
const CODE = 8;

const text = (page, selector) => page.$eval(selector, (element) => element.textContent);
const heading = (page) => text(page, "#view-responses h2");
const visible = (page, selector) => page.$eval(selector, (element) => element.checkVisibility());

/** Chooses a part by the arrow keys, from the first. */
async function choosePart(page, part) {
  await page.focus("[name=features]:checked");
  for (let tries = 0; tries < 4; tries++) {
    if (await page.$eval(`[name=features][value=${part}]`, (input) => input.checked)) return;
    await page.keyboard.press("ArrowRight");
  }
}

/** Until a text has something else in it than before. */
const changes = (page, selector, before) =>
  page.waitForFunction((where, old) => document.querySelector(where).textContent !== old, {}, selector, before);

/** Presses a place of an element, as shares of its box. */
async function pressAt(page, selector, x, y) {
  const element = await page.$(selector);
  await element.scrollIntoView();
  const box = await element.boundingBox();
  await page.mouse.click(box.x + x * box.width, box.y + y * box.height);
}

/** Differences between neighbouring pictures of each row of a grid. */
const differences = (page, selector) =>
  page.$eval(selector, (canvas) => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const rows = Math.round((canvas.height + 1) / 29);
    return Array.from({ length: rows }, (_, row) => {
      let sum = 0;
      for (let y = row * 29; y < row * 29 + 28; y++) {
        for (let x = 0; x < 28; x++) {
          const at = (column) => data[4 * (y * canvas.width + column * 29 + x) + 2];
          sum += Math.abs(at(0) - at(6));
        }
      }
      return sum / 28 / 28;
    });
  });

const traversed = (page) =>
  page.waitForFunction(
    () =>
      document.querySelector("#traversal-0")?.height > 28 && document.querySelector("#view-responses .waiting").hidden,
  );

describe("features", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("of the code are seen by turning each number, about what is drawn, and can be taken to the pad", async () => {
    await visitExperiment(browser, START, async (page) => {
      await stepReaches(page, 200);
      await pause(page);
      await traversed(page);
      assert.match(await heading(page), /latent traversal/);
      const names = () => page.$$eval(".traversal-names span", (all) => all.map(({ textContent }) => textContent));
      assert.deepEqual([...new Set(await names())].length, (await names()).length);
      for (const difference of await differences(page, "#traversal-0")) {
        assert.ok(difference > 2, `from one end of a row to the other: ${difference}`);
      }
      // About the mean, then about what is drawn.
      await press(page, "#clear-pad");
      await page.waitForFunction(() => /at their means/.test(document.querySelector("#view-responses").textContent));
      await new Promise((resolve) => setTimeout(resolve, 800));
      const about = await picture(page, "#traversal-0");
      await drawDigit(page);
      await page.waitForFunction(() => /on the draw pad/.test(document.querySelector("#view-responses").textContent));
      await page.waitForFunction(
        (before) => {
          const canvas = document.querySelector("#traversal-0");
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          return new Uint32Array(data.buffer).join() !== before;
        },
        { polling: 100 },
        about.text,
      );
      const drawn = await picture(page, "#draw-pad");
      await pressAt(page, "#traversal-0", 0.98, 0.02);
      await page.waitForFunction(() => /now on the draw pad/.test(document.querySelector(".traversal").textContent));
      const pressed = await picture(page, "#draw-pad");
      assert.notEqual(pressed.text, drawn.text);
      await page.focus("#traversal-0");
      for (const key of ["ArrowDown", "Home", "Enter"]) await page.keyboard.press(key);
      assert.notEqual((await picture(page, "#draw-pad")).text, pressed.text);
    });
  });

  test("of a sparse code are among what can be tried, and how few numbers say it is measured", async () => {
    await visitExperiment(browser, "/#family=autoencoder&hidden=64&engine=cpu", async (page) => {
      await settles(page);
      await tries(page, "Say it with few numbers");
      await page.waitForFunction(() => location.hash.includes("sparsity=0.1"), { timeout: 60_000 });
      await settles(page);
      assert.equal(await text(page, "#views [aria-selected=true]"), "Features");
      assert.equal(await page.$eval("#sparsity", (slider) => slider.getAttribute("aria-valuetext")), "0.1");
      await stepReaches(page, 200);
      // Changed while it trains, by keys, it is the same experiment.
      await page.focus("#sparsity");
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction(() => location.hash.includes("sparsity=0.11"));
      await goesOn(page, 50);
      await pause(page);
      await press(page, "#measure-now");
      await page.waitForFunction(() => /Sparse codes/.test(document.querySelector("#measures").textContent), {
        timeout: 120_000,
      });
      assert.match(await text(page, "#loss-words"), /few of their numbers/);
    });
  });

  test("of the first layer are its weights, and each unit shows what excites it", async () => {
    await visitExperiment(browser, START, async (page) => {
      await stepReaches(page, 200);
      await choosePart(page, "filters");
      await page.waitForFunction(() => /^Unit 1 /.test(document.querySelector(".filters .unit-name").textContent));
      assert.match(await heading(page), /filters/);
      await pause(page);
      assert.ok((await picture(page, "#filters")).colours > 50);
      await settled(page, "#exciting-first");
      const first = { name: await text(page, ".filters .unit-name"), ...(await picture(page, "#exciting-first")) };
      assert.ok(first.colours > 10);
      await pressAt(page, "#filters", 0.5, 0.5);
      await changes(page, ".filters .unit-name", first.name);
      const second = { name: await text(page, ".filters .unit-name"), ...(await picture(page, "#exciting-first")) };
      assert.notEqual(second.text, first.text);
      await page.focus("#filters");
      await page.keyboard.press("Home");
      await changes(page, ".filters .unit-name", second.name);
      assert.equal(await text(page, ".filters .unit-name"), first.name);
      assert.equal((await picture(page, "#exciting-first")).text, first.text);
      await page.keyboard.press("End");
      await page.waitForFunction(() => /^Unit 64 /.test(document.querySelector(".filters .unit-name").textContent));
      const [, most, least] = (await text(page, ".filters .excited .aside")).match(/([\d.]+) down to ([\d.]+)\./);
      assert.ok(Number(most) >= Number(least) && Number(most) > 0, `from ${most} to ${least}`);
      const pad = await picture(page, "#draw-pad");
      await pressAt(page, "#exciting-first", 0.9, 0.1);
      assert.notEqual((await picture(page, "#draw-pad")).text, pad.text);
    });
  });

  test("of each number of the code are what excites it, chosen by pointer and by keyboard", async () => {
    await visitExperiment(browser, START, async (page) => {
      await stepReaches(page, 200);
      await pause(page);
      await press(page, "[name=features][value=activation]");
      const name = ".activation .unit-name";
      await page.waitForFunction((at) => /^Number 1 /.test(document.querySelector(at).textContent), {}, name);
      assert.equal((await page.$$("[name=code-unit]")).length, CODE);
      const first = await picture(page, "#exciting-code");
      await press(page, "[name=code-unit][value='4']");
      await page.waitForFunction((at) => /^Number 5 /.test(document.querySelector(at).textContent), {}, name);
      const fifth = await picture(page, "#exciting-code");
      assert.notEqual(fifth.text, first.text);
      await page.focus("[name=code-unit]:checked");
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction((at) => /^Number 6 /.test(document.querySelector(at).textContent), {}, name);
      assert.notEqual((await picture(page, "#exciting-code")).text, fifth.text);
      const summary = () => /Number 6 of the code/.test(document.querySelector("#responses-summary").textContent);
      await page.waitForFunction(summary, { timeout: 20_000 });
    });
  });

  test("are measured by how well labels are read from them, while training goes on, and that can be stopped", async () => {
    await visitExperiment(browser, START, async (page) => {
      await stepReaches(page, 600);
      await choosePart(page, "probe");
      assert.match(await text(page, "#probe-status"), /Nothing has been measured/);
      await page.focus("#measure-probe");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => /[2-9] of 9/.test(document.querySelector("#probe-status").textContent), {
        timeout: 120_000,
      });
      await page.keyboard.press("Enter");
      assert.ok(!(await visible(page, "#view-responses .probe progress")));
      assert.match(await text(page, "#measure-probe"), /Measure/);
      await goesOn(page, 5);
      await press(page, "#measure-probe");
      await page.waitForFunction(() => /unseen pictures/.test(document.querySelector("#probe-status").textContent), {
        timeout: 240_000,
      });
      await goesOn(page, 5);
      const rows = await page.$$eval("#view-responses tbody tr", (all) =>
        all.map((row) => [...row.querySelectorAll("td")].map((cell) => Number.parseFloat(cell.textContent))),
      );
      assert.equal(rows.length, 3);
      // From 10 labels to 1,000 each reads more, and the codes more than by guessing.
      for (const column of [0, 1, 2]) {
        const values = rows.map((row) => row[column]);
        assert.ok(values[0] < values[2], `from 10 labels to 1,000: ${values}`);
      }
      assert.ok(rows[1][0] > 40, `from 100 labels the codes read ${rows[1][0]} %`);
      const dots = await page.$$eval("#view-responses .dots", (all) =>
        all.map((path) => path.getAttribute("d").split("M").length - 1),
      );
      assert.deepEqual(dots, [9, 9, 9]);
    });
  });

  test("are not measured where there is only one label to be read", async () => {
    await visitExperiment(browser, `${START}&only=7`, async (page) => {
      await settles(page);
      await press(page, "[name=features][value=probe]");
      assert.ok(await page.$eval("#measure-probe", (button) => button.disabled));
      assert.match(await text(page, "#probe-status"), /no labels to tell apart/);
    });
  });

  test("of an earlier step are looked back to, each part to its own", async () => {
    await visitExperiment(browser, START, async (page) => {
      await stepReaches(page, 150);
      await press(page, "[name=features][value=filters]");
      await page.waitForFunction(() => /^Unit 1 /.test(document.querySelector(".filters .unit-name").textContent));
      await goesOn(page, 150);
      await pause(page);
      const now = await settled(page, "#filters");
      await fill(page, "#timeline", 0);
      await page.waitForFunction(() => !document.querySelector("#features-elsewhere").hidden);
      assert.ok(!(await visible(page, "#filters")));
      await press(page, "[name=features][value=traversal]");
      await page.waitForFunction(() => document.querySelector("#traversal-0").checkVisibility());
      await press(page, "[name=features][value=filters]");
      const last = await page.$eval("#timeline", (slider) => slider.max);
      await fill(page, "#timeline", last);
      await page.waitForFunction(() => document.querySelector("#filters").checkVisibility());
      assert.equal(await settled(page, "#filters"), now);
    });
  });
});
