// That nothing in a part of the page keeps anybody out, as far as axe can tell.

import assert from "node:assert/strict";
import axe from "axe-core";

/** @param {import("puppeteer-core").Page} page @param {string} within a selector */
export async function findsNothing(page, within) {
  await page.evaluate(`if (!window.axe) { ${axe.source} }`);
  const found = await page.evaluate(
    async (within) => (await window.axe.run(within)).violations.map(({ id, nodes }) => `${id}: ${nodes[0].target}`),
    within,
  );
  assert.deepEqual(found, []);
}
