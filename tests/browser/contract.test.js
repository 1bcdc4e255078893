// The package's contract, as pkg/README.md states it, on the CPU build in Chromium.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launchChromium, PATIENCE, visit } from "./harness.js";

const LOSSES = {
  autoencoder: ["reconstruction"],
  variational: ["divergence", "negativeElbo", "reconstruction"],
  adversarial: ["discriminator", "generator", "madeScore", "realScore"],
};
const FEATURES = 28 * 28;

describe("the package's contract", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  /** Runs a function inside an empty page. */
  async function inPage(work, ...values) {
    let result;
    await visit(browser, "/tests/blank.html", async (page) => {
      result = await page.evaluate(work, ...values);
    });
    return result;
  }

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

  for (const family of ["autoencoder", "variational"]) {
    test(`encode, decode and reconstruct fit together: ${family}`, async () => {
      const seen = await inPage(async (name) => {
        const { open, distance, SMALL } = await import("/tests/in-page.js");
        const session = await open("cpu", SMALL[name]);
        await session.train(10);
        const x = session.examples(0, 3);
        const codes = await session.encode(x);
        const decoded = await session.decode(codes);
        const rebuilt = await session.reconstruct(x);
        const single = await session.reconstruct(x.slice(0, 784));
        return {
          arrays: [codes, decoded, rebuilt].every((values) => values instanceof Float32Array),
          lengths: [x.length, codes.length, decoded.length, rebuilt.length],
          apart: distance(decoded, rebuilt),
          alone: distance(single, rebuilt.slice(0, 784)),
          range: [Math.min(...rebuilt), Math.max(...rebuilt)],
        };
      }, family);
      assert.ok(seen.arrays);
      assert.deepEqual(seen.lengths, [3 * FEATURES, 3 * 8, 3 * FEATURES, 3 * FEATURES]);
      assert.ok(seen.apart < 1e-5, `decode(encode(x)) and reconstruct(x) differ by ${seen.apart}`);
      assert.ok(seen.alone < 1e-5, `an example alone and in company differ by ${seen.alone}`);
      assert.ok(seen.range[0] >= 0 && seen.range[1] <= 1 && seen.range[0] < seen.range[1]);
    });

    test(`an autoencoder gets better, and finds noise odder than digits: ${family}`, async () => {
      const { first, last, digit, noise } = await inPage(async (name) => {
        const { open, SMALL } = await import("/tests/in-page.js");
        const session = await open("cpu", SMALL[name]);
        const first = (await session.train(1)).losses.reconstruction;
        const last = (await session.train(200)).losses.reconstruction;
        const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
        const checks = Float32Array.from({ length: 784 * 4 }, (_, index) => index % 2);
        const digit = mean(await session.score(session.examples(0, 4)));
        return { first, last, digit, noise: mean(await session.score(checks)) };
      }, family);
      assert.ok(last < 0.7 * first, `the loss went from ${first} to ${last}`);
      assert.ok(noise > digit, `${noise} for noise and ${digit} for digits`);
    });
  }

  for (const family of Object.keys(LOSSES)) {
    test(`sample makes what its seed says: ${family}`, async () => {
      const { length, again, other, range } = await inPage(async (name) => {
        const { open, distance, SMALL } = await import("/tests/in-page.js");
        const session = await open("cpu", SMALL[name]);
        await session.train(20);
        const made = await session.sample(5, 1);
        return {
          length: made.length,
          again: distance(made, await session.sample(5, 1)),
          other: distance(made, await session.sample(5, 2)),
          range: [Math.min(...made), Math.max(...made)],
        };
      }, family);
      assert.equal(length, 5 * FEATURES);
      assert.equal(again, 0);
      assert.ok(other > 0.01);
      assert.ok(range[0] >= 0 && range[1] <= 1 && range[0] < range[1]);
    });
  }

  test("a discriminator scores each example with a probability", async () => {
    const { scores, reported } = await inPage(async () => {
      const { open, SMALL } = await import("/tests/in-page.js");
      const session = await open("cpu", SMALL.adversarial);
      const { losses } = await session.train(100);
      return { scores: [...(await session.score(session.examples(0, 32)))], reported: losses.realScore };
    });
    assert.equal(scores.length, 32);
    assert.ok(scores.every((score) => score >= 0 && score <= 1));
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    assert.ok(Math.abs(mean - reported) < 0.2, `${mean} here, ${reported} in training`);
  });

  test("examples and labels are the file's", async () => {
    const { examples, labels, pixels, marks } = await inPage(async () => {
      const { open, digits, SMALL } = await import("/tests/in-page.js");
      const session = await open("cpu", SMALL.autoencoder);
      const { images, labels } = await digits();
      const unpacked = async (bytes) => {
        const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
        return new Uint8Array(await new Response(stream).arrayBuffer());
      };
      const raw = await unpacked(images);
      const rawLabels = await unpacked(labels);
      session.loadImages(raw, rawLabels);
      return {
        examples: [...session.examples(5, 2)],
        labels: [...session.labels(5, 2)],
        pixels: [...raw.slice(16 + 5 * 784, 16 + 7 * 784)],
        marks: [...rawLabels.slice(8 + 5, 8 + 7)],
      };
    });
    assert.deepEqual(labels, marks);
    assert.equal(examples.length, pixels.length);
    const differs = examples.findIndex((value, index) => Math.abs(value - pixels[index] / 255) > 1e-6);
    assert.equal(differs, -1);
  });

  test("points in the plane lie where they were asked for", async () => {
    const seen = await inPage(async () => {
      const { library } = await import("/tests/in-page.js");
      const { Session } = await library("cpu");
      const seen = {};
      for (const shape of ["ring", "grid", "moons"]) {
        const count = shape === "grid" ? 25 : 8;
        const session = await Session.create({ family: "adversarial", hidden: [16], code: 2 });
        session.loadPoints({ shape, count, radius: 2, deviation: 0.01 });
        const { step } = await session.train(5);
        const points = session.examples(0, 500);
        const made = await session.sample(10, 1);
        const radii = Array.from({ length: 500 }, (_, index) => Math.hypot(points[2 * index], points[2 * index + 1]));
        seen[shape] = {
          features: session.features,
          step,
          made: made.length,
          radii: [Math.min(...radii), Math.max(...radii)],
          places: new Set(Array.from(points, (value) => value.toFixed(0))).size,
        };
      }
      return seen;
    });
    for (const { features, step, made } of Object.values(seen)) {
      assert.deepEqual([features, step, made], [2, 5, 20]);
    }
    const [nearest, farthest] = seen.ring.radii;
    assert.ok(nearest > 1.9 && farthest < 2.1, `the ring reaches from ${nearest} to ${farthest}`);
    assert.ok(seen.grid.places >= 5, "the grid has too few rows");
  });

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

  test("every mistake is an Error in words, and leaves the session as it was", async () => {
    const { messages, spared, suffered } = await inPage(async () => {
      const { open, library, digits, refusal, SMALL } = await import("/tests/in-page.js");
      const { Session } = await library("cpu");
      const { images, labels, testLabels } = await digits();
      const session = await open("cpu", SMALL.autoencoder);
      const twin = await open("cpu", SMALL.autoencoder);
      const adversary = await open("cpu", SMALL.adversarial);
      const empty = await Session.create(SMALL.autoencoder);
      await session.train(5);
      await twin.train(5);
      const some = session.examples(0, 1);
      const broken = some.map((value, index) => (index === 3 ? Number.NaN : value));
      const bytes = await session.save();
      const calls = {
        "create without a family": () => Session.create({}),
        "create of an unknown family": () => Session.create({ family: "diffusion" }),
        "create with an unknown setting": () => Session.create({ family: "autoencoder", colour: 3 }),
        "create with no settings": () => Session.create(),
        "create with a code of nothing": () => Session.create({ family: "autoencoder", code: 0 }),
        "create with a layer of nothing": () => Session.create({ family: "autoencoder", hidden: [0] }),
        "create with an empty batch": () => Session.create({ family: "autoencoder", batchSize: 0 }),
        "create with a rate below zero": () =>
          Session.create({ family: "autoencoder", optimizer: { name: "adam", learningRate: -1 } }),
        "create with another family's objective": () =>
          Session.create({ family: "adversarial", objective: "mean-squared-error" }),
        "create on an engine that is not in this build": () =>
          Session.create({ family: "autoencoder", engine: "webgpu" }),
        "restore of anything else": () => Session.restore(new Uint8Array(100), { engine: "cpu" }),
        "restore of half a file": () => Session.restore(bytes.slice(0, bytes.length >> 1), { engine: "cpu" }),
        "restore on an unknown engine": () => Session.restore(bytes, { engine: "abacus" }),
        "loadImages of anything else": () => session.loadImages(new Uint8Array(100)),
        "loadImages of half a file": () => session.loadImages(images.slice(0, images.length >> 1)),
        "loadImages with the labels of others": () => session.loadImages(images, testLabels),
        "loadImages of labels": () => session.loadImages(labels),
        "loadTestImages of anything else": () => session.loadTestImages(new Uint8Array(3)),
        "loadPoints into a model of pictures": () =>
          session.loadPoints({ shape: "ring", count: 8, radius: 2, deviation: 0.05 }),
        "loadPoints of an unknown shape": () =>
          empty.loadPoints({ shape: "star", count: 8, radius: 2, deviation: 0.05 }),
        "loadPoints of no points": () => empty.loadPoints({ shape: "ring", count: 0, radius: 2, deviation: 0.05 }),
        "train without data": () => empty.train(1),
        "train for no step": () => session.train(0),
        "train for half a step": () => session.train(0.5),
        "train for a word": () => session.train("ten"),
        "reconstruct of half an example": () => session.reconstruct(some.slice(0, 100)),
        "reconstruct of nothing": () => session.reconstruct(new Float32Array(0)),
        "reconstruct of what is no number": () => session.reconstruct(broken),
        "reconstruct without data": () => empty.reconstruct(some),
        "reconstruct without an encoder": () => adversary.reconstruct(some),
        "encode of half an example": () => session.encode(some.slice(0, 100)),
        "encode without an encoder": () => adversary.encode(some),
        "decode of half a code": () => session.decode(new Float32Array(3)),
        "sample of nothing": () => session.sample(0, 1),
        "sample with a seed below zero": () => session.sample(1, -1),
        "score of half an example": () => session.score(some.slice(0, 100)),
        "evaluate without data": () => empty.evaluate(),
        "save without a model": () => empty.save(),
        "change of what cannot change": () => session.change({ family: "variational" }),
        "change to an unknown setting": () => session.change({ colour: 3 }),
        "change to what is out of range": () => session.change({ batchSize: 0 }),
        "examples beyond the last": () => session.examples(9_999, 2),
        "labels beyond the last": () => session.labels(20_000, 1),
        "examples from below zero": () => session.examples(-1, 1),
      };
      const messages = {};
      for (const [name, call] of Object.entries(calls)) messages[name] = await refusal(call);
      const state = async (one) => ({
        step: one.step,
        settings: one.settings,
        report: await one.evaluate(),
        losses: (await one.train(5)).losses,
      });
      return { messages, spared: await state(twin), suffered: await state(session) };
    });
    // What was wrong, what was expected, what to do: three sentences.
    const unclear = Object.entries(messages).filter(
      ([, message]) => !/^.+\. Expected .+\. [A-Z].+\.$/s.test(message ?? ""),
    );
    assert.deepEqual(Object.fromEntries(unclear), {});
    assert.deepEqual(suffered, spared);
  });

  test("training that runs away is refused, undone, and goes on with a lower rate", async () => {
    const { message, before, after, losses } = await inPage(async () => {
      const { library, refusal } = await import("/tests/in-page.js");
      const { Session } = await library("cpu");
      const session = await Session.create({ family: "autoencoder", hidden: [32, 32, 32], code: 2, seed: 1 });
      session.loadPoints({ shape: "ring", count: 8, radius: 100, deviation: 0.05 });
      await session.train(1);
      session.change({ optimizer: { name: "adam", learningRate: 1 } });
      let message = null;
      let before = 0;
      for (let round = 0; round < 20 && message === null; round += 1) {
        before = session.step;
        message = await refusal(() => session.train(100));
      }
      const after = session.step;
      session.change({ optimizer: { name: "adam", learningRate: 0.0001 } });
      const { losses } = await session.train(1);
      return { message, before, after, losses };
    });
    // A robust optimiser may never run away; then there is nothing to refuse.
    if (message !== null) {
      assert.match(message, /learning rate/);
      assert.equal(after, before);
    }
    assert.ok(Object.values(losses).every(Number.isFinite));
  });

  test("calls that overlap wait for each other", async () => {
    const { steps, message } = await inPage(async () => {
      const { open, refusal, SMALL } = await import("/tests/in-page.js");
      const session = await open("cpu", SMALL.autoencoder);
      const both = [session.train(3), session.train(4), session.sample(1, 1)];
      const message = await refusal(() => session.change({ batchSize: 16 }));
      const reports = await Promise.all(both);
      return { steps: [reports[0].step, reports[1].step], message };
    });
    assert.deepEqual(steps, [3, 7]);
    // Refused while the others run, or done where they had ended already.
    if (message !== null) assert.match(message, /busy/);
  });

  test("after free a session refuses everything, and others go on", async () => {
    const { message, step } = await inPage(async () => {
      const { open, refusal, SMALL } = await import("/tests/in-page.js");
      const gone = await open("cpu", SMALL.autoencoder);
      const stays = await open("cpu", SMALL.autoencoder);
      gone.free();
      const message = await refusal(() => gone.train(1));
      const { step } = await stays.train(1);
      return { message, step };
    });
    assert.ok(message, "a freed session went on");
    assert.equal(step, 1);
  });
});
