// Pictures that a person has chosen, in a row: one of them is marked, to be removed or moved.

import { make, makeCanvas } from "../../elements.js";
import "./choosing.css";
import { SIDE } from "./constants.js";
import { drawPicture } from "./pictures.js";

/**
 * @typedef {object} Chosen
 * @property {Float32Array} picture `[784]`
 * @property {Float32Array|null} code that it was made from; null where the picture is to be encoded
 */

export class ChosenRow {
  /** Another array after each change. @type {Chosen[]} */
  all = [];
  /** A person has chosen. */
  own = false;
  marked = 0;
  /** @type {"real"|"made"} */
  #tone = "real";
  #least;
  #places;
  remove;
  clear;

  /**
   * @param {object} choice
   * @param {string} choice.id that those of its elements begin with
   * @param {number} choice.least so many places are seen, though they may be empty
   * @param {number} choice.most
   * @param {() => void} choice.changed
   * @param {(index: number) => void} [choice.picked] one has been marked by hand
   */
  constructor({ id, least, most, changed, picked = () => {} }) {
    this.#least = least;
    this.most = most;
    this.changed = changed;
    this.picked = picked;
    this.#places = Array.from({ length: most }, (_, index) => {
      const canvas = makeCanvas({ class: "pixels", attributes: { "aria-hidden": "true" } });
      const radio = make("input", {
        id: `${id}-chosen-${index + 1}`,
        class: "unseen",
        label: ["views.choosing.place", { place: index + 1 }],
        attributes: { type: "radio", name: `${id}-chosen` },
        on: { change: () => this.mark(index) },
      });
      const place = make("span", { text: String(index + 1), attributes: { "aria-hidden": "true" } });
      return { canvas, radio, element: make("label", { class: "chosen-place", hidden: true }, radio, canvas, place) };
    });
    this.remove = plainButton(`${id}-remove`, "views.choosing.remove", () => this.#take(this.marked));
    this.clear = plainButton(`${id}-clear`, "views.choosing.clear", () => this.change([]));
    this.element = make("div", { class: "chosen-row" }, ...this.#places.map(({ element }) => element));
    this.element.addEventListener("keydown", ({ key }) => {
      if (key === "Delete" || key === "Backspace") this.#take(this.marked);
    });
  }

  get full() {
    return this.all.length === this.most;
  }

  /** @param {"real"|"made"} tone */
  reset(tone) {
    this.#tone = tone;
    [this.all, this.own, this.marked] = [[], false, 0];
    this.draw();
  }

  /** @param {Chosen} one */
  add(one) {
    if (this.full) return;
    this.marked = this.all.length;
    this.change([...this.all, one]);
  }

  /** @param {Chosen[]} all */
  change(all) {
    this.own = true;
    this.all = all;
    this.draw();
    this.changed();
  }

  /** @param {number} index */
  mark(index) {
    this.marked = index;
    this.draw();
    this.picked(index);
  }

  focus() {
    this.#places[this.marked].radio.focus({ preventScroll: true });
  }

  /** Its neighbour is marked then. @param {number} index */
  #take(index) {
    if (!this.all[index]) return;
    this.marked = Math.max(0, Math.min(index, this.all.length - 2));
    const focused = this.#places[index].radio === document.activeElement;
    this.change(this.all.filter((_, place) => place !== index));
    if (focused) this.#places[this.marked].radio.focus();
  }

  keep() {
    return this.own ? this.all : null;
  }

  /** @param {unknown} kept by `keep`; anything else is left aside @param {number|null} code numbers of one, where each has one */
  restore(kept, code) {
    if (!Array.isArray(kept) || kept.length > this.most || !kept.every((one) => isChosen(one, code))) return;
    this.own = true;
    this.all = kept;
    this.draw();
  }

  draw() {
    const count = this.all.length;
    for (const [index, { canvas, radio, element }] of this.#places.entries()) {
      element.hidden = index >= Math.max(count, this.#least);
      element.dataset.empty = String(index >= count);
      radio.disabled = index >= count;
      radio.checked = index === this.marked;
      drawPicture(canvas, this.all[index]?.picture ?? new Float32Array(), this.#tone);
    }
    idle(this.remove, count === 0);
    idle(this.clear, count === 0);
  }

  /** @param {number} left in pixels of the window @param {number} top @returns {number} -1 where none is there */
  placeUnder(left, top) {
    return this.#places.slice(0, this.all.length).findIndex(({ element }) => {
      const own = element.getBoundingClientRect();
      return left >= own.left && left <= own.right && top >= own.top && top <= own.bottom;
    });
  }
}

/** @param {string} id @param {string} key @param {() => void} click */
export const plainButton = (id, key, click) =>
  make("button", { id, class: "plain", words: key, attributes: { type: "button" }, on: { click } });

/** One that is disabled would lose the focus of whoever pressed it. @param {HTMLElement} button @param {boolean} is */
export const idle = (button, is) => button.setAttribute("aria-disabled", String(is));

/** @param {any} one @param {number|null} code @returns {one is Chosen} */
const isChosen = (one, code) =>
  one?.picture instanceof Float32Array &&
  one.picture.length === SIDE * SIDE &&
  (code === null ? one.code === null : one.code instanceof Float32Array && one.code.length === code);
