// The page in Swedish: no English word is left, nothing is cut off, and the choice holds.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { shows, unfold } from "./all-views.js";
import { disc, discs, written, zip } from "./brought.js";
import { fill, goesOn, launchChromium, PATIENCE, pause, press, step, stepReaches, visit } from "./harness.js";
import { assertUncut, newWords, texts } from "./reading.js";

/** Every view of every family; each language says other things with each. */
const EXPERIMENTS = [
  "family=adversarial&hidden=8",
  "family=adversarial&data=ring",
  "family=variational&hidden=8",
  "family=variational&data=drawn",
  "family=autoencoder&hidden=8",
  "family=autoencoder&hidden=16-8&code=2&data=fashion-small",
  "family=autoencoder&hidden=8&corruption=noise&amount=0.5",
  "family=autoencoder&hidden=8&only=7",
  "family=autoencoder&data=moons&corruption=noise&amount=0.2",
  "family=autoencoder&data=signals&hidden=8&corruption=noise&amount=0.3",
  "family=adversarial&data=beats&hidden=8",
  "family=variational&data=molecules&hidden=8&code=4",
  "family=variational&data=textures&hidden=8&code=4",
];

/** The same in both: names, terms, units, keys of the keyboard, and each language's name for itself. */
const TERMS =
  "generative playground ai gan wgan gp vae autoencoder wasserstein cpu webgpu generator elbo kl pca mse psnr snr roc median db ms nat batch experiment english svenska enter delete relu leakyrelu adam adamw rmsprop sgd log likelihood sampling interpolation slerp js kullback leibler jensen shannon ln fréchet pacgan noto emoji mb mnist lecun cortes burges cc by sa fashion zalando se mit fonts debian ofl gpl apache google llc lorc delapouite contributors game icons net pixelarticons gerrit halfmann png jpeg webp avif gif svg idx zip smiles nci open database public domain bsd clause mol csv prior pytorch bias qr html simd augmentation";
/** Swedish words that look like English ones. */
const ALIKE =
  "max pixel signal fast latent in per full ring salt in data finger sandal under normal plus minus original gradient precision generation animation text version";
const SHARED = new Set(`${TERMS} ${ALIKE}`.split(" "));

const WIDTHS = [390, 1440];

/** A checksum has the same syllables in every language. @param {string} text @returns {string[]} */
const wordsOf = (text) =>
  text
    .toLocaleLowerCase("sv")
    .replace(/\b([a-z]{2}-){3}[a-z]{2}\b/g, "")
    .match(/\p{L}{2,}/gu) ?? [];

const heading = (page) => page.$eval(".view:not([hidden]) h2", (element) => element.textContent);
const language = (page) =>
  page.evaluate(() => [document.documentElement.lang, document.querySelector("#language").value]);

/** Chooses a language as a person does. */
async function choose(page, code) {
  await fill(page, "#language", code);
  await page.waitForSelector(`html[lang=${code}]`);
  // What is drawn anew says its words a moment later.
  await new Promise((resolve) => setTimeout(resolve, 300));
}

/** @param {string[]} languages of the browser */
const speaks = (languages) => (page) =>
  page.evaluateOnNewDocument((wanted) => {
    Object.defineProperty(navigator, "languages", { get: () => wanted });
  }, languages);

