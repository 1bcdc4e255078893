// What the library tells, the page does not say again: ranges, defaults by family, limits.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { IDEAS } from "../../www/experiment/ideas.js";
import { makeRules } from "../../www/experiment/rules.js";
import { settings } from "../library.js";
import { code, scripts, sources } from "./sources.js";

/** Round numbers that are written for other reasons, too: a second in milliseconds. */
const ROUND = /^[125]?0*$/;
const LARGE = 1000;
const SMALL = 0.01;

/** Settings by name, as they stand in an object or an assignment, with a number or a list of them. */
const SETTING = `(${Object.keys(settings.fields).join("|")})`;
const NUMBER = "[-+]?(?:0x[\\da-f_]+|\\d[\\d_]*\\.?[\\d_]*(?:e[-+]?\\d+)?|\\.\\d+)";

/** @param {unknown} value @returns {number[]} every number in it */
function numbersIn(value) {
  if (typeof value === "number") return [value];
  return value && typeof value === "object" ? Object.values(value).flatMap(numbersIn) : [];
}

/** The library keeps some in single precision: 0.001 is told as 0.0010000000474974513. */
const plain = (/** @type {number} */ value) => Number(value.toPrecision(6));
const told = new Set(numbersIn(settings).flatMap((value) => [value, plain(value)]));

/** @param {string} script @returns {number[]} the numbers written in it, and what products and powers of them make */
function written(script) {
  const text = code(script).replace(/"[^"]*"/g, "");
  const found = [...text.matchAll(new RegExp(`(?<![\\w.])${NUMBER}`, "gi"))].map(([number]) => read(number));
  const made = [...text.matchAll(new RegExp(`(?<![\\w.])(${NUMBER})\\s*(\\*\\*?|<<)\\s*(${NUMBER})`, "gi"))];
  return [...found, ...made.map(([, one, sign, other]) => combined(read(one), sign, read(other)))];
}

/** @param {string} number */
const read = (number) => Number(number.replaceAll("_", ""));

/** @param {number} one @param {string} sign @param {number} other */
const combined = (one, sign, other) => (sign === "*" ? one * other : sign === "**" ? one ** other : one * 2 ** other);

/** Things to try are departures from what is usual: another test sees that they are. */
const own = scripts().filter(({ path }) => path !== "experiment/ideas.js" && !path.startsWith("languages/"));

describe("no range or limit of the library stands in the page", () => {
  for (const { path, text } of own) {
    test(path, () => {
      const telling = (/** @type {number} */ value) => value >= LARGE && !ROUND.test(String(value));
      const settingsAreAtHand = /^(experiment|panels\/controls)\//.test(path);
      const again = written(text).filter(
        (value) => told.has(value) && (telling(value) || (settingsAreAtHand && value > 0 && value < SMALL)),
      );
      assert.deepEqual(again, []);
    });
  }
});

test("no setting is given a number by the page", () => {
  const given = new RegExp(`(?:\\b|_)(${SETTING}|least|most|min|max|step)"?\\s*[:=]\\s*\\[?\\s*${NUMBER}`, "i");
  const found = own
    .filter(({ path }) => /^(experiment|panels\/controls|engine)\//.test(path))
    .flatMap(({ path, text }) =>
      code(text)
        .split("\n")
        .map((line) => `${path}: ${line.trim()}`),
    )
    .filter((line) => given.test(line));
  // With which seed the page opens is its own affair.
  assert.deepEqual(
    found.filter((line) => !/^experiment\/rules\.js: const FIRST = .*\bseed: \d+/.test(line)),
    [],
  );
});

test("no field of the frame's markup has a range of its own", () => {
  const { text } = sources().find(({ path }) => path === "index.html");
  const ranged = [...text.matchAll(/<input[^>]*\s(?:min|max|step|value)="[^>]*>/g)].map(([input]) => input);
  assert.deepEqual(
    ranged.filter((input) => !/id="timeline"/.test(input)),
    [],
  );
});

describe("a thing to try", () => {
  const rules = makeRules(settings);
  for (const [family, ideas] of Object.entries(IDEAS)) {
    for (const { name, dataset = rules.first().dataset, part = {} } of ideas) {
      test(`${family}: ${name} says nothing that is usual`, () => {
        const usual = rules.usual(family, dataset, part.network);
        for (const [setting, value] of Object.entries(part)) {
          if (setting !== "network" && setting !== "amount") assert.notDeepEqual(value, usual[setting], setting);
        }
      });
    }
  }
});
