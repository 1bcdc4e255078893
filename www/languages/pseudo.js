// Languages that nobody speaks, made of English to show faults of the page before a real one meets them: words twice as
// long, words from right to left, and messages full of what must stay plain text.

/** @import {Message, Messages} from "./index.js" */

const ACCENTED = new Map(
  Object.entries({ a: "á", e: "é", i: "î", o: "ö", u: "ü", A: "Å", E: "È", I: "Ï", O: "Ö", U: "Û" }),
);

/** @param {string} inside */
const tag = (inside) => `<${inside}>`;

/** Only one such addition a message: a button stays a button. */
const HOSTILE = [
  tag('img src="x" onerror="window.fromMessage = true"'),
  `${tag("b")}&amp;${tag("/b")}`,
  `"'\`\\${tag("/script")}`,
  "👩🏽‍🔬🏳️‍🌈",
  "Z̷̛͖a̸̢͠l̴̰̈́g̵̠̓o̶͍͝",
  "pneumonoultramicroscopicsilicovolcanoconiosis",
];

/** What is between places for values. @param {string} text @param {(part: string) => string} change */
const betweenPlaces = (text, change) =>
  text
    .split(/(\{\w+\})/)
    .map((part, index) => (index % 2 ? part : change(part)))
    .join("");

/** @param {string} letter */
const twice = (letter) => (ACCENTED.get(letter) ?? letter) + letter.toLowerCase();

/** A word as if it were written from right to left. @param {string} word */
const overridden = (word) => `\u202e${word}\u202c`;

/** @type {Record<string, {direction: "ltr"|"rtl", text: (text: string, index: number) => string}>} */
const MAKERS = {
  "pseudo-long": {
    direction: "ltr",
    text: (text) => betweenPlaces(text, (part) => part.replace(/\p{L}/gu, twice)),
  },
  "pseudo-rtl": {
    direction: "rtl",
    text: (text) => betweenPlaces(text, (part) => part.replace(/\p{L}[\p{L}\p{M}’-]*/gu, overridden)),
  },
  "pseudo-hostile": {
    direction: "ltr",
    text: (text, index) => text && `${text} ${HOSTILE[index % HOSTILE.length]}`,
  },
};

/**
 * The messages of such a language; nothing where there is none of that name.
 * @param {string} name
 * @param {Messages} messages in a real language
 * @returns {Messages|undefined}
 */
export function pseudoLanguage(name, messages) {
  if (!Object.hasOwn(MAKERS, name)) return undefined;
  const { direction, text } = MAKERS[name];
  /** @param {Message} message @param {number} index @returns {Message} */
  const changed = (message, index) =>
    typeof message === "string"
      ? text(message, index)
      : /** @type {Message} */ (
          Object.fromEntries(Object.entries(message).map(([form, words]) => [form, text(words, index)]))
        );
  const all = Object.entries(messages).map(([key, message], index) => [key, changed(message, index)]);
  return { ...Object.fromEntries(all), "page.direction": direction };
}
