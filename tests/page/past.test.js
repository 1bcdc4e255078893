// What it takes to be at a step of an experiment's past again.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Past } from "../../www/experiment/past.js";

const MEGABYTE = 1_000_000;
const FIRST = { learningRate: 1 };
const [SECOND, THIRD] = [{ learningRate: 2 }, { learningRate: 3 }];

/** A session that can be told from others. */
const session = (step, size = 1) => ({ step, bytes: new Uint8Array(size).fill(step % 256) });

/** Where it would go on from to be at each of these steps. */
async function origins(past, latest, steps) {
  const found = await Promise.all(steps.map((step) => past.at(step, latest)));
  return found.map(({ from }) => from);
}

describe("the past of an experiment", () => {
  test("begins with its settings, and a session that was saved is gone on from", async () => {
    const past = new Past(FIRST, 1, null);
    past.saved(session(10));
    const latest = session(20);
    const early = await past.at(4, latest);
    assert.deepEqual([early.step, early.from, early.bytes, early.began], [4, 1, null, FIRST]);
    const later = await past.at(15, latest);
    assert.deepEqual([later.step, later.from, later.bytes], [15, 10, session(10).bytes]);
  });

  test("is now where nobody says a step, or one that is to come; and where it was opened for one before that", async () => {
    const past = new Past(FIRST, 100, session(100).bytes);
    const latest = session(200);
    for (const step of [null, 200, 5000]) {
      const { step: at, from, bytes } = await past.at(step, latest);
      assert.deepEqual([at, from, bytes], [200, 200, latest.bytes]);
    }
    const { step, from, bytes } = await past.at(7, latest);
    assert.deepEqual([step, from, bytes], [100, 100, session(100).bytes]);
  });

  test("knows what was changed, and when", async () => {
    const past = new Past(FIRST, 1, null);
    past.changed({ state: SECOND }, 5);
    past.changed({ update: "generator" }, 7);
    past.saved(session(10));
    past.changed({ state: THIRD }, 12);
    const latest = session(20);
    const before = await past.at(6, latest);
    assert.deepEqual(before.changes, [{ step: 5, state: SECOND }]);
    assert.deepEqual([before.state, before.update], [SECOND, "both"]);
    const after = await past.at(11, latest);
    assert.deepEqual(after.changes, []);
    assert.deepEqual([after.state, after.update], [SECOND, "generator"]);
    assert.deepEqual((await past.at(12, latest)).changes, [{ step: 12, state: THIRD }]);
  });

  test("has places over the whole of it, not too many and not too large", async () => {
    const past = new Past(FIRST, 1, null);
    const steps = Array.from({ length: 400 }, (_, index) => 10 * (index + 1));
    for (const step of steps) past.saved(session(step));
    const latest = session(4001);
    const places = [...new Set(await origins(past, latest, steps))];
    assert.ok(places.length >= 6 && places.length <= 12, `${places.length} places`);
    const distances = places.slice(1).map((place, index) => place - places[index]);
    assert.ok(Math.max(...distances) <= 4000 / 4, distances.join());

    const large = new Past(FIRST, 1, null);
    for (const step of steps.slice(0, 20)) large.saved(session(step, 25 * MEGABYTE));
    const few = new Set(await origins(large, session(201), steps.slice(0, 20)));
    few.delete(1);
    assert.ok(few.size <= 2, [...few].join());
  });

  test("goes back with a session that goes back: what came later did not happen, what was changed stays so", async () => {
    const past = new Past(FIRST, 1, null);
    past.saved(session(10));
    past.saved(session(20));
    past.changed({ state: SECOND }, 25);
    past.saved(session(15));
    const found = await past.at(null, session(18));
    assert.equal(found.state, SECOND);
    assert.deepEqual(await origins(past, session(40), [12, 17, 30]), [10, 15, 15]);
  });
});
