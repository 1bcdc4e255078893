// Labels of a person's own pictures: what a name becomes, and how the pictures are parted by them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { classesOf, labelsIn, nameLabels, partsOf } from "../../www/experiment/own-labels.js";
import { hasWords, say } from "../../www/languages/index.js";
import { cleanLabel, folderLabel } from "../../www/pictures/labels.js";

test("a picture's label is the folder that it lies in, however that is written", () => {
  assert.equal(folderLabel("pets/cats/1.png"), "cats");
  assert.equal(folderLabel("pets\\cats\\1.png"), "cats");
  assert.equal(folderLabel("1.png"), "");
  for (const path of ["../1.png", "a/../1.png", "./1.png", "/1.png"]) assert.equal(folderLabel(path), "", path);
});

test("a label is plain text of one line, not too long, and can be a folder's name again", () => {
  assert.equal(cleanLabel("  a\n\tb\u202e  "), "a b");
  assert.equal(cleanLabel("x".repeat(5000)).length, 40);
  assert.equal(cleanLabel("👩‍🚀"), "👩‍🚀");
  for (const text of ["1/2", "a\\b", "..", ".hidden", "e\u0301", "<b>"]) {
    const label = cleanLabel(text);
    assert.equal(folderLabel(`${label}/1.png`), label, text);
  }
});

test("numbers are in their order, and those without a label come last", () => {
  assert.deepEqual(labelsIn(["10", "", "9", "b", "10"]), ["9", "10", "b", ""]);
});

test("a name that looks like words of the page, or like what every object has, is said as it stands", () => {
  const names = ["page.title", "constructor", "{count}"];
  nameLabels("hostile", names);
  const classes = classesOf({ dataset: "own", own: "hostile" });
  assert.deepEqual(classes.map((key) => say(key, { count: 3 })).sort(), [...names].sort());
  assert.ok(classes.every(hasWords));
});

test("with one label there is nothing to tell apart", () => {
  nameLabels("one", ["a", "a"]);
  assert.deepEqual(classesOf({ dataset: "own", own: "one" }), []);
  assert.deepEqual(classesOf({ dataset: "own", own: "never brought" }), []);
});

test("without labels every tenth is kept apart, or the last of a few", () => {
  const parts = (count) => partsOf(Array(count).fill("")).test;
  assert.deepEqual(parts(25), [9, 19]);
  assert.deepEqual(parts(5), [4]);
});

test("something of every label is learnt from, however few there are of it", () => {
  for (const labels of [
    ["a", "b", "c", "d"],
    [..."aaaab"],
    [..."abcdefghijklmnopqrstuvwxyz"],
    Array.from({ length: 60 }, (_, index) => String(index % 20)),
  ]) {
    const { training, test: apart } = partsOf(labels);
    assert.equal(training.length + apart.length, labels.length);
    assert.ok(apart.length > 0);
    const learnt = new Set(training.map((index) => labels[index]));
    const doubled = labels.filter((label) => labels.indexOf(label) !== labels.lastIndexOf(label));
    for (const label of doubled) assert.ok(learnt.has(label), `${label} of ${labels}`);
  }
});
