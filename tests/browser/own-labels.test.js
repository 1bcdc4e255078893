// A person's own pictures with labels: drawn one after the other, saved, put together with others', and told to networks.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { unzipSync } from "fflate";
import { bring, counts, labelled, learn, open, START, text } from "./bringing.js";
import { disc, discs, idx, idxLabels, writtenFolder, zip } from "./brought.js";
import { inDatabases, savedBy, visitExperiment } from "./experiments.js";
import { launchChromium, PATIENCE, press, stepReaches } from "./harness.js";
import { assertUncut } from "./reading.js";

const HOSTILE = "<img src=x onerror=window.ran=true>";

/** Waits until the pictures are labelled so; the group of all of them comes first. */
async function areLabelled(page, wanted) {
  await counts(page, `${wanted.All} pictures`);
  assert.deepEqual(await labelled(page), wanted);
}

/** A line across the pad by mouse, another for each number. */
async function stroke(page, number) {
  const pad = await page.$("#own-draw-pad");
  await pad.scrollIntoView();
  const box = await pad.boundingBox();
  const at = (x, y) => [box.x + x * box.width, box.y + y * box.height];
  await page.mouse.move(...at(0.2, 0.2 + 0.1 * number));
  await page.mouse.down();
  await page.mouse.move(...at(0.5, 0.8), { steps: 3 });
  await page.mouse.move(...at(0.8 - 0.05 * number, 0.3), { steps: 3 });
  await page.mouse.up();
}

const stored = (page, wanted) =>
  page.waitForFunction((told) => document.querySelector("#own-draw-told").textContent === told, {}, wanted);

/** Whatever this browser keeps of pictures and labels. */
const keptPictures = async (page) =>
  (await inDatabases(page)).filter(({ pixels, labels }) => pixels > 0 || labels.length > 0).length;

