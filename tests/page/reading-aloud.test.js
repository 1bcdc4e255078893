// What the wall says when it is read: each number in its plural, what is missing, and whether the classifier is surer.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { experimentOf } from "../../www/experiment/rules.js";
import { setLanguage } from "../../www/languages/index.js";
import { Readings } from "../../www/views/wall/readings.js";
import { canBeRead, sentenceOf } from "../../www/views/wall/sentence.js";

/** @param {object} part of its state */
const experiment = (part) =>
  experimentOf(
    /** @type {any} */ ({ family: "variational", dataset: "mnist-small", only: [], condition: "none", ...part }),
  );

const DIGITS = experiment({});
const reading = { step: 1200, count: 120, counts: [10, 23, 12, 11, 0, 1, 14, 15, 12, 13], unclear: 9 };

/** @param {string} language @param {() => string} said */
function inLanguage(language, said) {
  setLanguage(language);
  return said().replaceAll("\u00a0", " ");
}
after(() => setLanguage("en"));

test("numbers, one of a kind, and a kind that is missing", () => {
  assert.equal(
    inLanguage("en", () => sentenceOf(reading, { is: "surer", steps: 500 }, DIGITS)),
    "120 made digits at step 1,200, counted by a classifier: 10 zeros, 23 ones, 12 twos, 11 threes, no fours, one five, 14 sixes, 15 sevens, 12 eights, 13 nines, 9 unclear; surer than 500 steps ago.",
  );
  assert.equal(
    inLanguage("sv", () => sentenceOf(reading, { is: "less-sure", steps: 500 }, DIGITS)),
    "120 skapade siffror vid steg 1 200, räknade av en klassificerare: 10 nollor, 23 ettor, 12 tvåor, 11 treor, inga fyror, en femma, 14 sexor, 15 sjuor, 12 åttor, 13 nior, 9 oklara; osäkrare än för 500 steg sedan.",
  );
});

test("many kinds that are missing are not told one by one", () => {
  const collapsed = { step: 5, count: 60, counts: [0, 59, 0, 0, 0, 0, 0, 0, 0, 0], unclear: 1 };
  assert.match(
    inLanguage("en", () => sentenceOf(collapsed, null, DIGITS)),
    /: 59 ones, no others, 1 unclear\.$/,
  );
  assert.match(
    inLanguage("sv", () => sentenceOf(collapsed, null, DIGITS)),
    /: 59 ettor, inga andra, 1 oklar\.$/,
  );
  const nothing = { ...collapsed, counts: Array(10).fill(0), unclear: 60 };
  assert.match(
    inLanguage("en", () => sentenceOf(nothing, null, DIGITS)),
    /: all unclear\.$/,
  );
});

test("what was not asked for, or not learnt, is not missed", () => {
  const fours = { step: 5, count: 60, label: 4, counts: [0, 0, 0, 0, 58, 0, 0, 0, 0, 2], unclear: 0 };
  assert.match(
    inLanguage("en", () => sentenceOf(fours, null, DIGITS)),
    /^60 made digits at step 5 \(only fours asked for\), .*: 58 fours, 2 nines, none unclear\.$/,
  );
  const { label, ...all } = fours;
  assert.match(
    inLanguage("en", () => sentenceOf(all, null, experiment({ only: [4, 7] }))),
    /: 58 fours, no sevens, 2 nines, none unclear\.$/,
  );
});

test("only pictures that the classifier knows can be read", () => {
  assert.ok(canBeRead(DIGITS));
  for (const dataset of ["fashion-small", "letters", "own", "ring"]) {
    assert.ok(!canBeRead(experiment({ dataset })), dataset);
  }
});

test("an earlier reading of the same wall is compared with, and a small difference is none", () => {
  const readings = new Readings();
  const counted = (/** @type {number} */ step, /** @type {number} */ unclear, part = {}) => {
    const next = { step, count: 120, counts: Array(10).fill(0), unclear, ...part };
    readings.add(next);
    return readings.change(next);
  };
  assert.equal(counted(100, 80), null, "the first");
  assert.equal(counted(199, 20), null, "too few steps ago");
  assert.deepEqual(counted(600, 40), { is: "surer", steps: 500 });
  assert.deepEqual(counted(700, 30), { is: "as-sure", steps: 501 });
  assert.deepEqual(counted(1100, 70), { is: "less-sure", steps: 500 });
  assert.equal(counted(1200, 70, { label: 4 }), null, "another label");
  assert.equal(counted(1300, 70, { count: 60 }), null, "another size");
  assert.equal(readings.of({ step: 600, count: 120 })?.unclear, 40);
  assert.equal(readings.of({ step: 601, count: 120 }), undefined);
});
