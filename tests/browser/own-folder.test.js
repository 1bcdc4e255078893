// A folder of a person's own pictures, dragged onto the page by mouse: its pictures, with the names of its folders as labels.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { counts, labelled, learn, open, START } from "./bringing.js";
import { disc, discs, writtenFolder } from "./brought.js";
import { visitExperiment } from "./experiments.js";
import { launchChromium, PATIENCE, stepReaches } from "./harness.js";

/** Browsers give so many entries of a folder at a time. */
const AT_A_TIME = 100;

/** Drags what lies at these paths from outside the browser over an element, until it is marked, and drops it there. */
async function dragsOnto(page, selector, ...paths) {
  const element = await page.$(selector);
  await element.scrollIntoView();
  const { x, y, width, height } = await element.boundingBox();
  const client = await page.createCDPSession();
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  const drag = (type, share) =>
    client.send("Input.dispatchDragEvent", { type, x: x + share * width, y: y + share * height, data });
  await drag("dragEnter", 0.25);
  // Browsers tell of what is held over a page again and again.
  let share = 0.25;
  for (; !(await page.$("[data-dropping]")); share += 0.01) {
    assert.ok(share < 0.75, "nothing says that it can be dropped here");
    await drag("dragOver", share);
  }
  await drag("drop", share);
  await page.waitForFunction(() => !document.querySelector("[data-dropping]"));
}

describe("a folder that is dropped", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("brings its pictures with its folders as labels, as one that is chosen does", async () => {
    const many = Object.entries(discs(AT_A_TIME + 20)).map(([name, bytes]) => [`pets/cats/${name}`, bytes]);
    const folder = await writtenFolder({
      ...Object.fromEntries(many),
      "pets/dogs/old/a.png": disc(501),
      "pets/dogs/old/b.png": disc(502),
      "pets/dogs/old/c.png": disc(503),
      "pets/.hidden/d.png": disc(504),
      "pets/Thumbs.db": Buffer.from("none of a person's own"),
    });
    const all = many.length + 3;
    await visitExperiment(browser, START, async (page) => {
      await open(page);
      const field = await page.$("#own-pictures-folder");
      await field.uploadFile(join(folder, "pets"));
      await counts(page, `${all} pictures`);
      const chosen = await labelled(page);
      assert.deepEqual(chosen, { All: all, cats: many.length, old: 3 });
      await page.click("#own-pictures-clear");
      await page.waitForFunction(
        (told) => document.querySelector("#own-pictures-told").textContent !== told,
        {},
        `${all} pictures`,
      );
      await dragsOnto(page, "#own-pictures", join(folder, "pets"));
      await counts(page, `${all} pictures`);
      assert.deepEqual(await labelled(page), chosen);
      assert.equal(await page.$$eval("#own-pictures-refused li", (items) => items.length), 0);
      await learn(page);
      assert.deepEqual(await page.$$eval("#only button", (buttons) => buttons.map(({ textContent }) => textContent)), [
        "cats",
        "old",
      ]);
    });
  });

  test("on the page itself opens the dialog with its pictures; files beside it come as well", async () => {
    const folder = await writtenFolder({
      "red/a.png": disc(1),
      "red/b.png": disc(2),
      "blue/c.png": disc(3),
      "alone.png": disc(4),
    });
    await visitExperiment(browser, START, async (page) => {
      await stepReaches(page, 5);
      await dragsOnto(page, "#view-place", ...["red", "blue", "alone.png"].map((name) => join(folder, name)));
      await page.waitForSelector("#own-pictures[open]");
      await counts(page, "4 pictures");
      assert.deepEqual(await labelled(page), { All: 4, blue: 1, red: 2, "no label": 1 });
      assert.equal(new URL(page.url()).pathname, new URL(process.env.SITE_ADDRESS).pathname, "the page stays");
    });
  });
});
