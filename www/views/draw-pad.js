// A picture drawn by hand, what the network makes of it, and what it thinks of it.

import { SIDE } from "../defaults.js";
import { canvas, context, find, property } from "../find.js";
import { drawPicture } from "./pictures.js";

/** @import {Family} from "../types/library" */
/** @import {Query} from "../types/page" */

const PICTURE = SIDE * SIDE;
const BRUSH_RADIUS = 1.15;
const BRUSH_EDGE = 1.1;
const TYPICAL_EXAMPLES = 64;

export class DrawPad {
  /** @type {Family} */
  family = "adversarial";
  #pad = canvas("#draw-pad");
  #rebuilt = canvas("#rebuilt");
  #bars = canvas("#code-bars");
  #score = find("#anomaly-score", HTMLElement);
  #usual = find("#anomaly-usual", HTMLElement);
  #probability = find("#probability-real", HTMLMeterElement);
  #probabilityText = find("#probability-real-text", HTMLElement);
  #values = new Float32Array(PICTURE);
  #empty = true;
  /** A drawing is moved to the middle, as the pictures of the data set were; an example is there already. */
  #drawn = true;
  #cursor = { x: 14, y: 14, shown: false };
  #example = 0;
  #wantsExample = true;

  /** @param {() => void} refresh */
  constructor(refresh) {
    this.refresh = refresh;
    this.#listen();
    find("#clear-pad", HTMLButtonElement).addEventListener("click", () => this.clear());
    find("#use-example", HTMLButtonElement).addEventListener("click", () => {
      this.#wantsExample = true;
      refresh();
    });
  }

