// Three hundred things a person, a network or a machine may do, in an order that a seed gives: afterwards what trains is
// what the page and the address show, and no step that was kept is lost.
//
//   WALK_SEEDS=3,4 cargo xtask test browser -- --test-name-pattern "random walk"    walks these again

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  assertShownIsTrained,
  openModel,
  savedModel,
  settles,
  tampered,
  visitExperiment,
  withFailingHost,
} from "./experiments.js";
import { fill, launchChromium, PATIENCE, press, step } from "./harness.js";

const EVENTS = Number(process.env.WALK_EVENTS ?? 200);
const SEEDS = (process.env.WALK_SEEDS ?? "1").split(",").map(Number);

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

/** The steps that are kept, by experiment. */
const kept = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open("generative-playground");
        request.onerror = () => resolve({});
        request.onsuccess = () => {
          const database = request.result;
          if (!database.objectStoreNames.contains("experiments")) return resolve({});
          const all = database.transaction("experiments").objectStore("experiments").getAll();
          all.onsuccess = () => {
            database.close();
            resolve(Object.fromEntries(all.result.map((one) => [one.id, one.step])));
          };
        };
      }),
  );

class Walk {
  log = [];
  files = [];
  /** What the host does to data sets. */
  data = null;

  constructor(page, random) {
    this.page = page;
    this.random = random;
  }

  pick(values) {
    return values[Math.floor(this.random() * values.length)];
  }

  /** What may happen, and how often beside the others. */
  events = [
    [10, "field", () => this.field()],
    [4, "tab", () => press(this.page, `[data-family="${this.pick(["adversarial", "variational", "autoencoder"])}"]`)],
    [4, "link", () => this.link()],
    [3, "file", () => this.file()],
    [3, "back", () => this.page.evaluate(() => history.state?.index > 0 && history.back())],
    [2, "forward", () => this.page.evaluate(() => history.forward())],
    [2, "restart", () => press(this.page, "#restart")],
    [1, "undo", () => press(this.page, "#offer-accept")],
    [2, "play", () => press(this.page, "#play")],
    [2, "one step", () => press(this.page, "#single-step")],
    [1, "measure", () => press(this.page, "#measure-now")],
    [2, "idea", () => this.idea()],
    [2, "downloads", () => this.downloads()],
    [1, "reload", () => this.reload()],
    [1, "kill", () => this.kill()],
    [2, "keep", () => this.save()],
    [4, "wait", () => new Promise((resolve) => setTimeout(resolve, 400 * this.random()))],
  ];

  async happen() {
    const all = this.events.reduce((sum, [weight]) => sum + weight, 0);
    let at = this.random() * all;
    const [, name, act] = this.events.find(([weight]) => {
      at -= weight;
      return at < 0;
    });
    this.log.push(name);
    await act();
  }

  async field() {
    const [id, values] = this.pick([
      ["dataset", ["mnist-small", "fashion-small", "ring", "moons"]],
      ["code", ["2", "4", "16", "0", "5000", "two"]],
      ["hidden", ["16", "24, 16", "-5", "4096, 4096, 4096", "wide"]],
      ["learning-rate", ["0.001", "0,002", "0.0005", "-1", "much"]],
      ["batch-size", ["16", "32", "0", "4097"]],
      ["seed", ["1", "2", "1.5"]],
      ["divergence-weight", ["0", "0.5", "4"]],
      ["corruption", ["none", "noise", "mask"]],
      ["amount", ["0.2", "0.7"]],
      ["network-kind", ["dense", "dense", "convolutional"]],
    ]);
    const value = this.pick(values);
    this.log.push(`${id}=${value}`);
    const usable = await this.page.$eval(
      `#${id}`,
      (field, wanted) => {
        if (field.closest("[hidden]")) return false;
        return field.tagName !== "SELECT" || [...field.options].some((one) => one.value === wanted && !one.disabled);
      },
      value,
    );
    if (usable) await fill(this.page, `#${id}`, value);
  }

