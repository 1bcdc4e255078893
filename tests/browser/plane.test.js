// The plane: its layers by pointer and by keyboard, what is there for which family, looking back with other layers.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { assertShownIsTrained, settles, visitExperiment } from "./experiments.js";
import { fill, launchChromium, PATIENCE, pause, picture, press, settled, stepReaches } from "./harness.js";

const GAN = "/#family=adversarial&data=ring&engine=cpu&language=en";
const USUAL = ["real", "made", "field"];

/** The layers that can be switched. */
const offered = (page) =>
  page.$$eval(".plane-layer", (buttons) =>
    buttons.filter((each) => each.checkVisibility()).map(({ id }) => id.split("-")[2]),
  );
/** Those that are on, as the buttons say. */
const chosen = (page) =>
  page.$$eval(".plane-layer[aria-pressed=true]", (buttons) =>
    buttons.filter((each) => each.checkVisibility()).map(({ id }) => id.split("-")[2]),
  );
const said = (page) => page.$eval("#plane-summary", (element) => element.textContent);

/** What the plane shows once it rests. The first reading takes it off the graphics card, which rounds: it is drawn again. */
async function atRest(page) {
  await settled(page, "#plane");
  for (let times = 0; times < 2; times++) await press(page, "#plane-layer-real");
  return settled(page, "#plane");
}

