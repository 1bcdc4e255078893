// Single letters as keys of the whole page: not in fields, and not for those who turn them off, as whoever speaks to their
// machine has to be able to (WCAG 2.2, 2.1.4).

import { make } from "../elements.js";

const KEY = "letter-keys";
const OFF = "off";
/** Where letters mean something already, or a dialog is open. */
const OWN_LETTERS = "input, select, textarea, dialog, [role=application], [contenteditable]";

/** Storage may be refused, as in a private window; the choice then lasts as long as the page. */
let chosen = "";
try {
  chosen = localStorage.getItem(KEY) ?? "";
} catch {}

/** Whether a key is meant for the page and not for what has the focus. @param {KeyboardEvent} event */
export const isForThePage = ({ ctrlKey, metaKey, altKey, repeat, target }) =>
  !ctrlKey && !metaKey && !altKey && !repeat && !(target instanceof Element && target.closest(OWN_LETTERS));

/** Whether a letter is. @param {KeyboardEvent} event */
export const isLetterForThePage = (event) => chosen !== OFF && isForThePage(event);

/** A box by which they are turned off. */
export function makeLetterKeys() {
  const box = make("input", { id: "letter-keys", attributes: { type: "checkbox" } });
  box.checked = chosen !== OFF;
  box.addEventListener("change", () => {
    chosen = box.checked ? "" : OFF;
    try {
      if (box.checked) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, OFF);
    } catch {}
  });
  return make("label", { class: "share-tick" }, box, make("span", { words: "share.letter-keys" }));
}
