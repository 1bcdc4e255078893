// The curve of a loss is sketched before it runs, and what really comes is drawn over it. Heights are shares of the first
// loss, since nobody can know how large that will be.

import { context, make, makeCanvas, property, words } from "../../elements.js";
import { number, percent, say } from "../../languages/index.js";
import { followPointer } from "../../views/drawing/pointer.js";

/** @import {Guess, Seen} from "../../types/lessons" */

/** Places of the line. */
const PLACES = 25;
/** The highest that can be drawn. */
const MOST = 1.4;
/** How much a key raises or lowers. */
const RISE = 0.1;

export class Sketch {
  told = false;
  #fixed = false;
  #heights = new Array(PLACES).fill(1);
  #cursor = { place: 0, shown: false };
  #last = { place: 0, height: 1 };
  /** @type {Seen|null} */
  #seen = null;
  #canvas = makeCanvas({
    id: "sketch",
    label: "lessons.guess.sketch",
    attributes: { role: "application", tabindex: "0", "aria-describedby": "sketch-keys" },
  });
  #keys = make("p", { id: "sketch-keys", class: "aside", words: "lessons.guess.sketch.keys" });
  #spoken = make("span", { class: "unseen", attributes: { "aria-live": "polite" } });
  #outcome = make("p", { class: "lesson-outcome", attributes: { role: "status" } });

  /** @param {Extract<Guess, {kind: "sketch"}>} guess */
  constructor(guess) {
    this.guess = guess;
    const key = make(
      "p",
      { class: "sketch-key aside" },
      make("span", { class: "guessed", words: "lessons.guess.sketch.key.guess" }),
      make("span", { class: "happened", words: "lessons.guess.sketch.key.loss" }),
    );
    this.element = make("div", { class: "guess" }, this.#canvas, key, this.#keys, this.#spoken, this.#outcome);
    followPointer(this.#canvas, (part, x, y) => {
      if (this.#fixed || part === "hover") return;
      const place = Math.min(PLACES - 1, Math.max(0, Math.round(x * (PLACES - 1))));
      const next = { place, height: Math.min(MOST, Math.max(0, MOST * (1 - y))) };
      this.#line(part === "start" ? next : this.#last, next);
      this.#last = next;
      if (part === "end") this.#changed();
    });
    this.#canvas.addEventListener("keydown", (event) => this.#key(event));
    this.#canvas.addEventListener("blur", () => {
      this.#cursor.shown = false;
      this.redraw();
    });
    new ResizeObserver(() => this.redraw()).observe(this.#canvas);
  }

  get value() {
    return this.#heights;
  }

  /** @param {unknown} value */
  restore(value) {
    const isHeight = (/** @type {unknown} */ height) => typeof height === "number" && height >= 0 && height <= MOST;
    if (!Array.isArray(value) || value.length !== PLACES || !value.every(isHeight)) return;
    this.#heights = value;
    this.redraw();
  }

  /** As a field tells it. */
  #changed() {
    this.#canvas.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** No more is changed. */
  fix() {
    this.#fixed = true;
    this.#keys.hidden = true;
  }

  /** @typedef {{place: number, height: number}} Point */

  /** What comes after the pen is still to be drawn, and goes on level. @param {Point} from @param {Point} to */
  #line(from, to) {
    const [left, right] = from.place <= to.place ? [from, to] : [to, from];
    for (let place = left.place; place <= right.place; place++) {
      const share = right.place === left.place ? 1 : (place - left.place) / (right.place - left.place);
      this.#heights[place] = left.height + share * (right.height - left.height);
    }
    if (to.place >= from.place) this.#heights.fill(to.height, to.place);
    this.redraw();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || this.#fixed) return;
    const move = { ArrowLeft: -1, ArrowRight: 1 }[event.key] ?? 0;
    const rise = { ArrowUp: RISE, ArrowDown: -RISE }[event.key] ?? 0;
    if (!move && !rise) return;
    event.preventDefault();
    const place = Math.min(PLACES - 1, Math.max(0, this.#cursor.place + move));
    this.#cursor = { place, shown: true };
    if (rise) this.#heights.fill(Math.min(MOST, Math.max(0, this.#heights[place] + rise)), place);
    this.redraw();
    this.#changed();
    const step = Math.round((place * this.guess.steps) / (PLACES - 1));
    words(this.#spoken, "lessons.guess.sketch.place", { step, loss: percent(this.#heights[place]) });
  }

  /** @param {Seen} seen */
  follow(seen) {
    this.#seen = seen;
    this.redraw();
    const value = seen.values.at(-1);
    if (this.told || seen.trained < this.guess.steps || value === undefined) return;
    this.told = true;
    const figures = { guess: percent(this.#heights[PLACES - 1]), loss: percent(value / seen.values[0]) };
    words(this.#outcome, "lessons.guess.sketch.told", { step: this.guess.steps, ...figures });
  }

  redraw() {
    const density = window.devicePixelRatio || 1;
    const { clientWidth, clientHeight } = this.#canvas;
    const [width, height] = [Math.round(clientWidth * density), Math.round(clientHeight * density)];
    if (width === 0) return;
    if (this.#canvas.width !== width) this.#canvas.width = width;
    if (this.#canvas.height !== height) this.#canvas.height = height;
    const drawing = context(this.#canvas);
    const high = (/** @type {number} */ share) => height * (1 - Math.min(share, MOST) / MOST);
    const across = (/** @type {number} */ place) => (place / (PLACES - 1)) * width;
    drawing.clearRect(0, 0, width, height);
    drawing.fillStyle = property("--line");
    if (this.#cursor.shown) drawing.fillRect(across(this.#cursor.place) - 2 * density, 0, 4 * density, height);
    drawing.fillRect(0, high(1), width, density);
    drawing.fillStyle = property("--ink-soft");
    drawing.font = `${11 * density}px ${property("--font")}`;
    drawing.fillText(say("lessons.guess.sketch.first"), 4 * density, high(1) - 4 * density);
    drawing.textAlign = "right";
    const last = say("lessons.guess.sketch.last", { step: number(this.guess.steps) });
    drawing.fillText(last, width - 4 * density, height - 4 * density);
    drawing.textAlign = "left";
    drawing.lineJoin = "round";
    curve(
      drawing,
      this.#heights.map((share, place) => [across(place), high(share)]),
      { colour: property("--ink"), width: 2 * density, dash: [5 * density, 4 * density] },
    );
    const { steps = [], values = [] } = this.#seen ?? {};
    curve(
      drawing,
      steps.map((step, index) => [(step / this.guess.steps) * width, high(values[index] / values[0])]),
      { colour: property("--made"), width: 2 * density, dash: [] },
    );
  }
}

/**
 * @param {CanvasRenderingContext2D} drawing
 * @param {number[][]} places
 * @param {{colour: string, width: number, dash: number[]}} line
 */
function curve(drawing, places, { colour, width, dash }) {
  drawing.strokeStyle = colour;
  drawing.lineWidth = width;
  drawing.setLineDash(dash);
  drawing.beginPath();
  for (const [x, y] of places) drawing.lineTo(x, y);
  drawing.stroke();
  drawing.setLineDash([]);
}
