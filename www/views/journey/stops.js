// The pictures that a path goes through, in their order: added at its end, moved, removed.

import { make, makeCanvas, words } from "../../elements.js";
import { SIDE } from "../drawing/constants.js";
import { drawPicture, pictureOf } from "../drawing/pictures.js";

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

  draw() {
    const count = this.all.length;
    for (const [index, { canvas, radio, element }] of this.#places.entries()) {
      element.hidden = index >= count;
      radio.checked = index === this.#marked;
      if (index < count) drawPicture(canvas, this.all[index].picture, this.#tone);
    }
    // One that is disabled would lose the focus of whoever pressed it.
    const idle = (/** @type {HTMLElement} */ button, /** @type {boolean} */ is) =>
      button.setAttribute("aria-disabled", String(is));
    idle(this.#earlier, this.#marked === 0 || count === 0);
    idle(this.#later, this.#marked >= count - 1);
    idle(this.#remove, count === 0);
    idle(this.#clear, count === 0);
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

  /** @param {number} by */
  #move(by) {
    const [from, to] = [this.#marked, this.#marked + by];
    if (!this.all[from] || !this.all[to]) return;
    const moved = [...this.all];
    [moved[from], moved[to]] = [moved[to], moved[from]];
    this.#marked = to;
    this.#change(moved);
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
