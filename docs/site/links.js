// Whether every link of a folder of pages leads somewhere: to a file in it, and to an anchor in that file.

import { readdir, readFile } from "node:fs/promises";
import { join, posix, sep } from "node:path";

/** Deep enough that a link can leave the folder. */
const BASE = "http://folder/above/pages/";
const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** @param {string} text */
const unescaped = (text) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hexadecimal, decimal, name) =>
    name
      ? (NAMED[name] ?? whole)
      : String.fromCodePoint(Number.parseInt(hexadecimal ?? decimal, hexadecimal ? 16 : 10)),
  );

/**
 * The anchors that a page has, and the links that it makes.
 * @param {string} html
 */
function read(html) {
  const anchors = new Set(["", "top"]);
  const links = [];
  const tags = html.replace(/<!--[\s\S]*?-->/g, "").replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/gi, "$1");
  for (const [, name, rest] of tags.matchAll(/<([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi)) {
    for (const [, key, ...quoted] of rest.matchAll(/([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g)) {
      const value = unescaped(quoted.find((text) => text !== undefined) ?? "");
      if (key === "id" || (key === "name" && name === "a")) anchors.add(value);
      if (key === "href" || key === "src") links.push(value);
    }
  }
  return { anchors, links };
}

/**
 * As browsers look for it: as it is written, then without its escapes. Listings of source are linked by a range of lines.
 * @param {Set<string>} anchors @param {string} wanted
 */
const hasAnchor = (anchors, wanted) =>
  anchors.has(wanted) ||
  anchors.has(decodeURIComponent(wanted)) ||
  (/^\d+-\d+$/.test(wanted) && wanted.split("-").every((line) => anchors.has(line)));

/**
 * @param {string} folder
 * @param {string} [beside] where the folder's pages may lead outside of it, relative to it
 * @returns {Promise<string[]>} what leads nowhere, as `page: link`
 */
export async function brokenLinks(folder, beside) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const isFile = entries.filter((entry) => entry.isFile());
  const files = new Set(
    isFile.map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length).replaceAll(sep, "/")),
  );
  /** @type {Map<string, ReturnType<typeof read>>} */
  const pages = new Map();
  for (const name of files)
    if (name.endsWith(".html")) pages.set(name, read(await readFile(join(folder, name), "utf8")));
  const outside = beside === undefined ? null : new URL(beside, BASE).href;
  /** @param {string} from @param {string} link */
  const leads = (from, link) => {
    if (!URL.canParse(link, BASE + encodeURI(from))) return false;
    const address = new URL(link, BASE + encodeURI(from));
    if (address.host !== "folder") return true;
    const [anchor, place] = [address.hash.slice(1), address.origin + address.pathname];
    if (place === outside) return true;
    if (!place.startsWith(BASE)) return false;
    const path = decodeURIComponent(place.slice(BASE.length));
    const name = path === "" || path.endsWith("/") ? posix.join(path, "index.html") : path;
    return files.has(name) && (!pages.has(name) || hasAnchor(pages.get(name).anchors, anchor));
  };
  return [...pages].flatMap(([name, { links }]) =>
    [...new Set(links)].filter((link) => !leads(name, link)).map((link) => `${name}: ${link}`),
  );
}
