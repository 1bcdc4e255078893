// Where others find what this page has. Where it is a file, nowhere: its address leads to one person's disk, and may name that
// person. What stands after # opens the same in any copy of the page.

import { inOneFile } from "./carried.js";

/** Whether the address of this page is of no use to anyone else. */
export const isOnDisk = globalThis.location?.protocol === "file:";

/** Where programs may fetch what the page fetches; empty where it has all in itself. */
export const servedFrom = () => (inOneFile ? "" : new URL(".", location.href).href);

/**
 * A link to an experiment, or what is to stand after the address of a copy of the page.
 * @param {string} hash @param {string} [page] where the page is, if a person says so
 */
export function linkTo(hash, page = "") {
  if (page) return new URL(hash, page).href;
  return isOnDisk ? hash : new URL(hash, location.href).href;
}

/** What a person says is the address of a page; empty where it is none. @param {string} text */
export function addressIn(text) {
  for (const guess of [text.trim(), `https://${text.trim()}`]) {
    if (!URL.canParse(guess)) continue;
    const { protocol, hostname, href } = new URL(guess);
    const isNamed = hostname.includes(".") || hostname === "localhost";
    if (/^https?:$/.test(protocol) && isNamed) return href.replace(/#.*$/, "");
  }
  return "";
}
