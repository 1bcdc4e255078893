// A wave that a person draws, by pointer or by keys, and what the network makes of it.

import { context, make, makeCanvas, property, words } from "../../elements.js";
import { number } from "../../languages/index.js";
import { followPointer } from "../drawing/pointer.js";
import { drawSignal, heightOf, REACH } from "../drawing/signal-lines.js";
import { REAL_DASH } from "./wave-grid.js";

/** Parts of the wave that the keys go through. */
const KEY_PARTS = 32;
/** How much a key raises or lowers one. */
const KEY_RISE = 0.1;

export class OwnWave {
  /** What is drawn; null where nothing is. @type {Float32Array|null} */
  values = null;
  /** What the encoder is shown, and what comes back. @type {ArrayLike<number>} */
  #shown = [];
  /** @type {ArrayLike<number>} */
  #mended = [];
  #length = 0;
  /** Of the keys, a part of the wave. */
  #cursor = { part: KEY_PARTS / 2, shown: false };
  /** @type {[number, number]} */
  #last = [0, 0];
  #canvas = makeCanvas({
    id: "own-wave",
    label: "views.waves.own.label",
    title: "views.waves.own.keys",
    attributes: { role: "application", tabindex: "0" },
  });
  #spoken = make("span", { class: "unseen", attributes: { "aria-live": "polite" } });
  #clear = make("button", {
    id: "clear-wave",
    class: "quiet",
    words: "panels.draw-pad.clear",
    attributes: { type: "button" },
    on: { click: () => this.#set(null) },
  });

  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
    const heading = make("h3", { words: "views.waves.own" });
    this.element = make("div", { class: "own-wave" }, heading, this.#clear, this.#canvas, this.#spoken);
    followPointer(this.#canvas, (part, x, y) => {
      const place = /** @type {[number, number]} */ ([x, REACH - 2 * REACH * y]);
      if (part === "start") this.#line(place, place);
      if (part === "move") this.#line(this.#last, place);
      this.#last = place;
    });
    this.#canvas.addEventListener("keydown", (event) => this.#key(event));
    this.#canvas.addEventListener("blur", () => {
      this.#cursor.shown = false;
      this.draw();
    });
  }

  /** @param {number} length of a signal */
  reset(length) {
    this.#length = length;
    this.values = null;
    this.#shown = [];
    this.#mended = [];
    this.draw();
  }

  keep() {
    return this.values;
  }

  /** @param {unknown} kept by `keep`; anything else is left aside */
  restore(kept) {
    if (kept instanceof Float32Array && kept.length === this.#length) this.#set(kept);
  }

  /** @param {ArrayLike<number>} shown @param {ArrayLike<number>} mended */
  show(shown, mended) {
    this.#shown = shown;
    this.#mended = mended;
    this.draw();
  }

  /** @param {Float32Array|null} values */
  #set(values) {
    this.values = values;
    if (!values) [this.#shown, this.#mended] = [[], []];
    this.draw();
    this.changed();
  }

  /** From one place to another: shares of the length, and values. @param {[number, number]} from @param {[number, number]} to */
  #line(from, to) {
    const values = Float32Array.from(this.values ?? new Float32Array(this.#length));
    const [start, end] = from[0] <= to[0] ? [from, to] : [to, from];
    const place = (/** @type {number} */ x) =>
      Math.min(this.#length - 1, Math.max(0, Math.round(x * (this.#length - 1))));
    const [first, last] = [place(start[0]), place(end[0])];
    for (let at = first; at <= last; at++) {
      const share = last === first ? 1 : (at - first) / (last - first);
      const value = start[1] + share * (end[1] - start[1]);
      values[at] = Math.min(REACH, Math.max(-REACH, value));
    }
    this.#set(values);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = { ArrowLeft: -1, ArrowRight: 1 }[event.key] ?? 0;
    const rise = { ArrowUp: KEY_RISE, ArrowDown: -KEY_RISE }[event.key] ?? 0;
    if (event.key === "Delete" || event.key === "Backspace") this.#set(null);
    else if (!move && !rise) return;
    event.preventDefault();
    event.stopPropagation();
    const part = Math.min(KEY_PARTS - 1, Math.max(0, this.#cursor.part + move));
    this.#cursor = { part, shown: true };
    if (rise) this.#raise(part, rise);
    else this.draw();
    const value = this.values?.[this.#start(part)] ?? 0;
    words(this.#spoken, "views.waves.own.cursor", {
      place: part + 1,
      count: KEY_PARTS,
      value: number(value, { maximumFractionDigits: 1 }),
    });
  }

  /** @param {number} part */
  #start(part) {
    return Math.round((part * this.#length) / KEY_PARTS);
  }

  /** @param {number} part @param {number} rise */
  #raise(part, rise) {
    const values = Float32Array.from(this.values ?? new Float32Array(this.#length));
    for (let at = this.#start(part); at < this.#start(part + 1); at++) {
      values[at] = Math.min(REACH, Math.max(-REACH, values[at] + rise));
    }
    this.#set(values);
  }

  /** @param {number} width in pixels of the page @param {number} height */
  layout(width, height) {
    const density = window.devicePixelRatio || 1;
    this.#canvas.style.width = `${width}px`;
    this.#canvas.style.height = `${height}px`;
    this.#canvas.width = Math.round(width * density);
    this.#canvas.height = Math.round(height * density);
    this.draw();
  }

  draw() {
    const { width, height } = this.#canvas;
    const drawing = context(this.#canvas);
    const density = window.devicePixelRatio || 1;
    const box = { x: 0, y: 0, width, height };
    const line = { index: 0, length: this.#length };
    drawing.clearRect(0, 0, width, height);
    drawing.fillStyle = property("--line");
    drawing.fillRect(0, heightOf(0, box), width, density);
    if (this.#cursor.shown) {
      drawing.fillRect((this.#cursor.part / KEY_PARTS) * width, 0, width / KEY_PARTS, height);
    }
    const dash = REAL_DASH.map((part) => part * density);
    drawSignal(drawing, box, this.#shown, { ...line, colour: property("--ink-soft"), width: density });
    drawSignal(drawing, box, this.values ?? [], { ...line, colour: property("--real"), width: 1.5 * density, dash });
    drawSignal(drawing, box, this.#mended, { ...line, colour: property("--made"), width: 2 * density });
  }
}
