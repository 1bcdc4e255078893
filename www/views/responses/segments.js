// A choice of one out of a few, side by side: radio buttons, so that arrow keys go through them.

import { make } from "../../elements.js";

/** @import {WordsChoice} from "../../elements.js" */
/** @typedef {{value: string, words?: WordsChoice, text?: string, label?: WordsChoice}} Choice */

export class Segments {
  #legend;
  #name;
  #choose;

  /**
   * @param {string} name of the radio buttons
   * @param {string} legend key
   * @param {(value: string) => void} choose
   */
  constructor(name, legend, choose) {
    this.#name = name;
    this.#legend = make("legend", { class: "unseen", words: legend });
    this.#choose = choose;
    this.element = make("fieldset", { id: name, class: "segments" }, this.#legend);
  }

  /** @param {Choice[]} choices @param {string} value that is chosen */
  offer(choices, value) {
    this.element.replaceChildren(
      this.#legend,
      ...choices.map(({ value: own, words, text, label }) => {
        const input = make("input", {
          label,
          attributes: { type: "radio", name: this.#name, value: own },
          on: { change: () => this.#choose(own) },
        });
        input.checked = own === value;
        return make("label", {}, input, make("span", words ? { words } : { text }));
      }),
    );
  }
}
