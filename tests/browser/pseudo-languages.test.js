// The page in languages made to break it: words twice as long, from right to left, and messages that look like markup. Each
// text has its place at every width, and no message becomes an element.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { shows, tabs, unfold } from "./all-views.js";
import { assertPlaced } from "./boxes.js";
import { fill, launchChromium, PATIENCE, pause, press, stepReaches, visit } from "./harness.js";

/** Each family, on pictures, points, signals and molecules. */
const EXPERIMENTS = [
  "family=adversarial&hidden=8",
  "family=adversarial&hidden=8&data=ring",
  "family=variational&hidden=8",
  "family=variational&hidden=8&code=4&data=molecules",
  "family=autoencoder&hidden=8&corruption=noise&amount=0.5",
  "family=autoencoder&hidden=8&data=signals",
];

/** By its name in the address: the direction that it gives the page, and what its words look like. */
const LANGUAGES = {
  "pseudo-long": { direction: "ltr", words: /Ttrráa/ },
  "pseudo-rtl": { direction: "rtl", words: /\u202eTrain\u202c/ },
  "pseudo-hostile": { direction: "ltr", words: /<b>|<img|script>|pneumono/ },
};

const SIZES = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];

const said = (page) => page.$eval("#play span", (element) => element.textContent);

/** As a person who writes it into the address. */
async function speak(page, language) {
  await page.evaluate((wanted) => {
    location.hash = location.hash.replace(/\blanguage=[\w-]+/, `language=${wanted}`);
  }, language);
  const { direction, words } = LANGUAGES[language];
  const speaks = (direction, words) =>
    document.documentElement.dir === direction &&
    new RegExp(words, "u").test(document.querySelector("#play span").textContent);
  await page.waitForFunction(speaks, { timeout: 60_000 }, direction, words.source);
}

/** What a message could become, counted. */
const elements = (page) =>
  page.evaluate(() =>
    Object.fromEntries(["img", "b", "script"].map((name) => [name, document.querySelectorAll(name).length])),
  );

describe("the page in pseudo-languages", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  const seen = new Set();
  for (const experiment of EXPERIMENTS) {
    test(`has a place for each text, and keeps it text: ${experiment}`, async () => {
      await visit(browser, `/#${experiment}&engine=cpu&language=en`, async (page) => {
        await stepReaches(page, 5);
        await pause(page);
        await unfold(page);
        const all = await tabs(page);
        // What stands around the views is looked at with the first; the others once, in the first experiment that has them.
        const looked = all.filter((tab, index) => index === 0 || !seen.has(tab));
        for (const tab of all) seen.add(tab);
        // Each begins as the one before it ended.
        let [languages, sizes] = [Object.keys(LANGUAGES), SIZES];
        for (const tab of looked) {
          await press(page, `#${tab}`);
          await shows(page);
          // The page has some of its own, as many in each language.
          let plain;
          for (const language of languages) {
            await speak(page, language);
            for (const size of sizes) {
              await page.setViewport(size);
              await assertPlaced(page, `${tab} in ${language}, ${size.width} wide`);
            }
            plain ??= await elements(page);
            assert.deepEqual(await elements(page), plain, `elements made of messages in ${language}`);
            sizes = sizes.toReversed();
          }
          languages = languages.toReversed();
        }
        assert.equal(await page.evaluate(() => window.fromMessage), undefined, "a message ran");
      });
    });
  }

  test("leave a place for each text in dialogs and in what is refused", async () => {
    await visit(browser, "/#family=autoencoder&hidden=8&engine=cpu&language=en", async (page) => {
      await stepReaches(page, 5);
      await pause(page);
      for (const language of Object.keys(LANGUAGES)) {
        await speak(page, language);
        await fill(page, "#code", "0");
        await page.waitForSelector("#notice:not([hidden])");
        await assertPlaced(page, `a notice in ${language}`);
        await press(page, "#notice-dismiss");
        for (const dialog of ["data-sets", "own-pictures", "report"]) {
          await press(page, `#${dialog}-open`);
          await page.waitForSelector(dialog === "report" ? "#report-address" : `#${dialog}[open]`);
          for (const size of SIZES) {
            await page.setViewport(size);
            await assertPlaced(page, `${dialog} in ${language}, ${size.width} wide`);
          }
          await page.keyboard.press("Escape");
        }
      }
    });
  });

  test("are not in the menu, and one that there is not changes nothing", async () => {
    await visit(browser, "/#data=ring&engine=cpu&language=pseudo-nothing", async (page) => {
      await stepReaches(page, 5);
      assert.equal(await page.$eval("html", ({ lang }) => lang), "en");
      assert.match(await said(page), /^Train$/);
      const offered = await page.$$eval("#language option", (all) => all.map(({ value }) => value));
      assert.deepEqual(
        offered.filter((value) => value.includes("pseudo")),
        [],
      );
    });
  });

  test("goes along tabs towards the left where one reads so", async () => {
    await visit(browser, "/#family=adversarial&hidden=8&engine=cpu&language=pseudo-rtl", async (page) => {
      await page.waitForSelector("html[dir=rtl]");
      await stepReaches(page, 5);
      await page.focus("#tab-adversarial");
      await page.keyboard.press("ArrowLeft");
      const focused = () => page.evaluate(() => document.activeElement.id);
      assert.equal(await focused(), "tab-variational");
      await page.keyboard.press("ArrowRight");
      assert.equal(await focused(), "tab-adversarial");
    });
  });
});
