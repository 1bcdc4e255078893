// The address says the whole experiment, and nothing is read into it that it does not say.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readAddress, readNumber, readWidths, writeAddress } from "../../www/experiment/address.js";
import { DATA_SETS } from "../../www/experiment/datasets.js";
import { makeRules, settingsOf } from "../../www/experiment/rules.js";
import { settings } from "../library.js";

const rules = makeRules(settings);

describe("an experiment", () => {
  for (const family of rules.known.family) {
    for (const dataset of Object.keys(DATA_SETS)) {
      const state = { ...rules.first(), ...rules.usual(family, dataset), family, dataset };
      const others = { ...state, seed: 4294967295, engine: "cpu", hidden: [7, 5, 3], code: 9, batchSize: 17 };
      const numbers = { ...state, learningRate: 1e-6, hidden: [] };
      if (family === "variational") Object.assign(numbers, { divergenceWeight: 0.05, divergenceWarmUp: 200 });
      if (family === "autoencoder") Object.assign(numbers, { sparsity: 0.1 });
      if (family === "adversarial")
        Object.assign(numbers, { penaltyWeight: 2.5, penaltyEvery: 4, objective: "hinge", condition: "label" });
      Object.assign(others, { optimizer: "adamw", weightDecay: 0.2 });
      Object.assign(numbers, { optimizer: "sgd", schedule: "cosine", scheduleSteps: 77, warmUp: 9 });

      test(`of the family ${family} on ${dataset} is the same after a link`, () => {
        for (const each of [state, others, numbers]) assert.deepEqual(readAddress(`#${writeAddress(each)}`), each);
      });
    }
  }

  test("with corrupted input is the same after a link", () => {
    const state = { ...rules.first(), ...rules.usual("autoencoder", "mnist-small"), family: "autoencoder" };
    const corrupted = { ...state, corruption: "salt-and-pepper", amount: 0.45 };
    assert.deepEqual(readAddress(writeAddress(corrupted)), corrupted);
  });

  test("with few pictures of one label is the same after a link, and says nothing of it where there are no labels", () => {
    const state = { ...rules.first(), scarce: 0, scarceCount: 5 };
    assert.deepEqual(readAddress(writeAddress(state)), state);
    assert.doesNotMatch(writeAddress({ ...state, scarce: "" }), /scarce/);
    assert.doesNotMatch(writeAddress({ ...state, dataset: "ring" }), /scarce/);
    const { scarce, scarceCount } = readAddress("#family=autoencoder&scarce=7");
    assert.deepEqual({ scarce, scarceCount }, { scarce: 7, scarceCount: rules.first().scarceCount });
  });

  test("of an edition in which no label could be scarce has all pictures", () => {
    const { scarce: _, scarceCount, ...kept } = rules.first();
    assert.deepEqual(rules.complete(kept), { ...kept, scarce: "", scarceCount });
  });

  test("with another label scarce is not the running one", () => {
    const state = rules.first();
    assert.equal(rules.isLive(state, { ...state, scarce: 7 }), false);
  });

  test("of a link from before there was a penalty has none", () => {
    const { penaltyWeight } = readAddress("#family=adversarial&data=ring&objective=non-saturating");
    assert.equal(penaltyWeight, 0);
    assert.equal(readAddress("#family=adversarial&data=ring").penaltyWeight, 0.1);
  });

  test("of a link from before there were several penalties has the one that there was", () => {
    const link = "#family=adversarial&data=ring&objective=relativistic&penalty=0.1";
    const { penalty, penaltyWeight } = readAddress(link);
    assert.deepEqual({ penalty, penaltyWeight }, { penalty: "r1", penaltyWeight: 0.1 });
    assert.equal(readAddress(`${link}&penalty-kind=gradient`).penalty, "gradient");
  });

  test("of a discriminator that goes its own way is the same after a link", () => {
    const state = { ...rules.first(), discriminatorSteps: 5, discriminatorLearningRate: 0.004 };
    assert.deepEqual(readAddress(writeAddress(state)), state);
    const kept = { ...rules.first(), gradientPenalty: 0.5 };
    for (const name of ["penalty", "penaltyWeight", "penaltyEvery"]) delete kept[name];
    const { penalty, penaltyWeight, gradientPenalty } = rules.complete(kept);
    assert.deepEqual(
      { penalty, penaltyWeight, gradientPenalty },
      { penalty: "r1", penaltyWeight: 0.5, gradientPenalty: undefined },
    );
  });

  test("of a discriminator that judges several together says so, but where it cannot", () => {
    const state = { ...rules.first(), network: "dense", condition: "none", packing: 3 };
    assert.deepEqual(readAddress(writeAddress(state)), state);
    assert.equal(settingsOf(state).packing, 3);
    for (const other of [{ network: "convolutional" }, { condition: "label" }, { family: "autoencoder" }]) {
      assert.doesNotMatch(writeAddress({ ...state, ...other }), /packing/);
      assert.equal(settingsOf({ ...state, ...other }).packing, undefined);
    }
  });

  test("with convolutional networks brings the settings that suit them, where the link names no others", () => {
    const { network, hidden } = readAddress("#family=autoencoder&network=convolutional");
    const usual = rules.usual("autoencoder", rules.first().dataset, "convolutional");
    assert.deepEqual({ network, hidden }, { network: "convolutional", hidden: usual.hidden });
  });

  test("is as usual where a link names its data alone", () => {
    const { family } = rules.first();
    const state = { ...rules.first(), ...rules.usual(family, "moons"), dataset: "moons" };
    assert.deepEqual(readAddress("#data=moons"), state);
  });

  test("does not know what else the page keeps in the address", () => {
    const state = rules.first();
    const text = writeAddress(state, { language: "sv", view: "", lesson: "a&b" });
    const fields = new URLSearchParams(text);
    assert.deepEqual([fields.get("language"), fields.get("view"), fields.get("lesson")], ["sv", null, "a&b"]);
    assert.deepEqual(readAddress(text), state);
  });
});

