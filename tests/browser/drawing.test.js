// The draw pad: one pointer and its main button draw, or the keyboard; nothing else does, and every stroke has an end.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launchChromium, PATIENCE, pause, picture, press, stepReaches, visit } from "./harness.js";

const PAD = "#draw-pad";

/** Where something is inked, in pixels of the picture: their number, and the box around them. */
function ink(page) {
  return page.$eval(PAD, (canvas) => {
    const { data, width } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const pixels = new Uint32Array(data.buffer);
    const paper = pixels[0];
    const places = [...pixels.keys()].filter((index) => pixels[index] !== paper);
    const columns = places.map((index) => index % width);
    const rows = places.map((index) => Math.floor(index / width));
    return {
      count: places.length,
      ...{ left: Math.min(...columns), right: Math.max(...columns) },
      ...{ top: Math.min(...rows), bottom: Math.max(...rows) },
    };
  });
}

const isEmpty = async (page) => (await picture(page, PAD)).colours === 1;

/** An empty pad on a page at rest, and places on it as shares of its sides. */
async function withPad(browser, use, prepare) {
  const open = async (page) => {
    await stepReaches(page, 5);
    await pause(page);
    await press(page, "#clear-pad");
    await page.$eval(PAD, (canvas) => canvas.scrollIntoView({ block: "center" }));
    assert.ok(await isEmpty(page), "the pad is not empty at first");
    const box = await (await page.$(PAD)).boundingBox();
    await use(page, (x, y) => [box.x + x * box.width, box.y + y * box.height]);
  };
  await visit(browser, "/#family=autoencoder&hidden=8&engine=cpu", open, { prepare });
}

