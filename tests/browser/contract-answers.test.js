// The package's contract on the CPU build in Chromium: what a session can be asked.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { blankPage, launchChromium, PATIENCE } from "./harness.js";

const FEATURES = 28 * 28;

describe("what a session answers", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium({ webgpu: true });
  });
  after(() => browser?.close());
  const inPage = (work, ...values) => blankPage(browser, work, ...values);

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

  for (const family of ["autoencoder", "variational", "adversarial"]) {
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

  test("arrows lead where the discriminator takes more for real", async () => {
    const { lengths, risen } = await inPage(async () => {
      const { open, SMALL } = await import("/tests/in-page.js");
      const session = await open("cpu", { ...SMALL.adversarial, points: { shape: "ring" } });
      await session.train(50);
      const made = await session.sample(100, 1);
      const arrows = await session.arrows(made);
      const moved = made.map((value, index) => {
        const length = Math.hypot(arrows[index - (index % 2)], arrows[index - (index % 2) + 1]);
        return value + (0.01 * arrows[index]) / length;
      });
      const [before, after] = [await session.score(made), await session.score(moved)];
      return {
        lengths: [made.length, arrows.length],
        risen: [...before].filter((score, index) => after[index] > score).length,
      };
    });
    assert.deepEqual(lengths, [200, 200]);
    assert.equal(risen, 100);
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

  test("signals are of the length and the kinds that were asked for, and go through a network", async () => {
    const seen = await inPage(async () => {
      const { library } = await import("/tests/in-page.js");
      const { Session } = await library("cpu");
      const session = await Session.create({
        family: "autoencoder",
        network: "convolutional",
        hidden: [4, 8],
        code: 6,
      });
      session.loadSignals({ shape: "mixed", length: 64 });
      await session.train(5);
      const measured = await session.evaluate();
      return {
        features: session.features,
        data: session.data,
        kinds: [...new Set(session.labels(0, 100))].sort(),
        rebuilt: (await session.reconstruct(session.testExamples(0, 3))).length,
        restored: (await Session.restore(await session.save())).data,
        names: measured.measures.map(({ name }) => name),
        count: measured.count,
      };
    });
    assert.deepEqual([seen.features, seen.rebuilt, seen.count], [64, 3 * 64, 2000]);
    assert.deepEqual(seen.kinds, [0, 1, 2], "chirps, pulses and beats");
    assert.deepEqual(seen.data, { kind: "signals", settings: { shape: "mixed", length: 64 } });
    assert.deepEqual(seen.restored, seen.data);
    assert.ok(seen.names.includes("meanSquaredError"));
  });

  test("points in the plane lie where they were asked for", async () => {
    const seen = await inPage(async () => {
      const { library } = await import("/tests/in-page.js");
      const { Session } = await library("cpu");
      const seen = {};
      for (const shape of ["ring", "grid", "moons", "swiss-roll", "line"]) {
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

  test("what is learnt from can be drawn, or a few pictures of a file", async () => {
    const seen = await inPage(async () => {
      const { library, digits } = await import("/tests/in-page.js");
      const { Session } = await library("cpu");
      const many = Float32Array.from({ length: 4000 }, (_, index) => Math.sin(index));
      const session = await Session.create({ family: "adversarial", hidden: [16], code: 2 });
      session.loadPoints({ shape: "drawn", points: many, deviation: 0 });
      const places = new Set(Array.from({ length: 2000 }, (_, index) => `${many[2 * index]} ${many[2 * index + 1]}`));
      const learnt = session.examples(0, 10_000);
      const all = Array.from({ length: 10_000 }, (_, index) => `${learnt[2 * index]} ${learnt[2 * index + 1]}`);
      const { step } = await session.train(5);
      const restored = await Session.restore(await session.save());
      const { images, labels } = await digits();
      const few = await Session.create({ family: "adversarial", hidden: [16], condition: "label" });
      few.loadImages(images, labels, { most: 40 });
      await few.train(5);
      // More pixels than 32 bits can count.
      const whole = await Session.create({ family: "adversarial", hidden: [16] });
      whole.loadImages(images, labels, { most: 5_478_276 });
      await whole.train(5);
      return {
        step,
        strays: all.filter((place) => !places.has(place)).length,
        met: new Set(all).size,
        kept: restored.data.settings.points.length,
        few: [few.data.count, few.data.most, few.labels(0, 40).length],
        whole: [whole.data.count, whole.examples(9_999, 1).length],
      };
    });
    assert.deepEqual([seen.step, seen.strays, seen.kept], [5, 0, 4000]);
    assert.ok(seen.met > 1900, `only ${seen.met} of 2,000 places were learnt from`);
    assert.deepEqual(seen.few, [40, 40, 40]);
    assert.deepEqual(seen.whole, [10_000, 784]);
  });
});