describe("the page in two languages", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  const saysNewWords = newWords();
  for (const experiment of EXPERIMENTS) {
    test(`has no English word in Swedish, and cuts nothing off: ${experiment}`, async () => {
      await visit(browser, `/#${experiment}&engine=cpu&language=en`, async (page) => {
        await stepReaches(page, 5);
        await shows(page);
        await press(page, "#measure-now");
        await page.waitForSelector("#measures tbody tr", { timeout: 120_000 });
        await pause(page);
        await unfold(page);
        // Each begins in the language in which the one before it ended.
        let codes = ["en", "sv"];
        for (const [index, view] of (
          await page.$$eval("#views [role=tab]", (tabs) => tabs.map(({ id }) => id))
        ).entries()) {
          await press(page, `#${view}`);
          await shows(page);
          // What stands around the views is the same for all of one experiment.
          if (!(await saysNewWords(page)) && index > 0) continue;
          const said = {};
          for (const code of codes) {
            await choose(page, code);
            said[code] = await texts(page);
            for (const width of WIDTHS) {
              await page.setViewport({ width, height: 900 });
              await assertUncut(page, `${view} in ${code}, ${width} wide`);
            }
          }
          codes = codes.toReversed();
          const english = new Set(said.en.flatMap(wordsOf));
          const left = said.sv.flatMap((text) =>
            wordsOf(text)
              .filter((word) => english.has(word) && !SHARED.has(word))
              .map((word) => `${word}, in: ${text}`),
          );
          assert.deepEqual(left, [], view);
          assert.deepEqual(
            said.sv.filter((text) => /\{\w+\}|\bundefined\b|\bNaN\b/.test(text)),
            [],
            "a value is missing",
          );
        }
      });
    });
  }

  test("has no English word in the gallery of data sets, among pictures of one's own, where links are made, in a report, nor among lessons", async () => {
    await visit(browser, "/#family=autoencoder&hidden=8&engine=cpu&language=en", async (page) => {
      await stepReaches(page, 5);
      await pause(page);
      for (const dialog of ["data-sets", "own-pictures", "share", "report", "lessons"]) {
        const said = {};
        for (const code of ["en", "sv"]) {
          await choose(page, code);
          await press(page, `#${dialog}-open`);
          await page.waitForSelector(`#${dialog}[open]`);
          if (dialog === "report") await page.waitForSelector("#report-address");
          if (dialog === "share") await page.waitForSelector("#share-code");
          if (dialog === "own-pictures" && code === "en") {
            const labelled = zip({ "7/disc.png": disc(90), "8/disc.png": disc(91) });
            const field = await page.$("#own-pictures-files");
            await field.uploadFile(
              ...(await written({ ...discs(80), "a.png": disc(1), "b.png": Buffer.from("b"), "c.zip": labelled })),
            );
            await page.waitForSelector("#own-pictures-learn:not(:disabled)", { timeout: 60_000 });
            await page.click("#own-pictures-refused summary");
            await press(page, "#own-pictures-draw");
            await press(page, "#own-pictures-gives");
          }
          said[code] = await texts(page);
          for (const width of WIDTHS) {
            await page.setViewport({ width, height: 900 });
            await assertUncut(page, `${dialog} in ${code}, ${width} wide`);
          }
          await page.keyboard.press("Escape");
        }
        const english = new Set(said.en.flatMap(wordsOf));
        const left = said.sv.filter((text) => wordsOf(text).some((word) => english.has(word) && !SHARED.has(word)));
        assert.deepEqual(left, [], dialog);
      }
    });
  });

  test("says what was refused, and what can be undone, in Swedish", async () => {
    await visit(browser, "/#family=autoencoder&hidden=8&engine=cpu&language=sv", async (page) => {
      await stepReaches(page, 30);
      await fill(page, "#code", "0");
      await page.waitForSelector("#notice:not([hidden])");
      const said = () => page.$eval("#notice p", (element) => element.textContent);
      assert.match(await said(), /Kodens storlek.*heltal/);
      for (const width of WIDTHS) {
        await page.setViewport({ width, height: 900 });
        await assertUncut(page, `a notice, ${width} wide`);
      }
      await choose(page, "en");
      assert.match(await said(), /Code size.*whole number/);
      await choose(page, "sv");
      await press(page, "#notice-dismiss");
      await press(page, "#restart");
      await page.waitForSelector("#offer:not([hidden])", { timeout: 60_000 });
      assert.match(await page.$eval("#offer", (element) => element.textContent), /Omstartat.*steg [\d\s]+\.\s+Ångra/);
      for (const width of WIDTHS) {
        await page.setViewport({ width, height: 900 });
        await assertUncut(page, `an offer, ${width} wide`);
      }
    });
  });

  for (const [languages, expected] of [
    [["sv-SE", "en"], "sv"],
    [["fi", "sv-FI"], "sv"],
    [["en-GB", "sv"], "en"],
    [["de-DE"], "en"],
  ]) {
    test(`opens in ${expected} in a browser that speaks ${languages.join(", ")}`, async () => {
      const use = async (page) => assert.deepEqual(await language(page), [expected, expected]);
      await visit(browser, "/#data=ring&engine=cpu", use, { prepare: speaks(languages) });
    });
  }

  test("the address decides over the browser", async () => {
    const use = async (page) => {
      assert.deepEqual(await language(page), ["en", "en"]);
      await page.evaluate(() => {
        location.hash = location.hash.replace("language=en", "language=sv");
      });
      await page.waitForSelector("html[lang=sv]");
    };
    await visit(browser, "/#data=ring&engine=cpu&language=en", use, { prepare: speaks(["sv"]) });
  });

  test("is changed while it trains, at once, and kept over a reload and in a link", async () => {
    await visit(browser, "/#family=autoencoder&hidden=8&engine=cpu&language=en", async (page) => {
      await stepReaches(page, 30);
      await shows(page);
      const before = { heading: await heading(page), step: await step(page) };
      await choose(page, "sv");
      assert.notEqual(await heading(page), before.heading);
      assert.match(await page.evaluate(() => location.hash), /\blanguage=sv\b/);
      await goesOn(page);
      assert.ok((await step(page)) > before.step, "the experiment started again");
      const swedish = await heading(page);
      await page.reload();
      await shows(page);
      assert.deepEqual(await language(page), ["sv", "sv"]);
      assert.equal(await heading(page), swedish);
    });
  });

  test("numbers are written as each language writes them, and read so, too", async () => {
    await visit(browser, "/#family=variational&hidden=8&engine=cpu&kl=0.5&rate=0.002&language=sv", async (page) => {
      await stepReaches(page, 1100);
      await pause(page);
      const written = () =>
        page.evaluate(() => ({
          step: document.querySelector("#step").textContent,
          rate: document.querySelector("#learning-rate").value,
          weight: document.querySelector("#divergence-weight-field output").textContent,
          loss: document.querySelector("#losses dd").textContent,
        }));
      const swedish = await written();
      assert.match(swedish.step, /^\d\s\d{3}$/);
      assert.deepEqual([swedish.rate, swedish.weight], ["0,002", "0,5"]);
      await choose(page, "en");
      const english = await written();
      assert.match(english.step, /^\d,\d{3}$/);
      assert.deepEqual([english.rate, english.weight], ["0.002", "0.5"]);
      assert.equal(english.loss, swedish.loss.replace(",", "."));
    });
  });
});
