// For whoever sees the page otherwise: enlarged, without its colours, with more contrast, without motion.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import axe from "axe-core";
import { shows, tabs, unfold } from "./all-views.js";
import { assertPlaced } from "./boxes.js";
import {
  launchChromium,
  PATIENCE,
  pause,
  picture,
  press,
  settled,
  showsPicture,
  stepReaches,
  visit,
} from "./harness.js";

/** Each family, on pictures, points, signals and molecules. */
const EXPERIMENTS = [
  "family=adversarial&hidden=8",
  "family=adversarial&hidden=8&data=ring",
  "family=variational&hidden=8",
  "family=variational&hidden=8&code=4&data=molecules",
  "family=autoencoder&hidden=8&only=7",
  "family=autoencoder&hidden=8&data=signals&corruption=noise&amount=0.3",
];

/** A screen of 1280 by 900 and one of 1280 by 1024, with the page enlarged or its letters alone. */
const ENLARGED = {
  "twice as large": { size: { width: 640, height: 450 }, letters: 16 },
  "four times as large": { size: { width: 320, height: 256 }, letters: 16 },
  "with letters twice as large": { size: { width: 1280, height: 900 }, letters: 32 },
};

const MAP = "/#family=variational&hidden=32&code=2&engine=cpu&view=map";

