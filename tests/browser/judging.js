// A person who has the discriminator judge.

import assert from "node:assert/strict";
import { pause, picture, stepReaches } from "./harness.js";

export const START = "/#family=adversarial&network=dense&condition=none&hidden=16&batch=32&engine=cpu&view=verdicts";
export const textOf = (page, selector) => page.$eval(selector, (element) => element.textContent);
export const percentIn = (text) => Number(/(\d+)%/.exec(text)?.[1] ?? Number.NaN);

/** Waits until a row has been judged. */
export const rowComes = (page, id) => page.waitForSelector(`#verdicts-row-${id}:not([hidden])`, { timeout: 30_000 });

/** Opens the view after some training, at rest when these rows are there, with the last look come. */
export async function opens(page, ...rows) {
  await stepReaches(page, 10);
  for (const id of ["present", ...rows]) await rowComes(page, id);
  await pause(page);
  await new Promise((resolve) => setTimeout(resolve, 2500));
}

/** Waits for the verdict on a picture that comes from there, and requires what is seen of it to agree. */
export async function isJudged(page, origin, taken = true) {
  await page.waitForFunction(
    (words) => {
      const [from, , share] = document.querySelectorAll(".verdicts-judged p");
      return from.textContent === words && /\d%/.test(share.textContent);
    },
    { timeout: 30_000, polling: 50 },
    origin,
  );
  // At one moment: what is said of a stroke gives way to what is said of the next.
  const [told, words, left] = await page.evaluate(() => {
    const text = (selector) => document.querySelector(selector).textContent;
    const mark = document.querySelector("#verdicts-histogram .chart-mark").style.left;
    return [text("#verdicts-share"), text("#verdicts-verdict"), Number.parseFloat(mark)];
  });
  const share = percentIn(told);
  // On the border what is said hangs on what has been rounded away.
  const said = share > 60 ? /real/ : share < 40 ? /made/ : /Cannot tell|Probably/;
  assert.match(words, said, `${share} %`);
  assert.ok(Math.abs(left - share) <= 0.5, `the mark stands at ${left}, the share is ${share}`);
  // A drawing is judged with its centre of mass in the middle.
  const same = (await picture(page, "#verdicts-judged")).text === (await picture(page, "#draw-pad")).text;
  assert.equal(same, taken, "what is taken from elsewhere is on the draw pad as it is");
  return share;
}
