// Every language says everything, and nothing that nobody asks for.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { LANGUAGES } from "../../www/languages/index.js";
import { literals, scripts, sources } from "./sources.js";

/** The same in Swedish as in English: names, terms and abbreviations, by key. */
const SHARED = new Set([
  "page.direction",
  "page.title",
  "families.adversarial",
  "families.variational.brief",
  "families.autoencoder",
  "views.failure-modes.figure",
  "transport.nothing",
  "settings.label",
  "settings.batchSize",
  "classes.sandal",
  "activations.relu",
  "activations.leaky-relu",
  "optimizers.adam",
  "optimizers.adamw",
  "optimizers.rmsprop",
  "optimizers.sgd",
  "objectives.wasserstein",
  "engines.cpu",
  "engines.webgpu",
  "panels.diagram.generator",
  "panels.losses.generator",
  "views.responses.traversal.deviations",
  "views.breeding.generation",
  "baselines.pca",
  "units.dB",
  "units.nats",
]);

/** Keys that are put together from a table: `www/say-error.js` names the values of errors so. */
const BY_TABLE = /^values\./;

const { en } = LANGUAGES;
const others = Object.entries(LANGUAGES).filter(([language]) => language !== "en");
const keys = Object.keys(en);
/** What stands before the first dot of a key. */
const kinds = new Set(keys.map((key) => key.split(".")[0]));

/** What the page says, outside the languages themselves. */
const written = scripts()
  .filter(({ path }) => !path.startsWith("languages/"))
  .flatMap(({ path, text }) => literals(text).map((literal) => ({ path, literal })));
for (const { path, text } of sources().filter(({ path }) => path.endsWith(".html"))) {
  for (const [, literal] of text.matchAll(/\sdata-say[\w-]*="([^"]*)"/g)) written.push({ path, literal });
}

/** @param {string} literal */
const isKey = (literal) => /^[\w-]+(\.[\w\0-]+)+$/.test(literal) && kinds.has(literal.split(".")[0]);

/** @param {string} literal of a key whose parts may be values @returns {string[]} */
function meant(literal) {
  const pattern = literal.split("\0").map((part) => part.replaceAll(".", "\\."));
  const whole = new RegExp(`^${pattern.join("[\\w-]+(\\.[\\w-]+)*")}$`);
  return keys.filter((key) => whole.test(key));
}

/** @param {import("../../www/languages/index.js").Message} message */
const forms = (message) => (typeof message === "string" ? [message] : Object.values(message));

/** @param {import("../../www/languages/index.js").Message} message */
const places = (message) =>
  [...new Set(forms(message).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)))].sort();

test("every key that the page uses has words", () => {
  const unknown = written.filter(({ literal }) => isKey(literal) && meant(literal).length === 0);
  assert.deepEqual(unknown, []);
});

test("every code of an error that the page names has words", () => {
  const codes = scripts().flatMap(({ path, text }) =>
    [...text.matchAll(/\bpageError\(\s*"([\w-]+)"/g)].map(([, code]) => ({ path, code })),
  );
  assert.ok(codes.length > 0);
  assert.deepEqual(
    codes.filter(({ code }) => !(`errors.${code}` in en)),
    [],
  );
});

test("no words are there that nobody says", () => {
  // What the library says is found by its codes, which another test compares.
  const used = new Set(
    written.filter(({ literal }) => isKey(literal) && literal !== "errors.\0").flatMap(({ literal }) => meant(literal)),
  );
  const unused = keys.filter((key) => !used.has(key) && !BY_TABLE.test(key) && !key.startsWith("errors."));
  assert.deepEqual(unused, []);
});

for (const [language, messages] of others) {
  describe(`the language ${language}`, () => {
    test("has the same keys as English", () => {
      assert.deepEqual(Object.keys(messages).sort(), [...keys].sort());
    });

    test("has the same places for values as English", () => {
      for (const key of keys) assert.deepEqual(places(messages[key]), places(en[key]), key);
    });

    test("has no English left", () => {
      const copies = keys.filter((key) => forms(messages[key]).some((form) => forms(en[key]).includes(form)));
      assert.deepEqual(
        copies.filter((key) => !SHARED.has(key)),
        [],
      );
    });
  });
}

test("no allowance for a word that is not the same any more", () => {
  const [[, messages]] = others;
  const idle = [...SHARED].filter((key) => !forms(messages[key]).some((form) => forms(en[key]).includes(form)));
  assert.deepEqual(idle, []);
});

for (const [language, messages] of Object.entries(LANGUAGES)) {
  test(`every plural in ${language} has the forms that the language needs`, () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort();
    const plurals = Object.entries(messages).filter(([, message]) => typeof message !== "string");
    assert.ok(plurals.length > 0);
    for (const [key, message] of plurals) assert.deepEqual(Object.keys(message).sort(), needed, key);
  });
}
