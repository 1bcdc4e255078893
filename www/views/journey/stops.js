// The pictures that a path goes through, in their order: added at its end, moved, removed.

import { make, makeCanvas, words } from "../../elements.js";
import { SIDE } from "../drawing/constants.js";
import { drawPicture, pictureOf } from "../drawing/pictures.js";
import { followPointer } from "../drawing/pointer.js";

/** @import {Experiment} from "../../types/page" */
/** @import {Pictures} from "../drawing/pictures.js" */

/**
 * @typedef {object} Stop
 * @property {Float32Array} picture `[784]`
 * @property {Float32Array|null} code that it was made from; null where the picture is to be encoded
 */

export const FEWEST = 2;
const MOST = 8;

export class Stops {
  /** Another array after each change. @type {Stop[]} */
  all = [];
  /** A person has chosen. */
  #own = false;
  #marked = 0;
  #dragging = false;
  /** @type {"real"|"made"} */
  #tone = "real";
  #places = Array.from({ length: MOST }, (_, index) => {
    const canvas = makeCanvas({ class: "pixels", attributes: { "aria-hidden": "true" } });
    const radio = make("input", {
      id: `journey-stop-${index + 1}`,
      class: "unseen",
      label: ["views.journey.stop", { place: index + 1 }],
      attributes: { type: "radio", name: "journey-stop" },
      on: { change: () => this.#mark(index) },
    });
    const place = make("span", { text: String(index + 1), attributes: { "aria-hidden": "true" } });
    return { canvas, radio, element: make("label", { class: "journey-stop", hidden: true }, radio, canvas, place) };
  });
  #earlier = this.#button("earlier", () => this.#move(-1));
  #later = this.#button("later", () => this.#move(1));
  #remove = this.#button("remove", () => this.#take(this.#marked));
  #clear = this.#button("clear", () => this.#change([]));
  #told = make("p", { id: "journey-told", class: "aside", attributes: { role: "status" } });

  /**
   * @param {() => void} changed
   * @param {(index: number) => void} marked one of them has been chosen, to be moved or removed
   */
  constructor(changed, marked) {
    this.changed = changed;
    this.marked = marked;
    const row = make("div", { class: "journey-row" }, ...this.#places.map(({ element }) => element));
    followPointer(row, (part, x, y) => part !== "hover" && this.#drag(part, this.#placeUnder(row, x, y)));
    row.addEventListener("keydown", ({ key }) => {
      if (key === "Delete" || key === "Backspace") this.#take(this.#marked);
    });
    this.element = make(
      "fieldset",
      { class: "journey-stops" },
      make("legend", { words: "views.journey.stops" }),
      row,
      make("div", { class: "journey-buttons" }, this.#earlier, this.#later, this.#remove, this.#clear),
      this.#told,
    );
  }

  /** @param {Experiment} experiment */
  reset({ encodes }) {
    this.#tone = encodes ? "real" : "made";
    [this.all, this.#own, this.#marked] = [[], false, 0];
    this.draw();
  }

  /** Until a person chooses others. @param {Stop[]} stops */
  begin(stops) {
    if (this.#own || this.all.length > 0) return;
    this.all = stops;
    this.draw();
  }

  /** @param {Stop} stop */
  add(stop) {
    if (this.all.length === MOST) return;
    this.#marked = this.all.length;
    this.#change([...this.all, stop]);
  }

  /** The same ones as they are made now. @param {Pictures} stages of the path @param {number} steps from one to the next */
  renew(stages, steps) {
    for (const [index, stop] of this.all.entries()) {
      stop.picture = pictureOf({ values: stages, index: index * steps, tone: "made" }) ?? stop.picture;
    }
    this.draw();
  }

  keep() {
    return this.#own ? this.all : null;
  }

  /** @param {unknown} kept by `keep`; anything else is left aside @param {number|null} code numbers of one, where each has one */
  restore(kept, code) {
    if (!Array.isArray(kept) || kept.length > MOST || !kept.every((stop) => isStop(stop, code))) return;
    this.#own = true;
    this.all = kept;
    this.draw();
  }

  /** What is missing, or how many more there may be. */
  summary() {
    return this.#told.textContent ?? "";
  }

  draw() {
    const count = this.all.length;
    for (const [index, { canvas, radio, element }] of this.#places.entries()) {
      element.hidden = index >= Math.max(count, FEWEST);
      element.dataset.empty = String(index >= count);
      radio.disabled = index >= count;
      radio.checked = index === this.#marked;
      drawPicture(canvas, this.all[index]?.picture ?? new Float32Array(), this.#tone);
    }
    // One that is disabled would lose the focus of whoever pressed it.
    const idle = (/** @type {HTMLElement} */ button, /** @type {boolean} */ is) =>
      button.setAttribute("aria-disabled", String(is));
    idle(this.#earlier, this.#marked === 0 || count === 0);
    idle(this.#later, this.#marked >= count - 1);
    idle(this.#remove, count === 0);
    idle(this.#clear, count === 0);
    // Before there is anything to choose from, nothing is missing.
    this.#told.hidden = count === 0 && !this.#own;
    if (count < FEWEST) words(this.#told, "views.journey.too-few", { fewest: FEWEST, most: MOST });
    else if (count === MOST) words(this.#told, "views.journey.full", { most: MOST });
    else words(this.#told, "views.journey.room", { count: MOST - count });
  }

  /** @param {number} index */
  #mark(index) {
    this.#marked = index;
    this.draw();
    this.marked(index);
  }

  /** @param {number} by places */
  #move(by) {
    const to = this.#marked + by;
    if (!this.all[this.#marked] || !this.all[to]) return;
    const others = this.all.filter((_, place) => place !== this.#marked);
    const moved = [...others.slice(0, to), this.all[this.#marked], ...others.slice(to)];
    this.#marked = to;
    this.#change(moved);
  }

  /** @param {"start"|"move"|"end"} part @param {number} index of the place under the pointer; -1 where there is none */
  #drag(part, index) {
    if (part === "start") {
      this.#dragging = index >= 0;
      if (this.#dragging) this.#mark(index);
    } else if (this.#dragging && part === "move") {
      if (index >= 0 && index !== this.#marked) this.#move(index - this.#marked);
    } else if (this.#dragging) {
      this.#dragging = false;
      this.#places[this.#marked].radio.focus({ preventScroll: true });
    }
  }

  /** @param {HTMLElement} row @param {number} x as a share of it @param {number} y */
  #placeUnder(row, x, y) {
    const box = row.getBoundingClientRect();
    const [left, top] = [box.left + x * box.width, box.top + y * box.height];
    return this.#places.slice(0, this.all.length).findIndex(({ element }) => {
      const own = element.getBoundingClientRect();
      return left >= own.left && left <= own.right && top >= own.top && top <= own.bottom;
    });
  }

  /** Its neighbour is chosen then. @param {number} index */
  #take(index) {
    if (!this.all[index]) return;
    this.#marked = Math.max(0, Math.min(index, this.all.length - 2));
    const focused = this.#places[index].radio === document.activeElement;
    this.#change(this.all.filter((_, place) => place !== index));
    if (focused) this.#places[this.#marked].radio.focus();
  }

  /** @param {Stop[]} stops */
  #change(stops) {
    this.#own = true;
    this.all = stops;
    this.draw();
    this.changed();
  }

  /** @param {string} name @param {() => void} click */
  #button(name, click) {
    const properties = { id: `journey-${name}`, class: "plain", words: `views.journey.${name}` };
    return make("button", { ...properties, attributes: { type: "button" }, on: { click } });
  }
}

/** @param {any} one @param {number|null} code @returns {one is Stop} */
const isStop = (one, code) =>
  one?.picture instanceof Float32Array &&
  one.picture.length === SIDE * SIDE &&
  (code === null ? one.code === null : one.code instanceof Float32Array && one.code.length === code);
