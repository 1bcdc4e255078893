// Molecules: chosen as data, rebuilt, made and counted, walked between, and told where their reader cannot be had.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { assertShownIsTrained, isKept, settles, tries, visitExperiment } from "./experiments.js";
import {
  goesOn,
  launchChromium,
  PATIENCE,
  pause,
  press,
  showsPicture,
  stepReaches,
  visit,
  withPlainHost,
} from "./harness.js";

const START = "/#family=variational&data=molecules&hidden=64&code=16&engine=cpu";
/** Waits until a view says what a pattern finds; gives what it says. */
async function says(page, view, pattern) {
  const found = await page.waitForFunction(
    (id, wanted) => {
      const text = document.querySelector(`#${id}-summary`)?.textContent ?? "";
      return new RegExp(wanted).test(text) && text;
    },
    { timeout: 60_000, polling: 200 },
    view,
    pattern,
  );
  return found.jsonValue();
}

/** The numbers of a row of the table, in percent. */
async function counted(page) {
  await press(page, "#made-structures-count");
  await page.waitForSelector("#made-structures-census", { visible: true, timeout: 120_000 });
  return page.$$eval("#made-structures-census tbody tr", (rows) =>
    rows.map((row) => [...row.querySelectorAll("td")].map((cell) => Number.parseFloat(cell.textContent))),
  );
}

