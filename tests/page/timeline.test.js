// The past of an experiment: looks at some of its steps, over its whole length, and true to what was seen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Timeline } from "../../www/experiment/timeline.js";

const moment = (step) => ({ step, losses: {} });
const look = (step) => [Float32Array.of(step)];

/** @param {number} last @param {number} between */
function trained(last, between = 1) {
  const timeline = new Timeline();
  for (let step = 1; step <= last; step += between) timeline.record("view", look(step), moment(step));
  return timeline;
}

test("a timeline of any length reaches from the first look to the last, in few looks", () => {
  for (const last of [10, 1000, 100_000]) {
    const steps = trained(last).steps("view");
    const widest = Math.max(...steps.slice(1).map((step, index) => step - steps[index]));
    assert.equal(steps[0], 1);
    assert.ok(last - steps.at(-1) <= widest, `the newest look of ${last} steps is at ${steps.at(-1)}`);
    assert.ok(steps.length <= 64, `${steps.length} looks`);
    assert.ok(last < 1000 || steps.length >= 32, `${steps.length} looks at ${last} steps`);
  }
});

test("looks stand in the order of their steps, each once", () => {
  const steps = trained(5000, 7).steps("view");
  assert.deepEqual(
    steps,
    [...new Set(steps)].sort((one, other) => one - other),
  );
});

test("what is shown at a step is the last look at or before it", () => {
  const timeline = trained(500);
  for (const step of timeline.steps("view")) {
    for (const asked of [step, step + 1]) {
      const { answers, moment: shown } = timeline.at("view", asked);
      assert.equal(shown.step, step);
      assert.equal(answers[0][0], step);
    }
  }
});

test("before the first look the first is shown", () => {
  const timeline = new Timeline();
  timeline.record("view", look(300), moment(300));
  assert.equal(timeline.at("view", 2).moment.step, 300);
});

test("each view has a past of its own", () => {
  const timeline = new Timeline();
  timeline.record("one", look(1), moment(1));
  timeline.record("other", look(2), moment(2));
  assert.deepEqual([timeline.steps("one"), timeline.steps("other"), timeline.steps("third")], [[1], [2], []]);
  assert.equal(timeline.at("third", 1), null);
});

test("after a return to an earlier step, what came later is gone", () => {
  const timeline = trained(200);
  timeline.record("view", look(50), moment(50));
  const steps = timeline.steps("view");
  assert.equal(steps.at(-1), 50);
  assert.ok(steps.length > 1 && steps.every((step) => step <= 50));
});

test("nothing is left of a past that is to be forgotten", () => {
  const timeline = trained(100);
  timeline.forget();
  assert.deepEqual(timeline.steps("view"), []);
  assert.equal(timeline.at("view", 50), null);
});

test("many numbers come back nearly, few numbers and labels exactly", () => {
  const timeline = new Timeline();
  const pictures = Float32Array.from({ length: 28 * 28 * 20 }, (_, index) => Math.sin(index));
  const codes = Float32Array.of(0.1, -2.5, 1e-9);
  const labels = Uint8Array.from({ length: 5000 }, (_, index) => index % 10);
  const same = new Float32Array(3000).fill(0.25);
  timeline.record("view", [pictures, codes, labels, same], moment(1));
  const [shown, exact, named, level] = timeline.at("view", 1).answers;
  assert.equal(shown.length, pictures.length);
  // Two hundred times finer than a screen shows.
  pictures.forEach((value, index) => {
    assert.ok(Math.abs(shown[index] - value) < 2 / 256 / 200, `${shown[index]} for ${value}`);
  });
  assert.deepEqual(exact, codes);
  assert.deepEqual(named, labels);
  assert.deepEqual(level, same);
});

test("a look is of when it was taken, whatever becomes of it afterwards", () => {
  const timeline = new Timeline();
  timeline.record("view", [Float32Array.of(1, 2)], moment(1));
  timeline.at("view", 1).answers[0] = Float32Array.of(9, 9);
  assert.deepEqual(timeline.at("view", 1).answers[0], Float32Array.of(1, 2));
});

test("numbers in a report come back as well, and what is beside them exactly", () => {
  const timeline = new Timeline();
  const values = Float32Array.from({ length: 5000 }, (_, index) => Math.cos(index));
  const report = { count: 3, order: [2, 0, 1], divergences: null, few: Float32Array.of(0.1), values };
  timeline.record("view", [report], moment(1));
  const { values: shown, ...rest } = timeline.at("view", 1).answers[0];
  assert.deepEqual(rest, { count: 3, order: [2, 0, 1], divergences: null, few: Float32Array.of(0.1) });
  assert.equal(shown.length, values.length);
  values.forEach((value, index) => {
    assert.ok(Math.abs(shown[index] - value) < 1e-4, `${shown[index]} for ${value}`);
  });
});
