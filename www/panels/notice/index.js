// What went wrong, in words, until it is read; what can be undone; and small confirmations, said politely.

import { words } from "../../elements.js";
import { find } from "../../find.js";
import { onLanguage, say } from "../../languages/index.js";

/** @import {Values} from "../../languages/index.js" */

const notice = find("#notice", HTMLElement);
const text = find("#notice p", HTMLElement);
const retry = find("#notice-retry", HTMLButtonElement);
const offer = find("#offer", HTMLElement);
const polite = find("#polite", HTMLElement);

/** @type {(() => string)|null} */
let problem = null;
/** @type {() => void} */
let tryAgain = () => {};
/** @type {() => void} */
let accept = () => {};

find("#notice-dismiss", HTMLButtonElement).addEventListener("click", clearNotice);
retry.addEventListener("click", () => {
  clearNotice();
  tryAgain();
});
find("#offer-accept", HTMLButtonElement).addEventListener("click", () => {
  clearOffer();
  accept();
});
find("#offer-dismiss", HTMLButtonElement).addEventListener("click", clearOffer);
onLanguage(() => {
  if (problem) text.textContent = problem();
});

/**
 * @param {() => string} words said again when the language changes
 * @param {() => void} [again] what can be tried again
 */
export function tell(words, again) {
  problem = words;
  text.textContent = words();
  retry.hidden = !again;
  if (again) tryAgain = again;
  notice.hidden = false;
}

export function clearNotice() {
  problem = null;
  notice.hidden = true;
}

/**
 * Something that was done, and how to undo it.
 * @param {string} key of what was done
 * @param {Values} values
 * @param {string} action key of the button
 * @param {() => void} undo
 */
export function offerUndo(key, values, action, undo) {
  words(find("#offer p", HTMLElement), key, values);
  words(find("#offer-accept", HTMLButtonElement), action);
  accept = undo;
  offer.hidden = false;
}

export function clearOffer() {
  offer.hidden = true;
}

/** @param {HTMLButtonElement} button @param {string} done key of what it says for a moment */
export function confirmOn(button, done) {
  const usual = button.dataset.say ?? "";
  words(button, done);
  polite.textContent = say(done);
  setTimeout(() => words(button, usual), 1600);
}

/** Said to those who cannot see it. @param {string} key @param {Values} [values] */
export function announce(key, values) {
  const said = say(key, values);
  if (polite.textContent !== said) polite.textContent = said;
}
