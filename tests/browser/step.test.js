// One step of a GAN walked through part by part, by pointer and by keyboard; and steps that update one network alone.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launchChromium, PATIENCE, pause, press, rests, settled, step, stepReaches, visit } from "./harness.js";

const PARTS = 13;
/** The parts whose gradients go back, and whom they reach. */
const BACK = { 6: "scores discriminator", 12: "scores discriminator made generator" };
const MOVED = { 7: "discriminator", 13: "generator" };

const EXPERIMENTS = [
  { name: "points", link: "family=adversarial&data=ring&hidden=16-16&batch=64", drawing: ".step-plane" },
  { name: "pictures", link: "family=adversarial&hidden=16&batch=32", drawing: ".step-pictures canvas" },
];

const tab = "#tab-step-parts";
const name = (page) => page.$eval("#parts-name", (element) => element.textContent);
const sentence = (page) => page.$eval("#parts-sentence", (element) => element.textContent);
const place = (page) => page.$eval("#parts-place", (element) => element.textContent);
const figures = (page) => page.$$eval("#parts-shown dd", (all) => all.map((element) => element.textContent));

/** The places that are marked in the diagram, by the direction of what passes. */
const marks = (page) =>
  page.$$eval("#network [data-flow][data-place]", (all) => {
    const found = {};
    for (const { dataset } of all)
      if (dataset.flow) found[dataset.flow] = [...(found[dataset.flow] ?? []), dataset.place];
    return found;
  });

const atPart = (page, part) =>
  page.waitForFunction(
    (wanted) => document.querySelector("#parts-place")?.textContent.includes(`part ${wanted} of`),
    { polling: 50 },
    part,
  );

const words = (text) => text.split(" ").sort();

/** Pauses in the view, and takes a step apart as a person does. */
async function takeApart(page) {
  await press(page, tab);
  await page.waitForSelector("#view-step-parts:not([hidden])");
  await page.click("#parts-start");
  await atPart(page, 1);
}

