// The draw pad: strokes, and drawings moved to where those of the data set lie.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Pad } from "../../www/panels/draw-pad/pad.js";

const SIDE = 28;
const ink = (values) => values.reduce((sum, value) => sum + value, 0);

function middle(values) {
  let [x, y] = [0, 0];
  values.forEach((value, index) => {
    x += value * (index % SIDE);
    y += value * Math.floor(index / SIDE);
  });
  return [x / ink(values), y / ink(values)];
}

test("a line has no gaps, however fast the pointer was", () => {
  const pad = new Pad();
  pad.stroke([4, 14], [24, 14]);
  for (let column = 4; column < 24; column++) {
    assert.ok(pad.values[14 * SIDE + column] > 0.9, `column ${column} is empty`);
  }
});

test("a stroke at or beyond the edge stays on the pad", () => {
  const pad = new Pad();
  pad.stroke([-5, 27.9], [33, -2]);
  assert.equal(pad.values.length, SIDE * SIDE);
  assert.ok(pad.values.every((value) => value >= 0 && value <= 1));
  assert.ok(ink(pad.values) > 0);
});

test("a drawing in a corner is given to the network in the middle, whole", () => {
  const pad = new Pad();
  pad.stroke([6, 6], [9, 6]);
  pad.stroke([9, 6], [7, 11]);
  const centred = pad.centred();
  for (const place of middle(centred)) assert.ok(Math.abs(place - (SIDE - 1) / 2) <= 0.5, `the middle is at ${place}`);
  assert.ok(Math.abs(ink(centred) - ink(pad.values)) < 1e-4);
});

test("a picture that was taken is left where it lies, and a stroke on it begins a new drawing", () => {
  const pad = new Pad();
  const picture = new Float32Array(SIDE * SIDE);
  picture[0] = 1;
  pad.take(picture);
  assert.deepEqual(pad.centred(), picture);
  pad.stroke([14, 14], [14, 14]);
  assert.equal(pad.values[0], 0);
  assert.equal(picture[0], 1, "the picture of somebody else was drawn on");
});

test("what is kept comes back, also through a copy; anything else is left aside", () => {
  const pad = new Pad();
  pad.stroke([5, 5], [9, 9]);
  const other = new Pad();
  assert.ok(other.restore(structuredClone(pad.keep())));
  assert.deepEqual(other.values, pad.values);
  assert.equal(other.drawn, true);
  for (const wrong of [null, undefined, 7, "pad", {}, { values: [1, 2] }, { values: new Float32Array(3) }]) {
    assert.equal(other.restore(wrong), false);
  }
  assert.deepEqual(other.values, pad.values);
});
