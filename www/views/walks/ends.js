// The two pictures that a walk goes between: one of the two is chosen, then the picture that is to take its place.

import { make, makeCanvas } from "../../elements.js";
import { SIDE } from "../drawing/constants.js";
import { drawPicture } from "../drawing/pictures.js";

const PICTURE = SIDE * SIDE;

export class Ends {
  /** Both, one after the other, `[2 * 784]`; another array after each choice. @type {Float32Array|null} */
  values = null;
  /** A person has chosen one of them. */
  #chosen = false;
  /** What is on the draw pad. @type {Float32Array|null} */
  #drawing = null;
  /** Where the next picture goes. */
  #slots = /** @type {const} */ (["views.walks.first", "views.walks.second"]).map((key, index) => {
    const canvas = makeCanvas({ class: "pixels", attributes: { "aria-hidden": "true" } });
    const radio = make("input", {
      id: `walk-end-${index + 1}`,
      attributes: { type: "radio", name: "walk-end", ...(index === 0 ? { checked: "" } : {}) },
    });
    const element = make("label", { class: "walk-end" }, radio, canvas, make("span", { words: key }));
    return { canvas, radio, element };
  });
  #useDrawing = make("button", {
    id: "walk-drawing",
    class: "plain",
    words: "views.walks.use-drawing",
    attributes: { type: "button" },
    on: { click: () => this.#drawing && this.choose(this.#drawing) },
  });
  element = make(
    "fieldset",
    { class: "walk-ends" },
    make("legend", { class: "aside", words: "views.walks.choose" }),
    ...this.#slots.map(({ element }) => element),
    this.#useDrawing,
  );

  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
    this.draw();
  }

  reset() {
    this.values = null;
    this.#chosen = false;
    this.#slots[0].radio.checked = true;
    this.draw();
  }

  /** @param {Float32Array} values both, until a person chooses others */
  begin(values) {
    this.values = values;
    this.draw();
  }

  /** Takes the place that is chosen; the other is chosen next. @param {Float32Array} values */
  choose(values) {
    if (!this.values) return;
    const index = this.#slots.findIndex(({ radio }) => radio.checked);
    const both = this.values.slice();
    both.set(values, index * PICTURE);
    this.values = both;
    this.#chosen = true;
    this.#slots[1 - index].radio.checked = true;
    this.draw();
    this.changed();
  }

  /** Undefined where they are those that it begins with. */
  keep() {
    return this.#chosen ? this.values : undefined;
  }

  /** @param {unknown} kept */
  restore(kept) {
    if (!(kept instanceof Float32Array) || kept.length !== 2 * PICTURE) return;
    this.#chosen = true;
    this.values = kept;
    this.draw();
    this.changed();
  }

  /** @param {Float32Array|null} drawing */
  setDrawing(drawing) {
    this.#drawing = drawing;
    this.draw();
  }

  draw() {
    this.#useDrawing.disabled = !this.#drawing || !this.values;
    for (const [index, { canvas }] of this.#slots.entries()) {
      drawPicture(canvas, this.values ?? new Float32Array(), "real", index);
    }
  }
}