describe("labels of a person's own pictures", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("are drawn, saved, put together with those of somebody else, and told to a network", async () => {
    const sent = [];
    const watch = (page) =>
      page.on("request", (request) => {
        if (request.method() !== "GET" || request.hasPostData()) sent.push(request.url());
      });
    let saved;
    await visitExperiment(browser, START, async (page) => {
      watch(page);
      await open(page);
      await press(page, "#own-pictures-draw");
      await page.click("#own-draw-next");
      await stored(page, "Draw a picture.");
      for (const number of [0, 1, 2]) {
        await stroke(page, number);
        await page.click("#own-draw-next");
        await stored(page, `Stored with the label “0”: ${number + 1} of them now.`);
      }
      await page.click("#own-draw-label", { count: 3 });
      await page.keyboard.type("Zeta");
      for (const number of [3, 4]) {
        await stroke(page, number);
        await page.keyboard.press("Enter");
        await stored(page, `Stored with the label “Zeta”: ${number - 2} of them now.`);
      }
      await page.click("#own-draw-back");
      await stored(page, "The last one is taken back.");
      await counts(page, "4 pictures");
      await stroke(page, 5);
      await page.click("#own-draw-next");
      await stored(page, "Stored with the label “Zeta”: 2 of them now.");
      // By keyboard alone.
      await page.focus("#own-draw-label");
      for (let presses = 0; presses < 50; presses++) {
        if (await page.evaluate(() => document.activeElement.id === "own-draw-pad")) break;
        await page.keyboard.down("Shift");
        await page.keyboard.press("Tab");
        await page.keyboard.up("Shift");
      }
      await page.keyboard.press("ArrowUp");
      await page.keyboard.down("Shift");
      for (const key of ["ArrowLeft", "ArrowLeft", "ArrowDown", "ArrowDown", "ArrowDown"])
        await page.keyboard.press(key);
      await page.keyboard.up("Shift");
      await page.keyboard.press("Enter");
      await stored(page, "Stored with the label “Zeta”: 3 of them now.");
      await areLabelled(page, { All: 6, 0: 3, Zeta: 3 });
      assert.equal(
        await text(page, "#own-pictures-labels"),
        "2 labels: networks can be told them, and views show them.",
      );
      await assertUncut(page, "pictures that are drawn");
      saved = await savedBy(page, "#own-pictures-save");
      assert.equal(await keptPictures(page), 0);
    });

    const files = unzipSync(saved);
    assert.deepEqual(
      Object.keys(files)
        .map((path) => path.split("/")[0])
        .sort(),
      ["0", "0", "0", "Zeta", "Zeta", "Zeta"],
    );
    const [drawn] = Object.values(files).map((file) => Buffer.from(file));
    assert.deepEqual([drawn.toString("latin1", 1, 4), drawn.readUInt32BE(16), drawn.readUInt32BE(20)], ["PNG", 28, 28]);

    await visitExperiment(
      browser,
      "/#family=variational&hidden=16&code=2&condition=label&view=map&engine=cpu",
      async (page) => {
        watch(page);
        await open(page);
        await bring(page, {
          "one.zip": saved,
          "two.zip": zip({
            "class/Zeta/again.png": drawn,
            "class/Zeta/disc.png": disc(1),
            [`class/${HOSTILE}/disc.png`]: disc(2),
            "class/constructor/disc.png": disc(3),
            "../../views.waiting/disc.png": disc(4),
            "../disc.png": disc(5),
          }),
        });
        const both = { All: 11, 0: 3, constructor: 1, "views.waiting": 1, Zeta: 4, [HOSTILE]: 1, "no label": 1 };
        await areLabelled(page, both);
        assert.match(await text(page, ".own-pictures-report"), /One was there already/);
        // The one without gets a label, and is given it again after that was taken back.
        await page.click("#own-pictures-groups button:last-child");
        await page.click("#own-pictures-gives");
        await page.type("#own-pictures-label", "0");
        await page.focus("#own-pictures-grid");
        await page.keyboard.press("Enter");
        const { "no label": none, ...told } = both;
        await areLabelled(page, { ...told, 0: 3 + none });
        await page.click("#own-pictures-back");
        await areLabelled(page, both);
        await page.click("#own-pictures-groups button:last-child");
        await page.focus("#own-pictures-grid");
        await page.keyboard.press("Enter");
        await areLabelled(page, { ...told, 0: 3 + none });
        await page.click("#own-pictures-kept");
        await learn(page);
        assert.match(await page.evaluate(() => location.hash), /condition=label/);
        const names = Object.keys(told).filter((name) => name !== "All");
        const said = (selector) => page.$$eval(selector, (found) => found.map(({ textContent }) => textContent));
        assert.deepEqual((await said("#only button")).sort(), names.toSorted());
        assert.deepEqual((await said("#map-legend li")).sort(), names.toSorted());
        assert.deepEqual((await said("#map-label option")).sort(), names.toSorted());
        await page.reload();
        await stepReaches(page, 5);
        assert.deepEqual((await said("#map-legend li")).sort(), names.toSorted());
        assert.equal(await keptPictures(page), 1);
        // One of them is normal.
        await press(page, '#only button[data-label="0"]');
        await page.waitForFunction(() => /only=0/.test(location.hash));
        await stepReaches(page, 5);
        assert.equal(await page.evaluate(() => window.ran), undefined);
      },
    );
    assert.deepEqual(sent, []);
  });

  test("come by folders, and in a file beside IDX pictures; those that cannot be are told", async () => {
    await visitExperiment(browser, START, async (page) => {
      await open(page);
      await bring(page, {
        "a-images.idx3-ubyte.gz": idx(5, 14),
        "a-labels.idx1-ubyte": idxLabels([7, 7, 8, 7, 8]),
        "b-labels.idx1-ubyte": idxLabels([1, 2, 3]),
      });
      await areLabelled(page, { All: 5, 7: 3, 8: 2 });
      assert.match(await text(page, "#own-pictures-refused li"), /^b-labels.*3 labels without pictures/);
      await page.click("#own-pictures-clear");
      const folders = { "pets/cats/a.png": disc(1), "pets/cats/b.png": disc(2), "pets/dogs/a.png": disc(3) };
      const field = await page.$("#own-pictures-folder");
      await field.uploadFile(join(await writtenFolder(folders), "pets"));
      await areLabelled(page, { All: 3, cats: 2, dogs: 1 });
      await page.click("#own-pictures-clear");
      const many = Object.entries(discs(300)).map(([name, bytes], index) => [`${index}/${name}`, bytes]);
      await bring(page, { "long.zip": zip({ [`${"x".repeat(300)}/a.png`]: disc(301) }) });
      await counts(page, "One picture");
      await bring(page, { "many.zip": zip(Object.fromEntries(many)) });
      await counts(page, "256 pictures");
      assert.match(await text(page, "#own-pictures-untold"), /^\d+ had labels beyond the 256/);
      const found = Object.keys(await labelled(page));
      assert.equal(found.length, 257);
      assert.equal(found.at(-1), "x".repeat(40));
      await assertUncut(page, "many labels");
      await learn(page);
      assert.equal(await page.$$eval("#only button", (buttons) => buttons.length), 256);
    });
  });
});