/** The system as it is set by a person; Puppeteer does not know of colours that are forced. */
async function prefers(page, features) {
  const client = await page.createCDPSession();
  await client.send("Emulation.setEmulatedMedia", {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
  // The page is drawn anew in the frame after.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** The colour of a property once it has come to rest, by the selector of an element and its pseudo-element. */
const colour = (page, selector, name, pseudo = null) =>
  page.$eval(
    selector,
    async (element, name, pseudo) => {
      await Promise.allSettled(element.getAnimations().map(({ finished }) => finished));
      return getComputedStyle(element, pseudo)[name];
    },
    name,
    pseudo,
  );

/** What the system calls a colour, as the page shows it. */
const systemColour = (page, name) =>
  page.evaluate((name) => {
    const element = document.createElement("i");
    element.style.color = name;
    document.body.append(element);
    const { color } = getComputedStyle(element);
    element.remove();
    return color;
  }, name);

async function readable(page, what) {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  await page.evaluate(`if (!window.axe) { ${axe.source} }`);
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run("html", { runOnly: { type: "rule", values: ["color-contrast"] } });
    return violations.flatMap(({ nodes }) => nodes.map(({ target, failureSummary }) => `${target}: ${failureSummary}`));
  });
  assert.deepEqual(found, [], what);
}

describe("the page for everyone", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  const seen = new Set();
  for (const experiment of EXPERIMENTS) {
    test(`enlarged, has a place for each text, and scrolls one way alone: ${experiment}`, async () => {
      await visit(browser, `/#${experiment}&engine=cpu&language=sv`, async (page) => {
        const client = await page.createCDPSession();
        await stepReaches(page, 5);
        await pause(page);
        await unfold(page);
        const looked = (await tabs(page)).filter((tab) => !seen.has(tab));
        for (const tab of looked) seen.add(tab);
        for (const [what, { size, letters }] of Object.entries(ENLARGED)) {
          await page.setViewport(size);
          await client.send("Page.setFontSizes", { fontSizes: { standard: letters, fixed: letters } });
          for (const tab of looked) {
            await press(page, `#${tab}`);
            await shows(page);
            await assertPlaced(page, `${tab}, ${what}`);
          }
        }
      });
    });
  }

  test("four times as large, what has the focus is not behind the bar that runs the training", async () => {
    await visit(browser, "/#family=autoencoder&hidden=8&engine=cpu", async (page) => {
      await stepReaches(page, 5);
      await pause(page);
      for (const size of [ENLARGED["twice as large"].size, ENLARGED["four times as large"].size]) {
        await page.setViewport(size);
        await page.focus("#skip");
        for (let presses = 0; presses < 45; presses++) {
          await page.keyboard.press("Tab");
          const hidden = await page.evaluate(() => {
            const { activeElement: focused } = document;
            if (focused === document.body || focused.closest(".transport")) return "";
            const { left, top, width, height } = focused.getBoundingClientRect();
            const [x, y] = [left + width / 2, Math.max(1, top) + Math.min(8, height / 2)];
            return document.elementFromPoint(x, y)?.closest(".transport") ? focused.id || focused.outerHTML : "";
          });
          assert.equal(hidden, "", `hidden behind the bar, ${size.width} wide`);
        }
      }
    });
  });

  for (const scheme of ["light", "dark"]) {
    test(`in ${scheme} colours of the system, what is chosen is seen, and all can be read`, async () => {
      await visit(browser, MAP, async (page) => {
        await stepReaches(page, 30);
        await pause(page);
        await showsPicture(page, "#map");
        await press(page, "#theme");
        // A colour that fades in is another one meanwhile.
        const still = { "prefers-reduced-motion": "reduce" };
        await prefers(page, { "prefers-color-scheme": scheme, "forced-colors": "active", ...still });
        await page.waitForSelector(`html[data-theme=${scheme}]`);
        const [text, canvas, highlight] = await Promise.all(
          ["CanvasText", "Canvas", "Highlight"].map((name) => systemColour(page, name)),
        );
        assert.equal(await colour(page, "#stage", "backgroundColor"), canvas);
        assert.equal(await colour(page, "#views [aria-selected=true]", "backgroundColor"), text);
        assert.equal(await colour(page, "#views [aria-selected=false]", "backgroundColor"), canvas);
        assert.equal(await colour(page, ".tabs [aria-selected=true]", "backgroundColor"), highlight);
        await press(page, '#only [data-label="7"]');
        await page.waitForSelector('#only [data-label="7"][aria-pressed=true]');
        assert.equal(await colour(page, '#only [data-label="7"]', "backgroundColor"), highlight);
        assert.notEqual(await colour(page, '#only [data-label="3"]', "backgroundColor"), highlight);
        // Data keep their colours.
        for (const mark of [".key .made", ".key .real", "#losses dt", "#map-legend li"]) {
          assert.notEqual(await colour(page, mark, "backgroundColor", "::before"), canvas, mark);
        }
        await page.focus("#single-step");
        await page.keyboard.press("Tab");
        assert.equal(await colour(page, ":focus-visible", "outlineColor"), text);
        assert.equal(await colour(page, ":focus-visible", "outlineStyle"), "solid");
        await readable(page, `${scheme} colours of the system`);
      });
    });
  }

  test("with more contrast all can be read, grey words are none, and buttons have a border", async () => {
    await visit(browser, MAP, async (page) => {
      await stepReaches(page, 30);
      await pause(page);
      for (const scheme of ["light", "dark"]) {
        await prefers(page, { "prefers-color-scheme": scheme, "prefers-contrast": "more" });
        await page.waitForSelector(`html[data-theme=${scheme}]`);
        assert.equal(await colour(page, ".aside", "color"), await colour(page, "body", "color"));
        assert.notEqual(await colour(page, "#share-open", "borderTopColor"), "rgba(0, 0, 0, 0)");
        await readable(page, `more contrast, ${scheme}`);
      }
    });
  });

  test("what is drawn takes other colours at once, and has its own again", async () => {
    await visit(browser, "/#family=adversarial&data=ring&hidden=8&engine=cpu&view=plane", async (page) => {
      await stepReaches(page, 20);
      await pause(page);
      const shown = async (scheme, contrast) => {
        await prefers(page, { "prefers-color-scheme": scheme, "prefers-contrast": contrast });
        return settled(page, "#plane");
      };
      const usual = await shown("light", "no-preference");
      const others = [await shown("dark", "no-preference"), await shown("light", "more")];
      assert.equal(new Set([usual, ...others]).size, 3);
      assert.equal(await shown("light", "no-preference"), usual);
    });
  });

  test("labels take the place of the map's dots by pointer and by keyboard, and at once where more contrast is asked for", async () => {
    await visit(browser, MAP, async (page) => {
      await stepReaches(page, 30);
      await pause(page);
      await showsPicture(page, "#map");
      const isOn = () => page.$eval("#map-signs", ({ ariaPressed }) => ariaPressed === "true");
      // The last look comes after training has come to rest.
      const dots = await settled(page, "#map");
      assert.equal(await isOn(), false);
      await page.click("#map-signs");
      const signs = await picture(page, "#map");
      assert.notEqual(signs.text, dots);
      await page.focus("#map-signs");
      await page.keyboard.press("Enter");
      assert.equal((await picture(page, "#map")).text, dots);
    });
    const clothes = MAP.replace("&view", "&data=fashion-small&view");
    const prepare = (page) => prefers(page, { "prefers-contrast": "more" });
    const use = async (page) => {
      await stepReaches(page, 30);
      await pause(page);
      await showsPicture(page, "#map");
      const legend = () => page.$$eval("#map-legend li", (all) => all.map(({ textContent }) => textContent));
      assert.deepEqual((await legend()).slice(0, 3), ["AT-shirt", "Btrousers", "Cpullover"]);
      const signs = await picture(page, "#map");
      await page.click("#map-signs");
      assert.deepEqual((await legend()).slice(0, 3), ["T-shirt", "trousers", "pullover"]);
      assert.notEqual((await picture(page, "#map")).text, signs.text);
    };
    await visit(browser, clothes, use, { prepare });
  });

  test("the lines of a chart and real and made ones in the key of a view have forms of their own", async () => {
    const look = (page, selector) =>
      page.$$eval(selector, (all) =>
        all.map((element) => {
          const { backgroundImage, borderRadius } = getComputedStyle(element, "::before");
          return `${backgroundImage.replace(/(rgb|color)[^)]*\)/g, "")} ${borderRadius}`;
        }),
      );
    await visit(browser, MAP, async (page) => {
      await stepReaches(page, 5);
      const lines = await look(page, "#losses dt");
      assert.equal(lines.length, 3);
      assert.equal(new Set(lines).size, 3, lines.join());
      const [made, real] = await look(page, "#view-map .key .made, #view-map .key .real");
      assert.notEqual(made, real);
    });
  });

  test("where less motion is asked for, nothing moves by itself", async () => {
    const moving = (page) =>
      page.evaluate(() =>
        document
          .getAnimations()
          .filter(({ playState }) => playState === "running")
          .map(({ effect }) => `${effect.target.className || effect.target.id}`),
      );
    const apart = async (page) => {
      await stepReaches(page, 20);
      await press(page, "#tab-step-parts");
      await press(page, "#parts-start");
      await page.waitForSelector("#parts-forward:not([hidden])", { timeout: 60_000 });
      // The first part of a step that passes between two networks.
      while (!(await page.$('.join[data-flow="forward"]')))
        await page.click("#parts-forward:not([aria-disabled=true])");
      return moving(page);
    };
    const path = "/#family=adversarial&hidden=8&engine=cpu";
    await visit(browser, path, async (page) => {
      assert.notDeepEqual(await apart(page), [], "data flow through the diagram");
    });
    const prepare = (page) => prefers(page, { "prefers-reduced-motion": "reduce" });
    const use = async (page) => {
      assert.deepEqual(await apart(page), []);
      for (const tab of await tabs(page)) {
        await press(page, `#${tab}`);
        await shows(page);
        assert.deepEqual(await moving(page), [], tab);
      }
      await press(page, "#tab-journey");
      const place = () => page.$eval("#journey-place", ({ value }) => value);
      const before = await place();
      await new Promise((resolve) => setTimeout(resolve, 1500));
      assert.equal(await place(), before, "the path is played");
      await press(page, "#journey-play");
      await page.waitForFunction((before) => document.querySelector("#journey-place").value !== before, {}, before);
    };
    await visit(browser, path, use, { prepare });
  });
});