describe("molecules", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("are chosen among the data, bring a family that suits them, and give way to one that does not", async () => {
    await visitExperiment(browser, "/#family=adversarial&data=ring&hidden=16&engine=cpu", async (page) => {
      await stepReaches(page, 5);
      await press(page, "#data-sets-open");
      await page.waitForSelector("#data-sets[open]");
      await page.click('.data-sets-card[data-dataset="molecules"]');
      await page.waitForFunction(() => /family=variational.*data=molecules/.test(location.hash), { timeout: 60_000 });
      await settles(page);
      await goesOn(page, 5);
      await showsPicture(page, "#made-structures");
      assert.match(await page.$eval("#dataset-note", (note) => note.textContent), /2,559 molecules.*NCI/);
      await assertShownIsTrained(page);
      assert.match(await page.$eval("#network", (diagram) => diagram.textContent), /1,120/, "as long as the sequences");
      await press(page, "#tab-adversarial");
      await page.waitForFunction(() => location.hash.includes("family=adversarial"), { timeout: 60_000 });
      await settles(page);
      assert.equal(await page.$eval("#dataset", (select) => select.value), "mnist-small");
      await assertShownIsTrained(page);
    });
  });

  test("are made from noise, all of them molecules, and counted beside symbols drawn one by one", async () => {
    await visitExperiment(browser, START, async (page) => {
      await stepReaches(page, 100);
      await showsPicture(page, "#made-structures");
      assert.match(await says(page, "made-structures", "^20 of 20"), /are molecules/);
      const rows = await counted(page);
      const [parsed, fresh, different, ...rings] = rows;
      assert.deepEqual(parsed, [100, 100, 100]);
      assert.ok(fresh.every((share) => share > 90) && different[2] > 80, `${rows}`);
      for (const column of [0, 1, 2]) {
        const sum = rings.reduce((all, row) => all + row[column], 0);
        assert.ok(Math.abs(sum - 100) <= 2, `rings of column ${column} sum to ${sum} %`);
      }
      assert.match(await says(page, "made-structures", "Of 1,000"), /drawn one by one/);
      await page.focus("#made-structures-others");
      const before = await page.$eval("#made-structures", (canvas) => canvas.toDataURL());
      await pause(page);
      await page.keyboard.press("Enter");
      await page.waitForFunction(
        (drawn) => document.querySelector("#made-structures").toDataURL() !== drawn,
        { timeout: 30_000, polling: 200 },
        before,
      );
    });
  });

  test("break where their grammar can be broken", async () => {
    await visitExperiment(browser, START, async (page) => {
      await stepReaches(page, 5);
      await tries(page, "Molecules with a grammar to break");
      await page.waitForFunction(() => location.hash.includes("data=molecules-smiles"), { timeout: 60_000 });
      await settles(page);
      await stepReaches(page, 50);
      const [parsed] = await counted(page);
      assert.ok(parsed[0] >= 99, `${parsed[0]} % of the real ones`);
      assert.ok(parsed[1] < 60 && parsed[2] < 20, `${parsed}`);
    });
  });

  test("come back from their codes, better the longer it has learned", async () => {
    const path = "/#family=autoencoder&data=molecules&hidden=128&code=64&engine=cpu";
    await visitExperiment(browser, path, async (page) => {
      await stepReaches(page, 400);
      await showsPicture(page, "#structures");
      const seen = await says(page, "structures", "of which [1-9]\\d* came back as the same");
      assert.match(seen, /^20 unseen molecules/);
      await press(page, "#measure-now");
      await page.waitForFunction(
        () => /Rebuilt exactly.*PCA-64/s.test(document.querySelector("#measures")?.textContent ?? ""),
        { timeout: 120_000 },
      );
    });
  });

  test("are walked between: both ends by pointer and by keys, and kept over a reload", async () => {
    await visitExperiment(browser, `${START}&view=structure-walks`, async (page) => {
      await stepReaches(page, 100);
      const ends = "^From a molecule of ([1-9]\\d*) g/mol to one of ([1-9]\\d*) g/mol through";
      const both = async (pattern) => (await says(page, "structure-walks", pattern)).match(new RegExp(ends)).slice(1);
      const [first, second] = await both(ends);
      assert.notEqual(first, second);
      const choices = await page.$("#structure-choices");
      await choices.evaluate((element) => element.scrollIntoView({ block: "start" }));
      const { x, y, width } = await choices.boundingBox();
      // The last molecule of the first row takes the first end.
      await page.mouse.click(x + 0.95 * width, y + 40);
      const [third] = await both(`^From a molecule of (?!${first} )\\d+ g/mol to one of ${second} `);
      await page.focus("#structure-choices");
      await page.keyboard.press("Home");
      await page.keyboard.press("Enter");
      const chosen = `^From a molecule of ${third} g/mol to one of ${first} `;
      await says(page, "structure-walks", chosen);
      await isKept(
        page,
        ({ panels }) => panels["structure-walks"]?.ends?.[0] > 0 && panels["structure-walks"].ends[1] === 0,
      );
      await page.reload();
      await says(page, "structure-walks", chosen);
    });
  });

  test("lie on a map by what can be told of them, gone through from the least to the most", async () => {
    await visitExperiment(browser, `${START}&view=property-map`, async (page) => {
      await stepReaches(page, 50);
      await showsPicture(page, "#property-map");
      await says(page, "property-map", "^282 unseen molecules .* weight.* g/mol");
      const told = () => page.$eval(".property-beside [aria-live]", ({ textContent }) => textContent);
      const value = async (pattern) => Number((await told()).match(pattern)[1]);
      await page.focus("#property-map");
      await page.keyboard.press("End");
      const heaviest = await value(/(\d+) g\/mol/);
      await page.keyboard.press("Home");
      const lightest = await value(/(\d+) g\/mol/);
      assert.ok(lightest < 100 && heaviest > 200, `${lightest} to ${heaviest} g/mol`);
      await page.select("#property-map-property", "rings");
      await page.keyboard.press("End");
      await page.focus("#property-map");
      await page.keyboard.press("End");
      assert.ok((await value(/rings (\d+)/)) >= 3);
      assert.match(await page.$eval(".property-legend", ({ textContent }) => textContent), /^0 to [3-9]$/);
      const before = await told();
      const { x, y, width } = await (await page.$("#property-map")).boundingBox();
      for (let share = 0.1; share < 0.9 && (await told()) === before; share += 0.05) {
        await page.mouse.move(x + share * width, y + width / 2);
      }
      assert.notEqual(await told(), before, "the pointer finds another");
    });
  });

  test("go on with their own data after they were saved", async () => {
    await visitExperiment(
      browser,
      "/#family=variational&data=molecules-smiles&hidden=32&code=8&engine=cpu",
      async (page) => {
        await stepReaches(page, 20);
        await assertShownIsTrained(page);
      },
    );
  });

  test("are told in words where their reader cannot be had, and read when it can", async () => {
    let away = true;
    const hangsUpOn = (url) => away && url.includes("chemistry-worker");
    const use = async (page) => {
      await page.waitForFunction(
        () => /reads molecules could not be loaded/.test(document.querySelector("#view-made-structures")?.textContent),
        { timeout: 60_000 },
      );
      await says(page, "made-structures", "^0 of 20");
      away = false;
      await says(page, "made-structures", "^20 of 20");
    };
    const expects = /chemistry|Failed to load resource/;
    await withPlainHost((host) => visit(browser, START, use, { host, expects }), hangsUpOn);
  });
});
