// The README's recipes are the projects that lie here, line by line: the browser tests train with those.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";

const FOLDERS = { Vite: "vite", "webpack 5": "webpack", "No bundler": "no-bundler" };
/** What the README says of a file that is the same in two recipes. */
const SHARED = { webpack: ["worker.js", "main.js"], "no-bundler": ["main.js", "index.html"] };

const read = (...names) => readFile(join(import.meta.dirname, ...names), "utf8");
const readme = await read("../../pkg/README.md");

/** The files that the README shows under a heading, by name. */
function shown(heading) {
  const [, section] = readme.split(`\n### ${heading}\n`);
  const text = section.split(/\n##+ /)[0];
  const blocks = text.matchAll(/\n`([^`\n]+)`\n\n```\w+\n(.*?)```/gs);
  return Object.fromEntries(Array.from(blocks, ([, name, lines]) => [name, lines]));
}

describe("the package's README", () => {
  for (const [heading, folder] of Object.entries(FOLDERS)) {
    test(`shows every file of the recipe ${heading} as it is`, async () => {
      const files = shown(heading);
      for (const name of SHARED[folder] ?? []) files[name] = shown("Vite")[name];
      const expected = {};
      for (const name of await readdir(join(import.meta.dirname, folder))) expected[name] = await read(folder, name);
      assert.deepEqual(files, expected);
    });
  }
});
