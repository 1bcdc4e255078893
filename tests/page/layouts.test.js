// Views fit the room they are given, with whole pictures on whole pixels of the screen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { cellUnder, extent, NARROW, rowTop } from "../../www/views/drawing/layout.js";
import { cellOf, extentFor, gridPlaces, mapLayout, placeAt, RESAMPLED } from "../../www/views/map/places.js";
import { pairsLayout } from "../../www/views/pairs/layout.js";
import { wallLayout } from "../../www/views/wall/layout.js";

const ROOMS = [320, 358, 519, 520, 700, 860, 1100, 1900, 3400].flatMap((width) =>
  [1, 1.5, 2, 3].map((density) => ({ width, height: 480, density })),
);

/** @param {number} scale @param {number} density */
function assertCrisp(scale, density) {
  assert.ok(Number.isInteger(Math.round(scale * density * 1e6) / 1e6) && scale * density >= 1, `${scale} is not crisp`);
}

for (const { width, height, density } of ROOMS) {
  const room = `${width} by ${height} at density ${density}`;

  test(`the wall fits ${room}`, () => {
    const { made, real, scale } = wallLayout(width, height, density);
    assertCrisp(scale, density);
    const [left, right] = [extent(made), extent(real)];
    if (width < NARROW) assert.ok(left.width * scale <= width && right.width * scale <= width);
    else {
      assert.ok((left.width + right.width) * scale + 14 <= width);
      assert.ok(left.height * scale <= height);
    }
  });

  for (const group of [2, 3]) {
    test(`examples in ${group} rows fit ${room}`, () => {
      const { grid, scale } = pairsLayout(width, height, group, density);
      assertCrisp(scale, density);
      assert.equal(grid.rows % group, 0);
      const size = extent(grid);
      assert.ok(size.width * scale <= (width < NARROW ? width : width - 112), `${size.width * scale} wide`);
      if (width >= NARROW) assert.ok(size.height * scale <= height, `${size.height * scale} high`);
    });
  }

  test(`the map and its grid fit ${room}`, () => {
    const { side, scale } = mapLayout(width, height, density);
    assertCrisp(scale, density);
    assert.ok(side * 28 * scale * (width < NARROW ? 1 : 2) + (width < NARROW ? 0 : 24) <= width);
  });

  test(`what is resampled fits beside the pairs in ${room}`, () => {
    const { side, scale, strip, resampled, stripScale } = mapLayout(width, height, density, true);
    const most = width < NARROW ? width : side * 28 * scale;
    for (const grid of [strip, resampled]) assert.ok(extent(grid).width * stripScale <= most);
    assert.ok(resampled.columns * resampled.rows >= RESAMPLED);
  });
}

test("a press finds the cell it is on, also behind the space between groups", () => {
  const grid = { columns: 5, rows: 6, gap: 1, group: 3, between: 8 };
  for (let row = 0; row < grid.rows; row++) {
    for (let column = 0; column < grid.columns; column++) {
      assert.deepEqual(cellUnder(grid, column * 29 + 27, rowTop(grid, row) + 27), { column, row });
    }
  }
  assert.deepEqual(cellUnder(grid, 1e4, 1e4), { column: 4, row: 5 });
  assert.deepEqual(cellUnder(grid, -3, -3), { column: 0, row: 0 });
});

test("a place on the map lies in the cell of the grid that was decoded for it", () => {
  const side = 6;
  const places = gridPlaces(side);
  for (let cell = 0; cell < side * side; cell++) {
    assert.equal(cellOf([places[2 * cell], places[2 * cell + 1]], side), cell);
  }
  assert.equal(cellOf(placeAt(2, 2), side), side * side - 1);
  assert.equal(cellOf(placeAt(-1, -1), side), 0);
});

test("the map reaches as far as nearly all codes, and shrinks only where they need less than half of it", () => {
  const dots = (furthest) => Array.from({ length: 200 }, (_, index) => (index % 2 ? furthest : -furthest));
  assert.equal(extentFor([], 3), 3);
  assert.equal(extentFor(dots(2.5), 3), 3);
  assert.equal(extentFor(dots(3.5), 3), 4);
  assert.equal(extentFor(dots(3.5), 6), 6);
  assert.equal(extentFor(dots(3.5), 8), 4);
  assert.equal(extentFor([...dots(2.5), 90], 3), 3, "one alone lies far out");
  assert.equal(cellOf([7, -7], 4, 8), 15);
});
