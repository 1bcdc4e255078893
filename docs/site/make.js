// Puts the documentation together and requires that none of its links is broken. `cargo xtask docs` runs it:
//   node docs/site/make.js <folder to write> <folder of the crate's reference> <where the page lies, from that folder>
//     <address of the page as it was built> <Chromium, which runs the lessons>

import { cp, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Application } from "typedoc";
import { indexBody, indexPath, indexTitle } from "./index-page.js";
import { lessonBody, lessonPath, lessonPaths, readLessons } from "./lessons.js";
import { brokenLinks } from "./links.js";
import { pathOf, readNotes } from "./notes.js";
import { LANGUAGES, pageOf } from "./page.js";
import { openBrowser, takePictures } from "./runs.js";
import { worksheetBody, worksheetPath } from "./worksheets.js";

const ROOT = resolve(import.meta.dirname, "../..");
/** Lists that the crate's reference asks for and has only where there is something to list. */
const OPTIONAL = /^crate\/\S+: \S*\/trait\.impl\/\S+\.js$/;
const [folder, crate, playground, site, chromium] = process.argv.slice(2);

async function write(path, text) {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

const copy = (file, path) => cp(join(ROOT, file), join(folder, path), { recursive: true });

/** The reference of the npm package, from its declarations. */
async function writePackage() {
  const reference = await Application.bootstrap({
    entryPoints: [join(ROOT, "pkg/index.d.ts")],
    tsconfig: join(import.meta.dirname, "tsconfig.json"),
    name: "generative-playground",
    ...{ readme: "none", disableSources: true, hideGenerator: true, logLevel: "Warn" },
  });
  const project = await reference.convert();
  if (!project) throw new Error("the package's declarations could not be read");
  await reference.generateDocs(project, join(folder, "package"));
}

async function writeNotes() {
  const written = (await readdir(join(ROOT, "docs"))).filter((name) => name.endsWith(".md"));
  const beside = written.map((name) => `docs/${name}`);
  const { notes, files } = await readNotes(ROOT, [
    "README.md",
    "CONTRIBUTING.md",
    "pkg/README.md",
    "CHANGELOG.md",
    ...beside,
  ]);
  for (const [note, { title, body }] of notes) {
    const path = `notes/${pathOf(note)}`;
    await write(path, pageOf({ path, language: "en", title, body, playground }));
  }
  for (const file of files) await copy(file, `notes/${file}`);
  return [...notes].map(([note, { title }]) => ({ path: `notes/${pathOf(note)}`, title }));
}

/** @param {import("../../www/types/lessons").Lesson[]} lessons */
async function writeWorksheets(lessons) {
  const { browser, page } = await openBrowser(chromium);
  try {
    for (const lesson of lessons) {
      const measured = await takePictures(page, site, lesson, folder);
      for (const language of Object.keys(LANGUAGES)) {
        const path = worksheetPath(lesson.id, language);
        const body = worksheetBody(lesson, language, measured);
        const title = lesson.title[language];
        const places = Object.keys(LANGUAGES).map((code) => [code, worksheetPath(lesson.id, code)]);
        await write(
          path,
          pageOf({ path, language, translations: Object.fromEntries(places), title, body, playground }),
        );
      }
    }
  } finally {
    await browser.close();
  }
}

async function writeLessons() {
  const lessons = await readLessons(join(ROOT, "www/lessons/index.js"));
  for (const lesson of lessons) {
    for (const language of Object.keys(LANGUAGES)) {
      const path = lessonPath(lesson.id, language);
      const body = lessonBody(lesson, language, playground);
      const translations = lessonPaths(lesson.id);
      await write(path, pageOf({ path, language, translations, title: lesson.title[language], body, playground }));
    }
  }
  return lessons;
}

await rm(folder, { recursive: true, force: true });
await cp(crate, join(folder, "crate"), { recursive: true });
await write(
  "crate/index.html",
  '<meta charset="utf-8" /><meta http-equiv="refresh" content="0; url=generative_playground/index.html" />',
);
await writePackage();
const notes = await writeNotes();
const lessons = await writeLessons();
await writeWorksheets(lessons);
await copy("docs/site/style.css", "style.css");
await copy("www/icon.svg", "icon.svg");
const places = {
  package: "package/index.html",
  guide: "notes/pkg/README.html",
  crate: "crate/generative_playground/index.html",
};
const translations = Object.fromEntries(Object.keys(LANGUAGES).map((language) => [language, indexPath(language)]));
for (const language of Object.keys(LANGUAGES)) {
  const path = indexPath(language);
  const body = indexBody({ language, lessons, notes, places });
  await write(path, pageOf({ path, language, translations, title: indexTitle(language), body, playground }));
}

const broken = await brokenLinks(folder, /^[a-z]+:/.test(playground) ? undefined : playground);
const wrong = broken.filter((link) => !OPTIONAL.test(link));
if (wrong.length > 0) {
  console.error(`These links lead nowhere:\n${wrong.join("\n")}`);
  process.exitCode = 1;
}
