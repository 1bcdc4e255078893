// The page on which the documentation opens, in each language.

import { partOf } from "./course.js";
import { courseTable } from "./course-table.js";
import { lessonPath } from "./lessons.js";
import { escaped, from } from "./page.js";

const WORDS = {
  en: {
    title: "Documentation",
    lead: "Generative Playground trains an autoencoder, a variational autoencoder or a GAN live in the browser. Here is what there is to read about it.",
    lessons: "Lessons",
    lessonsLead: "A lecture in steps: each sets up an experiment, asks for one thing, and explains what was seen.",
    minutes: "{count} minutes",
    developers: "For developers",
    package: "The npm package",
    packageGuide: "what it is for, with recipes",
    packageReference: "its reference: every function, class and type",
    crate: "The Rust crate",
    crateReference: "its reference",
    notes: "Notes",
  },
  sv: {
    title: "Dokumentation",
    lead: "Generative Playground tränar en autokodare, en variationell autokodare eller en GAN direkt i webbläsaren. Här finns det som går att läsa om den.",
    lessons: "Lektioner",
    lessonsLead:
      "En föreläsning i steg: varje steg ställer in ett experiment, ber om en sak och förklarar vad som hände.",
    minutes: "{count} minuter",
    developers: "För utvecklare (på engelska)",
    package: "npm-paketet",
    packageGuide: "vad det är till för, med recept",
    packageReference: "dess referens: alla funktioner, klasser och typer",
    crate: "Rust-biblioteket",
    crateReference: "dess referens",
    notes: "Anteckningar",
  },
};

/** @param {"en"|"sv"} language */
export const indexTitle = (language) => WORDS[language].title;

/** @param {string} language */
export const indexPath = (language) => (language === "en" ? "index.html" : `${language}/index.html`);

/**
 * @param {object} given
 * @param {"en"|"sv"} given.language
 * @param {import("../../www/types/lessons").Lesson[]} given.lessons
 * @param {{path: string, title: string}[]} given.notes
 * @param {Record<"package"|"guide"|"crate", string>} given.places
 */
export function indexBody({ language, lessons, notes, places }) {
  const words = WORDS[language];
  const link = (place, text) => `<a href="${from(indexPath(language), place)}">${text}</a>`;
  const path = indexPath(language);
  const lesson = (each) =>
    `<li>${link(lessonPath(each.id, language), escaped(each.title[language]))}<br />${escaped(each.aim[language])}
<p class="aside">${partOf(each, language)}. ${words.minutes.replace("{count}", each.minutes)}.</p></li>`;
  const lecture =
    lessons.length > 0
      ? `<h2>${words.lessons}</h2><p>${words.lessonsLead}</p><ol class="lessons">${lessons.map(lesson).join("\n")}</ol>
${courseTable(lessons, language, path)}`
      : "";
  return `<h1>${words.title}</h1>
<p class="aim">${words.lead}</p>
${lecture}
<h2>${words.developers}</h2>
<h3>${words.package}</h3>
<ul><li>${link(places.guide, words.packageGuide)}</li><li>${link(places.package, words.packageReference)}</li></ul>
<h3>${words.crate}</h3>
<ul><li>${link(places.crate, words.crateReference)}</li></ul>
<h3>${words.notes}</h3>
<ul lang="en">${notes.map(({ path, title }) => `<li>${link(path, escaped(title))}</li>`).join("\n")}</ul>`;
}
