// The package's contract on the CPU build in Chromium: errors as data, settings as data, saved files, and the end of a session.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { blankPage, launchChromium, PATIENCE } from "./harness.js";

describe("errors, settings and files as data", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium({ webgpu: true });
  });
  after(() => browser?.close());
  const inPage = (work, ...values) => blankPage(browser, work, ...values);

  test("every error has its code and its values, as they are listed", async () => {
    const { found, listed } = await inPage(async () => {
      const { open, library, digits, SMALL } = await import("/tests/in-page.js");
      const { Session, inspect, describeErrors } = await library("cpu");
      const { images } = await digits();
      const session = await open("cpu", SMALL.adversarial);
      const family = "autoencoder";
      const calls = {
        text: () => Session.create({ family, code: "abc" }),
        empty: () => Session.create({ family, batchSize: "" }),
        fraction: () => Session.create({ family, seed: 1.5 }),
        nothing: () => Session.create({ family, code: null }),
        nan: () => Session.create({ family, optimizer: { learningRate: Number.NaN } }),
        infinite: () => Session.create({ family, divergenceWeight: Number.POSITIVE_INFINITY }),
        bigint: () => Session.create({ family, code: 5n }),
        markup: () => Session.create({ family, hidden: ["<img src=x onerror=alert(1)>"] }),
        typed: () => Session.create({ family, hidden: new Uint16Array([8]) }),
        endless: () => Session.create({ family, hidden: Array(1e6).fill(1) }),
        unknown: () => Session.create({ family, colour: 3 }),
        choice: () => Session.create({ family: "diffusion" }),
        missing: () => Session.create({}),
        five: () => Session.create(5),
        list: () => Session.create([family]),
        throwing: () =>
          Session.create({
            get family() {
              throw new Error("not today");
            },
          }),
        circular: () => {
          const settings = { family };
          settings.optimizer = settings;
          return Session.create(settings);
        },
        large: () => Session.create({ family, hidden: Array(8).fill(4096) }),
        steps: () => session.train("ten"),
        half: () => session.train(0.5),
        manySteps: () => session.train(10n),
        none: () => session.train(0),
        word: () => session.score("abc"),
        count: () => session.score(784),
        broken: () => session.score([..."x".repeat(784)]),
        encoder: () => session.encode(session.examples(0, 1)),
        file: () => session.loadImages("abc"),
        labels: () => session.loadImages(images, 5),
        name: () => session.loadImages(images, undefined, { name: 5 }),
        option: () => session.loadImages(images, undefined, { title: "digits" }),
        points: () => session.loadPoints({ shape: "ring" }),
        saved: () => inspect(new Uint8Array(100)),
        engine: () => Session.restore(new Uint8Array(100), { engine: "abacus" }),
      };
      const found = {};
      for (const [name, call] of Object.entries(calls)) {
        try {
          await call();
          found[name] = null;
        } catch (error) {
          const { message, code, values } = error;
          found[name] = { isError: error instanceof Error, message, code, values };
        }
      }
      return { found, listed: describeErrors() };
    });
    for (const [name, error] of Object.entries(found)) {
      assert.ok(error?.isError, `${name} was taken, or threw no Error`);
      assert.match(error.message, /^.+\. Expected .+\. [A-Z].+\.$/s, name);
      assert.ok(listed[error.code], `${name}: ${error.code} is not listed`);
      assert.deepEqual(Object.keys(error.values).sort(), listed[error.code].sort(), `${name}: ${error.code}`);
    }
    assert.equal(
      found.text.message,
      'The setting "code" is "abc". Expected a whole number from 1 to 1024. Choose another value for "code".',
    );
    assert.deepEqual(found.text.values, { setting: "code", value: "abc", kind: "integer", least: 1, most: 1024 });
    const codes = Object.entries({
      "setting-out-of-range": ["text", "empty", "fraction", "nothing", "nan", "infinite", "bigint"],
      "layers-out-of-range": ["markup", "typed", "endless"],
      "setting-unknown": ["unknown", "option", "circular"],
      "setting-not-a-choice": ["choice", "engine"],
      "setting-missing": ["missing"],
      "not-an-object": ["five", "list", "throwing"],
      "model-too-large": ["large"],
      "argument-out-of-range": ["steps", "half", "manySteps"],
      "count-out-of-range": ["none"],
      "argument-unsuited": ["word", "count", "file", "labels", "name"],
      "input-not-finite": ["broken"],
      "no-encoder": ["encoder"],
      "points-for-images": ["points"],
      "checkpoint-damaged": ["saved"],
    });
    for (const [code, names] of codes) for (const name of names) assert.equal(found[name].code, code, name);
    assert.equal(found.nan.values.value, "NaN");
    assert.equal(found.infinite.values.value, "Infinity");
    assert.equal(found.steps.values.value, "ten");
  });

  test("what is undefined was left out, and what is told of the settings can be passed back", async () => {
    const { description, created, rate } = await inPage(async () => {
      const { library } = await import("/tests/in-page.js");
      const { Session, describeSettings } = await library("cpu");
      const description = describeSettings();
      const created = [];
      for (const [family, { images, points }] of Object.entries(description.defaults)) {
        for (const settings of [images.dense, images.convolutional, points.dense]) {
          const session = await Session.create({ ...settings, engine: "cpu", code: settings.code, seed: undefined });
          created.push([family, { ...settings, engine: "cpu", seed: 0 }, session.settings]);
        }
      }
      const session = await Session.create({ family: "autoencoder", optimizer: { learningRate: 0.0005 } });
      return { description, created, rate: session.settings.optimizer.learningRate };
    });
    assert.equal(created.length, 9);
    for (const [family, passed, settings] of created) assert.deepEqual(settings, passed, family);
    // Not what 32 bits make of it.
    assert.equal(rate, 0.0005);
    const { code, hidden, learningRate, amount, objective } = description.fields;
    assert.deepEqual([code.least, code.most, code.kind, code.live], [1, 1024, "integer", false]);
    assert.deepEqual([hidden.kind, hidden.mostLayers, hidden.most], ["widths", 8, 4096]);
    assert.ok(learningRate.live && learningRate.steps.includes(0.0005) && learningRate.steps.includes(0.001));
    assert.deepEqual([amount.usual, amount.default], [{ least: 0, most: 1, step: 0.05 }, 0.3]);
    assert.equal(objective.kind, "choice");
    const entropy = description.objectives.variational.find(({ name }) => name === "binary-cross-entropy");
    assert.deepEqual(entropy.data, ["images"]);
    assert.deepEqual(description.points.grid, { count: 25, radius: 2, deviation: 0.05 });
    assert.deepEqual(description.corruptions.at(-1), { name: "downscale", data: ["images"] });
    assert.ok(description.limits.memory > 1e8);
  });

  test("a saved file tells what it holds, and a restored session what it was trained on", async () => {
    const { held, data, restored, loaded, code, untouched } = await inPage(async () => {
      const { library, digits, SMALL } = await import("/tests/in-page.js");
      const { Session, inspect } = await library("cpu");
      const { images } = await digits();
      const session = await Session.create(SMALL.variational);
      const none = session.data;
      session.loadImages(images, null, { name: "mnist-small" });
      await session.train(3);
      const bytes = await session.save();
      const again = await Session.restore(bytes);
      const restored = again.data;
      again.loadImages(images);
      const refusal = (call) => {
        try {
          return call();
        } catch (error) {
          return error.code;
        }
      };
      return {
        held: inspect(bytes),
        data: [none, session.data],
        restored,
        loaded: again.data,
        code: refusal(() => inspect(bytes.slice(0, -4))),
        untouched: session.step,
      };
    });
    assert.deepEqual(held.shape, { kind: "images", height: 28, width: 28 });
    assert.deepEqual([held.version, held.step, held.epoch], [1, 3, 0]);
    assert.equal(held.settings.code, 8);
    assert.equal(held.parameters, 784 * 64 + 64 + 64 * 16 + 16 + 8 * 64 + 64 + 64 * 784 + 784);
    assert.equal(data[0], null);
    const { checksum, ...rest } = held.data;
    const choice = { only: null, most: null };
    assert.deepEqual(rest, { kind: "images", name: "mnist-small", count: 10_000, height: 28, width: 28, ...choice });
    assert.match(checksum, /^[0-9a-f]{16}$/);
    assert.deepEqual([data[1], restored], [held.data, held.data]);
    assert.deepEqual(loaded, { ...held.data, name: null });
    assert.equal(code, "checkpoint-damaged");
    assert.equal(untouched, 3);
  });

  test("gzip files of several members are read as gunzip reads them", async () => {
    const same = await inPage(async () => {
      const { library, digits, distance, SMALL } = await import("/tests/in-page.js");
      const { Session } = await library("cpu");
      const { images } = await digits();
      const through = async (bytes, stream) =>
        new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
      const plain = await through(images, new DecompressionStream("gzip"));
      const half = 3_999_984;
      const parts = [plain.subarray(0, half), plain.subarray(half)];
      const packed = await Promise.all(parts.map((part) => through(part, new CompressionStream("gzip"))));
      const joined = new Uint8Array(await new Blob([...packed, "and more"]).arrayBuffer());
      const session = await Session.create(SMALL.autoencoder);
      session.loadImages(images);
      const before = session.examples(0, 10_000);
      const apart = [];
      for (const file of [plain, joined, joined.buffer]) {
        session.loadImages(file);
        apart.push(distance(session.examples(0, 10_000), before));
      }
      return apart;
    });
    assert.deepEqual(same, [0, 0, 0]);
  });

  test("a session that is freed while it trains ends after it, and then says so", async () => {
    const { steps, late, others } = await inPage(async () => {
      const { open, SMALL } = await import("/tests/in-page.js");
      const session = await open("cpu", SMALL.autoencoder);
      const stays = await open("cpu", SMALL.autoencoder);
      const running = [session.train(20), session.train(5), session.save()];
      session.free();
      session.free();
      const some = stays.examples(0, 1);
      const calls = [
        () => session.train(1),
        () => session.evaluate(),
        () => session.encode(some),
        () => session.change({ batchSize: 8 }),
        () => session.examples(0, 1),
        () => session.loadPoints({ shape: "ring" }),
        () => session.settings,
        () => session.step,
        () => session.engine,
        () => session.data,
      ];
      const late = [];
      for (const call of calls) {
        try {
          late.push(await call());
        } catch (error) {
          late.push(`${error.code}: ${error.message}`);
        }
      }
      const [first, second, bytes] = await Promise.all(running);
      if (Symbol.dispose) stays[Symbol.dispose]();
      else stays.free();
      let disposed = null;
      try {
        await stays.train(1);
      } catch (error) {
        disposed = error.code;
      }
      return { steps: [first.step, second.step, bytes.length > 1000], late, others: disposed };
    });
    assert.deepEqual(steps, [20, 25, true]);
    for (const refusal of late) assert.match(refusal, /^session-freed: .+\. Expected .+\. .+\.$/);
    assert.equal(others, "session-freed");
  });

  test("what would not fit in memory is refused, and the module lives on", async () => {
    const { codes, step } = await inPage(async () => {
      const { library, digits, SMALL } = await import("/tests/in-page.js");
      const { Session } = await library("cpu");
      const { images } = await digits();
      const session = await Session.create(SMALL.adversarial);
      session.loadImages(images);
      const header = new Uint8Array([0, 0, 8, 3, 0, 10, 166, 92, 0, 0, 0, 28, 0, 0, 0, 28]);
      const stream = new Blob([header]).stream().pipeThrough(new CompressionStream("gzip"));
      const packed = new Uint8Array(await new Response(stream).arrayBuffer());
      const monstrous = { family: "variational", network: "convolutional", hidden: [2048], code: 2, batchSize: 4096 };
      const calls = [
        async () => (await Session.create(monstrous)).loadImages(images),
        () => session.loadImages(header),
        () => session.loadImages(packed),
        () => session.sample(30_000, 1),
        () => session.score({ length: 4e9 }),
        () => session.score(new Float32Array(2e8)),
        () => Session.restore(new Uint8Array(6e8)),
      ];
      const codes = [];
      for (const call of calls) {
        try {
          await call();
          codes.push(null);
        } catch (error) {
          codes.push(error.code ?? String(error));
        }
      }
      return { codes, step: (await session.train(2)).step };
    });
    assert.deepEqual(codes, [
      "model-too-large",
      "data-too-large",
      "data-too-large",
      null,
      "argument-unsuited",
      "call-too-large",
      "call-too-large",
    ]);
    assert.equal(step, 2);
  });
});
