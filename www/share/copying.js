// A text that is there to be copied, with the button that copies it.

import { make, words } from "../elements.js";

/** @import {Properties} from "../elements.js" */

const SAID_MILLISECONDS = 1600;

export class Copying {
  #field;
  #told = make("p", { class: "aside", attributes: { role: "status" } });
  #name;
  #usual;
  button;
  element;

  /** @param {{id: string, label: string, copy: string, rows: number, class: string}} of ids of elements begin with id */
  constructor({ id, label, copy, rows, class: kind }) {
    this.#usual = "";
    this.#field = make("textarea", {
      id: `${id}-text`,
      attributes: { readonly: "", rows: String(rows), spellcheck: "false" },
      on: { focus: () => this.#field.select() },
    });
    this.button = make("button", {
      id: `${id}-copy`,
      class: kind,
      attributes: { type: "button" },
      on: { click: () => this.#copy() },
    });
    this.#name = make("label", { attributes: { for: this.#field.id } });
    this.call(label, copy);
    this.element = make("div", { class: "share-copying" }, this.#name, this.#field, this.button, this.#told);
  }

  /** @param {string} label @param {string} copy */
  call(label, copy) {
    this.#usual = copy;
    words(this.#name, label);
    words(this.button, copy);
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
