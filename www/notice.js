// What went wrong, in words, until it is read; and small confirmations, said politely.

import { find } from "./find.js";

const notice = find("#notice", HTMLElement);
const words = find("#notice p", HTMLElement);
const polite = find("#polite", HTMLElement);

find("#notice button", HTMLButtonElement).addEventListener("click", () => {
  notice.hidden = true;
});

/** @param {unknown} problem */
export function tell(problem) {
  words.textContent = problem instanceof Error ? problem.message : String(problem);
  notice.hidden = false;
}

export function clearNotice() {
  notice.hidden = true;
}

/** @param {HTMLButtonElement} button @param {string} done shown in its place for a moment */
export function confirmOn(button, done) {
  const usual = button.dataset.usual ?? button.textContent ?? "";
  button.dataset.usual = usual;
  button.textContent = done;
  polite.textContent = done;
  setTimeout(() => {
    button.textContent = usual;
  }, 1600);
}
