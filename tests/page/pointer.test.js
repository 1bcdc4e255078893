// Who may draw: the main button of the first pointer, until it is let go.

import assert from "node:assert/strict";
import { test } from "node:test";
import { strokes } from "../../www/views/drawing/pointer.js";

const event = (type, more = {}) => ({ type, pointerId: 1, isPrimary: true, button: 0, buttons: 1, ...more });
const parts = (events) => events.map(strokes());

test("the main button draws from its press to its release", () => {
  const up = event("pointerup", { buttons: 0 });
  assert.deepEqual(parts([event("pointerdown"), event("pointermove"), up]), ["start", "move", "end"]);
});

test("another button neither draws nor counts as pointing", () => {
  const right = { button: 2, buttons: 2 };
  const events = [
    event("pointerdown", right),
    event("pointermove", right),
    event("pointerup", { button: 2, buttons: 0 }),
  ];
  assert.deepEqual(parts(events), [null, null, null]);
});

test("a second finger does not disturb the first", () => {
  const second = { pointerId: 2, isPrimary: false };
  const events = [
    event("pointerdown"),
    event("pointerdown", second),
    event("pointermove", second),
    event("pointerup", { ...second, buttons: 0 }),
    event("pointermove"),
  ];
  assert.deepEqual(parts(events), ["start", null, null, null, "move"]);
});

for (const type of ["lostpointercapture", "pointercancel"]) {
  test(`${type} ends the stroke, and moving on does not draw`, () => {
    const events = [event("pointerdown"), event(type), event("pointermove")];
    assert.deepEqual(parts(events), ["start", "end", null]);
  });
}

test("a button let go where nobody told of it has ended the stroke", () => {
  const events = [event("pointerdown"), event("pointermove", { buttons: 0 }), event("pointermove", { buttons: 0 })];
  assert.deepEqual(parts(events), ["start", "end", "hover"]);
  assert.deepEqual(parts([event("pointerdown"), event("pointermove", { buttons: 2 })]), ["start", "end"]);
});

test("a press whose end was lost does not keep the next from drawing", () => {
  assert.deepEqual(parts([event("pointerdown"), event("pointerdown")]), ["start", "start"]);
});
