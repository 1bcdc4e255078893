// Made digits are judged by the classifier that comes with the page, each figure beside that of real ones.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { visitExperiment } from "./experiments.js";
import { goesOn, launchChromium, PATIENCE, press, stepReaches } from "./harness.js";

/** What was measured, by the words of its row: the network's figure and the baseline's. */
const rows = (page) =>
  page.$$eval("#measures tbody tr", (all) =>
    Object.fromEntries(
      all.map((row) => {
        const name = row.querySelector("th summary, th span").textContent.trim();
        const [ours, theirs] = [...row.querySelectorAll("td")].map((cell) =>
          Number(/[\d,.]+/.exec(cell.textContent)?.[0].replaceAll(",", "")),
        );
        return [name, { ours, theirs }];
      }),
    ),
  );

/** Until a measurement that was asked for at this step is there. */
async function measured(page) {
  await page.waitForFunction(
    () =>
      document.querySelector("#measures").ariaBusy !== "true" &&
      /step/.test(document.querySelector("#measures-when").textContent),
    { timeout: 120_000 },
  );
  return rows(page);
}

describe("made digits", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  for (const [way, ask] of [
    ["by pointer", (page) => press(page, "#measure-now")],
    ["by key", (page) => page.focus("#measure-now").then(() => page.keyboard.press("Enter"))],
  ]) {
    test(`are measured beside real ones, ${way}, and training goes on`, async () => {
      await visitExperiment(browser, "/#family=adversarial&hidden=32&engine=cpu&language=en", async (page) => {
        await stepReaches(page, 20);
        await ask(page);
        const found = await measured(page);
        const distance = found["Distance from real ones (Fréchet)"];
        assert.ok(distance.ours > 10 * distance.theirs && distance.theirs > 0, JSON.stringify(found));
        const sure = found["Easy to read"];
        assert.ok(sure.ours < sure.theirs && sure.theirs > 90, JSON.stringify(found));
        assert.equal(found["Classes made"].theirs, 10);
        for (const share of ["Made ones like real ones (precision)", "Real ones it could make (recall)"]) {
          assert.ok(found[share].theirs > 50 && found[share].ours < found[share].theirs, JSON.stringify(found));
        }
        await goesOn(page);
      });
    });
  }

  test("are not asked of clothes, which the classifier does not know", async () => {
    const link = "/#family=adversarial&data=fashion-small&hidden=32&engine=cpu&language=en";
    await visitExperiment(browser, link, async (page) => {
      await stepReaches(page, 20);
      await press(page, "#measure-now");
      const found = await measured(page);
      assert.ok("Real places covered" in found, JSON.stringify(found));
      assert.ok(!("Easy to read" in found), JSON.stringify(found));
    });
  });
});
