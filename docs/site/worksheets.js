// For each lesson a sheet to print, and behind it what a teacher needs: the aim, the time, the answers.

import en from "../../www/languages/en.js";
import sv from "../../www/languages/sv.js";
import { areasOf, partOf, whoseAreas } from "./course.js";
import { escaped } from "./page.js";
import { momentsOf, picturePath } from "./runs.js";

/** What the page says. */
const MESSAGES = { en, sv };
const WORDS = {
  en: {
    sheet: "Worksheet",
    name: "Name",
    date: "Date",
    after: "After {count} steps",
    changed: "What has changed, and why?",
    sketch: "Sketch the loss from step 0 to {count}, before you run it:",
    number: "My guess: ______ of {most}. After {count} steps it was: ______",
    notes: "What I saw:",
    key: "For the teacher",
    aim: "Aim",
    time: "Time",
    minutes: "{count} minutes, and as long again for talking about it.",
    lecture: "In the lecture",
    course: "In the course AI 1",
    need: "What is needed",
    needs:
      "A browser on any computer, tablet or phone, and the link of the lesson. No account, no installation; nothing is sent from the machine. Without a network: the page as one file.",
    right: "Right answer: {answer}",
    found: "In this run: {answer}",
    curve: "In this run the loss fell like this:",
    pupils:
      "The pictures and answers are of this very run: its seed is in the lesson, and a pupil who chooses the engine “Same on every machine” gets the same.",
    task: "A task: many answers are right. One: {answer}",
  },
  sv: {
    sheet: "Arbetsblad",
    name: "Namn",
    date: "Datum",
    after: "Efter {count} steg",
    changed: "Vad har ändrats, och varför?",
    sketch: "Skissa förlusten från steg 0 till {count}, innan du kör:",
    number: "Min gissning: ______ av {most}. Efter {count} steg blev det: ______",
    notes: "Det här såg jag:",
    key: "För läraren",
    aim: "Syfte",
    time: "Tid",
    minutes: "{count} minuter, och lika länge till för att prata om det.",
    lecture: "I föreläsningen",
    course: "I kursen AI 1",
    need: "Det som behövs",
    needs:
      "En webbläsare på vilken dator, platta eller telefon som helst, och lektionens länk. Inget konto och ingen installation; ingenting skickas från maskinen. Utan nätverk: sidan som en enda fil.",
    right: "Rätt svar: {answer}",
    found: "I den här körningen: {answer}",
    curve: "I den här körningen sjönk förlusten så här:",
    pupils:
      "Bilderna och svaren är från just den här körningen: dess slumpfrö finns i lektionen, och den elev som väljer beräkning ”Lika på alla maskiner” får detsamma.",
    task: "En uppgift: många svar är rätta. Ett: {answer}",
  },
};

/** @param {string} text @param {Record<string, string|number>} values */
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => `${values[name]}`);

const lines = (count) => '<p class="blank"></p>'.repeat(count);

/** @param {string} id @param {string} language */
export const worksheetPath = (id, language) => `${language === "en" ? "" : `${language}/`}worksheets/${id}.html`;

/**
 * @param {import("../../www/types/lessons").Lesson} lesson
 * @param {"en"|"sv"} language
 * @param {Map<number, string>} measured by the place of a step
 */
export function worksheetBody(lesson, language, measured) {
  const words = WORDS[language];
  const { id, title, aim, minutes, steps } = lesson;
  const up = language === "en" ? "../" : "../../";
  const picture = (index, moment, alt) =>
    `<figure><img src="${up}${picturePath(id, index, moment, language)}" alt="${escaped(alt)}" /><figcaption>${escaped(alt)}</figcaption></figure>`;
  const after = (index) => (moment) => picture(index, moment, filled(words.after, { count: moment }));

  const question = (step, index) => {
    const { guess } = step;
    const moments = momentsOf(step);
    if (guess?.kind === "choose") {
      return `<ul class="options">${guess.options.map((option) => `<li>${escaped(option[language])}</li>`).join("")}</ul>`;
    }
    if (guess?.kind === "sketch") {
      return `<p>${filled(words.sketch, { count: guess.steps })}</p><div class="axes"></div>`;
    }
    if (guess?.kind === "number") return `<p>${filled(words.number, { count: guess.steps, most: guess.most })}</p>`;
    if (moments.length > 0) {
      return `<div class="pictures">${moments.map(after(index)).join("")}</div><p>${words.changed}</p>${lines(2)}`;
    }
    return `<p>${words.notes}</p>${lines(2)}`;
  };

  const answer = (step, index) => {
    const { guess, solution, explain } = step;
    const told = [];
    if (guess?.kind === "choose") told.push(filled(words.right, { answer: guess.options[guess.answer][language] }));
    if (measured.has(index)) told.push(filled(words.found, { answer: measured.get(index) }));
    if (solution) {
      const written = (value) =>
        [value]
          .flat()
          .map((each) => Number(each).toLocaleString(language))
          .join(", ");
      const settings = Object.entries(solution).map(
        ([name, value]) => `${MESSAGES[language][`settings.${name}`]}: ${written(value)}`,
      );
      told.push(filled(words.task, { answer: settings.join(", ") }));
    }
    const curve = guess?.kind === "sketch" ? picture(index, "curve", words.curve) : "";
    const outcome = guess ? momentsOf(step).slice(-1).map(after(index)).join("") : "";
    const seen = curve || outcome ? `<div class="pictures">${curve}${outcome}</div>` : "";
    return `<li>${told.map((text) => `<p><strong>${escaped(text)}</strong></p>`).join("")}<p>${escaped(explain[language])}</p>${seen}</li>`;
  };

  return `<section class="sheet">
<h1>${words.sheet}: ${escaped(title[language])}</h1>
<p class="who">${words.name}: <span></span> ${words.date}: <span></span></p>
<ol class="steps">${steps.map((step, index) => `<li><p>${escaped(step.ask[language])}</p>${question(step, index)}</li>`).join("\n")}</ol>
</section>
<section class="key">
<h2>${words.key}: ${escaped(title[language])}</h2>
<dl><dt>${words.aim}</dt><dd>${escaped(aim[language])}</dd>
<dt>${words.time}</dt><dd>${filled(words.minutes, { count: minutes })}</dd>
<dt>${words.lecture}</dt><dd>${partOf(lesson, language)}.</dd>
<dt>${words.course}</dt><dd>${areasOf(lesson, language)}<p class="aside">${whoseAreas(language)}</p></dd>
<dt>${words.need}</dt><dd>${words.needs}</dd></dl>
<p class="aside">${words.pupils}</p>
<ol class="steps">${steps.map(answer).join("\n")}</ol>
</section>`;
}
