// One number of the first parent's noise moved, all others left: what that number is good for.

import { make, words } from "../../elements.js";
import { number } from "../../languages/index.js";

/** @import {Query} from "../../types/page" */
/** @import {Group} from "./group.js" */

/** Nearly all numbers drawn from N(0, 1) lie between. */
const [LEAST, MOST, STEP] = [-3, 3, 0.05];

const written = (/** @type {number} */ value) =>
  number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: "negative" });

export class OneNumber {
  #changed;
  /** Of the first parent. @type {Float32Array} */
  #code = new Float32Array();
  #value = 0;
  #unit = make("select", { id: "breeding-unit", on: { change: () => this.#turnTo(Number(this.#unit.value)) } });
  #slider = make("input", {
    id: "breeding-value",
    attributes: { type: "range", min: String(LEAST), max: String(MOST), step: String(STEP) },
    on: { input: () => this.#moveTo(Number(this.#slider.value)) },
  });
  #figure = make("output", { attributes: { for: "breeding-value" } });
  #own = make("p", { class: "aside" });

  /**
   * @param {Group} group of the one picture
   * @param {() => void} start from it
   * @param {() => void} changed
   */
  constructor(group, start, changed) {
    this.#changed = changed;
    const button = (/** @type {string} */ id, /** @type {string} */ text, /** @type {number} */ move) =>
      make("button", {
        id: `breeding-unit-${id}`,
        class: "plain icon",
        text,
        label: `views.breeding.unit.${id}`,
        attributes: { type: "button" },
        on: { click: () => this.#turnTo(this.unit + move) },
      });
    const choice = make(
      "div",
      { class: "breeding-unit" },
      make("label", { words: "views.breeding.unit", attributes: { for: this.#unit.id } }),
      button("previous", "‹", -1),
      this.#unit,
      button("next", "›", 1),
    );
    const value = make(
      "div",
      { class: "breeding-value" },
      make("label", { class: "unseen", words: "views.breeding.value", attributes: { for: this.#slider.id } }),
      this.#slider,
      this.#figure,
    );
    const from = make("button", {
      id: "breeding-start",
      class: "plain",
      words: "views.breeding.start",
      attributes: { type: "button" },
      on: { click: start },
    });
    this.element = make(
      "div",
      { class: "breeding-number" },
      make("p", { words: "views.breeding.number" }),
      make("div", { class: "breeding-move" }, group.grid.element, choice, value, this.#own, from),
    );
  }

  /** Counted from 0. */
  get unit() {
    return Number(this.#unit.value);
  }

  /** @param {number} size of a code */
  reset(size) {
    this.#code = new Float32Array();
    this.#unit.replaceChildren(
      ...Array.from({ length: size }, (_, unit) =>
        make("option", { text: String(unit + 1), attributes: { value: String(unit) } }),
      ),
    );
    this.draw();
  }

  /** Another first parent: the number begins at its own value. @param {Float32Array} code */
  about(code) {
    if (code === this.#code) return;
    this.#code = code;
    this.#value = code[this.unit];
    this.draw();
  }

  /** @returns {Query} */
  get query() {
    return { method: "withUnit", arguments: [this.#code, this.unit, this.#value] };
  }

  /** Round the ends, where it is beyond them. @param {number} unit */
  #turnTo(unit) {
    const { length } = this.#code;
    if (length === 0) return;
    this.#unit.value = String((unit + length) % length);
    this.#moveTo(this.#code[this.unit]);
  }

  /** @param {number} value */
  #moveTo(value) {
    this.#value = value;
    this.draw();
    this.#changed();
  }

  draw() {
    const own = written(this.#code[this.unit] ?? 0);
    const value = written(this.#value);
    this.#slider.value = String(this.#value);
    this.#figure.textContent = value;
    words(this.#slider, "views.breeding.value.text", { value, own }, "aria-valuetext");
    words(this.#own, "views.breeding.own", { own });
  }
}
