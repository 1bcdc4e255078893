// Points from two columns of numbers: typed or pasted into a field, or pasted anywhere in the view.

import { make } from "../../elements.js";
import { readColumns } from "../../experiment/two-columns.js";
import { sayError } from "../../say-error.js";

export class Pasting {
  #field = make("textarea", {
    id: "own-points-columns",
    label: "views.own-points.columns",
    attributes: { rows: "5", spellcheck: "false", placeholder: "0,5 1,2\n0,7 1,4", autocomplete: "off" },
  });
  #fault = make("p", { id: "own-points-fault", class: "fault", attributes: { role: "alert" } });

  /** What was wrong with what was taken last. @type {unknown} */
  #error = null;

  /** @param {(points: Float32Array) => void} taken */
  constructor(taken) {
    this.taken = taken;
    const button = make("button", {
      id: "own-points-take",
      class: "plain",
      words: "views.own-points.take",
      attributes: { type: "button" },
      on: { click: () => this.#take(this.#field.value) },
    });
    const hint = make("p", { class: "aside", words: "views.own-points.columns.note" });
    this.element = make(
      "details",
      { class: "own-points-pasting" },
      make("summary", { words: "views.own-points.paste" }),
      hint,
      this.#field,
      button,
      this.#fault,
    );
  }

  /** @param {ClipboardEvent} event anywhere but in a field */
  paste(event) {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    const text = event.clipboardData?.getData("text/plain");
    if (!text) return;
    event.preventDefault();
    this.element.open = true;
    this.#field.value = text;
    this.#take(text);
  }

  /** @param {string} text */
  #take(text) {
    this.#error = null;
    try {
      this.taken(readColumns(text));
    } catch (error) {
      // What was pasted stays in the field, to be mended there.
      this.#error = error;
      this.#field.focus();
    }
    this.redraw();
  }

  /** Another language. */
  redraw() {
    this.#fault.textContent = this.#error ? sayError(this.#error) : "";
  }
}
