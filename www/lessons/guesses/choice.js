// One of a few answers is picked before it runs; afterwards it is marked which one was right.

import { make, words } from "../../elements.js";
import { speak } from "../text.js";

/** @import {Guess, Seen} from "../../types/lessons" */

/** Groups of radio buttons need names of their own. */
let made = 0;

export class Choice {
  told = false;
  #fields;
  #outcome = make("p", { class: "lesson-outcome", attributes: { role: "status" } });

  /** @param {Extract<Guess, {kind: "choose"}>} guess */
  constructor(guess) {
    this.guess = guess;
    made += 1;
    this.#fields = guess.options.map((option, index) => {
      const input = make("input", { attributes: { type: "radio", name: `guess-${made}`, value: String(index) } });
      input.checked = index === 0;
      const mark = make("b", { hidden: true });
      return { input, mark, label: make("label", {}, input, speak(make("span"), option), mark) };
    });
    const legend = make("legend", { class: "unseen", words: "lessons.guess.choose" });
    const choices = make("fieldset", {}, legend, ...this.#fields.map(({ label }) => label));
    this.element = make("div", { class: "guess choice" }, choices, this.#outcome);
  }

  get value() {
    return this.#fields.findIndex(({ input }) => input.checked);
  }

  /** @param {unknown} value */
  restore(value) {
    const field = this.#fields[Number(value)];
    if (field) field.input.checked = true;
  }

  /** No more is changed. */
  fix() {
    for (const { input } of this.#fields) input.disabled = true;
  }

  /** @param {Seen} seen */
  follow({ trained }) {
    const { answer, steps = 0 } = this.guess;
    if (this.told || trained < steps) return;
    this.told = true;
    this.#fields.forEach(({ input, mark, label }, index) => {
      label.classList.toggle("true", index === answer);
      mark.hidden = index !== answer && !input.checked;
      words(mark, index === answer ? "lessons.guess.choose.true" : "lessons.guess.choose.yours");
    });
    const right = this.#fields[answer].input.checked;
    words(this.#outcome, right ? "lessons.guess.choose.right" : "lessons.guess.choose.wrong");
  }

  redraw() {}
}
