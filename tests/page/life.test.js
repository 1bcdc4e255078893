// The life of an experiment, with an engine that does as it is told.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { pageError } from "../../www/errors.js";
import { Life } from "../../www/experiment/life.js";
import { makeRules } from "../../www/experiment/rules.js";
import { DESCRIPTION } from "./description.js";

const rules = makeRules(DESCRIPTION);
const FIRST = rules.first();
const soon = () => new Promise((resolve) => setTimeout(resolve, 0));

/** An engine whose calls wait until the test lets them go, or fail. */
class FakeEngine {
  playing = true;
  /** What the session that trains was told last. */
  trains = null;
  prepared = new Map();
  discarded = [];
  /** Calls under way. @type {{name: string, state: object, resolve: () => void, reject: (error: Error) => void}[]} */
  calls = [];
  automatic = true;
  refuses = (_state) => false;

  #call(name, state, done) {
    return new Promise((resolve, reject) => {
      const finish = () => {
        if (this.refuses(state)) reject(pageError("other-data"));
        else resolve(done());
      };
      if (this.automatic) setTimeout(finish, 0);
      else this.calls.push({ name, state, resolve: finish, reject });
    });
  }
  isPlaying() {
    return this.playing;
  }
  stop() {
    this.playing = false;
  }
  prepare(run, state) {
    return this.#call("prepare", state, () => {
      this.prepared.set(run, state);
      return { step: 1 };
    });
  }
  changePrepared(run, state) {
    return this.#call("changePrepared", state, () => void this.prepared.set(run, state));
  }
  discard(run) {
    this.discarded.push(run);
    this.prepared.delete(run);
  }
  run = 0;
  async adopt(run) {
    assert.ok(this.prepared.has(run), "only what was prepared is adopted");
    this.run = run;
    this.trains = this.prepared.get(run);
    this.prepared.delete(run);
  }
  change(run, state) {
    return this.#call("change", state, () => {
      if (run === this.run) this.trains = state;
    });
  }
}

function makeLife() {
  const engine = new FakeEngine();
  const seen = { adopted: [], left: [], refused: [] };
  let ids = 0;
  const life = new Life(
    engine,
    rules,
    {
      wanted: () => {},
      leaving: async ({ id }) => void seen.left.push(id),
      adopted: ({ id }) => void seen.adopted.push(id),
      changed: () => {},
      refused: (error) => void seen.refused.push(error.code),
    },
    () => `experiment ${++ids}`,
  );
  return { life, engine, seen };
}

const clothes = (state) => ({ ...state, dataset: "fashion-small" });
const faster = (state) => ({ ...state, learningRate: 0.01 });

