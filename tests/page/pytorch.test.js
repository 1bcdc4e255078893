// Scripts for PyTorch as text: what they say, and where there is none. A browser test runs them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DATA_SETS } from "../../www/experiment/datasets.js";
import { makeRules } from "../../www/experiment/rules.js";
import { scriptOf } from "../../www/pytorch/index.js";
import { settings } from "../library.js";

const rules = makeRules(settings);
const script = (state, link = "https://playground.example/#family=adversarial") =>
  scriptOf({ ...rules.first(), ...rules.usual(state.family, state.dataset), ...state }, settings, {
    link,
    page: "https://playground.example/",
  });

test("there is one for every family and network on every data set, but for molecules and a person's own pictures", () => {
  for (const [dataset, { kind, own, molecules }] of Object.entries(DATA_SETS)) {
    for (const family of ["autoencoder", "variational", "adversarial"]) {
      for (const network of kind === "points" ? ["dense"] : ["dense", "convolutional"]) {
        const hidden = network === "dense" ? [16] : [4, 8];
        const found = script({ family, dataset, network, hidden });
        if (own || molecules) assert.deepEqual(found, { lacks: own ? "own" : "molecules" });
        else {
          assert.match(found.name, /^[\w-]+\.py$/);
          assert.doesNotMatch(found.text, /\bundefined\b|\bNaN\b|\[object/, `${family} on ${dataset}`);
        }
      }
    }
  }
});

test("says of a network that is updated alone on the page that here both are", () => {
  const state = { family: "adversarial", dataset: "ring", network: "dense", hidden: [16] };
  const alone = script(state, "https://playground.example/#family=adversarial&update=generator");
  assert.match(alone.text, /the generator alone is updated, by a person's choice; here both are/);
  assert.doesNotMatch(script(state).text, /alone is updated/);
});
