// Every error that the library can give has words in every language, with the values that come with it.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { LANGUAGES } from "../../www/languages/index.js";
import { errors, settings } from "../library.js";
import { literals, scripts } from "./sources.js";

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

    for (const [name, { choices = [] }] of Object.entries(settings.fields)) {
      test(`the setting ${name} and its choices have names`, () => {
        // How a network's units answer is not to be chosen on the page.
        assert.ok(messages[`settings.${name}`], `settings.${name}`);
        const prefix = { network: "networks", family: "families", objective: "objectives", corruption: "corruptions" };
        if (prefix[name]) for (const choice of choices) assert.ok(messages[`${prefix[name]}.${choice}`], choice);
      });
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