  /** @param {Family} family @param {boolean} sameData */
  reset(family, sameData) {
    this.family = family;
    if (!sameData || this.#empty) this.#wantsExample = true;
  }

  clear() {
    this.#values.fill(0);
    this.#empty = true;
    this.#drawn = true;
    this.draw();
    this.refresh();
  }

  /** @param {Float32Array} values of one picture */
  use(values) {
    this.#values = values.slice();
    this.#empty = false;
    this.#drawn = false;
    this.draw();
    this.refresh();
  }

  #listen() {
    /** @type {[number, number]|null} */
    let last = null;
    /** @param {PointerEvent} event @returns {[number, number]} */
    const place = (event) => {
      const box = this.#pad.getBoundingClientRect();
      return [((event.clientX - box.left) / box.width) * SIDE, ((event.clientY - box.top) / box.height) * SIDE];
    };
    this.#pad.addEventListener("pointerdown", (event) => {
      this.#pad.setPointerCapture(event.pointerId);
      if (!this.#drawn) this.clear();
      last = place(event);
      this.#stroke(last, last);
    });
    this.#pad.addEventListener("pointermove", (event) => {
      if (!last) return;
      const next = place(event);
      this.#stroke(last, next);
      last = next;
    });
    for (const end of /** @type {const} */ (["pointerup", "pointercancel"])) {
      this.#pad.addEventListener(end, () => {
        last = null;
      });
    }
    this.#pad.addEventListener("keydown", (event) => this.#key(event));
    this.#pad.addEventListener("blur", () => {
      this.#cursor.shown = false;
      this.draw();
    });
  }

  /** Arrows move; with Shift, or by Space, they draw. @param {KeyboardEvent} event */
  #key(event) {
    const move = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const space = event.key === " ";
    if (event.key === "Delete" || event.key === "Backspace") this.clear();
    if (!move && !space) return;
    event.preventDefault();
    event.stopPropagation();
    const { x, y } = this.#cursor;
    const held = (/** @type {number} */ value) => Math.max(0, Math.min(SIDE - 1, value));
    const next = { x: held(x + (move?.[0] ?? 0)), y: held(y + (move?.[1] ?? 0)), shown: true };
    this.#cursor = next;
    if (space || event.shiftKey) {
      if (!this.#drawn) this.clear();
      this.#stroke([x + 0.5, y + 0.5], [next.x + 0.5, next.y + 0.5]);
    } else this.draw();
  }

  /** @param {[number, number]} from @param {[number, number]} to in pixels of the picture */
  #stroke([fromX, fromY], [toX, toY]) {
    const steps = Math.max(1, Math.ceil(Math.hypot(toX - fromX, toY - fromY) * 2));
    for (let step = 0; step <= steps; step++) {
      const x = fromX + ((toX - fromX) * step) / steps;
      const y = fromY + ((toY - fromY) * step) / steps;
      for (let row = Math.floor(y) - 3; row <= y + 3; row++) {
        for (let column = Math.floor(x) - 3; column <= x + 3; column++) {
          if (row < 0 || column < 0 || row >= SIDE || column >= SIDE) continue;
          const distance = Math.hypot(column + 0.5 - x, row + 0.5 - y);
          const ink = Math.max(0, Math.min(1, 1 - (distance - BRUSH_RADIUS) / BRUSH_EDGE));
          this.#values[row * SIDE + column] = Math.max(this.#values[row * SIDE + column], ink);
        }
      }
    }
    this.#empty = false;
    this.draw();
    this.refresh();
  }

  /** The drawing with its centre of mass in the middle, as in the data set. */
  #centred() {
    if (!this.#drawn) return this.#values.slice();
    let [mass, x, y] = [0, 0, 0];
    this.#values.forEach((value, index) => {
      mass += value;
      x += value * (index % SIDE);
      y += value * Math.floor(index / SIDE);
    });
    const right = mass > 0 ? Math.round(SIDE / 2 - 0.5 - x / mass) : 0;
    const down = mass > 0 ? Math.round(SIDE / 2 - 0.5 - y / mass) : 0;
    const moved = new Float32Array(PICTURE);
    this.#values.forEach((value, index) => {
      const column = (index % SIDE) + right;
      const row = Math.floor(index / SIDE) + down;
      if (column >= 0 && row >= 0 && column < SIDE && row < SIDE) moved[row * SIDE + column] = value;
    });
    return moved;
  }

  /** @returns {Query[]} */
  queries() {
    if (this.#wantsExample) return [{ method: "examples", numbers: [this.#nextExample(), 1] }];
    const values = this.#centred();
    /** @type {Query[]} */
    const queries = [{ method: "score", values }];
    if (this.family !== "adversarial") {
      queries.push(
        { method: "score", examples: [0, TYPICAL_EXAMPLES] },
        { method: "encode", values },
        { method: "reconstruct", values },
      );
    }
    return queries;
  }

  #nextExample() {
    this.#example = (this.#example + 37) % 2000;
    return this.#example;
  }

  /** @param {(Float32Array|Uint8Array)[]} answers */
  show(answers) {
    if (this.#wantsExample) {
      this.#wantsExample = false;
      this.use(/** @type {Float32Array} */ (answers[0]));
      return;
    }
    const [score, typical, code, rebuilt] = answers;
    if (this.family === "adversarial") {
      this.#probability.value = score[0];
      const percent = Math.round(100 * score[0]);
      this.#probabilityText.textContent = this.#empty ? "Draw a picture." : `${percent} % real`;
      return;
    }
    drawPicture(this.#rebuilt, /** @type {Float32Array} */ (rebuilt), "made");
    this.#drawBars(/** @type {Float32Array} */ (code));
    const usual = [...typical].sort((a, b) => a - b)[typical.length >> 1];
    this.#score.textContent = format(score[0]);
    this.#usual.textContent = usual > 0 ? `${(score[0] / usual).toFixed(1)} × the usual` : "";
  }

  draw() {
    drawPicture(this.#pad, this.#values, "ink");
    if (!this.#cursor.shown) return;
    const drawing = context(this.#pad);
    drawing.fillStyle = property("--accent");
    drawing.fillRect(this.#cursor.x, this.#cursor.y, 1, 1);
  }

  /** Each number of the code as a bar from the middle, at most 64 of them. @param {Float32Array} code */
  #drawBars(code) {
    const density = window.devicePixelRatio || 1;
    const width = Math.round(this.#bars.clientWidth * density);
    const height = Math.round(this.#bars.clientHeight * density);
    if (width === 0) return;
    this.#bars.width = width;
    this.#bars.height = height;
    const shown = code.subarray(0, 64);
    const largest = shown.reduce((most, value) => Math.max(most, Math.abs(value)), 3);
    const pitch = Math.min(height / shown.length, 18 * density);
    const top = (height - pitch * shown.length) / 2;
    const drawing = context(this.#bars);
    drawing.fillStyle = property("--ink");
    shown.forEach((value, index) => {
      const length = (value / largest) * (width / 2);
      drawing.fillRect(width / 2, top + index * pitch, length, Math.max(1, pitch - density));
    });
    drawing.fillStyle = property("--line");
    drawing.fillRect(Math.round(width / 2), 0, density, height);
  }
}

/** @param {number} value */
const format = (value) => (value >= 10 ? value.toFixed(1) : value.toPrecision(3));
