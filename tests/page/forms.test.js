// What is told apart by colour has another form as well: points, lines, labels.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DASHES, linesOf } from "../../www/panels/losses/lines.js";

globalThis.matchMedia ??= () => ({ matches: false, addEventListener() {} });
const { drawPoints } = await import("../../www/views/plane/draw.js");
const { signsOf } = await import("../../www/views/map/signs.js");

/** What is done with a pen, in its order. */
function penned(draw) {
  const done = [];
  const pen = new Proxy({}, { get: (_, name) => () => done.push(name), set: () => true });
  draw(pen);
  return done.filter((name) => ["arc", "lineTo"].includes(name));
}

test("real points are round, made ones are triangles", () => {
  const points = Float32Array.of(0, 0, 1, 1);
  const look = { colour: "red", radius: 2 };
  assert.deepEqual(
    penned((pen) => drawPoints(pen, points, look, 100)),
    ["arc", "arc"],
  );
  const made = penned((pen) => drawPoints(pen, points, { ...look, form: "triangle" }, 100));
  assert.deepEqual(made, Array(4).fill("lineTo"));
});

test("every line of a chart of losses has a dash of its own", () => {
  for (const experiment of [{ discriminates: true }, { spreads: true }, {}]) {
    const dashes = linesOf(experiment).map((_, line) => DASHES[line]?.join());
    assert.ok(!dashes.includes(undefined));
    assert.equal(new Set(dashes).size, dashes.length);
  }
});

test("labels are their own signs where all are short; otherwise letters in turn, and numbers after these", () => {
  assert.deepEqual(signsOf(["0", "1", "9"]), ["0", "1", "9"]);
  assert.deepEqual(signsOf(["A", "Å"]), ["A", "Å"]);
  assert.deepEqual(signsOf(["shirt", "T", "bag"]), ["A", "B", "C"]);
  const many = signsOf(Array(30).fill("a name"));
  assert.equal(new Set(many).size, 30);
  assert.deepEqual(many.slice(25, 27), ["Z", "27"]);
});