describe("a step in its parts", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  for (const { name: kind, link, drawing } of EXPERIMENTS) {
    test(`of ${kind} is walked through by pointer, and is one step`, async () => {
      await visit(browser, `/#${link}&engine=cpu`, async (page) => {
        await stepReaches(page, 10);
        await pause(page);
        const before = await step(page);
        await takeApart(page);
        assert.equal(await step(page), before + 1);
        const [told] = (await place(page)).split(", part");
        assert.equal(Number(told.replace(/\D/g, "")), before + 1);
        const seen = [];
        for (let part = 1; part <= PARTS; part++) {
          await atPart(page, part);
          const marked = await marks(page);
          const [direction] = Object.keys(marked);
          if (BACK[part]) assert.deepEqual(marked.back?.sort(), words(BACK[part]), `part ${part}`);
          else if (MOVED[part]) assert.deepEqual(marked.moved, words(MOVED[part]), `part ${part}`);
          else assert.equal(direction, "forward", `part ${part}`);
          seen.push(`${await place(page)} ${await name(page)} ${await sentence(page)}`);
          if (/Verdicts/.test(seen.at(-1))) assert.match((await figures(page)).join(), /%/);
          if (/Real|Made/.test(await name(page))) assert.ok(await page.$(`#parts-shown ${drawing}`), `part ${part}`);
          await page.click("#parts-forward");
        }
        assert.equal(new Set(seen).size, PARTS);
        assert.equal(await page.$eval("#parts-forward", (button) => button.getAttribute("aria-disabled")), "true");
        // Looking at its parts has trained nothing more.
        assert.equal(await step(page), before + 1);
        await page.click("#parts-start");
        await atPart(page, 1);
        assert.equal(await step(page), before + 2);
      });
    });
  }

  test("is walked through by keyboard, forward and back, and played", async () => {
    await visit(browser, `/#${EXPERIMENTS[0].link}&engine=cpu`, async (page) => {
      await stepReaches(page, 10);
      await press(page, tab);
      await page.focus("#parts-start");
      // It pauses by itself.
      await page.keyboard.press("Enter");
      await atPart(page, 1);
      assert.equal(await page.$eval("#play", (button) => button.getAttribute("aria-pressed")), "false");
      for (let part = 2; part <= PARTS; part++) {
        await page.keyboard.press("ArrowRight");
        await atPart(page, part);
      }
      await page.keyboard.press("ArrowRight");
      assert.match(await place(page), /part 13 of 13/);
      await page.keyboard.press("ArrowLeft");
      await atPart(page, 12);
      assert.match(await place(page), /generator/);
      // By Tab to the first button, which goes back as well.
      await page.focus("#update-both");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await atPart(page, 11);
      assert.equal(await page.evaluate(() => document.activeElement.id), "parts-back");
      await page.focus("#parts-play");
      await page.keyboard.press("Enter");
      await atPart(page, 12);
      await atPart(page, PARTS);
      await page.waitForSelector('#parts-play[aria-pressed="false"]');
    });
  });

  test("keeps in the address which network learns, for whoever opens the link", async () => {
    await visit(browser, `/#${EXPERIMENTS[0].link}&engine=cpu`, async (page) => {
      await stepReaches(page, 5);
      await press(page, tab);
      await page.click("#update-generator");
      await page.waitForFunction(() => new URLSearchParams(location.hash.slice(1)).get("update") === "generator");
      await visit(browser, `/${new URL(page.url()).hash}`, async (other) => {
        await stepReaches(other, 5);
        assert.equal(await other.$eval("#update-generator", (input) => input.checked), true);
        assert.match(await other.$eval("#network", (strip) => strip.textContent), /Discriminator \(stands still\)/);
        // Another experiment begins with both.
        await other.click("#restart");
        await other.waitForFunction(() => document.querySelector("#update-both").checked);
        assert.equal(new URLSearchParams(new URL(other.url()).hash.slice(1)).get("update"), null);
      });
    });
  });

  test("leaves no mark in the diagram once another view is shown or training goes on", async () => {
    await visit(browser, `/#${EXPERIMENTS[0].link}&engine=cpu`, async (page) => {
      await stepReaches(page, 10);
      await takeApart(page);
      assert.deepEqual(await marks(page), { forward: ["real"] });
      const gone = () => !document.querySelector('#network [data-flow="forward"]');
      await press(page, "#tab-plane");
      await page.waitForFunction(gone);
      await press(page, tab);
      await page.waitForFunction(() => document.querySelector('#network [data-flow="forward"]'));
      await press(page, "#play");
      await page.waitForFunction(gone);
      await page.waitForFunction(() => document.querySelector("#parts-forward").hidden);
    });
  });

  test("only the discriminator: the generator makes what it made before; only the generator: it does not", async () => {
    await visit(browser, `/#${EXPERIMENTS[1].link}&engine=cpu`, async (page) => {
      await stepReaches(page, 30);
      await pause(page);
      const made = await settled(page, "#wall");
      await press(page, tab);
      await page.click("#update-discriminator");
      assert.match(await page.$eval("#network", (strip) => strip.textContent), /Generator \(stands still\)/);
      await page.click("#parts-start");
      await atPart(page, 1);
      for (let part = 1; part < PARTS; part++) await page.click("#parts-forward");
      assert.match(await sentence(page), /generator stood still/i);
      assert.deepEqual(await marks(page), {});
      // Steps taken otherwise are of the same kind.
      const before = await step(page);
      await press(page, "#single-step");
      await stepReaches(page, before + 1);
      await press(page, "#tab-wall");
      assert.ok((await settled(page, "#wall")) === made, "the generator has changed");
      await press(page, tab);
      await page.click("#update-generator");
      assert.match(await page.$eval("#network", (strip) => strip.textContent), /Discriminator \(stands still\)/);
      await press(page, "#play");
      await stepReaches(page, before + 20);
      await press(page, "#play");
      await rests(page);
      await press(page, "#tab-wall");
      assert.ok((await settled(page, "#wall")) !== made, "the generator has not changed");
    });
  });
});
