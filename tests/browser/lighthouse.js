// Lighthouse, as on a desktop and as on a phone: networks and processors are simulated from what was observed.

import lighthouse, { desktopConfig } from "lighthouse";
import { launchChromium } from "./harness.js";

export const FORMS = { desktop: desktopConfig, phone: undefined };

/**
 * What Lighthouse says of a page, in a browser of its own.
 * @param {string} address
 * @param {keyof typeof FORMS} form
 * @param {string[]} [onlyCategories] all of them, where none are named
 */
export async function audit(address, form, onlyCategories) {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const result = await lighthouse(address, { logLevel: "error", onlyCategories }, FORMS[form], page);
    if (result.lhr.runtimeError) throw new Error(`Lighthouse: ${result.lhr.runtimeError.message}`);
    return result.lhr;
  } finally {
    await browser.close();
  }
}

/** What keeps a category from a hundred, and where. */
export function faultsOf({ categories, audits }) {
  return Object.values(categories).flatMap(({ id, auditRefs }) =>
    auditRefs
      .filter((ref) => ref.weight > 0)
      .map((ref) => audits[ref.id])
      .filter(({ score }) => score !== null && score < 1)
      .map(({ title, details }) => {
        const places = (details?.items ?? []).map((item) => item.node?.selector ?? item.description ?? item.url ?? "");
        return `${id}: ${title} ${places.join(", ")}`;
      }),
  );
}