describe("the draw pad", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  test("draws by the main button, from its press until it is let go", async () => {
    await withPad(browser, async (page, at) => {
      await page.mouse.move(...at(0.2, 0.2));
      await page.mouse.move(...at(0.4, 0.2));
      assert.ok(await isEmpty(page), "it draws without a button");
      await page.mouse.down();
      await page.mouse.move(...at(0.6, 0.2), { steps: 4 });
      await page.mouse.up();
      const drawn = await ink(page);
      assert.ok(drawn.count > 0);
      await page.mouse.move(...at(0.6, 0.9), { steps: 4 });
      assert.deepEqual(await ink(page), drawn, "it draws on after the button was let go");
    });
  });

  for (const button of ["right", "middle"]) {
    test(`does not draw by the ${button} button`, async () => {
      await withPad(browser, async (page, at) => {
        await page.mouse.move(...at(0.2, 0.5));
        await page.mouse.down({ button });
        await page.mouse.move(...at(0.8, 0.5), { steps: 6 });
        await page.mouse.up({ button });
        assert.ok(await isEmpty(page));
      });
    });
  }

  test("another button pressed meanwhile neither ends a stroke nor goes on with one", async () => {
    await withPad(browser, async (page, at) => {
      await page.mouse.move(...at(0.2, 0.5));
      await page.mouse.down();
      await page.mouse.move(...at(0.4, 0.5), { steps: 3 });
      await page.mouse.down({ button: "right" });
      await page.mouse.up();
      const drawn = await ink(page);
      await page.mouse.move(...at(0.9, 0.9), { steps: 6 });
      assert.deepEqual(await ink(page), drawn, "the right button draws on");
      await page.mouse.up({ button: "right" });
    });
  });

  const touch = (page) => page.setViewport({ width: 390, height: 844, hasTouch: true, isMobile: true });

  test("a second finger draws nothing, no bar between the fingers either", async () => {
    const use = async (page, at) => {
      const client = await page.createCDPSession();
      const points = (...places) => places.map(([x, y], id) => ({ x, y, id }));
      const send = (type, ...places) =>
        client.send("Input.dispatchTouchEvent", { type, touchPoints: points(...places) });
      const [upper, lower] = [at(0.5, 0.15), at(0.5, 0.85)];
      await send("touchStart", upper);
      await send("touchStart", upper, lower);
      for (const x of [0.48, 0.5, 0.52]) await send("touchMove", at(x, 0.15), at(x, 0.85));
      await send("touchEnd", at(0.52, 0.15));
      await send("touchMove", at(0.55, 0.15));
      await send("touchEnd");
      const { count, bottom } = await ink(page);
      assert.ok(count > 0, "the first finger drew nothing");
      assert.ok(bottom < 14, `there is ink down to row ${bottom}`);
    };
    await withPad(browser, use, touch);
  });

  test("a finger draws, and the page does not scroll away under it", async () => {
    const use = async (page, at) => {
      // On the screen: what grows above it meanwhile is made up for by the browser.
      const place = () => page.$eval(PAD, (canvas) => Math.round(canvas.getBoundingClientRect().top));
      const before = await place();
      await page.touchscreen.touchStart(...at(0.5, 0.2));
      for (let y = 0.25; y <= 0.8; y += 0.05) await page.touchscreen.touchMove(...at(0.5, y));
      await page.touchscreen.touchEnd();
      const { top, bottom } = await ink(page);
      assert.ok(bottom - top > 10, `the line is from row ${top} to row ${bottom}`);
      assert.equal(await place(), before);
    };
    await withPad(browser, use, touch);
  });

  test("what is measured meanwhile moves nothing away under a finger", async () => {
    const use = async (page) => {
      const place = () => page.$eval(PAD, (canvas) => Math.round(canvas.getBoundingClientRect().top));
      const before = await place();
      await page.$eval("#measure-now", (button) => button.click());
      await page.waitForSelector("#measures tbody tr", { timeout: 60_000 });
      assert.equal(await place(), before);
    };
    await withPad(browser, use, touch);
  });

  test("a stroke whose pointer capture is lost has ended", async () => {
    await withPad(browser, async (page, at) => {
      await page.$eval(PAD, (canvas) => {
        canvas.addEventListener("pointerdown", ({ pointerId }) => {
          window.pointer = pointerId;
        });
      });
      await page.mouse.move(...at(0.2, 0.2));
      await page.mouse.down();
      await page.mouse.move(...at(0.4, 0.2), { steps: 3 });
      await page.$eval(PAD, (canvas) => canvas.releasePointerCapture(window.pointer));
      await page.mouse.move(...at(0.4, 0.25));
      const drawn = await ink(page);
      await page.mouse.move(...at(0.9, 0.9), { steps: 6 });
      assert.deepEqual(await ink(page), drawn);
      await page.mouse.up();
      // The next stroke begins where it is pressed, and not where the last one ended.
      await page.mouse.move(...at(0.8, 0.8));
      await page.mouse.down();
      await page.mouse.up();
      const { count } = await ink(page);
      assert.ok(count > drawn.count && count - drawn.count < 40, `${count - drawn.count} pixels more`);
    });
  });

  test("a stroke goes on outside the pad, and ends where the button is let go there", async () => {
    await withPad(browser, async (page, at) => {
      await page.mouse.move(...at(0.5, 0.5));
      await page.mouse.down();
      await page.mouse.move(...at(1.5, 0.5), { steps: 6 });
      await page.mouse.up();
      const drawn = await ink(page);
      assert.ok(drawn.right >= 26, `the line ends at column ${drawn.right}`);
      await page.mouse.move(...at(0.1, 0.1), { steps: 6 });
      assert.deepEqual(await ink(page), drawn);
    });
  });

  test("draws by keyboard, and says where", async () => {
    await withPad(browser, async (page) => {
      await page.focus(PAD);
      const playing = await page.$eval("#play", (button) => button.ariaPressed);
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Space");
      const dot = await ink(page);
      assert.ok(dot.count > 1, "Space drew nothing");
      await page.keyboard.down("Shift");
      for (let press = 0; press < 8; press++) await page.keyboard.press("ArrowUp");
      await page.keyboard.up("Shift");
      const line = await ink(page);
      assert.ok(line.top <= dot.top - 7, `the line goes up to row ${line.top} from ${dot.top}`);
      await page.keyboard.press("ArrowLeft");
      const spoken = await page.$eval(".drawing [aria-live]", (element) => element.textContent);
      assert.match(spoken, /\d+.*\d+/);
      assert.equal(await page.$eval("#play", (button) => button.ariaPressed), playing, "Space was taken for Train");
      await page.keyboard.press("Delete");
      await page.$eval(PAD, (canvas) => canvas.blur());
      assert.ok(await isEmpty(page), "Delete left something");
    });
  });

  test("a drawing is what the network is asked about", async () => {
    await withPad(browser, async (page, at) => {
      const score = () => page.$eval("#anomaly-score", (element) => element.textContent);
      await page.waitForFunction(() => /\d/.test(document.querySelector("#anomaly-score").textContent));
      const before = await score();
      await page.mouse.move(...at(0.3, 0.3));
      await page.mouse.down();
      await page.mouse.move(...at(0.7, 0.7), { steps: 6 });
      await page.mouse.up();
      const differs = (text) => document.querySelector("#anomaly-score").textContent !== text;
      await page.waitForFunction(differs, { timeout: 30_000 }, before);
    });
  });
});
