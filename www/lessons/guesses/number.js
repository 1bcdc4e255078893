// A number is guessed before it runs; afterwards it stands beside what was measured.

import { make, words } from "../../elements.js";
import { number } from "../../languages/index.js";

/** @import {Guess, Seen} from "../../types/lessons" */

const AS_MEASURED = { maximumFractionDigits: 1 };

export class NumberGuess {
  told = false;
  #input;
  #output = make("output");
  #bar = make("div", { class: "bar", hidden: true });
  #outcome = make("p", { class: "lesson-outcome", attributes: { role: "status" } });

  /** @param {Extract<Guess, {kind: "number"}>} guess */
  constructor(guess) {
    this.guess = guess;
    this.#input = make("input", {
      attributes: { type: "range", min: "0", max: String(guess.most), step: "1" },
      on: { input: () => this.redraw() },
    });
    this.#input.value = String(Math.round(guess.most / 2));
    const label = make("label", {}, make("span", { words: "lessons.guess.number" }), this.#output, this.#input);
    this.element = make("div", { class: "guess number-guess" }, label, this.#bar, this.#outcome);
    this.redraw();
  }

  get value() {
    return Number(this.#input.value);
  }

  /** @param {unknown} value that the slider keeps within its bounds */
  restore(value) {
    if (typeof value === "number") this.#input.value = String(value);
    this.redraw();
  }

  /** No more is changed. */
  fix() {
    this.#input.disabled = true;
  }

  /** @param {Seen} seen */
  follow({ measures }) {
    const value = measures.get(this.guess.measure);
    if (this.told || value === undefined) return;
    this.told = true;
    this.#bar.style.setProperty("--share", `${Math.min(100, (100 * value) / this.guess.most)}%`);
    this.#bar.hidden = false;
    const figures = { guess: number(this.value), value: number(value, AS_MEASURED) };
    words(this.#outcome, "lessons.guess.number.told", figures);
  }

  redraw() {
    this.#output.textContent = number(this.value);
    this.#input.setAttribute("aria-valuetext", this.#output.textContent);
  }
}
