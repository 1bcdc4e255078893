// Both engines in Chromium, whose WebGPU is software here: right, and very slow.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { fill, goesOn, launchChromium, PATIENCE, step, stepReaches, visit } from "./harness.js";

const STEPS = 20;

describe("the two engines", { timeout: 2 * PATIENCE }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium({ webgpu: true });
  });
  after(() => browser?.close());

  const convolutional = { network: "convolutional", hidden: [4, 8], batchSize: 16 };
  const models = ["autoencoder", "variational", "adversarial"].map((family) => [family, family, {}]);
  models.push(["adversarial, convolutional", "adversarial", convolutional]);
  models.push(["adversarial, penalised", "adversarial", { penalty: { weight: 1 } }]);
  models.push(["adversarial, in pairs", "adversarial", { objective: "relativistic", penalty: null }]);
  models.push(["adversarial, Wasserstein", "adversarial", { objective: "wasserstein", penalty: null }]);
  // Steps that differ: a penalty in every third, the generator in every second.
  const inTurn = { penalty: { kind: "gradient", weight: 1, every: 3 }, discriminatorSteps: 2 };
  models.push(["adversarial, steps that differ", "adversarial", inTurn]);
  const packs = { packing: 4, objective: "relativistic", penalty: { kind: "r1", weight: 0.5, every: 1 } };
  models.push(["adversarial, in packs", "adversarial", packs]);
  const told = { condition: "label", penalty: { kind: "approximate-r1", weight: 0.01, every: 2 } };
  const rates = { learningRate: 5e-4, discriminatorLearningRate: 2e-4 };
  models.push(["adversarial, told the label", "adversarial", { ...told, optimizer: rates }]);
  models.push(["autoencoder, sparse", "autoencoder", { sparsity: 0.1 }]);
  const points = { shape: "ring", count: 8, radius: 2, deviation: 0.05 };
  models.push(["adversarial, on points", "adversarial", { points, hidden: [16, 16], code: 2, batchSize: 150 }]);
  const signals = { shape: "mixed" };
  const mending = { network: "convolutional", hidden: [4, 8], code: 8, corruption: { kind: "noise", amount: 0.3 } };
  models.push(["autoencoder, on signals", "autoencoder", { signals, ...mending }]);
  for (const [label, family, settings] of models) {
    test(`agree on the losses of the family ${label}`, async (context) => {
      await visit(browser, "/tests/blank.html", async (page) => {
        const compare = async (name, steps, settings) => {
          const { open, SMALL } = await import("/tests/in-page.js");
          const curves = [];
          for (const engine of ["cpu", "webgpu"]) {
            const session = await open(engine, { ...SMALL[name], ...settings });
            if (session.engine !== engine) throw new Error(`asked for ${engine}, got ${session.engine}`);
            const curve = [];
            for (let done = 0; done < steps; done += 1) curve.push((await session.train(1)).losses);
            // Steps of one call are recorded once on WebGPU, and repeated.
            curve.push((await session.train(13)).losses, (await session.train(9)).losses);
            session.free();
            curves.push(curve);
          }
          return curves;
        };
        const [cpu, webgpu] = await page.evaluate(compare, family, STEPS, settings);
        let largest = 0;
        for (let index = 0; index < cpu.length; index += 1) {
          for (const [name, value] of Object.entries(cpu[index])) {
            const difference = Math.abs(webgpu[index][name] - value) / Math.abs(value);
            assert.ok(difference <= 1e-3, `${name} of call ${index + 1}: ${value} and ${webgpu[index][name]}`);
            largest = Math.max(largest, difference);
          }
        }
        assert.notEqual(cpu[0], cpu[STEPS - 1]);
        context.diagnostic(
          `largest relative difference over ${STEPS} steps and two calls of several: ${largest.toExponential(1)}`,
        );
      });
    });
  }

  test("agree on every operation", async (context) => {
    await visit(browser, "/tests/blank.html", async (page) => {
      const compared = await page.evaluate(async () => {
        const { library } = await import("/tests/in-page.js");
        return (await library("webgpu")).compareOperations();
      });
      const names = Object.keys(compared);
      assert.ok(names.length > 25, names.join());
      for (const name of names) assert.ok(compared[name] <= 1e-4, `${name}: ${compared[name]}`);
      const largest = Math.max(...Object.values(compared));
      context.diagnostic(`largest relative difference of ${names.length} results: ${largest.toExponential(1)}`);
    });
  });

  test("undo on WebGPU what ran away, to the last digit", async () => {
    await visit(browser, "/tests/blank.html", async (page) => {
      const found = await page.evaluate(async () => {
        const { open, refusal } = await import("/tests/in-page.js");
        const session = await open("webgpu", {
          family: "variational",
          points: { shape: "ring", count: 8, radius: 100, deviation: 0.05 },
          hidden: [32, 32, 32],
          code: 2,
          seed: 1,
          divergenceWeight: 1000,
        });
        const rate = (learningRate) => session.change({ optimizer: { name: "adam", learningRate } });
        const codes = new Float32Array([0.1, 0.2, -1, 1]);
        await session.train(20);
        const before = [...(await session.decode(codes))];
        rate(1);
        const message = await refusal(() => session.train(40));
        const after = [...(await session.decode(codes))];
        const { step } = session;
        rate(0.0001);
        return { message, before, after, step, losses: (await session.train(20)).losses };
      });
      assert.match(found.message ?? "nothing ran away", /learning rate/);
      assert.equal(found.step, 20);
      assert.deepEqual(found.after, found.before);
      assert.ok(Object.values(found.losses).every(Number.isFinite));
    });
  });

  test("race for a session that leaves the choice to them", async (context) => {
    await visit(browser, "/tests/blank.html", async (page) => {
      const found = await page.evaluate(async () => {
        const { open, SMALL } = await import("/tests/in-page.js");
        const session = await open("auto", SMALL.adversarial);
        const before = session.race;
        const { losses, step } = await session.train(5);
        const found = { before, race: session.race, engine: session.engine, losses, step, settings: session.settings };
        const alone = await open("cpu", SMALL.adversarial);
        return { ...found, expected: (await alone.train(5)).losses };
      });
      assert.equal(found.before, undefined, "nobody has run yet");
      const { cpu, webgpu } = found.race;
      assert.ok(cpu > 0 && webgpu > 0, JSON.stringify(found.race));
      assert.equal(found.engine, cpu < webgpu ? "cpu" : "webgpu");
      assert.equal(found.settings.engine, found.engine);
      assert.equal(found.step, 5, "steps of the race are nobody's");
      for (const [name, value] of Object.entries(found.expected)) {
        assert.ok(Math.abs(found.losses[name] - value) <= 1e-3 * Math.abs(value), name);
      }
      context.diagnostic(`CPU ${cpu.toFixed(2)} ms a step, WebGPU ${webgpu.toFixed(2)} ms`);
    });
  });

  test("pass the package's own test", async (context) => {
    await visit(browser, "/tests/blank.html", async (page) => {
      const report = await page.evaluate(async () => {
        const { library } = await import("/tests/in-page.js");
        return (await library("webgpu")).selfTest();
      });
      assert.ok(report.steps > 0);
      assert.ok(report.largestDifference < 1e-3, `they differ by ${report.largestDifference}`);
      context.diagnostic(`largest difference ${report.largestDifference.toExponential(1)}`);
    });
  });

  test("hand an experiment to each other without losing a step", async (context) => {
    const prepare = (page) =>
      page.evaluateOnNewDocument(() => {
        window.shown = [];
        const read = () => Number(document.querySelector("#step").textContent.replace(/\D/g, ""));
        document.addEventListener("DOMContentLoaded", () => {
          const note = () => window.shown.push(read());
          new MutationObserver(note).observe(document.querySelector("#step"), {
            childList: true,
            characterData: true,
            subtree: true,
          });
        });
      });
    const use = async (page) => {
      await stepReaches(page, 20);
      await page.waitForSelector("#engine option[value=webgpu]:not([disabled])", { timeout: PATIENCE });
      const ready = await page.evaluate(() => performance.now());
      context.diagnostic(`WebGPU was ready ${Math.round(ready / 1000)} s after navigation`);
      for (const [engine, name] of [
        ["webgpu", "WebGPU"],
        ["cpu", "CPU"],
      ]) {
        const before = await step(page);
        await fill(page, "#engine", engine);
        await page.waitForFunction(
          (wanted) => document.querySelector("#engine-in-use").textContent.trim() === wanted,
          { timeout: PATIENCE },
          name,
        );
        await goesOn(page, 10, PATIENCE);
        assert.ok((await step(page)) >= before + 10);
      }
      const shown = await page.evaluate(() => window.shown);
      const fall = shown.findIndex((value, index) => value < shown[index - 1]);
      assert.equal(fall, -1, `the step fell from ${shown[fall - 1]} to ${shown[fall]}`);
    };
    await visit(browser, "/#data=ring&engine=cpu", use, { prepare });
  });
});
