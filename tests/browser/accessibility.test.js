// Nothing on the page keeps anybody out: axe finds nothing by WCAG 2.2 AA and good practice, in any view, theme or width.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import axe from "axe-core";
import { shows } from "./all-views.js";
import { disc, discs, written, zip } from "./brought.js";
import { fill, launchChromium, PATIENCE, pause, press, stepReaches, visit } from "./harness.js";
import { newWords } from "./reading.js";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** So high that nothing lies behind the bar that stays at the bottom of a phone: what does can be scrolled to. */
const PHONE = { width: 390, height: 4000 };
const DESK = { width: 1440, height: 900 };
/** All sizes with all themes, for what stands around the views; each once, for a view. */
const ALL = [PHONE, DESK].flatMap((size) => ["light", "dark"].map((theme) => ({ size, theme })));
const EACH = [
  { size: PHONE, theme: "light" },
  { size: DESK, theme: "dark" },
];

/** Every family with pictures, points and signals; together they have every view. Small networks begin at once. */
const EXPERIMENTS = [
  "family=adversarial&hidden=8",
  "family=adversarial&data=ring",
  "family=variational&hidden=8",
  "family=variational&data=drawn",
  "family=autoencoder&hidden=8",
  "family=autoencoder&hidden=16-8&code=2&data=fashion-small",
  "family=autoencoder&hidden=8&corruption=noise&amount=0.5",
  "family=autoencoder&hidden=8&only=7",
  "family=autoencoder&hidden=8&corruption=downscale",
  "family=variational&hidden=8&code=3&condition=label",
  "family=autoencoder&data=moons&corruption=noise&amount=0.2",
  "family=autoencoder&data=signals&hidden=8&corruption=noise&amount=0.3",
  "family=adversarial&data=beats&hidden=8",
  "family=variational&data=molecules&hidden=8&code=4",
  "family=variational&data=textures&hidden=8&code=4",
];

/**
 * @param {string} within the selector of what is looked at
 * @returns {Promise<string[]>} what axe finds, each with the elements that it is about
 */
async function findings(page, within) {
  // Axe is let in by the debugger, which the page's policy does not concern.
  await page.evaluate(`if (!window.axe) { ${axe.source} }`);
  const look = async (values, within) => {
    const found = await window.axe.run(within, { runOnly: { type: "tag", values } });
    return found.violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`),
    }));
  };
  const violations = await page.evaluate(look, RULES, within);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node}`));
}

/** Looks at the page as it stands, or at a part of it. */
async function findsNothing(page, what, within = "html") {
  const found = [];
  for (const { size, theme } of within === "html" ? ALL : EACH) {
    await page.setViewport(size);
    await page.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: theme },
      { name: "prefers-reduced-motion", value: "reduce" },
    ]);
    await page.waitForSelector(`html[data-theme=${theme}]`);
    // What has been resized is drawn in the frame after.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    for (const finding of await findings(page, within)) found.push(`${what}, ${theme}, ${size.width} wide: ${finding}`);
  }
  assert.deepEqual(found, []);
}

const views = (page) => page.$$eval("#views [role=tab]", (tabs) => tabs.map(({ id }) => id));

