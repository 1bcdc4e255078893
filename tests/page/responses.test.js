// What the view of features holds: rows and units that fit their room, and answers that say what they are about.

import assert from "node:assert/strict";
import { test } from "node:test";
import { complete } from "../../www/engine/reports.js";
import { extent, NARROW } from "../../www/views/drawing/layout.js";
import { traversalLayout, unitLayout } from "../../www/views/responses/layout.js";

const WIDTHS = [320, 358, 519, 520, 700, 860, 1100, 1900];
const ROOMS = WIDTHS.flatMap((width) => [1, 1.5, 2, 3].map((density) => ({ width, height: 420, density })));
const UNITS = [1, 2, 8, 16, 64, 1024];

for (const { width, height, density } of ROOMS) {
  const room = `${width} by ${height} at density ${density}`;

  test(`rows of a traversal fit ${room}`, () => {
    for (const units of UNITS) {
      const { blocks, rows, scale } = traversalLayout(width, height, density, units);
      assert.ok(Number.isInteger(Math.round(scale * density * 1e6) / 1e6), `${scale} is not crisp`);
      const block = 34 + (7 * 29 - 1) * scale;
      assert.ok(blocks * (block + 22) - 22 <= width, `${units}: ${blocks} blocks of ${block}`);
      if (width >= NARROW) assert.ok(20 + (rows * 29 - 1) * scale <= height, `${units}: ${rows} rows`);
      assert.ok(blocks * rows >= Math.min(units, 6), `${units}: ${blocks} by ${rows}`);
      assert.ok((blocks - 1) * rows < units, "a block without a row");
    }
  });

  test(`units of a layer fit ${room}`, () => {
    for (const units of UNITS) {
      const { grid, scale } = unitLayout(width, height, density, units);
      assert.ok(grid.columns * grid.rows >= units && (grid.rows - 1) * grid.columns < units);
      assert.ok(extent(grid).width * scale <= width, `${units}: ${extent(grid).width * scale} wide`);
      assert.ok(28 * scale >= 28 / Math.max(1, density) && 28 * scale <= 84);
    }
  });
}

const FEATURES = 4;
const session = { features: FEATURES, examples: (start) => new Float32Array(FEATURES).fill(start) };

test("the pictures of a traversal come with the units that were asked for", () => {
  const pictures = new Float32Array(2 * 3 * FEATURES);
  const found = complete(session, { method: "traverse", arguments: [null, 3, [4, 1]] }, pictures);
  assert.deepEqual(found, { units: [4, 1], pictures });
});

test("pictures come with the numbers of those that excite a unit", () => {
  const found = complete(
    session,
    { method: "exciting", arguments: ["code", 3, 2] },
    { indices: [7, 2], activations: [1.5, 1] },
  );
  assert.deepEqual(found, {
    layer: "code",
    unit: 3,
    indices: [7, 2],
    activations: [1.5, 1],
    pictures: Float32Array.of(7, 7, 7, 7, 2, 2, 2, 2),
  });
});

test("a probe says from which draw of the labels it is, and other answers are left as they are", () => {
  const probed = complete(session, { method: "probe", arguments: [{ labels: 10, seed: 2 }] }, { labels: 10 });
  assert.deepEqual(probed, { labels: 10, seed: 2 });
  const codes = Float32Array.of(1, 2);
  assert.equal(complete(session, { method: "encode" }, codes), codes);
});
