// Where this page is a file: what a link needs is the address of a copy that others can open, if the person knows of one.

import { make, words } from "../elements.js";
import { addressIn } from "../one-file/place.js";

export class Elsewhere {
  #told = make("p", { id: "share-page-told", class: "aside", attributes: { role: "status" } });
  #field = make("input", {
    id: "share-page",
    attributes: {
      type: "url",
      inputmode: "url",
      autocomplete: "off",
      placeholder: "https://…",
      "aria-describedby": this.#told.id,
    },
    on: { input: () => this.#read() },
  });
  element = make(
    "div",
    { class: "share-elsewhere" },
    make("p", { id: "share-on-disk", words: "share.on-disk" }),
    make(
      "label",
      { class: "share-field", attributes: { for: this.#field.id } },
      make("span", { words: "share.page" }),
      this.#field,
    ),
    this.#told,
  );

  /** Nothing of it is kept but in the field. @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
    this.#tell();
  }

  /** The address; empty where there is none. */
  get page() {
    return addressIn(this.#field.value);
  }

  #read() {
    this.#tell();
    this.changed();
  }

  #tell() {
    const refused = this.#field.value.trim() !== "" && this.page === "";
    this.#field.setAttribute("aria-invalid", String(refused));
    words(this.#told, refused ? "share.page.refused" : "share.page.note");
  }
}
