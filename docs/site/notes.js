// The notes of the repository as pages, in the folders where they lie there. What they link to comes along: a further note
// as a page, any other file as it is.

import { readFile, stat } from "node:fs/promises";
import { posix } from "node:path";
import { Marked } from "marked";

const isOutside = (link) => /^([a-z]+:|#|$)/i.test(link);

/** As the places where notes are usually read do it. @param {string} heading */
const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replace(/<[^>]*>|&[#\w]+;/g, "")
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");

/** What a link of a note means: the file, and the part of it. @param {string} note @param {string} link */
function target(note, link) {
  const [path, part] = decodeURI(link).split("#");
  return { path: posix.normalize(posix.join(posix.dirname(note), path)), part: part ? `#${part}` : "" };
}

/** A folder is what its README says. @param {string} root @param {string} path */
async function fileOf(root, path) {
  const found = await stat(posix.join(root, path)).catch(() => null);
  return found?.isDirectory() ? posix.join(path, "README.md") : path;
}

/** Where a note's page lies among the notes. @param {string} note */
export const pathOf = (note) => note.replace(/\.md$/, ".html");

/**
 * @param {string} root the repository
 * @param {string[]} first the notes to begin with
 * @returns {Promise<{notes: Map<string, {title: string, body: string}>, files: Set<string>}>} by their paths in it
 */
export async function readNotes(root, first) {
  const notes = new Map();
  const files = new Set();
  const left = [...first];
  for (let note = left.shift(); note !== undefined; note = left.shift()) {
    if (notes.has(note)) continue;
    const { title, body, linked } = await render(root, note);
    notes.set(note, { title, body });
    for (const path of linked) path.endsWith(".md") ? left.push(path) : files.add(path);
  }
  return { notes, files };
}

/** @param {string} root @param {string} note */
async function render(root, note) {
  let title = note;
  const linked = new Set();
  const taken = new Map();
  const marked = new Marked({
    async: true,
    async walkTokens(token) {
      if ((token.type !== "link" && token.type !== "image") || isOutside(token.href)) return;
      const { path, part } = target(note, token.href);
      const file = await fileOf(root, path);
      linked.add(file);
      token.href = posix.relative(posix.dirname(note), pathOf(file)) + part;
    },
    renderer: {
      heading({ tokens, depth }) {
        const words = this.parser.parseInline(tokens);
        if (depth === 1) title = this.parser.parseInline(tokens, this.parser.textRenderer);
        const anchor = anchorOf(words);
        const times = taken.get(anchor) ?? 0;
        taken.set(anchor, times + 1);
        return `<h${depth} id="${times ? `${anchor}-${times}` : anchor}">${words}</h${depth}>\n`;
      },
      // Wide ones scroll by themselves, by keyboard too.
      table(token) {
        const row = (cells, tag) =>
          `<tr>${cells.map((cell) => `<${tag}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join("")}</tr>`;
        const body = token.rows.map((cells) => row(cells, "td")).join("\n");
        return `<div class="wide" tabindex="0"><table><thead>${row(token.header, "th")}</thead><tbody>${body}</tbody></table></div>\n`;
      },
      code({ text }) {
        const shown = text.replace(/[&<>]/g, (sign) => `&#${sign.codePointAt(0)};`);
        return `<pre tabindex="0"><code>${shown}</code></pre>\n`;
      },
    },
  });
  const body = await marked.parse(await readFile(posix.join(root, note), "utf8"));
  return { title, body, linked };
}
