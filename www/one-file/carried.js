// What the page carries in itself where it is one file, opened without a host: elsewhere these files are fetched. Each
// stands in an element of the page that no browser runs: see vite/single.js.

const all = globalThis.document?.querySelectorAll("script[data-file]") ?? [];

/** By path. @type {Map<string, Element>} */
const elements = new Map(Array.from(all, (element) => [element.getAttribute("data-file") ?? "", element]));

/** Whether this page is one file, so that there is nothing but what it carries. */
export const inOneFile = elements.size > 0;

/** @param {string} path */
export const isCarried = (path) => elements.has(path);

/** Whether a file is to be had at all, from the page itself or from its host. @param {string} path */
export const isToBeHad = (path) => !inOneFile || isCarried(path);

/** A file as it stands here, in base64 where it is no text. @param {string} path */
export function carriedText(path) {
  const element = elements.get(path);
  if (!element)
    throw new Error(`This page does not carry ${path}. Expected one of ${[...elements.keys()].join(", ")}.`);
  return element.textContent;
}

/** @param {string} path */
export const carriedBytes = (path) => fromBase64(carriedText(path));

/** A plain loop: there are millions of them. @param {string} text */
export function fromBase64(text) {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < characters.length; at++) bytes[at] = characters.charCodeAt(at);
  return bytes;
}
