// A person who brings pictures of their own.

import { written } from "./brought.js";
import { press, stepReaches } from "./harness.js";

export const START = "/#family=autoencoder&hidden=16&engine=cpu";

export const text = (page, selector) => page.$eval(selector, (element) => element.textContent);

export async function open(page) {
  await stepReaches(page, 5);
  await press(page, "#own-pictures-open");
  await page.waitForSelector("#own-pictures[open]");
}

/** Chooses files as a person does. */
export async function bring(page, files) {
  const field = await page.$("#own-pictures-files");
  await field.uploadFile(...(await written(files)));
}

/** Waits until all have been read, and so many are there. */
export const counts = (page, words) =>
  page.waitForFunction(
    (wanted) =>
      document.querySelector("#own-pictures-progress").hidden &&
      document.querySelector("#own-pictures-told").textContent === wanted,
    { timeout: 60_000 },
    words,
  );

export async function learn(page) {
  await page.click("#own-pictures-learn");
  await page.waitForFunction(() => /data=own&.*own=\w+/.test(location.hash));
  await stepReaches(page, 5);
}

/** What the buttons of a group say: each label, and how many pictures have it. */
export const labelled = (page, group = "#own-pictures-groups") =>
  page.$$eval(`${group} button`, (buttons) =>
    Object.fromEntries(
      buttons.map((button) => [
        button.querySelector(".label-name").textContent,
        Number(button.querySelector(".label-count").textContent),
      ]),
    ),
  );
