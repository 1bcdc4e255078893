// The package's contract on the CPU build in Chromium: creating, training, saving and restoring.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { blankPage, launchChromium, PATIENCE } from "./harness.js";

const LOSSES = {
  autoencoder: ["reconstruction"],
  variational: ["divergence", "negativeElbo", "reconstruction"],
  adversarial: ["discriminator", "generator", "madeScore", "realScore"],
};
const FEATURES = 28 * 28;

describe("a session of the package", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium({ webgpu: true });
  });
  after(() => browser?.close());
  const inPage = (work, ...values) => blankPage(browser, work, ...values);

  test("create fills in what was left out, and says what the session is", async () => {
    const made = await inPage(async () => {
      const { library, digits } = await import("/tests/in-page.js");
      const { Session } = await library("cpu");
      const session = await Session.create({ family: "autoencoder", seed: 3 });
      const { settings, engine, step, features } = session;
      session.loadImages((await digits()).images);
      return { settings, engine, step, features, after: session.features };
    });
    assert.equal(made.engine, "cpu");
    assert.equal(made.step, 0);
    assert.equal(made.features, undefined);
    assert.equal(made.after, FEATURES);
    const { settings } = made;
    assert.deepEqual(
      [settings.engine, settings.seed, settings.family, settings.network],
      ["cpu", 3, "autoencoder", "dense"],
    );
    assert.ok(settings.hidden.length > 0 && settings.code > 0 && settings.batchSize > 0);
    assert.equal(settings.optimizer.name, "adam");
    assert.ok(settings.optimizer.learningRate > 0);
  });

  for (const [family, names] of Object.entries(LOSSES)) {
    test(`train reports steps, losses and time: ${family}`, async () => {
      const { first, second, step } = await inPage(async (name) => {
        const { open, SMALL } = await import("/tests/in-page.js");
        const session = await open("cpu", SMALL[name]);
        const first = await session.train(1);
        const second = await session.train(9);
        return { first, second, step: session.step };
      }, family);
      assert.equal(first.step, 1);
      assert.equal(second.step, 10);
      assert.equal(step, 10);
      for (const report of [first, second]) {
        assert.deepEqual(Object.keys(report.losses).sort(), names);
        assert.ok(Object.values(report.losses).every(Number.isFinite));
        assert.ok(report.millisecondsPerStep > 0);
      }
    });

    test(`a seed gives the same run, another seed another: ${family}`, async () => {
      const [first, again, other] = await inPage(async (name) => {
        const { open, SMALL } = await import("/tests/in-page.js");
        const losses = [];
        for (const seed of [7, 7, 8]) {
          const session = await open("cpu", { ...SMALL[name], seed });
          losses.push((await session.train(20)).losses);
        }
        return losses;
      }, family);
      assert.deepEqual(again, first);
      assert.notDeepEqual(other, first);
    });

    test(`evaluate measures on the test part, with a baseline: ${family}`, async () => {
      const report = await inPage(async (name) => {
        const { open, SMALL } = await import("/tests/in-page.js");
        const session = await open("cpu", SMALL[name]);
        await session.train(20);
        return session.evaluate();
      }, family);
      assert.equal(report.step, 20);
      assert.ok(report.count > 0);
      assert.ok(report.measures.length > 0);
      for (const { name, value, unit, better, baseline } of report.measures) {
        assert.ok(name.length > 0 && typeof unit === "string");
        assert.ok(Number.isFinite(value), `${name} is ${value}`);
        assert.ok(["lower", "higher"].includes(better));
        if (baseline) assert.ok(baseline.name.length > 0 && Number.isFinite(baseline.value));
      }
      assert.ok(report.measures.some(({ baseline }) => baseline));
    });

    test(`restore goes on as if training had never stopped: ${family}`, async () => {
      const { kept, restored, step, settings, own } = await inPage(async (name) => {
        const { open, digits, library, SMALL } = await import("/tests/in-page.js");
        const session = await open("cpu", SMALL[name]);
        await session.train(10);
        const bytes = await session.save();
        const { Session } = await library("cpu");
        const copy = await Session.restore(bytes, { engine: "cpu" });
        const { step, settings } = copy;
        const { images, labels } = await digits();
        copy.loadImages(images, labels);
        const kept = (await session.train(10)).losses;
        const restored = (await copy.train(10)).losses;
        return { kept, restored, step, settings, own: session.settings };
      }, family);
      assert.equal(step, 10);
      assert.deepEqual(settings, own);
      assert.deepEqual(restored, kept);
    });
  }

  test("save gives safetensors that another program can read", async () => {
    const { header, total, length } = await inPage(async () => {
      const { open, SMALL } = await import("/tests/in-page.js");
      const session = await open("cpu", SMALL.autoencoder);
      await session.train(1);
      const bytes = await session.save();
      const size = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
      const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + size)));
      return { header, total: bytes.length, length: 8 + size };
    });
    const { __metadata__: _, ...tensors } = header;
    let end = 0;
    const inOrder = Object.values(tensors).sort((one, other) => one.data_offsets[0] - other.data_offsets[0]);
    for (const { dtype, shape, data_offsets: offsets } of inOrder) {
      assert.equal(offsets[0], end);
      const width = { F32: 4, I64: 8, U64: 8, I32: 4, U32: 4, U8: 1 }[dtype];
      assert.equal(offsets[1] - offsets[0], width * shape.reduce((product, size) => product * size, 1));
      end = offsets[1];
    }
    assert.equal(length + end, total);
    // PyTorch keeps the weight of a layer as [out, in].
    const shapes = Object.values(tensors).map(({ shape }) => shape.join("x"));
    assert.ok(shapes.includes("64x784") && shapes.includes("8x64"), shapes.join(" "));
  });

  test("change takes over at once what can change, and nothing else", async () => {
    const { changed, now, step, message, after } = await inPage(async () => {
      const { open, refusal, SMALL } = await import("/tests/in-page.js");
      const session = await open("cpu", SMALL.variational);
      await session.train(3);
      const changed = session.change({ optimizer: { name: "adam", learningRate: 0.01 }, divergenceWeight: 2 });
      const now = session.settings;
      const message = await refusal(() => session.change({ code: 9, batchSize: 16 }));
      const { step } = await session.train(1);
      return { changed, now, step, message, after: session.settings };
    });
    assert.equal(changed.divergenceWeight, 2);
    assert.ok(Math.abs(changed.optimizer.learningRate - 0.01) < 1e-6);
    assert.deepEqual(now, changed);
    assert.match(message, /code/);
    assert.deepEqual(after, changed);
    assert.equal(step, 4);
  });
});
