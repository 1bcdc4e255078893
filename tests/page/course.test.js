// Lessons as a teacher plans with them: each belongs to a part of the lecture and serves areas of the course AI 1, told in few
// words of our own.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import AREAS from "../../docs/site/course.json" with { type: "json" };
import { indexBody } from "../../docs/site/index-page.js";
import { worksheetBody } from "../../docs/site/worksheets.js";
import { LANGUAGES } from "../../www/languages/index.js";
import { LESSONS } from "../../www/lessons/index.js";
import LECTURE from "../../www/lessons/lecture.json" with { type: "json" };

/** In words: a name stands over a column or in a line of its own, the others in a sentence. */
const MOST = { brief: 2, title: 6, about: 22, course: 16 };
const PLACES = { package: "package/index.html", guide: "notes/guide.html", crate: "crate/index.html" };

const ids = (list) => list.map(({ id }) => id);

/** Every text, with how long it may be. */
const texts = [
  ...LECTURE.map(({ title }) => ({ text: title, most: MOST.title })),
  ...AREAS.flatMap((area) => ["title", "brief", "about"].map((name) => ({ text: area[name], most: MOST[name] }))),
  ...LESSONS.flatMap(({ course }) => Object.values(course).map((text) => ({ text, most: MOST.course }))),
];

/** As it stands in a page. */
const written = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);

test("the lecture's parts are those of the lessons, in the same order", () => {
  assert.deepEqual([...new Set(LESSONS.map(({ lecture }) => lecture))], ids(LECTURE));
});

test("each lesson serves areas that there are, and each area is served", () => {
  for (const { id, course } of LESSONS) {
    assert.ok(Object.keys(course).length > 0, id);
    for (const area of Object.keys(course)) assert.ok(ids(AREAS).includes(area), `${id}: ${area}`);
  }
  for (const area of ids(AREAS))
    assert.ok(
      LESSONS.some(({ course }) => area in course),
      area,
    );
});

test("every text is in both languages, in few words, and quotes nobody", () => {
  for (const { text, most } of texts) {
    assert.deepEqual(Object.keys(text).sort(), Object.keys(LANGUAGES).sort());
    for (const words of Object.values(text)) {
      assert.match(words, /\p{L}/u);
      assert.doesNotMatch(words, /["“”„«»]/);
      const count = words.trim().split(/\s+/).length;
      assert.ok(count <= most, `${count} words, of ${most}: ${words}`);
    }
  }
});

for (const language of Object.keys(LANGUAGES)) {
  describe(`in ${language}`, () => {
    const index = indexBody({ language, lessons: LESSONS, notes: [], places: PLACES });

    test("the index has a row for each lesson, marked under what it serves, and says whose the areas are", () => {
      assert.match(index, /Skolverket/);
      const rows = index.split("<tr>").slice(2);
      assert.equal(rows.length, LESSONS.length);
      for (const [place, { title, course }] of LESSONS.entries()) {
        assert.ok(rows[place].includes(written(title[language])));
        const marks = [...rows[place].matchAll(/<td>(.*?)<\/td>/g)].map(([, mark]) => mark !== "");
        assert.deepEqual(
          marks,
          ids(AREAS).map((area) => area in course),
        );
      }
      for (const { about } of AREAS) assert.ok(index.includes(written(about[language])));
    });

    for (const lesson of LESSONS) {
      test(`the answers to ${lesson.id} say what of it serves what, and whose the areas are`, () => {
        const [sheet, key] = worksheetBody(lesson, language, new Map()).split('<section class="key">');
        const part = LECTURE.find(({ id }) => id === lesson.lecture);
        assert.ok(key.includes(written(part.title[language])));
        assert.match(key, /Skolverket/);
        for (const text of Object.values(lesson.course)) {
          assert.ok(key.includes(written(text[language])), text[language]);
          assert.ok(!sheet.includes(written(text[language])), "that is for the teacher");
        }
      });
    }
  });
}
