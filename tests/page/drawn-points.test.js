// Points that a person draws or pastes: nothing is lost in the text of the address, and what is no point is told.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { canBePacked, MOST_DRAWN, packPoints, unpackPoints } from "../../www/experiment/drawn-points.js";
import { readColumns } from "../../www/experiment/two-columns.js";

describe("drawn points", () => {
  test("come back from their text as they lie in the plane, and the same once more", () => {
    const points = Float32Array.from({ length: 2 * MOST_DRAWN }, (_, index) => 3 * Math.sin(index));
    const text = packPoints(points);
    assert.match(text, /^[\w-]+$/);
    const again = unpackPoints(text);
    assert.equal(again.length, points.length);
    for (const [index, value] of points.entries()) assert.ok(Math.abs(again[index] - value) < 0.013);
    assert.equal(packPoints(again), text);
    assert.ok(canBePacked(again));
    assert.ok(!canBePacked(points));
  });

  test("beyond the plane are put at its edge", () => {
    assert.deepEqual([...unpackPoints(packPoints([100, -100]))], [3, -3]);
  });

  test("are some to begin with", () => {
    assert.ok(unpackPoints("").length > 20);
  });

  for (const [what, text] of [
    ["half a point", packPoints([1])],
    ["a word with other letters", "häst"],
    ["a text that is cut off", "A"],
    ["too many", packPoints(new Float32Array(2 * MOST_DRAWN + 2))],
    ["markup", "<img src=x>"],
  ]) {
    test(`are refused where the text is ${what}`, () => {
      assert.throws(() => unpackPoints(text), { code: "drawing-unreadable" });
    });
  }
});

describe("two columns", () => {
  const square = [-2, -2, 2, -2, 2, 2, -2, 2];
  for (const [how, text] of [
    ["by commas", "0,0\n1,0\n1,1\n0,1"],
    ["by commas and blanks", "0, 0\n1, 0\n1, 1\n0, 1"],
    ["by tabs, with decimal commas", "0,5\t0,5\n1,5\t0,5\n1,5\t1,5\n0,5\t1,5\n"],
    ["by semicolons, with decimal commas", "0,5;0,5\r\n1,5;0,5\r\n1,5;1,5\r\n0,5;1,5"],
    ["by blanks, with names above and empty lines between", "x y\n\n1e3 1e3\n2e3 1e3\n\n2e3 2e3\n1e3 2e3"],
  ]) {
    test(`are read ${how}, and fill the plane`, () => assert.deepEqual([...readColumns(text)], square));
  }

  test("of one point lie in the middle", () => assert.deepEqual([...readColumns("7 9")], [0, 0]));

  test("of more points than there is room for are thinned out evenly", () => {
    const many = Array.from({ length: 10 * MOST_DRAWN }, (_, index) => `${index} 0`).join("\n");
    const points = readColumns(many);
    assert.equal(points.length, 2 * MOST_DRAWN);
    assert.ok(points[0] === -2 && points[points.length - 2] > 1.9);
  });

  for (const [what, text, code, line] of [
    ["nothing", " \n", "columns-empty"],
    ["names alone", "x y", "columns-unreadable", 1],
    ["a word among numbers", "1 2\n3 four", "columns-unreadable", 2],
    ["three columns", "1 2 3", "columns-unreadable", 1],
    ["one column", "1 2\n\n3", "columns-unreadable", 3],
    ["a number without end", "1 2\nInfinity 3", "columns-unreadable", 2],
    ["a number too large", "1 2\n1e400 3", "columns-unreadable", 2],
  ]) {
    test(`are refused where there is ${what}`, () => {
      assert.throws(
        () => readColumns(text),
        (error) => error.code === code && error.values.line === line,
      );
    });
  }
});
