// Worksheets: a question and an answer for every step of every lesson, in either language, and pictures where something trains.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { momentsOf, picturePath } from "../../docs/site/runs.js";
import { worksheetBody } from "../../docs/site/worksheets.js";
import { LESSONS } from "../../www/lessons/index.js";

describe("worksheets", () => {
  for (const lesson of LESSONS) {
    for (const language of ["en", "sv"]) {
      test(`of ${lesson.id} in ${language} ask everything, and answer it behind`, () => {
        const measured = new Map(lesson.steps.map((_, index) => [index, `${index + 41}`]));
        const body = worksheetBody(lesson, language, measured);
        const [sheet, key] = body.split('<section class="key">');
        assert.equal(sheet.match(/<li><p>/g).length, lesson.steps.length);
        const [, answers] = key.split('<ol class="steps">');
        assert.equal(answers.match(/<li>/g).length, lesson.steps.length);
        assert.doesNotMatch(body, /undefined|NaN|\{\w+\}/);
        for (const [index, step] of lesson.steps.entries()) {
          assert.ok(key.includes(`${index + 41}<`), "what was measured is among the answers");
          if (step.guess?.kind === "choose") {
            const [right] = step.guess.options.slice(step.guess.answer);
            assert.ok(sheet.includes("<li>") && key.includes(escapedStart(right[language])));
          }
          if (step.guess || momentsOf(step).length === 0) continue;
          for (const moment of momentsOf(step)) {
            assert.ok(sheet.includes(picturePath(lesson.id, index, moment, language)), "a picture of that step");
          }
        }
        // What is to be found out is not on the sheet.
        for (const { explain } of lesson.steps) assert.ok(!sheet.includes(escapedStart(explain[language])));
      });
    }
  }
});

/** As far as nothing in it is written in another way. @param {string} text */
const escapedStart = (text) => text.split(/[&<>"]/)[0];