describe("the life of an experiment", () => {
  test("goes from nothing over preparing to running", async () => {
    const { life, engine } = makeLife();
    assert.equal(life.phase, "nothing");
    const opened = life.request(FIRST);
    assert.equal(life.phase, "preparing");
    assert.equal(await opened, "adopted");
    assert.equal(life.phase, "running");
    engine.playing = false;
    assert.equal(life.phase, "paused");
  });

  test("leaves what trains alone until the next one is ready, and keeps it before it goes", async () => {
    const { life, engine, seen } = makeLife();
    await life.request(FIRST);
    engine.automatic = false;
    const next = life.request(clothes(FIRST));
    await soon();
    assert.deepEqual(engine.trains, FIRST);
    assert.deepEqual(life.current.state, FIRST);
    assert.equal(life.wanted.dataset, "fashion-small");
    engine.calls.shift().resolve();
    assert.equal(await next, "adopted");
    assert.deepEqual(engine.trains, clothes(FIRST));
    assert.deepEqual(seen.left, ["experiment 1"]);
  });

  test("goes on as it was when the next one is refused", async () => {
    const { life, engine } = makeLife();
    await life.request(FIRST);
    engine.refuses = (state) => state.code === 5000;
    await assert.rejects(life.request({ ...FIRST, code: 5000 }), { code: "other-data" });
    assert.deepEqual(life.wanted, FIRST);
    assert.deepEqual(engine.trains, FIRST);
    assert.equal(life.current.id, "experiment 1");
    assert.equal(engine.prepared.size, 0, "nothing is left prepared");
  });

  test("takes a change along that comes while it is being prepared", async () => {
    const { life, engine } = makeLife();
    await life.request(FIRST);
    engine.automatic = false;
    const next = life.request(clothes(FIRST));
    const joined = life.request(faster(life.wanted));
    assert.equal(life.wanted.learningRate, 0.01);
    engine.automatic = true;
    engine.calls.shift().resolve();
    assert.deepEqual(await Promise.all([next, joined]), ["adopted", "adopted"]);
    assert.deepEqual(engine.trains, faster(clothes(FIRST)));
    assert.deepEqual(life.wanted, engine.trains);
  });

  test("prepares on what was to come when another wish meanwhile is refused", async () => {
    const { life, engine, seen } = makeLife();
    await life.request(FIRST);
    engine.automatic = false;
    engine.refuses = (state) => state.code === 5000;
    const clothed = life.request(clothes(FIRST));
    await soon();
    const refused = life.request({ ...life.wanted, code: 5000 });
    await soon();
    engine.automatic = true;
    for (const call of engine.calls.splice(0)) call.resolve();
    await assert.rejects(refused, { code: "other-data" });
    assert.equal(await clothed, "superseded");
    while (life.next) await soon();
    assert.deepEqual(engine.trains, clothes(FIRST));
    assert.deepEqual(life.wanted, clothes(FIRST));
    assert.equal(engine.prepared.size, 0, "nothing is left prepared");
    assert.deepEqual(seen.refused, []);
  });

  test("refuses a change that comes meanwhile, and adopts the rest", async () => {
    const { life, engine } = makeLife();
    await life.request(FIRST);
    engine.automatic = false;
    engine.refuses = (state) => state.learningRate === "much";
    const next = life.request(clothes(FIRST));
    const joined = life.request({ ...life.wanted, learningRate: "much" });
    engine.automatic = true;
    engine.calls.shift().resolve();
    assert.equal(await next, "adopted");
    await assert.rejects(joined, { code: "other-data" });
    assert.deepEqual(engine.trains, clothes(FIRST));
    assert.deepEqual(life.wanted, clothes(FIRST));
  });

  test("prepares only what is wanted last", async () => {
    const { life, engine, seen } = makeLife();
    await life.request(FIRST);
    engine.automatic = false;
    const first = life.request(clothes(FIRST));
    const second = life.request({ ...clothes(FIRST), code: 16 });
    await soon();
    engine.automatic = true;
    for (const call of engine.calls.splice(0).reverse()) call.resolve();
    assert.deepEqual(await Promise.all([first, second]), ["superseded", "adopted"]);
    assert.equal(engine.trains.code, 16);
    assert.equal(seen.adopted.length, 2);
  });

  test("takes back a change that the running session refuses", async () => {
    const { life, engine } = makeLife();
    await life.request(FIRST);
    engine.refuses = (state) => state.learningRate === -1;
    await assert.rejects(life.request({ ...FIRST, learningRate: -1 }), { code: "other-data" });
    assert.deepEqual(life.wanted, FIRST);
    await life.request(faster(FIRST));
    assert.deepEqual(engine.trains, faster(FIRST));
  });

  test("tells a session the last of many changes, as a slider makes them", async () => {
    const { life, engine } = makeLife();
    await life.request(FIRST);
    await Promise.all([1, 2, 3, 4].map((divergenceWeight) => life.request({ ...life.wanted, divergenceWeight })));
    assert.equal(engine.trains.divergenceWeight, 4);
    assert.equal(life.current.state.divergenceWeight, 4);
  });

  test("starts over with the same settings under a new name", async () => {
    const { life, seen } = makeLife();
    await life.request(FIRST);
    assert.equal(await life.request(FIRST), "unchanged");
    assert.equal(await life.request(FIRST, { anew: true }), "adopted");
    assert.deepEqual(seen.adopted, ["experiment 1", "experiment 2"]);
  });

  test("goes on from what was kept when its worker dies, twice and no more", async () => {
    const { life, engine, seen } = makeLife();
    await life.request(FIRST);
    assert.equal(await life.recover(new Uint8Array(1), "killed"), "adopted");
    assert.equal(await life.recover(new Uint8Array(1), "killed"), "adopted");
    await assert.rejects(life.recover(new Uint8Array(1), "killed"), { code: "engine-stops-again" });
    assert.equal(engine.playing, false);
    assert.deepEqual(seen.adopted, ["experiment 1", "experiment 1", "experiment 1"]);
  });

  test("does not blame what trains when what was prepared kills the worker", async () => {
    const { life, engine } = makeLife();
    await life.request(FIRST);
    for (let time = 0; time < 4; time++) {
      engine.automatic = false;
      const next = life.request({ ...FIRST, code: 900 });
      await soon();
      const recovered = life.recover(null, "out of memory");
      engine.calls.shift().reject(pageError("engine-stopped", { reason: "out of memory" }));
      engine.automatic = true;
      await assert.rejects(next, { code: "engine-stopped" });
      assert.equal(await recovered, "adopted");
      assert.deepEqual(life.wanted, FIRST);
    }
  });

  for (const seed of [1, 2, 3, 4, 5]) {
    test(`shows what trains after a hundred wishes in any order, seed ${seed}`, async () => {
      const { life, engine } = makeLife();
      const random = generator(seed);
      const pick = (values) => values[Math.floor(random() * values.length)];
      engine.refuses = (state) => state.code === 5000 || state.learningRate === -1;
      await life.request(FIRST);
      const wishes = [];
      for (let wish = 0; wish < 100; wish++) {
        const part = pick([
          { code: pick([8, 16, 5000]) },
          { learningRate: pick([0.01, 0.02, -1]) },
          { dataset: pick(["mnist-small", "fashion-small", "ring"]) },
          { seed: wish },
        ]);
        const made = random() < 0.1 ? life.recover(null, "killed") : life.request({ ...life.wanted, ...part });
        wishes.push(made.catch(() => "refused"));
        if (random() < 0.5) await soon();
      }
      await Promise.all(wishes);
      // What was taken up again, nobody waits for.
      for (let turn = 0; life.next && turn < 100; turn++) await soon();
      assert.equal(life.next, null);
      assert.deepEqual(life.wanted, life.current.state);
      assert.deepEqual(engine.trains, life.current.state);
      assert.notEqual(life.current.state.code, 5000);
      assert.notEqual(life.current.state.learningRate, -1);
      assert.equal(engine.prepared.size, 0, "nothing is left prepared");
    });
  }
});

/** mulberry32 */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
