// A text that is there to be copied, with the button that copies it.

import { make, words } from "../elements.js";

/** @import {Properties} from "../elements.js" */

const SAID_MILLISECONDS = 1600;

export class Copying {
  #field;
  #told = make("p", { class: "aside", attributes: { role: "status" } });
  #usual;
  button;
  element;

  /** @param {{id: string, label: string, copy: string, rows: number, class: string}} of ids of elements begin with id */
  constructor({ id, label, copy, rows, class: kind }) {
    this.#usual = copy;
    this.#field = make("textarea", {
      id: `${id}-text`,
      attributes: { readonly: "", rows: String(rows), spellcheck: "false" },
      on: { focus: () => this.#field.select() },
    });
    this.button = make("button", {
      id: `${id}-copy`,
      class: kind,
      words: copy,
      attributes: { type: "button" },
      on: { click: () => this.#copy() },
    });
    const name = make("label", { words: label, attributes: { for: this.#field.id } });
    this.element = make("div", { class: "share-copying" }, name, this.#field, this.button, this.#told);
  }

  get text() {
    return this.#field.value;
  }

  /** @param {string} text */
  show(text) {
    this.#field.value = text;
    this.#told.textContent = "";
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.text);
      words(this.button, "share.copied");
      words(this.#told, "share.copied");
      this.#told.classList.add("unseen");
      setTimeout(() => words(this.button, this.#usual), SAID_MILLISECONDS);
    } catch {
      this.#told.classList.remove("unseen");
      words(this.#told, "share.not-copied");
      this.#field.focus();
    }
  }
}
