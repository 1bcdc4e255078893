// All lessons by all areas of the course AI 1, for whoever plans a term.

import { whoseAreas } from "./course.js";
import AREAS from "./course.json" with { type: "json" };
import { escaped, from } from "./page.js";
import { worksheetPath } from "./worksheets.js";

const WORDS = {
  en: {
    title: "The lessons and the course AI 1",
    lead: "Which lesson serves which area of Artificial intelligence, AI 1 (100 points), of the natural science and technology programmes in Swedish upper-secondary schools. Each leads to its worksheet, which says by what.",
    touched: "Search and history are only touched on in the lessons: the course needs more of both.",
    lesson: "Lesson",
    yes: "yes",
    areas: "The areas",
  },
  sv: {
    title: "Lektionerna och kursen AI 1",
    lead: "Vilken lektion som hör till vilket område av Artificiell intelligens, AI 1 (100 poäng), på gymnasiets naturvetenskaps- och teknikprogram. Varje lektion leder till sitt arbetsblad, där det står på vilket sätt.",
    touched: "Sökning och historia snuddar lektionerna bara vid: kursen behöver mer av båda.",
    lesson: "Lektion",
    yes: "ja",
    areas: "Områdena",
  },
};

/**
 * @param {import("../../www/types/lessons").Lesson[]} lessons
 * @param {"en"|"sv"} language
 * @param {string} path of the page that it stands on
 */
export function courseTable(lessons, language, path) {
  const words = WORDS[language];
  const mark = `<td><span role="img" aria-label="${words.yes}">●</span></td>`;
  const heads = AREAS.map(({ brief }) => `<th scope="col"><span>${escaped(brief[language])}</span></th>`);
  const row = ({ id, title, course }) => {
    const link = `<a href="${from(path, worksheetPath(id, language))}">${escaped(title[language])}</a>`;
    const cells = AREAS.map((area) => (area.id in course ? mark : "<td></td>"));
    return `<tr><th scope="row">${link}</th>${cells.join("")}</tr>`;
  };
  const areas = AREAS.map(
    ({ title, brief, about }) =>
      `<dt>${escaped(brief[language])}: ${escaped(title[language])}</dt><dd>${escaped(about[language])}</dd>`,
  );
  return `<h2 id="course">${words.title}</h2>
<p>${words.lead}</p>
<table class="course">
<thead><tr><th scope="col">${words.lesson}</th>${heads.join("")}</tr></thead>
<tbody>
${lessons.map(row).join("\n")}
</tbody>
</table>
<h3>${words.areas}</h3>
<p>${whoseAreas(language)} ${words.touched}</p>
<dl>${areas.join("\n")}</dl>`;
}