/** Waits until the plane looks so, or otherwise than so. */
async function looks(page, wanted, before, what) {
  const began = Date.now();
  while (((await picture(page, "#plane")).text === before) !== wanted) {
    assert.ok(Date.now() - began < 30_000, what);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Waits until so many looks can be looked back to. */
function looksReach(page, least) {
  const reached = (wanted) => Number(document.querySelector("#timeline").max) >= wanted;
  return page.waitForFunction(reached, { timeout: 120_000, polling: 50 }, least);
}

/** Points of one colour, as a share of the plane. */
function share(page, name) {
  return page.$eval(
    "#plane",
    (canvas, property) => {
      const sample = document.createElement("canvas").getContext("2d");
      sample.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(property).trim();
      sample.fillRect(0, 0, 1, 1);
      const [red, green, blue] = sample.getImageData(0, 0, 1, 1).data;
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      let count = 0;
      for (let at = 0; at < data.length; at += 4) {
        const off = Math.abs(data[at] - red) + Math.abs(data[at + 1] - green) + Math.abs(data[at + 2] - blue);
        if (off < 24 && data[at + 3] > 100) count += 1;
      }
      return count / (data.length / 4);
    },
    name,
  );
}

describe("the plane", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("has layers, each switched by pointer and by keyboard", async () => {
    await visitExperiment(browser, GAN, async (page) => {
      await stepReaches(page, 200);
      await pause(page);
      assert.deepEqual(await offered(page), ["real", "made", "field", "grid", "arrows", "trail"]);
      assert.deepEqual(await chosen(page), USUAL);
      const usual = await atRest(page);
      for (const layer of await offered(page)) {
        const on = USUAL.includes(layer);
        const name = await page.$eval(`#plane-layer-${layer}`, (button) => button.textContent);
        await page.click(`#plane-layer-${layer}`);
        await looks(page, false, usual, `${layer} by pointer changes nothing`);
        assert.deepEqual((await chosen(page)).includes(layer), !on, layer);
        assert.equal((await said(page)).split("Layers shown: ")[1].includes(name), !on, `${layer} in the summary`);
        await page.focus(`#plane-layer-${layer}`);
        await page.keyboard.press(layer === "made" ? "Enter" : "Space");
        await looks(page, true, usual, `${layer} by keyboard does not take it back`);
        assert.deepEqual((await chosen(page)).includes(layer), on, layer);
      }
    });
  });

  test("shows what its layers are called after, and nothing else", async () => {
    await visitExperiment(browser, GAN, async (page) => {
      await stepReaches(page, 200);
      await pause(page);
      await settled(page, "#plane");
      for (const layer of USUAL) await press(page, `#plane-layer-${layer}`);
      await settled(page, "#plane");
      assert.match(await said(page), /No layer is shown/);
      const colours = ["--real", "--made"];
      const seen = async () => await Promise.all(colours.map((colour) => share(page, colour)));
      assert.deepEqual(await seen(), [0, 0]);
      await press(page, "#plane-layer-real");
      const [real, none] = await seen();
      assert.ok(real > 0.001 && none === 0, `${real} of the plane is real points, ${none} made ones`);
      await press(page, "#plane-layer-real");
      await press(page, "#plane-layer-made");
      const [nothing, made] = await seen();
      assert.ok(made > 0.0005 && nothing === 0, `${made} of the plane is made points, ${nothing} real ones`);
    });
  });

  test("has the layers that suit the family", async () => {
    for (const [family, expected] of [
      ["autoencoder", ["real", "made", "field", "trail"]],
      ["variational", ["real", "made", "field", "grid", "trail"]],
    ]) {
      await visitExperiment(browser, `/#family=${family}&data=moons&engine=cpu`, async (page) => {
        // A trail is drawn from one look to the next.
        await looksReach(page, 4);
        await pause(page);
        assert.deepEqual(await offered(page), expected, family);
        let usual = await atRest(page);
        for (const layer of expected) {
          if (layer === "trail") {
            // A short one lies under its points.
            await press(page, "#plane-layer-made");
            usual = await atRest(page);
          }
          await press(page, `#plane-layer-${layer}`);
          await looks(page, false, usual, `${layer} of ${family} changes nothing`);
          await press(page, `#plane-layer-${layer}`);
          await looks(page, true, usual, `${layer} of ${family} does not go`);
        }
      });
    }
  });

  test("keeps its layers with the next experiment", async () => {
    await visitExperiment(browser, GAN, async (page) => {
      await stepReaches(page, 20);
      for (const layer of ["real", "arrows", "grid"]) await press(page, `#plane-layer-${layer}`);
      await fill(page, "#dataset", "line");
      await settles(page);
      await stepReaches(page, 20);
      assert.deepEqual(await chosen(page), ["made", "field", "grid", "arrows"]);
      await press(page, '[role=tab][data-family="autoencoder"]');
      await settles(page);
      assert.deepEqual(await chosen(page), ["made", "field"], "what an autoencoder has of them");
      await press(page, '[role=tab][data-family="adversarial"]');
      await settles(page);
      assert.deepEqual(await chosen(page), ["made", "field", "grid", "arrows"]);
    });
  });

  test("looks back with other layers than were on then", async () => {
    await visitExperiment(browser, GAN, async (page) => {
      await looksReach(page, 4);
      // From here on each look has other answers, and in another order.
      for (const layer of ["arrows", "grid", "field"]) await press(page, `#plane-layer-${layer}`);
      const before = Number(await page.$eval("#timeline", (slider) => slider.max));
      await looksReach(page, before + 4);
      await pause(page);

      await fill(page, "#timeline", 1);
      const early = await atRest(page);
      for (const layer of ["arrows", "grid"]) {
        await press(page, `#plane-layer-${layer}`);
        assert.ok((await picture(page, "#plane")).text === early, `${layer} of then was not asked for, and is drawn`);
        await press(page, `#plane-layer-${layer}`);
      }
      await press(page, "#plane-layer-field");
      assert.ok((await picture(page, "#plane")).text !== early, "the field of then was asked for, and is not drawn");
      await press(page, "#plane-layer-field");
      const parts = await Promise.all(["--real", "--made"].map((colour) => share(page, colour)));
      assert.ok(Math.min(...parts) > 0.0005, `${parts} of the plane are real and made points of then`);

      await fill(page, "#timeline", before + 3);
      const late = await atRest(page);
      for (const layer of ["arrows", "grid"]) {
        await press(page, `#plane-layer-${layer}`);
        assert.ok((await picture(page, "#plane")).text !== late, `${layer} of then is not drawn`);
        await press(page, `#plane-layer-${layer}`);
        assert.ok((await picture(page, "#plane")).text === late, `${layer} does not come back`);
      }
    });
  });

  for (const dataset of ["swiss-roll", "line"]) {
    test(`learns from the ${dataset}`, async () => {
      await visitExperiment(browser, `/#family=adversarial&data=${dataset}&engine=cpu`, async (page) => {
        await stepReaches(page, 20);
        const { data } = await assertShownIsTrained(page);
        assert.equal(data.settings.shape, dataset);
        assert.ok((await share(page, "--real")) > 0.001, "no real points");
      });
    });
  }
});
