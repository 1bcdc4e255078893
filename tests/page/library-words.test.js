// Every error that the library can give has words in every language, with the values that come with it.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { LANGUAGES } from "../../www/languages/index.js";
import { FIELDS } from "../../www/panels/controls/fields.js";
import { errors, settings } from "../library.js";
import { literals, scripts } from "./sources.js";

/** What a person can choose, and what an error can name, by the kind of key. */
const { network, family, objective, corruption, engine } = settings.fields;
const NAMED = {
  ...{ networks: network.choices, families: family.choices, objectives: objective.choices },
  ...{ corruptions: corruption.choices, engines: engine.choices },
  settings: FIELDS.map(({ name }) => name),
};

for (const [language, messages] of Object.entries(LANGUAGES)) {
  describe(`in ${language}`, () => {
    for (const [code, values] of Object.entries(errors)) {
      test(`${code} is said with its own values`, () => {
        const words = messages[`errors.${code}`];
        assert.equal(typeof words, "string", `there are no words for ${code}`);
        const places = [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        assert.deepEqual(
          places.filter((place) => !values.includes(place)),
          [],
        );
      });
    }

    for (const [kind, names] of Object.entries(NAMED)) {
      for (const name of names) test(`${kind}.${name} has a name`, () => assert.ok(messages[`${kind}.${name}`]));
    }
  });
}

test("no words are there for an error that nobody can give", () => {
  const named = new Set(
    scripts()
      .filter(({ path }) => !path.startsWith("languages/"))
      .flatMap(({ text }) => literals(text)),
  );
  const codes = Object.keys(LANGUAGES.en)
    .filter((key) => key.startsWith("errors."))
    .map((key) => key.slice("errors.".length));
  assert.deepEqual(
    codes.filter((code) => !Object.hasOwn(errors, code) && !named.has(code)),
    [],
  );
});
