// The history of losses: few points, true means, and nothing of a future that did not happen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { LossHistory } from "../../www/panels/losses/history.js";

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Batches 1 to `count`, whose loss is their number. */
function trained(count, most) {
  const history = new LossHistory(["reconstruction"], most);
  for (let batch = 1; batch <= count; batch++) history.add(batch, { reconstruction: batch });
  return history;
}

test("a long training fits into few points, and their mean stays that of all batches", () => {
  const history = trained(1600, 50);
  assert.ok(history.steps.length <= 50 && history.steps.length > 12, `${history.steps.length} points`);
  const last = history.steps.at(-1);
  assert.ok(Math.abs(mean(history.values[0]) - (last + 1) / 2) < 1e-9);
  assert.deepEqual(
    history.steps,
    [...history.steps].sort((a, b) => a - b),
  );
});

test("a loss that is missing leaves a hole and spoils no other", () => {
  const history = new LossHistory(["discriminator", "generator"]);
  history.add(1, { discriminator: 0.5 });
  assert.deepEqual(history.values, [[0.5], [Number.NaN]]);
});

test("what is kept comes back and goes on", () => {
  const history = trained(130, 50);
  const other = new LossHistory(["reconstruction"], 50);
  other.restore(structuredClone(history.keep()));
  assert.deepEqual(other.steps, history.steps);
  for (let batch = 131; batch <= 140; batch++) other.add(batch, { reconstruction: batch });
  assert.ok(other.steps.at(-1) > history.steps.at(-1));
});

test("training that goes back to an earlier step forgets what came after it", () => {
  const history = trained(40, 50);
  history.add(21, { reconstruction: 0 });
  assert.deepEqual(history.steps.slice(-2), [20, 21]);
  assert.deepEqual(history.values[0].slice(-2), [20, 0]);
});

test("what was not kept by it is left aside", () => {
  const kept = trained(10).keep();
  for (const wrong of [
    null,
    "kept",
    {},
    { ...kept, steps: kept.steps.slice(1) },
    { ...kept, values: [] },
    { ...kept, values: [kept.values[0].map(String)] },
    { ...kept, interval: 0 },
  ]) {
    const history = new LossHistory(["reconstruction"]);
    history.restore(wrong);
    assert.deepEqual(history.steps, []);
    history.add(1, { reconstruction: 1 });
    assert.deepEqual(history.values, [[1]]);
  }
});
