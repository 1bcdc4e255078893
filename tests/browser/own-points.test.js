// Points that a person draws are what the network learns from: by pointer, by keys, pasted, from a link, after a reload.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { noticed } from "./experiments.js";
import { launchChromium, PATIENCE, press, step, stepReaches, visit } from "./harness.js";

const START = "/#family=adversarial&data=drawn&hidden=16-16&batch=64&engine=cpu";
const plane = "#own-points-plane";

const told = (page) => page.$eval("#own-points-told", (element) => element.textContent);
const count = async (page) => Number((await told(page)).match(/^\d+/)?.[0] ?? 0);
const address = (page) => page.evaluate(() => new URLSearchParams(location.hash.slice(1)).get("points"));

async function opens(page) {
  await stepReaches(page, 5);
  await page.waitForSelector("#view-own-points:not([hidden])");
}

/** Waits until what trains is of other points than before. */
async function learnsAnew(page, before) {
  await page.waitForFunction((text) => new URLSearchParams(location.hash.slice(1)).get("points") !== text, {}, before);
  await stepReaches(page, 5);
  return address(page);
}

describe("points of one's own", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("are drawn by pointer, taken back, cleared, and learnt from", async () => {
    await visit(browser, START, async (page) => {
      await opens(page);
      assert.ok((await count(page)) > 20, "something is there to begin with");
      await page.click("#own-points-clear");
      assert.match(await told(page), /Until then the network goes on/);
      const before = await step(page);
      await stepReaches(page, before + 20);
      assert.equal(await address(page), null, "nothing to learn from begins nothing");

      let box = await (await page.$(plane)).boundingBox();
      const at = (x, y) => [box.x + x * box.width, box.y + y * box.height];
      await page.mouse.move(...at(0.25, 0.5));
      await page.mouse.down();
      await page.mouse.move(...at(0.75, 0.5), { steps: 10 });
      await page.mouse.up();
      const line = await count(page);
      // Half of the plane, at even distances.
      assert.ok(line >= 25 && line <= 35, `${line} points`);
      const first = await learnsAnew(page, null);
      assert.equal(await page.$eval("#dataset", (select) => select.value), "drawn");

      // The way back that is offered has moved it.
      box = await (await page.$(plane)).boundingBox();
      await page.mouse.click(...at(0.5, 0.1));
      assert.equal(await count(page), line + 1);
      const second = await learnsAnew(page, first);
      await page.click("#own-points-back");
      assert.equal(await count(page), line);
      assert.equal(await learnsAnew(page, second), first);

      // What is made comes to lie on the line: the other view says it as well.
      await page.waitForFunction(() =>
        /made points at step/.test(document.querySelector("#own-points-summary").textContent),
      );
      await press(page, "#tab-plane");
      await page.waitForSelector("#view-plane:not([hidden])");
      await page.waitForFunction(() => /made/.test(document.querySelector("#plane-summary").textContent));
    });
  });

  test("are laid by keys, which the page does not take for its own", async () => {
    await visit(browser, START, async (page) => {
      await opens(page);
      await page.focus("#own-points-clear");
      await page.keyboard.press("Enter");
      await page.focus(plane);
      await page.keyboard.press("Space");
      for (let move = 0; move < 3; move++) await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      await page.keyboard.down("Shift");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.up("Shift");
      await page.keyboard.press("Space");
      assert.equal(await count(page), 3);
      const spoken = await page.$eval("#view-own-points .unseen", (element) => element.textContent);
      assert.match(spoken, /0\.3, 0\.5.*3 points drawn/);
      await page.keyboard.press("Backspace");
      assert.equal(await count(page), 2);
      assert.equal(await page.$eval("#play", (button) => button.ariaPressed), "true", "Space paused the training");
      await learnsAnew(page, null);
      assert.equal(await count(page), 2);
    });
  });

  test("are pasted from two columns, and a fault in these is told and mended", async () => {
    await visit(browser, START, async (page) => {
      await opens(page);
      const before = await count(page);
      await page.click(".own-points-pasting summary");
      await page.type("#own-points-columns", "0 0\n1 one");
      await page.click("#own-points-take");
      const fault = await page.$eval("#own-points-fault", (element) => element.textContent);
      assert.match(fault, /Line 2 is “1 one”/);
      assert.equal(await count(page), before, "nothing is lost by it");
      await page.focus("#own-points-columns");
      for (let key = 0; key < 3; key++) await page.keyboard.press("Backspace");
      await page.keyboard.type("1\n2,5 0");
      await page.click("#own-points-take");
      assert.equal(await page.$eval("#own-points-fault", (element) => element.textContent), "");
      assert.equal(await count(page), 3);
      const typed = await learnsAnew(page, null);

      // Anywhere in the view, as from a spreadsheet.
      await page.evaluate(() => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", "x\ty\n0,5\t1\n0,7\t2\n0,9\t1\n0,7\t0");
        document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      });
      assert.equal(await count(page), 4);
      await learnsAnew(page, typed);
    });
  });

  test("are the same from a link and after a reload, and a link that is no drawing is refused", async () => {
    await visit(browser, START, async (page) => {
      await opens(page);
      const box = await (await page.$(plane)).boundingBox();
      await page.mouse.click(box.x + 0.2 * box.width, box.y + 0.2 * box.height);
      const drawn = await learnsAnew(page, null);
      const points = await count(page);
      await page.reload();
      await opens(page);
      assert.deepEqual([await address(page), await count(page)], [drawn, points]);
      await visit(browser, `/${new URL(page.url()).hash}`, async (other) => {
        await opens(other);
        assert.equal(await count(other), points);
        await other.evaluate(() => {
          location.hash = location.hash.replace(/points=[^&]*/, "points=a");
        });
        assert.match(await noticed(other), /points in the address cannot be read/);
        assert.equal(await address(other), drawn);
      });
    });
  });
});
