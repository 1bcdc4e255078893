// Links open the same experiment for ever: one of each form that the page ever wrote, or that stood in its own texts.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readAddress, writeAddress } from "../../www/experiment/address.js";
import { DATA_SETS } from "../../www/experiment/datasets.js";
import { makeRules } from "../../www/experiment/rules.js";
import { usualIn, VERSIONS } from "../../www/experiment/versions.js";
import { settings } from "../library.js";
import LINKS from "./old-links.json" with { type: "json" };

const rules = makeRules(settings);

describe("a link of before", () => {
  for (const { link, opens } of LINKS) {
    test(`opens what it opened: ${link}`, () => assert.deepEqual(readAddress(link), opens));
  }

  test("is there of each version, with and without most settings", () => {
    const versions = new Set(LINKS.map(({ link }) => new URLSearchParams(link.slice(1)).get("v") ?? "1"));
    assert.deepEqual([...versions].sort(), [...VERSIONS.keys()]);
  });

  test("is there with every setting", () => {
    for (const name of Object.keys(rules.first())) {
      const values = new Set(LINKS.map(({ opens }) => JSON.stringify(opens[name])));
      assert.ok(values.size > 1, `no link has another ${name} than the rest`);
    }
  });

  test("says the same when it is written as links are now", () => {
    for (const { opens } of LINKS) assert.deepEqual(readAddress(writeAddress(opens)), opens);
  });
});

test("what links leave out is what is usual now: where the library says otherwise, add a version (CONTRIBUTING.md)", () => {
  for (const family of rules.known.family) {
    for (const dataset of Object.keys(DATA_SETS)) {
      for (const network of ["dense", "convolutional"]) {
        const {
          family: _,
          dataset: __,
          seed,
          engine,
          drawn,
          own,
          ...left
        } = usualIn(undefined, family, dataset, network);
        assert.deepEqual(left, rules.usual(family, dataset, network), `${family} on ${dataset}, ${network}`);
        const first = rules.first();
        assert.deepEqual([seed, engine, drawn, own], [first.seed, first.engine, first.drawn, first.own]);
      }
    }
  }
});

test("a link of a version that this page does not know is refused in words", () => {
  for (const value of ["3", "0", "", "constructor", "2.0"]) {
    assert.throws(() => readAddress(`#v=${value}&family=autoencoder`), {
      code: "unknown-link-version",
      values: { value, known: [...VERSIONS.keys()].join(", ") },
    });
  }
});

describe("a link leaves out", () => {
  test("all that is usual", () => {
    const state = {
      ...rules.first(),
      ...rules.usual("variational", "letters"),
      family: "variational",
      dataset: "letters",
    };
    assert.equal(writeAddress(state), "v=2&family=variational&data=letters&seed=7");
    assert.equal(writeAddress({ ...state, code: 5 }), "v=2&family=variational&data=letters&code=5&seed=7");
  });

  test("nothing that is not, a penalty that there is none of among it", () => {
    const ring = { ...rules.first(), ...rules.usual("adversarial", "ring"), dataset: "ring", penaltyWeight: 0 };
    assert.equal(writeAddress(ring), "v=2&family=adversarial&data=ring&penalty=0&seed=7");
  });
});