describe("axe finds nothing", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  const saysNewWords = newWords();
  for (const experiment of EXPERIMENTS) {
    test(`in any view of ${experiment}`, async () => {
      await visit(browser, `/#${experiment}&engine=cpu`, async (page) => {
        await stepReaches(page, 5);
        await shows(page);
        await pause(page);
        for (const [index, view] of (await views(page)).entries()) {
          await press(page, `#${view}`);
          await shows(page);
          if (!(await saysNewWords(page)) && index > 0) continue;
          await page.$eval("#more", (more) => {
            more.open = true;
          });
          // What stands around the views is the same for all of one experiment.
          await findsNothing(page, view, index === 0 ? "html" : "#stage");
        }
      });
    });
  }

  test("in a notice, in what can be undone, in figures with their notes, and looking back", async () => {
    await visit(browser, "/#family=autoencoder&hidden=8&engine=cpu", async (page) => {
      await stepReaches(page, 60);
      await press(page, "#measure-now");
      await page.waitForSelector("#measures tbody tr", { timeout: 120_000 });
      await page.$$eval("#measures details", (notes) => {
        for (const note of notes) note.open = true;
      });
      await findsNothing(page, "figures");
      await fill(page, "#code", "0");
      await page.waitForSelector("#notice:not([hidden])");
      await findsNothing(page, "a notice");
      await press(page, "#notice-dismiss");
      await press(page, "#restart");
      await page.waitForSelector("#offer:not([hidden])", { timeout: 60_000 });
      await findsNothing(page, "what can be undone");
      await page.waitForSelector("#timeline:not(:disabled)", { timeout: 60_000 });
      await fill(page, "#timeline", 0);
      await findsNothing(page, "looking back");
    });
  });

  test("in the question for the data of a file", async () => {
    await visit(browser, "/#family=autoencoder&hidden=8&engine=cpu", async (page) => {
      await stepReaches(page, 5);
      await pause(page);
      // As it is asked where a file does not say.
      await page.$eval("#choose-data", (dialog) => {
        const button = document.createElement("button");
        button.className = "plain";
        button.textContent = "Handwritten digits";
        dialog.querySelector("#choose-data-names").append(button);
        dialog.showModal();
      });
      await findsNothing(page, "the question");
    });
  });

  test("in the gallery of data sets, and among pictures of one's own", async () => {
    await visit(browser, "/#family=autoencoder&hidden=8&engine=cpu", async (page) => {
      await stepReaches(page, 5);
      await pause(page);
      await press(page, "#data-sets-open");
      await page.waitForSelector("#data-sets[open]");
      await findsNothing(page, "the gallery", "#data-sets");
      await page.keyboard.press("Escape");
      await press(page, "#own-pictures-open");
      await page.waitForSelector("#own-pictures[open]");
      await findsNothing(page, "no pictures yet", "#own-pictures");
      const field = await page.$("#own-pictures-files");
      const labelled = zip({ "seven/disc.png": disc(90), "eight/disc.png": disc(91) });
      const files = { ...discs(80), "text.png": Buffer.from("This is no picture."), "labelled.zip": labelled };
      await field.uploadFile(...(await written(files)));
      await page.waitForSelector("#own-pictures-refused:not([hidden])", { timeout: 60_000 });
      await page.waitForSelector("#own-pictures-learn:not(:disabled)", { timeout: 60_000 });
      await page.click("#own-pictures-refused summary");
      await press(page, "#own-pictures-draw");
      await press(page, "#own-pictures-gives");
      await findsNothing(page, "pictures of one's own", "#own-pictures");
    });
  });

  test("where links are made, and in a page that a link shows in part", async () => {
    const link = "/#family=autoencoder&hidden=8&engine=cpu&hide=results&start=paused&text=Look&question=Why?";
    await visit(browser, link, async (page) => {
      await stepReaches(page, 1);
      await findsNothing(page, "a page shown in part");
      await press(page, "#share-open");
      await page.waitForSelector("#share-code");
      await page.$eval("#share details", (details) => {
        details.open = true;
      });
      await findsNothing(page, "where links are made", "#share");
    });
  });

  test("in a report", async () => {
    await visit(browser, "/#family=autoencoder&hidden=8&engine=cpu", async (page) => {
      await stepReaches(page, 5);
      await press(page, "#measure-now");
      await page.waitForSelector("#measures tbody tr", { timeout: 120_000 });
      await pause(page);
      await press(page, "#report-open");
      await page.waitForSelector("#report-address");
      await findsNothing(page, "a report");
    });
  });

  test("in a round of the discriminator's job, and at its end", async () => {
    const path = "/#family=adversarial&network=dense&condition=none&hidden=8&batch=16&engine=cpu&view=turing-test";
    await visit(browser, path, async (page) => {
      await stepReaches(page, 5);
      await press(page, "#turing-test-begin");
      await page.waitForFunction(() => document.querySelector("#turing-test-real").checkVisibility());
      await findsNothing(page, "a round", "#stage");
      for (let turn = 0; turn < 10; turn++) await press(page, "#turing-test-made");
      await page.waitForFunction(() => document.querySelector("#turing-test-table").checkVisibility());
      await findsNothing(page, "the end of a round", "#stage");
    });
  });

  test("before anything is trained", async () => {
    const prepare = (page) =>
      page.evaluateOnNewDocument(() => {
        window.Worker = class extends EventTarget {
          postMessage() {}
          terminate() {}
        };
      });
    await visit(browser, "/", (page) => findsNothing(page, "the empty page"), { prepare });
  });
});
