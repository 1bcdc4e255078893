// Scripts for PyTorch as text: what they say, and where there is none. A browser test runs them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DATA_SETS } from "../../www/experiment/datasets.js";
import { makeRules } from "../../www/experiment/rules.js";
import { scriptOf } from "../../www/pytorch/index.js";
import { settings } from "../library.js";

const rules = makeRules(settings);
const script = (state, link = "https://playground.example/#family=adversarial", page = "https://playground.example/") =>
  scriptOf({ ...rules.first(), ...rules.usual(state.family, state.dataset), ...state }, settings, {
    link,
    page,
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

test("of a page that is a file, it says what opens the experiment in any copy, and has to be told where the data are", () => {
  const settingsPart = "#family=variational&data=mnist-small";
  const onDisk = (dataset) =>
    script({ family: "variational", dataset, network: "dense", hidden: [16] }, settingsPart, "").text;
  const pictures = onDisk("mnist-small");
  assert.match(pictures, /On any copy of the page, after its address:\n\n#family=variational&data=mnist-small\n/);
  assert.match(pictures, /add_argument\("--data", metavar="FOLDER", required=True\)/);
  assert.match(pictures, /FOLDER has the files .* in data\/mnist-small\/\./);
  assert.doesNotMatch(pictures, /urlopen|SOURCE/);
  assert.doesNotMatch(onDisk("ring"), /FOLDER/);
});