describe("what names no experiment", () => {
  for (const text of ["", "#", "#stage", "#views", "#language=sv", "#view=somewhere", "#lesson=3"]) {
    test(`"${text}" is none`, () => assert.equal(readAddress(text), null));
  }
});

describe("what cannot be read", () => {
  for (const [name, field] of [
    ["code", "code"],
    ["batch", "batchSize"],
    ["rate", "learningRate"],
    ["seed", "seed"],
    ["amount", "amount"],
    ["kl", "divergenceWeight"],
  ]) {
    for (const text of ["abc", "", "1,5", "0x10", "Infinity", "NaN", "1e", "--5", "<img src=x onerror=alert(1)>"]) {
      test(`${name}=${text} is passed on as it stands`, () => {
        const fields = new URLSearchParams({ family: "variational", [name]: text });
        assert.equal(readAddress(fields.toString())[field], text);
      });
    }
  }

  test("numbers out of range are passed on as numbers", () => {
    const { code, batchSize, learningRate } = readAddress("#code=5000&batch=0&rate=-1");
    assert.deepEqual({ code, batchSize, learningRate }, { code: 5000, batchSize: 0, learningRate: -1 });
  });

  test("layers that are no list of whole numbers are passed on as text", () => {
    for (const text of ["wide", "64--32", "-5", "64-3.5", "64,32"]) {
      assert.equal(readAddress(`#hidden=${text}`).hidden, text);
    }
    assert.deepEqual(readAddress("#hidden=64-32").hidden, [64, 32]);
  });

  test("a data set that the page does not have is refused with those it has", () => {
    for (const value of ["cifar", "", "toString", "__proto__"]) {
      assert.throws(() => readAddress(`#data=${value}`), {
        code: "unknown-data-set",
        values: { value, known: Object.keys(DATA_SETS).join(", ") },
      });
    }
  });

  test("a family that the library does not have is refused with those it has", () => {
    for (const value of ["diffusion", "", "constructor"]) {
      assert.throws(() => readAddress(`#family=${value}`), {
        code: "unknown-family",
        values: { value, known: rules.known.family.join(", ") },
      });
    }
  });
});

test("a number is read in full or not at all", () => {
  for (const [text, value] of [
    ["0.001", 0.001],
    [" 12 ", 12],
    ["+3", 3],
    ["-3", -3],
    [".5", 0.5],
    ["5.", 5],
    ["1e-4", 0.0001],
    ["1E+2", 100],
  ]) {
    assert.equal(readNumber(text), value);
  }
  for (const text of ["12px", "1 2", "1.2.3", "e5", "."]) assert.equal(readNumber(text), text);
});

test("widths are read between their separators, and never lose a sign", () => {
  assert.deepEqual(readWidths("96, 48", /[\s,;]+/), [96, 48]);
  assert.deepEqual(readWidths("  ", /-/), []);
  assert.equal(readWidths("-5", /[\s,;]+/), "-5");
});
