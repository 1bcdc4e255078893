// What holds the page together: small files, views that nobody names, and nothing that could become HTML or a script.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { code, literals, scripts, sources, viewNames } from "./sources.js";

const MOST_LINES = 300;
const MOST_LINES_OF_INDEX = 120;

const files = sources();
const index = files.find(({ path }) => path === "index.html");

test("no file is longer than can be read in one sitting", () => {
  const long = files.filter(({ lines }) => lines > MOST_LINES).map(({ path, lines }) => `${path}: ${lines} lines`);
  assert.deepEqual(long, []);
});

test("the frame's markup stays small", () => {
  assert.ok(index.lines < MOST_LINES_OF_INDEX, `index.html has ${index.lines} lines`);
});

describe("no file outside views/ names a view", () => {
  const names = viewNames();
  const named = new RegExp(`(^|[^a-z])(${names.join("|")})($|[^a-z])`);
  // The words of the views stand beside all others.
  const outside = files.filter(
    ({ path }) => !path.startsWith("views/") && !/^languages\/\w+\/views(-\w+)?\.js$/.test(path),
  );

  test("there are views", () => assert.ok(names.length >= 4, names.join()));

  for (const { path, text } of outside) {
    test(path, () => {
      const said = path.endsWith(".js")
        ? literals(text).filter((literal) => !/\s/.test(literal))
        : path.endsWith(".css")
          ? [...text.matchAll(/[#.][\w-]+|\[[^\]]*\]/g)].map(([selector]) => selector)
          : [...text.matchAll(/[\w-]+="([^"]*)"/g)].map(([, value]) => value);
      assert.deepEqual(
        said.filter((literal) => named.test(literal)),
        [],
      );
    });
  }
});

describe("nothing becomes HTML, a script or a style", () => {
  const sinks = [
    /\.(innerHTML|outerHTML|srcdoc)\b/,
    /\b(insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment|DOMParser)\b/,
    /\bdocument\s*\.\s*writeln?\b/,
    /\beval\s*\(/,
    /\bFunction\s*\(/,
    /\bset(Timeout|Interval)\s*\(\s*""/,
  ];
  const names = /^(on[a-z]+|style|srcdoc)$/;

  for (const { path, text } of scripts()) {
    test(path, () => {
      const plain = code(text);
      for (const sink of sinks) assert.doesNotMatch(plain, sink);
      const attributes = [...text.matchAll(/setAttribute(?:NS)?\(\s*(?:null,\s*)?"([^"]*)"/g)].map(([, name]) => name);
      assert.deepEqual(
        attributes.filter((name) => names.test(name)),
        [],
      );
      assert.deepEqual(
        literals(text).filter((literal) => /<\/?[a-z]+[\s>/]|^javascript:/i.test(literal)),
        [],
      );
    });
  }

  test("index.html", () => {
    const attributes = [...index.text.matchAll(/\s([a-z-]+)="/g)].map(([, name]) => name);
    assert.deepEqual(
      attributes.filter((name) => names.test(name)),
      [],
    );
    assert.doesNotMatch(index.text, /<style|javascript:/);
    const inline = [...index.text.matchAll(/<script[^>]*>([^<]*)<\/script>/g)].filter(([, body]) => body.trim() !== "");
    assert.deepEqual(inline, []);
  });
});
