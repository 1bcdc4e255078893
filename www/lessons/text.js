// The words of a lesson, which come with it and follow the language.

import { currentLanguage, onLanguage } from "../languages/index.js";

/** @import {Text} from "../types/lessons" */

/** @type {WeakMap<Element, Text>} */
const spoken = new WeakMap();
/** Elements with such words, so that they can be found when the language changes. */
const MARK = "data-lesson-text";

/** @param {Text} text */
export const textOf = (text) =>
  /** @type {Record<string, string>} */ (/** @type {unknown} */ (text))[currentLanguage()];

/** @template {HTMLElement} Place @param {Place} element @param {Text} text @returns {Place} */
export function speak(element, text) {
  spoken.set(element, text);
  element.setAttribute(MARK, "");
  element.textContent = textOf(text);
  return element;
}

onLanguage(() => {
  for (const element of document.querySelectorAll(`[${MARK}]`)) {
    const text = spoken.get(element);
    if (text) element.textContent = textOf(text);
  }
});
