// The language of the page: the words of a key, numbers as the language writes them, and a change of both at once.

import en from "./en.js";
import sv from "./sv.js";

/** A further language is one more file, and one more line here. */
export const LANGUAGES = /** @type {Record<string, Messages>} */ ({ en, sv });

/**
 * A message with places for values as {name}; where it depends on a number, one for each plural form of `count`.
 * @typedef {string | Partial<Record<Intl.LDMLPluralRule, string>> & {other: string}} Message
 */
/** @typedef {Record<string, Message>} Messages */
/** @typedef {Record<string, string|number>} Values */

/** Languages of another kind, which are loaded only for who asks for one by the address. */
const PSEUDO = /^pseudo-/;

let language = "en";
/** Those of the language, which a pseudo-language changes. @type {Messages} */
let messages = en;
/** The language that was asked for last, while it may still be loading. */
let asked = "en";
/** @type {Set<() => void>} */
const listeners = new Set();

/** The first language of the browser that the page has. @param {readonly string[]} [wanted] */
export function preferredLanguage(wanted = navigator.languages) {
  for (const tag of wanted) {
    const [base] = tag.toLowerCase().split("-");
    if (base in LANGUAGES) return base;
  }
  return "en";
}

/** The one of LANGUAGES that numbers are written in, and that a pseudo-language is made of. */
export const currentLanguage = () => language;

/** @param {string} next one of LANGUAGES, or a pseudo-language; all that listens is told */
export async function setLanguage(next) {
  asked = next;
  if (next in LANGUAGES) return speak(next, LANGUAGES[next]);
  if (!PSEUDO.test(next)) return;
  const { pseudoLanguage } = await import("./pseudo.js");
  const made = pseudoLanguage(next, LANGUAGES.en);
  if (made && asked === next) speak("en", made);
}

/** @param {string} next @param {Messages} its */
function speak(next, its) {
  if (messages === its) return;
  language = next;
  messages = its;
  for (const listener of listeners) listener();
}

/** @param {() => void} listener called after each change of language */
export function onLanguage(listener) {
  listeners.add(listener);
}

/** What a person has named, by keys of their own: in every language it is said as it stands. @type {Map<string, string>} */
const given = new Map();

/** @param {string} key that no words have @param {string} name */
export const giveName = (key, name) => given.set(key, name);

/** @param {string} key @returns {boolean} */
export const hasWords = (key) => given.has(key) || key in messages || key in LANGUAGES.en;

/**
 * The words of a key in the current language. A number among the values is written as the language writes numbers.
 * @param {string} key
 * @param {Values} [values]
 */
export function say(key, values = {}) {
  const name = given.get(key);
  if (name !== undefined) return name;
  const message = messages[key] ?? LANGUAGES.en[key];
  if (message === undefined) return key;
  const text = typeof message === "string" ? message : plural(message, Number(values.count));
  return text.replace(/\{(\w+)\}/g, (place, name) => {
    const value = values[name];
    if (value === undefined) return place;
    return typeof value === "number" ? number(value) : value;
  });
}

/** @param {Exclude<Message, string>} forms @param {number} count */
function plural(forms, count) {
  return forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
}

/** @type {Map<string, Intl.NumberFormat>} */
const formats = new Map();

/** @param {number} value @param {Intl.NumberFormatOptions} [options] */
export function number(value, options = { maximumSignificantDigits: 9 }) {
  const key = language + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(language, options);
    formats.set(key, format);
  }
  return format.format(value);
}

// The first format takes 20 ms, in a task of its own.
setTimeout(() => number(0));

/** A share of 0 to 1 in per cent. @param {number} share */
export const percent = (share) => number(share, { style: "percent", maximumFractionDigits: 0 });

/**
 * A figure in few characters, as for an axis or beside a name.
 * @param {number|null|undefined} value
 */
export function short(value) {
  if (value === undefined || value === null || Number.isNaN(value)) return "–";
  const size = Math.abs(value);
  if (size >= 10000) return number(value, { notation: "compact", maximumSignificantDigits: 3 });
  if (size >= 100) return number(value, { maximumFractionDigits: 0 });
  if (size > 0 && size < 0.001) return number(value, { notation: "scientific", maximumSignificantDigits: 1 });
  return number(value, { maximumSignificantDigits: 3 });
}
