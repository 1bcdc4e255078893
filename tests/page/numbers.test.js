// Numbers as people type them, and as the arrow keys step through them.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { neighbour, readLocalNumber } from "../../www/panels/controls/number-field.js";

describe("a number that is typed", () => {
  for (const [text, value] of [
    ["0.001", 0.001],
    ["0,001", 0.001],
    [",5", 0.5],
    ["-5", -5],
    ["-0,5", -0.5],
    ["+2", 2],
    ["1e-3", 0.001],
    ["1,5e-3", 0.0015],
    [" 64 ", 64],
    ["1.000", 1],
    ["0,125", 0.125],
    ["1,5", 1.5],
    ["1000", 1000],
  ]) {
    test(`"${text}" is ${value}`, () => assert.equal(readLocalNumber(text), value));
  }

  // A thousand in one language and one in another; two separators; no number at all.
  for (const text of ["1,000", "12,345", "-1,000", "1,000,000", "1.000,5", "1,000.5", "1,2,3", "5 000", "", "abc"]) {
    test(`"${text}" is left as it was typed`, () => assert.equal(readLocalNumber(text), text));
  }
});

describe("the arrow keys", () => {
  const rates = { steps: [0.00001, 0.0001, 0.0002, 0.0005, 0.001, 0.01, 1], least: 1e-6, most: 1 };

  test("go to the neighbour among the steps that the library names", () => {
    assert.equal(neighbour(0.0005, -1, rates), 0.0002);
    assert.equal(neighbour(0.0005, 1, rates), 0.001);
    assert.equal(neighbour(0.0003, 1, rates), 0.0005);
    assert.equal(neighbour(0.0003, -1, rates), 0.0002);
  });

  test("stay at the ends of the steps", () => {
    assert.equal(neighbour(1, 1, rates), 1);
    assert.equal(neighbour(0.00001, -1, rates), 0.00001);
    assert.equal(neighbour(1e-6, 1, rates), 0.00001);
  });

  test("go by ones where there are no steps, and never out of the range", () => {
    const code = { least: 1, most: 64 };
    assert.equal(neighbour(8, 1, code), 9);
    assert.equal(neighbour(8, -1, code), 7);
    assert.equal(neighbour(1, -1, code), 1);
    assert.equal(neighbour(64, 1, code), 64);
  });

  test("come to the same value again by the way back", () => {
    for (const value of rates.steps.slice(1, -1)) {
      assert.equal(neighbour(neighbour(value, 1, rates), -1, rates), value);
    }
  });
});
