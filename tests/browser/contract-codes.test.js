// The package's contract on the CPU build in Chromium: codes, what a network has learned to see, labels asked for.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { blankPage, launchChromium, PATIENCE } from "./harness.js";

describe("codes of a session", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium({ webgpu: true });
  });
  after(() => browser?.close());
  const inPage = (work, ...values) => blankPage(browser, work, ...values);

  test("posteriors, a report, the plane of the map, walks and traversals", async () => {
    const seen = await inPage(async () => {
      const { open, distance, SMALL } = await import("/tests/in-page.js");
      const session = await open("cpu", SMALL.variational);
      await session.train(50);
      const x = session.examples(0, 2);
      const posterior = await session.posterior(x);
      const latent = await session.latent();
      const codes = await session.encode(x);
      const [from, to] = [codes.slice(0, 8), codes.slice(8)];
      const straight = session.walk(from, to, 5, "straight");
      const places = Float32Array.from([0, 0, 1, -1]);
      const back = await session.project(await session.unproject(places));
      const labels = latent.classes.map(({ label }) => label);
      return {
        lengths: Object.values(posterior).map(({ length }) => length),
        typed: Object.values(posterior).every((values) => values instanceof Float32Array),
        mean: distance(posterior.means, codes),
        units: [latent.means, latent.variances, latent.divergences, latent.order].map(({ length }) => length),
        radii: latent.within.map(({ radius }) => radius),
        labels,
        ends: distance(straight.slice(0, 8), from) + distance(straight.slice(-8), to),
        back: distance(back, places),
        sphere: session.walk(from, to, 5, "sphere").length,
        drawn: (await session.resample(x, 3, 1)).length,
        traversed: (await session.traverse(null, 3)).length,
        about: (await session.traverse(from, 2)).length,
        some: (await session.traverse(null, 2, [7, 1])).length,
        likelihoods: await session.negativeLogLikelihoods(2, 5),
      };
    });
    assert.deepEqual(seen.lengths, [16, 16, 4, 6]);
    assert.ok(seen.typed);
    assert.ok(seen.mean < 1e-6 && seen.ends < 1e-5 && seen.back < 1e-4);
    assert.deepEqual(seen.units, [8, 8, 8, 8]);
    assert.deepEqual(seen.radii, [1, 2, 3]);
    assert.deepEqual(seen.labels, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    assert.deepEqual([seen.sphere, seen.drawn], [5 * 8, 2 * 3 * 8]);
    assert.deepEqual([seen.traversed, seen.about, seen.some], [8 * 3 * 784, 8 * 2 * 784, 2 * 2 * 784]);
    assert.equal(seen.likelihoods.length, 2);
    assert.ok(seen.likelihoods.every((value) => value > 0 && value < 1000));
  });

  test("filters, exciting examples and a probe", async () => {
    const seen = await inPage(async () => {
      const { open, SMALL } = await import("/tests/in-page.js");
      const session = await open("cpu", SMALL.autoencoder);
      await session.train(20);
      const { count, height, width, values } = await session.filters();
      return {
        filters: [count, height, width, values.length],
        inside: values.every((value) => value >= 0 && value <= 1),
        units: [session.units("first"), session.units("code")],
        exciting: await session.exciting("first", 63, 4),
        probe: await session.probe({ labels: 50, seed: 1 }),
        shifted: (await session.shift(new Float32Array(8), 0, 1, 0.5)).length,
        inputs: session.inputs,
      };
    });
    assert.deepEqual(seen.filters, [64, 28, 28, 64 * 784]);
    assert.ok(seen.inside);
    assert.deepEqual([seen.units, seen.inputs, seen.shifted], [[64, 8], 784, 8]);
    assert.equal(seen.exciting.indices.length, 4);
    const { codes, pixels, components, chance, labels, count } = seen.probe;
    assert.deepEqual([labels, count], [50, 2000]);
    for (const accuracy of [codes, pixels, components])
      assert.ok(accuracy > chance && accuracy < 100, String(accuracy));
  });

  test("a label that is asked for, and pictures of half the sides", async () => {
    const seen = await inPage(async () => {
      const { library, digits, SMALL } = await import("/tests/in-page.js");
      const { Session } = await library("cpu");
      const { images, labels } = await digits();
      const told = await Session.create({ ...SMALL.variational, condition: "label", divergenceWarmUp: 10 });
      told.loadImages(images, labels);
      await told.train(60);
      const enlarging = await Session.create({ ...SMALL.autoencoder, corruption: { kind: "downscale" } });
      enlarging.loadImages(images, labels);
      await enlarging.train(5);
      const small = enlarging.corrupt(enlarging.examples(0, 2), 0);
      const [four, again, five] = await Promise.all([4, 4, 5].map((label) => told.sample(1, 3, { label })));
      return {
        same: four.join() === again.join(),
        other: four.join() !== five.join(),
        decoded: (await told.decode(new Float32Array(8), { label: 9 })).length,
        rebuilt: (await told.reconstruct(told.examples(0, 1))).length,
        condition: told.settings.condition,
        small: [enlarging.inputs, small.length, (await enlarging.reconstruct(small)).length],
      };
    });
    assert.ok(seen.same && seen.other);
    assert.deepEqual([seen.decoded, seen.rebuilt, seen.condition], [784, 784, "label"]);
    assert.deepEqual(seen.small, [196, 2 * 196, 2 * 784]);
  });

  test("what cannot be asked is refused, and the session goes on", async () => {
    const { codes, losses } = await inPage(async () => {
      const { open, SMALL } = await import("/tests/in-page.js");
      const session = await open("cpu", SMALL.autoencoder);
      const asked = [
        () => session.posterior(session.examples(0, 1)),
        () => session.walk(new Float32Array(8), new Float32Array(8), 3, "round"),
        () => session.walk(new Float32Array(7), new Float32Array(8), 3, "straight"),
        () => session.units("last"),
        () => session.exciting("code", 8, 3),
        () => session.probe({ labels: -1, seed: 0 }),
        () => session.probe({ labels: 100_000, seed: 0 }),
        () => session.sample(1, 0, { label: 3 }),
        () => session.decode(new Float32Array(8), { labels: 3 }),
        () => session.shift(new Float32Array(8), 0, 1, Number.NaN),
        () => session.unproject(new Float32Array(3)),
        () => session.traverse(null, 0),
        () => session.traverse(null, 2, [8]),
        () => session.traverse(null, 2, "all"),
        () => session.change({ condition: "label" }),
        () => session.change({ corruption: { kind: "downscale" } }),
        () => session.arrows(session.examples(0, 1)),
      ];
      const codes = [];
      for (const ask of asked) {
        try {
          await ask();
          codes.push("none");
        } catch (error) {
          codes.push(error.code);
        }
      }
      return { codes, losses: (await session.train(1)).losses };
    });
    assert.deepEqual(codes, [
      "no-evidence-bound",
      "argument-unsuited",
      "input-length",
      "argument-unsuited",
      "unit-out-of-range",
      "argument-out-of-range",
      "count-out-of-range",
      "label-unsuited",
      "setting-unknown",
      "argument-unsuited",
      "input-length",
      "count-out-of-range",
      "unit-out-of-range",
      "argument-unsuited",
      "setting-fixed",
      "corruption-fixed",
      "no-discriminator",
    ]);
    assert.ok(Number.isFinite(losses.reconstruction));
  });
});
