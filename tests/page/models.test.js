// The trained models that come with the page are those of the things to try that open them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { experimentOfFile } from "../../www/experiment/files.js";
import { IDEAS, stateOfIdea } from "../../www/experiment/ideas.js";
import { makeRules, settingsOf } from "../../www/experiment/rules.js";
import { settings } from "../library.js";

const rules = makeRules(settings);
/** How a model was trained may differ from how a person would begin. */
const TRAINING = ["learningRate", "schedule", "scheduleSteps", "engine", "amount"];

/** The session's part of a file's header. */
function headerOf(bytes) {
  const length = Number(bytes.readBigUInt64LE(0));
  const { __metadata__: metadata } = JSON.parse(bytes.subarray(8, 8 + length).toString());
  return JSON.parse(metadata["generative-playground"]);
}

describe("a trained model", () => {
  for (const [family, ideas] of Object.entries(IDEAS)) {
    for (const idea of ideas.filter(({ trained }) => trained)) {
      test(`${family}: ${idea.name}`, async () => {
        const bytes = readFileSync(new URL(`../../www/data/models/${idea.name}.safetensors`, import.meta.url));
        assert.equal(bytes.length, idea.trained, "its length is told");
        assert.ok(bytes.length <= 400_000);
        const { settings: saved, shape, data, step } = headerOf(bytes);
        assert.ok(step >= 1000);
        const kind = libraryKindOf(shape.kind);
        const found = await experimentOfFile(
          // What is newer than a file is as the library fills it in.
          {
            settings: {
              sparsity: 0,
              penalty: { kind: "r1", weight: 0, every: 1 },
              discriminatorSteps: 1,
              packing: 1,
              ...saved,
            },
            shape: { ...shape, kind },
            data,
          },
          "auto",
          rules,
          async () => null,
        );
        const first = { ...rules.first(), family };
        const pressed = stateOfIdea({ ...first, ...rules.usual(family, first.dataset) }, idea, rules);
        const differing = Object.keys(pressed).filter(
          (name) => !TRAINING.includes(name) && JSON.stringify(pressed[name]) !== JSON.stringify(found.state[name]),
        );
        assert.deepEqual(differing, []);
      });
    }
  }
});

test("a saved model of which one label was scarce goes on so", async () => {
  const state = { ...rules.first(), ...rules.usual("autoencoder", "mnist-small"), family: "autoencoder" };
  const data = { kind: "images", name: "mnist-small", only: null, most: null, scarce: { label: 7, count: 3 } };
  const inspection = {
    settings: { packing: 1, ...settingsOf(state) },
    shape: { kind: "images", height: 28, width: 28 },
    data,
  };
  const found = await experimentOfFile(inspection, "auto", rules, async () => null);
  assert.deepEqual(found, { state: { ...state, scarce: 7, scarceCount: 3 }, onOtherData: false });
});

/** What an inspection calls the shape of a file. @param {string} kind */
function libraryKindOf(kind) {
  return { picture: "images", point: "points", signal: "signals" }[kind];
}
