// The card of a lesson: what a step asks for, the guess, what was noticed and explained, and the way on.

import { make, words } from "../../elements.js";
import { makeGuess } from "../guesses/index.js";
import { speak } from "../text.js";

/** @import {GuessElement, Lesson, Seen} from "../../types/lessons" */

/**
 * @typedef {object} Listeners
 * @property {() => void} back
 * @property {() => void} next
 * @property {() => void} leave
 * @property {() => void} again
 * @property {(value: unknown) => void} changed the guess, before it is made
 * @property {(value: unknown) => void} guessed
 */

/** @param {string} id @param {string} key @param {string} look @param {() => void} click */
const button = (id, key, look, click) =>
  make("button", { id, class: look, words: key, attributes: { type: "button" }, on: { click } });

export class Card {
  #title = make("h2", { id: "lesson-title" });
  #place = make("p", { id: "lesson-place", class: "aside" });
  #ask = make("p", { id: "lesson-ask", attributes: { tabindex: "-1" } });
  #guessPlace = make("div", { id: "lesson-guess" });
  #waiting = make("p", { class: "aside", words: "lessons.guess.waiting", hidden: true });
  #tick = make("b", { words: "lessons.done" });
  #explanation = make("span");
  #noticed = make("p", { id: "lesson-noticed", attributes: { role: "status" } });
  #wandered = make("div", { id: "lesson-wandered", hidden: true });
  #preparing = make("p", { id: "lesson-preparing", class: "aside", words: "lessons.preparing", hidden: true });
  #make;
  #back;
  #next;
  /** @type {GuessElement|null} */
  guess = null;

  /** @param {Listeners} on */
  constructor(on) {
    this.#guessPlace.addEventListener("change", () => on.changed(this.guess?.value));
    this.#make = button("lesson-make-guess", "lessons.guess.make", "primary", () => {
      this.fix();
      this.#ask.focus();
      on.guessed(this.guess?.value);
    });
    this.#back = button("lesson-back", "lessons.back", "plain", () => {
      if (this.#back.ariaDisabled !== "true") on.back();
    });
    this.#next = button("lesson-next", "lessons.next", "plain", on.next);
    const leave = button("lesson-leave", "lessons.leave", "quiet", on.leave);
    this.#wandered.append(
      make("p", { class: "aside", words: "lessons.wandered" }),
      button("lesson-again", "lessons.again", "plain", on.again),
    );
    this.element = make(
      "section",
      { id: "lesson", attributes: { "aria-labelledby": "lesson-title" } },
      make("div", { class: "lesson-head" }, this.#title, this.#place, leave),
      this.#ask,
      this.#guessPlace,
      this.#make,
      this.#waiting,
      this.#preparing,
      this.#noticed,
      this.#wandered,
      make("div", { class: "lesson-ways" }, this.#back, this.#next),
    );
  }

  /** @param {Lesson} lesson @param {number} at @param {unknown} guessed what was guessed here before, if anything */
  show({ title, steps }, at, guessed) {
    const { ask, explain, guess } = steps[at];
    speak(this.#title, title);
    words(this.#place, "lessons.place", { at: at + 1, count: steps.length });
    speak(this.#ask, ask);
    speak(this.#explanation, explain);
    this.guess = guess ? makeGuess(guess) : null;
    if (guessed !== undefined) this.guess?.restore(guessed);
    this.#guessPlace.replaceChildren(...(this.guess ? [this.guess.element] : []));
    this.#make.hidden = !guess;
    this.#waiting.hidden = true;
    this.#noticed.replaceChildren();
    this.#next.className = "plain";
    this.#back.ariaDisabled = String(at === 0);
    words(this.#next, at === steps.length - 1 ? "lessons.finish" : "lessons.next");
  }

  /** The guess is made. */
  fix() {
    this.guess?.fix();
    this.#make.hidden = true;
    this.#waiting.hidden = false;
  }

  /** What the step asked for has been done. */
  done() {
    this.#waiting.hidden = true;
    this.#noticed.replaceChildren(this.#tick, " ", this.#explanation);
    this.#next.className = "primary";
  }

  /** @param {Seen} seen what has come of the guess so far */
  follow(seen) {
    if (this.#make.hidden) this.guess?.follow(seen);
  }

  /** @param {boolean} preparing @param {boolean} wandered */
  tell(preparing, wandered) {
    this.#preparing.hidden = !preparing;
    this.#wandered.hidden = preparing || !wandered;
  }

  /** Begun or gone on: whoever hears the page hears what is asked. */
  focus() {
    this.#ask.focus();
  }

  redraw() {
    this.guess?.redraw();
  }
}
