// A page for each lesson of the playground and each language: what it is for, and its steps, each with a link that opens it.

import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { partOf } from "./course.js";
import { escaped, from, LANGUAGES } from "./page.js";
import { worksheetPath } from "./worksheets.js";

const WORDS = {
  en: {
    minutes: "minutes",
    open: "Open step {step}",
    explain: "What it shows",
    sheet: "Worksheet and answers, to print",
  },
  sv: {
    minutes: "minuter",
    open: "Öppna steg {step}",
    explain: "Vad det visar",
    sheet: "Arbetsblad och svar, att skriva ut",
  },
};

/** @param {string} index the module that lists them @returns {Promise<import("../../www/types/lessons").Lesson[]>} */
export async function readLessons(index) {
  return existsSync(index) ? (await import(pathToFileURL(index).href)).LESSONS : [];
}

/** @param {string} id @param {string} language */
export const lessonPath = (id, language) => `${language === "en" ? "" : `${language}/`}lessons/${id}.html`;

/** Where it lies in each language. @param {string} id */
export const lessonPaths = (id) =>
  Object.fromEntries(Object.keys(LANGUAGES).map((language) => [language, lessonPath(id, language)]));

/**
 * @param {import("../../www/types/lessons").Lesson} lesson
 * @param {"en"|"sv"} language
 * @param {string} playground where the page lies, from the folder of all
 */
export function lessonBody(lesson, language, playground) {
  const { id, title, aim, minutes, steps } = lesson;
  const words = WORDS[language];
  const step = ({ ask, guess, explain }, index) => {
    const link = `${from(lessonPath(id, language), playground)}#lesson=${id}&at=${index + 1}&language=${language}`;
    const options = (guess?.options ?? []).map((option) => `<li>${escaped(option[language])}</li>`).join("");
    return `<li>
<p>${escaped(ask[language])}</p>
${options && `<ul>${options}</ul>`}
<details><summary>${words.explain}</summary><p>${escaped(explain[language])}</p></details>
<p><a class="open" href="${escaped(link)}">${words.open.replace("{step}", `${index + 1}`)}</a></p>
</li>`;
  };
  return `<h1>${escaped(title[language])}</h1>
<p class="aim">${escaped(aim[language])}</p>
<p class="aside">${partOf(lesson, language)}. ${minutes} ${words.minutes}.</p>
<p><a class="open" href="${from(lessonPath(id, language), worksheetPath(id, language))}">${words.sheet}</a></p>
<ol class="steps">${steps.map(step).join("\n")}</ol>`;
}
