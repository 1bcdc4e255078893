// Lessons are data: each can be set up, is whole in every language, and explains in few words.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, test } from "node:test";
import { readAddress } from "../../www/experiment/address.js";
import { LANGUAGES } from "../../www/languages/index.js";
import { beginningOf, hasWandered, isDone, viewOf } from "../../www/lessons/conditions.js";
import { LESSONS } from "../../www/lessons/index.js";
import { FIELDS } from "../../www/panels/controls/fields.js";
import { viewNames } from "./sources.js";

const MOST_WORDS = 60;
const read = (link) => readAddress(link);

/** Every text of a lesson. */
const textsOf = ({ title, aim, steps }) => [
  title,
  aim,
  ...steps.flatMap(({ ask, explain, guess }) => [ask, explain, ...(guess?.options ?? [])]),
];

test("there are ten at least, each of five to twenty minutes, under a name of its own", () => {
  assert.ok(LESSONS.length >= 10, `${LESSONS.length} lessons`);
  assert.equal(new Set(LESSONS.map(({ id }) => id)).size, LESSONS.length);
  for (const { id, minutes } of LESSONS) assert.ok(minutes >= 5 && minutes <= 20, id);
});

test("every file of a lesson is in the list", () => {
  const files = readdirSync(resolve(import.meta.dirname, "../../www/lessons/lessons"));
  assert.deepEqual(files.sort(), LESSONS.map(({ id }) => `${id}.json`).sort());
});

for (const lesson of LESSONS) {
  const { id, steps } = lesson;
  describe(`the lesson ${id}`, () => {
    test("says everything in every language, and differently", () => {
      for (const text of textsOf(lesson)) {
        assert.deepEqual(Object.keys(text).sort(), Object.keys(LANGUAGES).sort());
        for (const words of Object.values(text)) assert.match(words, /\p{L}/u);
        if (/\s/.test(text.en)) assert.notEqual(text.en, text.sv);
      }
    });

    test(`explains in at most ${MOST_WORDS} words`, () => {
      for (const { explain } of steps) {
        for (const words of Object.values(explain)) {
          const count = words.trim().split(/\s+/).length;
          assert.ok(count <= MOST_WORDS, `${count} words: ${words}`);
        }
      }
    });

    test("begins with an experiment, and sets up what can be", () => {
      assert.ok(steps[0].link, "the first step sets something up");
      for (const [at, { link }] of steps.entries()) {
        if (link) assert.ok(read(link), `step ${at + 1}: the address names no experiment`);
      }
      for (const at of steps.keys()) assert.ok(beginningOf(lesson, at, read).family);
    });

    test("names views, fields and answers that there are", () => {
      const names = FIELDS.map(({ name }) => name);
      for (const [at, { done, view, guess, solution = {} }] of steps.entries()) {
        if (view) assert.ok(viewNames().includes(view), view);
        assert.ok(viewOf(lesson, at), `step ${at + 1} is to be seen somewhere`);
        if (done.kind === "view") assert.ok(viewNames().includes(done.id), done.id);
        if (done.kind === "setting") assert.ok(names.includes(done.field), done.field);
        if (done.kind === "measure") assert.ok(`measures.${done.name}` in LANGUAGES.en, done.name);
        assert.equal(done.kind === "guess", guess !== undefined, "a guess is what its step waits for");
        if (guess?.kind === "choose") assert.ok(guess.options[guess.answer]);
        if (guess?.kind === "number") assert.ok(`measures.${guess.measure}` in LANGUAGES.en, guess.measure);
        for (const name of Object.keys(solution)) assert.ok(names.includes(name), name);
      }
    });

    test("ends with a task that needs a choice of settings, which is not done already", () => {
      const { done, solution } = steps.at(-1);
      assert.ok(["setting", "measure"].includes(done.kind), done.kind);
      if (done.kind === "measure") assert.ok(Object.keys(solution ?? {}).length > 0, "a way to do it is known");
    });

    test("asks for no setting that is there already", () => {
      for (const [at, { done }] of steps.entries()) {
        if (done.kind !== "setting") continue;
        const state = beginningOf(lesson, at, read);
        assert.equal(isDone(done, { state }), false, `step ${at + 1}`);
        assert.equal(hasWandered(lesson, at, { ...state, [done.field]: done.is?.[0] ?? 0 }, state), false);
      }
    });
  });
}

test("what is asked for later begins where it was asked for before, and all else is a wandering", () => {
  const ask = { en: "", sv: "" };
  const lesson = {
    steps: [
      { link: "#family=autoencoder", ask, done: { kind: "setting", field: "code", is: [2] } },
      { link: null, ask, done: { kind: "paused" } },
      { link: "#family=autoencoder&code=8", ask, done: { kind: "paused" } },
    ],
  };
  assert.equal(beginningOf(lesson, 0, read).code, 32);
  assert.equal(beginningOf(lesson, 1, read).code, 2);
  assert.equal(beginningOf(lesson, 2, read).code, 8);
  const beginning = beginningOf(lesson, 1, read);
  assert.equal(hasWandered(lesson, 1, { ...beginning, code: 5 }, beginning), false);
  assert.equal(hasWandered(lesson, 1, { ...beginning, engine: "cpu" }, beginning), false);
  assert.equal(hasWandered(lesson, 1, { ...beginning, seed: 5 }, beginning), true);
  assert.equal(hasWandered(lesson, 2, { ...beginning, code: 5 }, beginningOf(lesson, 2, read)), true);
});

test("each kind of condition is met by what it names, and by nothing less", () => {
  const now = {
    state: { code: 8 },
    trained: 100,
    playing: true,
    view: "one",
    pressed: new Set(["#a"]),
    measures: new Map([["modes", 5]]),
    guessed: false,
  };
  const met = [
    { kind: "trained", steps: 100 },
    { kind: "view", id: "one" },
    { kind: "setting", field: "code", is: [2, 8] },
    { kind: "setting", field: "code", above: 7, below: 9 },
    { kind: "measure", name: "modes", above: 4 },
    { kind: "pressed", on: "#a" },
  ];
  const unmet = [
    { kind: "trained", steps: 101 },
    { kind: "paused" },
    { kind: "view", id: "other" },
    { kind: "setting", field: "code", is: [2] },
    { kind: "setting", field: "code", above: 8 },
    { kind: "measure", name: "modes", above: 5 },
    { kind: "measure", name: "unmeasured", above: 0 },
    { kind: "pressed", on: "#b" },
    { kind: "guess" },
  ];
  for (const done of met) assert.equal(isDone(done, now), true, JSON.stringify(done));
  for (const done of unmet) assert.equal(isDone(done, now), false, JSON.stringify(done));
});
