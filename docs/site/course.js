// What a lesson is for, as a teacher plans: its part of the lecture, and the areas of the course AI 1 that it serves.

import LECTURE from "../../www/lessons/lecture.json" with { type: "json" };
import AREAS from "./course.json" with { type: "json" };
import { escaped } from "./page.js";

/** @typedef {import("../../www/types/lessons").Lesson} Lesson */
/** @typedef {"en"|"sv"} Language */

const PART = {
  en: "Part {number}: {title}",
  sv: "Del {number}: {title}",
};
const OURS = {
  en: "The areas are ours, in our own words: what holds is the subject’s plan at Skolverket.",
  sv: "Områdena är våra, med våra egna ord: det som gäller är ämnesplanen hos Skolverket.",
};

/** @param {Lesson} lesson @param {Language} language */
export function partOf({ lecture }, language) {
  const place = LECTURE.findIndex(({ id }) => id === lecture);
  return PART[language].replace("{number}", `${place + 1}`).replace("{title}", escaped(LECTURE[place].title[language]));
}

/** Whose the areas are. @param {Language} language */
export const whoseAreas = (language) => OURS[language];

/** What of a lesson serves each area. @param {Lesson} lesson @param {Language} language */
export function areasOf({ course }, language) {
  const served = AREAS.filter(({ id }) => id in course);
  const items = served.map(
    ({ id, title }) => `<li><b>${escaped(title[language])}</b>: ${escaped(course[id][language])}</li>`,
  );
  return `<ul class="areas">${items.join("")}</ul>`;
}
