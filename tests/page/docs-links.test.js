// The documentation's own check of its links finds what is broken, and nothing else.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { brokenLinks } from "../../docs/site/links.js";

const WHOLE = {
  "index.html": `<a href="notes/a.html#one-%26-two">a</a><a href="notes/">b</a><img src="picture.png"><a href="https://x.y/z">c</a>
    <a href="#">d</a><!-- <a href="gone.html"> --><script src="run.js">const text = '<a href="gone.html">';</script>`,
  "notes/a.html": `<h2 id="one-&amp;-two">One</h2><a href='../index.html'>up</a><a href="../source.html#1-3">lines</a><a href=b.html>b</a>`,
  "notes/b.html": `<a href="../../#lesson=one&amp;at=2">the page</a>`,
  "notes/index.html": "<p>Notes</p>",
  "source.html": "<b id='a%3Cb%3E'></b><a href='#a%3Cb%3E'>b</a><a href=#1 id=1>1</a><a href=#3 id=3>3</a>",
  "picture.png": "",
  "run.js": "",
};

let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "links-"));
});
after(() => rm(folder, { recursive: true }));

async function lay(files) {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

test("a folder in which all links lead somewhere", async () => {
  await lay(WHOLE);
  assert.deepEqual(await brokenLinks(folder, "../"), []);
});

test("what leads out of the folder is wrong, save to the page beside it", async () => {
  await lay(WHOLE);
  assert.deepEqual(await brokenLinks(folder), ["notes/b.html: ../../#lesson=one&at=2"]);
});

test("files, anchors and lines that are not there are named", async () => {
  const links = ["gone.html", "a.html#three", "../source.html#1-4", "../notes", "/index.html"];
  await lay({ ...WHOLE, "notes/index.html": links.map((link) => `<a href="${link}">x</a>`).join("\n") });
  assert.deepEqual(
    await brokenLinks(folder, "../"),
    links.map((link) => `notes/index.html: ${link}`),
  );
});
