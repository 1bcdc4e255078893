// Signals: mended beside what the encoder is shown, and a wave of one's own by pointer and by keys.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { settles, tries, visitExperiment } from "./experiments.js";
import {
  fill,
  launchChromium,
  PATIENCE,
  pause,
  picture,
  press,
  settled,
  showsPicture,
  stepReaches,
} from "./harness.js";

const MENDING =
  "/#family=autoencoder&data=signals&network=dense&hidden=64&code=16&corruption=noise&amount=0.3&engine=cpu";

/** Waits until a canvas shows something else than this. */
async function becomesOther(page, selector, before) {
  for (let waited = 0; waited < 100; waited++) {
    const { text } = await picture(page, selector);
    if (text !== before) return text;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return assert.fail(`${selector} did not change`);
}

/** Places of a canvas where the colour of what the network gives is. */
const madeParts = (page, selector) =>
  page.$eval(selector, (canvas) => {
    const probe = document.createElement("canvas").getContext("2d");
    probe.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--made");
    probe.fillRect(0, 0, 1, 1);
    const wanted = probe.getImageData(0, 0, 1, 1).data;
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) {
      const close = [0, 1, 2].every((channel) => Math.abs(data[at + channel] - wanted[channel]) < 24);
      if (data[at + 3] > 200 && close) count++;
    }
    return count;
  });

/** Waits until the network has answered with a line. */
async function isMended(page) {
  for (let waited = 0; waited < 100; waited++) {
    if ((await madeParts(page, "#own-wave")) > 100) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  assert.fail("nothing came back for the wave");
}

describe("signals", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("are found among what can be tried, and measured beside filters", async () => {
    await visitExperiment(browser, "/#family=autoencoder&hidden=64&engine=cpu", async (page) => {
      await settles(page);
      await tries(page, "Mend noisy signals");
      await page.waitForFunction(() => location.hash.includes("data=signals"), { timeout: 60_000 });
      await settles(page);
      assert.equal(await page.$eval("#views [aria-selected=true]", (tab) => tab.textContent), "Signals");
      assert.equal(
        await page.$eval(".view:not([hidden]) h2", ({ textContent }) => textContent),
        "Signals mended (denoising)",
      );
      await showsPicture(page, "#waves");
      await page.waitForFunction(() => /Wiener filter/.test(document.querySelector("#measures").textContent), {
        timeout: 120_000,
      });
      const measured = await page.$eval("#measures", ({ textContent }) => textContent);
      for (const words of ["SNR", "dB", "moving average", "best linear map"]) {
        assert.ok(measured.includes(words), `${words} in ${measured}`);
      }
    });
  });

  test("a wave drawn by pointer is mended, and Clear takes it away", async () => {
    await visitExperiment(browser, MENDING, async (page) => {
      await stepReaches(page, 200);
      await showsPicture(page, "#waves");
      const [empty, others] = [(await picture(page, "#own-wave")).text, (await picture(page, "#waves")).text];
      await pause(page);
      const box = await (await page.$("#own-wave")).boundingBox();
      const place = (x, y) => page.mouse.move(box.x + x * box.width, box.y + y * box.height);
      await place(0.1, 0.5);
      await page.mouse.down();
      for (const [x, y] of [
        [0.25, 0.2],
        [0.5, 0.8],
        [0.75, 0.2],
        [0.9, 0.5],
      ]) {
        await place(x, y);
      }
      await page.mouse.up();
      await isMended(page);
      const mended = (await picture(page, "#own-wave")).text;
      // As noise, so that another amount shows another wave to the encoder.
      await fill(page, "#amount", "0.8");
      await becomesOther(page, "#own-wave", mended);
      await becomesOther(page, "#waves", others);
      await press(page, "#clear-wave");
      assert.equal((await picture(page, "#own-wave")).text, empty);
      // What is to be seen is told a moment after it is.
      await page.waitForFunction(() =>
        /\d+ signals at step .*corrupted one that the encoder is shown/.test(
          document.querySelector("#waves-summary").textContent,
        ),
      );
    });
  });

  test("a wave is drawn by keys, which say where they are", async () => {
    await visitExperiment(browser, MENDING, async (page) => {
      await stepReaches(page, 50);
      await showsPicture(page, "#waves");
      await pause(page);
      await page.focus("#own-wave");
      for (const key of ["ArrowRight", "ArrowUp", "ArrowUp", "ArrowUp"]) await page.keyboard.press(key);
      await isMended(page);
      assert.equal(await page.$eval(".own-wave [aria-live]", ({ textContent }) => textContent), "Place 18 of 32: 0.3");
      await page.keyboard.press("Delete");
      assert.equal(await madeParts(page, "#own-wave"), 0);
    });
  });

  test("are made by a generator and by a decoder, beside real ones", async () => {
    for (const path of [
      "/#family=adversarial&data=beats&hidden=32&engine=cpu",
      "/#family=variational&data=beats&hidden=32&engine=cpu&view=made-waves",
    ]) {
      await visitExperiment(browser, path, async (page) => {
        await stepReaches(page, 20);
        await showsPicture(page, "#made-waves");
        assert.ok((await madeParts(page, "#made-waves")) > 100);
        // What is drawn is described a moment later.
        await page.waitForFunction(() =>
          /\d+ signals at step .*made and real ones in turn/.test(
            document.querySelector("#made-waves-summary").textContent,
          ),
        );
      });
    }
  });

  test("a kind of signal is asked for by its name", async () => {
    const path = "/#family=variational&data=signals&hidden=32&engine=cpu&condition=label";
    await visitExperiment(browser, path, async (page) => {
      await stepReaches(page, 100);
      await showsPicture(page, "#made-waves");
      await pause(page);
      const names = await page.$$eval("#made-waves-label option", (all) => all.map(({ textContent }) => textContent));
      assert.deepEqual(names, ["All in turn", "chirp", "pulse", "beat"]);
      const all = await settled(page, "#made-waves");
      await page.select("#made-waves-label", "2");
      await becomesOther(page, "#made-waves", all);
    });
  });
});
