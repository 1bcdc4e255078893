// Pictures and animations that leave the page say that a model made them, so that other programs can read it; and the page
// reads what a picture says of itself.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { catchSaved } from "./experiments.js";
import { launchChromium, PATIENCE, press, showsPicture, stepReaches, visit } from "./harness.js";

const MADE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

/** A file that the page gave away, once there are so many, on disk. */
async function saved(page, count, name) {
  await page.waitForFunction((wanted) => window.saved.length >= wanted, { timeout: 60_000 }, count);
  const bytes = await page.evaluate(async (at) => [...new Uint8Array(await window.saved[at].arrayBuffer())], count - 1);
  const path = join(await mkdtemp(join(tmpdir(), "provenance-")), name);
  await writeFile(path, Uint8Array.from(bytes));
  return path;
}

/** What other software reads in a file. */
function told(path) {
  const names = ["-XMP-iptcExt:all", "-XMP-dc:all", "-XMP-xmp:all", "-Warning", "-Error", "-FrameCount", "-FileType"];
  const output = execFileSync(process.env.EXIFTOOL_PATH ?? "exiftool", ["-json", ...names, path]);
  return JSON.parse(output.toString())[0];
}

/** Reads a file in the dialog; what the page says of it. */
async function asked(page, path) {
  const input = await page.$("#picture-reader-file");
  await input.uploadFile(path);
  await page.waitForFunction(() => document.querySelector(".picture-reader-first"), { timeout: 30_000 });
  const text = await page.$eval("#picture-reader-told", ({ textContent }) => textContent);
  await page.$eval("#picture-reader-told", (place) => place.replaceChildren());
  return text;
}

describe("provenance", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("is inside a picture and an animation, for other software and for this page", async () => {
    const path = "/#family=autoencoder&hidden=16&code=4&seed=11&engine=cpu&view=journey";
    const use = async (page) => {
      await stepReaches(page, 20);
      await showsPicture(page, "#journey-picture");
      await page.waitForSelector("#journey-save:not([aria-disabled=true])", { timeout: 60_000 });
      await press(page, "#save-picture");
      const picture = await saved(page, 1, "wall.png");
      await press(page, "#journey-save");
      const animation = await saved(page, 2, "path.gif");
      for (const [file, type] of [
        [picture, "PNG"],
        [animation, "GIF"],
      ]) {
        const found = told(file);
        assert.equal(found.FileType, type);
        assert.equal(found.DigitalSourceType, MADE);
        assert.equal(found.CreatorTool, "Generative Playground");
        assert.match(found.Description, /^Made by a model \(Autoencoder\) .* at step [\d,]+, from seed 11\.$/);
        assert.match(found.Source, /^http.*#v=\d+&family=autoencoder&.*seed=11/);
        assert.equal(found.Warning ?? found.Error, undefined, type);
      }
      assert.ok(told(animation).FrameCount > 5, "it is still an animation");

      await press(page, "#read-picture");
      await page.waitForSelector("#picture-reader[open]");
      for (const file of [picture, animation]) {
        const said = await asked(page, file);
        assert.match(said, /says that a model made it\..*from seed 11\..*By: Generative Playground.*#v=\d+&family=/s);
      }
      assert.match(await asked(page, resolve("docs/page.png")), /page\.png: nothing is said\./);
      assert.match(
        await page.$eval("#picture-reader", ({ textContent }) => textContent),
        /saying nothing proves nothing/,
      );
    };
    await visit(browser, path, use, { prepare: catchSaved });
  });

  test("is read by keyboard and by a drop; what a hostile file says stays text", async () => {
    await visit(browser, "/#family=autoencoder&hidden=16&engine=cpu", async (page) => {
      await stepReaches(page, 5);
      await page.focus("#read-picture");
      await page.keyboard.press("Enter");
      await page.waitForSelector("#picture-reader[open]");
      assert.equal(await page.evaluate(() => document.activeElement.id), "picture-reader-choose");
      const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description
        Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"
        xmp:CreatorTool="&lt;img src=x onerror=alert(1)&gt;"/></rdf:RDF></x:xmpmeta>`;
      await page.$eval(
        "#picture-reader",
        (dialog, text) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File(["\xff\xd8", text], "taken.jpg", { type: "image/jpeg" }));
          dialog.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
        },
        packet,
      );
      await page.waitForSelector(".picture-reader-first");
      const said = await page.$eval("#picture-reader-told", ({ textContent }) => textContent);
      assert.match(said, /taken\.jpg says that a camera took it\..*By: <img src=x/s);
      assert.equal(await page.$("#picture-reader-told img"), null);
      await page.keyboard.press("Escape");
      assert.equal(await page.$("#picture-reader[open]"), null);
      assert.equal(await page.$("#own-pictures[open]"), null, "it was asked, and not learnt from");
    });
  });
});
