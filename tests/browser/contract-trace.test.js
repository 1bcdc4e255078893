// The package's contract in Chromium, on both engines: a step in its parts is the step, and one network alone can be updated.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { blankPage, launchChromium, PATIENCE } from "./harness.js";

const COUNT = 32;
const CODE = 8;
const FEATURES = 28 * 28;

for (const engine of ["cpu", "webgpu"]) {
  describe(`a step in its parts, ${engine}`, { timeout: PATIENCE }, () => {
    let browser;
    before(async () => {
      browser = await launchChromium({ webgpu: true });
    });
    after(() => browser?.close());
    const inPage = (work, ...values) => blankPage(browser, work, ...values);

    test("trace is a step like any other, between others", async () => {
      const { same, losses, step, lengths, norms, updated } = await inPage(async (name) => {
        const { open, SMALL } = await import("/tests/in-page.js");
        const [traced, trained] = [await open(name, SMALL.adversarial), await open(name, SMALL.adversarial)];
        for (const session of [traced, trained]) await session.train(12);
        const trace = await traced.trace();
        const { losses } = await trained.train(1);
        for (const session of [traced, trained]) await session.train(12);
        const [one, other] = [await traced.save(), await trained.save()];
        const { discriminator, generator } = trace;
        return {
          same: one.length === other.length && one.every((byte, index) => byte === other[index]),
          losses: [trace.losses, losses],
          step: trace.step,
          updated: trace.update,
          lengths: [discriminator, generator].map(({ noise, made, ofMade }) => [
            ...[noise.length, made.length, ofMade.logits.length, ofMade.scores.length],
          ]),
          norms: [discriminator, generator].flatMap(({ gradientNorm, moved, loss }) => [gradientNorm, moved, loss]),
        };
      }, engine);
      assert.ok(same, "the session is not where training brings it");
      assert.deepEqual(losses[0], losses[1]);
      assert.deepEqual([step, updated], [13, "both"]);
      for (const each of lengths) assert.deepEqual(each, [COUNT * CODE, COUNT * FEATURES, COUNT, COUNT]);
      assert.ok(norms.every((norm) => Number.isFinite(norm) && norm > 0));
    });

    test("update moves one network and leaves the other as it is", async () => {
      const moved = await inPage(async (name) => {
        const { open, SMALL } = await import("/tests/in-page.js");
        const session = await open(name, SMALL.adversarial);
        const weights = async () => {
          const bytes = await session.save();
          const size = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
          const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + size)));
          return (network) =>
            Object.keys(header)
              .filter((tensor) => tensor.startsWith(`${network}.`))
              .sort()
              .map((tensor) => bytes.slice(...header[tensor].data_offsets.map((at) => 8 + size + at)).join())
              .join();
        };
        const moved = [];
        for (const update of ["both", "generator", "both", "discriminator", "generator", "both"]) {
          const before = await weights();
          await session.train(12, { update });
          const after = await weights();
          moved.push([update, ...["generator", "discriminator"].filter((each) => before(each) !== after(each))]);
        }
        return moved;
      }, engine);
      const both = ["both", "generator", "discriminator"];
      const [generator, discriminator] = ["generator", "discriminator"].map((name) => [name, name]);
      assert.deepEqual(moved, [both, generator, both, discriminator, generator, both]);
    });

    test("what cannot be traced or updated is refused in words", async () => {
      const codes = await inPage(async (name) => {
        const { open, SMALL } = await import("/tests/in-page.js");
        const session = await open(name, SMALL.adversarial);
        const other = await open(name, SMALL.variational);
        const code = (call) =>
          call().then(
            () => null,
            (error) => error.code,
          );
        return [
          await code(() => session.trace({ update: "nobody" })),
          await code(() => session.train(1, { updates: "both" })),
          await code(() => session.train(1, 7)),
          await code(() => other.trace()),
          await code(() => other.train(1, { update: "generator" })),
          session.step + other.step,
          (await other.train(1, { update: "both" })).step,
        ];
      }, engine);
      const expected = [
        "argument-unsuited",
        "setting-unknown",
        "not-an-object",
        "no-adversaries",
        "no-adversaries",
        0,
        1,
      ];
      assert.deepEqual(codes, expected);
    });
  });
}
