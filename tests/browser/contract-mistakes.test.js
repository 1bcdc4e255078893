// The package's contract on the CPU build in Chromium: mistakes, and calls that overlap or come too late.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { blankPage, launchChromium, PATIENCE } from "./harness.js";

describe("a session under mistakes", { timeout: PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium({ webgpu: true });
  });
  after(() => browser?.close());
  const inPage = (work, ...values) => blankPage(browser, work, ...values);

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
        "create with an unknown field of the optimizer": () =>
          Session.create({ family: "autoencoder", optimizer: { learningrate: 0.1 } }),
        "create with a rate that is no number": () =>
          Session.create({ family: "autoencoder", optimizer: { learningRate: Number.NaN } }),
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
        "loadPoints of no drawing": () => empty.loadPoints({ shape: "drawn" }),
        "loadPoints of half a drawn point": () => empty.loadPoints({ shape: "drawn", points: new Float32Array(3) }),
        "loadPoints of a drawing without end": () =>
          empty.loadPoints({ shape: "drawn", points: new Float32Array(1e7) }),
        "loadPoints of a drawn ring": () => empty.loadPoints({ shape: "ring", points: [0, 1] }),
        "loadPoints of drawn words": () => empty.loadPoints({ shape: "drawn", points: "0, 1" }),
        "loadImages of no picture": () => session.loadImages(images, labels, { most: 0 }),
        "loadImages of half a picture": () => session.loadImages(images, labels, { most: 0.5 }),
        "loadSignals into a model of pictures": () => session.loadSignals({ shape: "beats" }),
        "loadSignals of an unknown shape": () => empty.loadSignals({ shape: "speech" }),
        "loadSignals of an odd length": () => empty.loadSignals({ shape: "beats", length: 100 }),
        "loadSignals of nothing": () => empty.loadSignals(),
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