  async link() {
    const hash = this.pick([
      "family=autoencoder&hidden=16&code=4",
      "family=variational&data=ring&hidden=16&code=2",
      "family=adversarial&hidden=16&code=8&seed=3",
      "family=autoencoder&code=5000",
      "family=variational&network=convolutional&hidden=2048&code=2&batch=4096",
      "data=faces",
      "rate=-1",
      "stage",
      "",
    ]);
    this.log.push(hash);
    await this.page.evaluate((text) => {
      location.hash = text;
    }, hash);
  }

  async save() {
    this.files.push(await savedModel(this.page).catch(() => null));
    this.files = this.files.filter(Boolean).slice(-3);
  }

  async file() {
    if (this.files.length === 0) await this.save();
    if (this.files.length === 0) return;
    const bytes = this.pick(this.files);
    const break1 = (session) => {
      session.settings.hidden = ["<img src=x onerror='window.harmed = true'>"];
    };
    const made = this.pick([bytes, bytes, bytes.subarray(0, -4), tampered(bytes, break1), Buffer.from("no model")]);
    await openModel(this.page, made);
  }

  async idea() {
    const ideas = await this.page.$$("#ideas button");
    if (ideas.length > 0) await this.pick(ideas).evaluate((button) => button.click());
  }

  downloads() {
    this.data = this.pick([null, null, { delay: 600 }, { half: true }, { status: 503 }, { cut: true }]);
    this.log.push(JSON.stringify(this.data));
  }

  /** Waits until nothing that was begun before is still on its way. */
  async rests() {
    this.data = null;
    for (let last = null, now = await this.place(); now !== last; now = await this.place()) {
      last = now;
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await settles(this.page);
    }
  }

  place() {
    return this.page.evaluate(() => `${history.state?.id} ${location.hash}`);
  }

  async reload() {
    await this.rests();
    const before = await this.now();
    await this.page.reload();
    await settles(this.page);
    await this.isNotLost(before, "a reload");
  }

  async kill() {
    await this.rests();
    const before = await this.now();
    const worker = this.page.workers().find((one) => /worker/.test(one.url()));
    const kill = () => {
      setTimeout(() => {
        throw new Error("killed by the test");
      }, 0);
    };
    // One that has died already is found for a moment.
    await worker?.evaluate(kill).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 300));
    await settles(this.page);
    await this.isNotLost(before, "the death of a worker");
  }

  async now() {
    return { id: await this.page.evaluate(() => history.state?.id), kept: await kept(this.page) };
  }

  async isNotLost({ id, kept: before }, what) {
    const now = await this.page.evaluate(() => history.state?.id);
    assert.equal(now, id, `another experiment after ${what}`);
    const least = before[id] ?? 0;
    const at = await step(this.page);
    assert.ok(at >= least, `at step ${at} after ${what}, ${least} had been kept`);
  }
}

describe("a random walk", { timeout: PATIENCE * 3 }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium({ webgpu: true });
  });
  after(() => browser?.close());

  for (const seed of SEEDS) {
    test(`of ${EVENTS} events, seed ${seed}`, async (context) => {
      /** @type {Walk|null} */
      let walk = null;
      const rule = (url) => (/data\/(mnist|fashion)-small\/train-images/.test(url) ? (walk?.data ?? null) : null);
      const expects = /killed by the test|Failed to load resource|ERR_|503/;
      await withFailingHost(rule, (host) =>
        visitExperiment(
          browser,
          "/#family=autoencoder&hidden=16&code=4&batch=16&engine=cpu",
          async (page) => {
            walk = new Walk(page, generator(seed));
            try {
              await settles(page);
              for (let event = 0; event < EVENTS; event++) await walk.happen();
              await walk.rests();
              const { step: trained } = await assertShownIsTrained(page);
              const { id, kept: steps } = await walk.now();
              assert.ok(trained >= (steps[id] ?? 0), "a step that was kept is lost");
              assert.equal(await page.evaluate(() => window.harmed), undefined, "a script from outside ran");
              context.diagnostic(
                `seed ${seed}: ends at step ${trained}, ${Object.keys(steps).length} experiments kept`,
              );
            } catch (error) {
              context.diagnostic(`seed ${seed}, the last of ${walk.log.length}: ${walk.log.slice(-25).join(" | ")}`);
              throw error;
            }
          },
          { host, expects },
        ),
      );
    });
  }
});
