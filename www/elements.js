// Making elements without HTML in text, and giving them words that follow the language.

import { onLanguage, say } from "./languages/index.js";

/** @import {Values} from "./languages/index.js" */

/** @typedef {{key: string, values: Values}} Words */
/** @typedef {string | [key: string, values: Values]} WordsChoice a key, or a key with values */

/** What each element says, by attribute; "" stands for its text. @type {WeakMap<Element, Map<string, Words>>} */
const spoken = new WeakMap();
/** Elements with words, so that they can be found when the language changes. */
const WORDED = "data-words";

/**
 * Gives an element words by key; they follow the language from then on.
 * @param {Element} element
 * @param {string} key
 * @param {Values} [values]
 * @param {string} [attribute] in the place of the text: aria-label, title, aria-valuetext
 */
export function words(element, key, values = {}, attribute = "") {
  let own = spoken.get(element);
  if (!own) {
    own = new Map();
    spoken.set(element, own);
    element.setAttribute(WORDED, "");
  }
  own.set(attribute, { key, values });
  write(element, attribute, say(key, values));
}

/** @param {Element} element @param {string} attribute @param {string} text */
function write(element, attribute, text) {
  if (attribute) {
    if (element.getAttribute(attribute) !== text) element.setAttribute(attribute, text);
  } else if (element.textContent !== text) element.textContent = text;
}

/** Says everything again: in the frame's markup words stand as data-say and data-say-<attribute>. */
function sayAll() {
  for (const element of document.querySelectorAll(`[${WORDED}]`)) {
    for (const [attribute, { key, values }] of spoken.get(element) ?? []) write(element, attribute, say(key, values));
  }
}

/** Takes up the keys that stand in markup. @param {ParentNode} root */
export function takeUpWords(root) {
  for (const element of root.querySelectorAll("[data-say]")) words(element, element.getAttribute("data-say") ?? "");
  for (const attribute of ["aria-label", "title", "content"]) {
    for (const element of root.querySelectorAll(`[data-say-${attribute}]`)) {
      words(element, element.getAttribute(`data-say-${attribute}`) ?? "", {}, attribute);
    }
  }
}

onLanguage(sayAll);

/**
 * @typedef {object} Properties
 * @property {string} [id]
 * @property {string} [class]
 * @property {WordsChoice} [words] of the text
 * @property {WordsChoice} [label] aria-label
 * @property {WordsChoice} [title]
 * @property {string} [text] that is no word of a language: a number, a name
 * @property {boolean} [hidden]
 * @property {Record<string, string>} [attributes]
 * @property {Record<string, string>} [data] data-*
 * @property {Record<string, string>} [style] custom properties and others
 * @property {Record<string, (event: any) => void>} [on] listeners
 */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Properties} [properties]
 * @param {(Node|string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  dress(element, properties);
  element.append(...children);
  return element;
}

/** @param {HTMLElement} element @param {Properties} properties */
function dress(element, properties) {
  if (properties.id) element.id = properties.id;
  if (properties.class) element.className = properties.class;
  if (properties.text !== undefined) element.textContent = properties.text;
  if (properties.hidden) element.hidden = true;
  for (const [name, value] of Object.entries(properties.attributes ?? {})) element.setAttribute(name, value);
  Object.assign(element.dataset, properties.data);
  for (const [name, value] of Object.entries(properties.style ?? {})) element.style.setProperty(name, value);
  for (const [name, listener] of Object.entries(properties.on ?? {})) element.addEventListener(name, listener);
  for (const [choice, attribute] of /** @type {const} */ ([
    [properties.words, ""],
    [properties.label, "aria-label"],
    [properties.title, "title"],
  ])) {
    if (choice === undefined) continue;
    const [key, values] = typeof choice === "string" ? [choice, {}] : choice;
    words(element, key, values, attribute);
  }
}

/**
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string|number>} [attributes]
 * @param {(Node|string)[]} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function makeSvg(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/**
 * A canvas that is read to those who cannot see it.
 * @param {Properties} properties
 */
export const makeCanvas = (properties) =>
  make("canvas", { ...properties, attributes: { role: "img", ...properties.attributes } });

/** @param {HTMLCanvasElement} element @returns {CanvasRenderingContext2D} */
export function context(element) {
  const drawing = element.getContext("2d");
  if (!drawing) throw new Error("The browser gave no canvas to draw on.");
  return drawing;
}

/** Custom properties by name and by what they depend on. @type {Map<string, string>} */
const properties = new Map();
/** @type {MediaQueryList[]|null} */
let media = null;

/**
 * To ask the page's styles for one has them computed anew, wherever something has changed: it is done once.
 * @param {string} name of a custom property of the theme
 */
export function property(name) {
  media ??= ["(forced-colors: active)", "(prefers-contrast: more)"].map((query) => matchMedia(query));
  const root = document.documentElement;
  const key = [name, root.dataset.theme, root.dataset.projector, ...media.map(({ matches }) => matches)].join();
  const value = properties.get(key) ?? getComputedStyle(root).getPropertyValue(name).trim();
  properties.set(key, value);
  return value;
}
