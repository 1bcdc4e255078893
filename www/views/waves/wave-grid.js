// Signals as lines in boxes, side by side and below each other.

import { context, makeCanvas, property } from "../../elements.js";
import { drawSignal } from "../drawing/signal-lines.js";

/** Signals that a view shows. */
export const SHOWN = 12;

/** From here on there are two beside each other, and three. */
const [WIDE, WIDEST] = [440, 700];
const GAP = 12;
/** Of one signal, in pixels of the page. */
const LEAST_HEIGHT = 68;
const MOST_HEIGHT = 130;

/** Of a real one, told from a made one without its colour. In pixels of the page, drawn and left out. */
export const REAL_DASH = [5, 2.5];

/** @typedef {{values: ArrayLike<number>, colour: string, width: number, dash?: number[]}} Line of signals one after the other, in which tone */

export class WaveGrid {
  #columns = 1;
  #length = 0;

  /** @param {{id: string, label: string, lines: (index: number) => Line[]}} options with the lines of a box, the lowest first */
  constructor({ id, label, lines }) {
    this.canvas = makeCanvas({ id, label });
    this.lines = lines;
  }

  /** How many are seen. */
  get count() {
    return this.#columns * this.#rows;
  }

  get #rows() {
    return this.#columns === 1 ? SHOWN / 2 : SHOWN / this.#columns;
  }

  /** @param {number} length of a signal */
  reset(length) {
    this.#length = length;
  }

  /** @param {number} width in pixels of the page @param {number} room the height that there is */
  layout(width, room) {
    this.#columns = 1 + Number(width >= WIDE) + Number(width >= WIDEST);
    const density = window.devicePixelRatio || 1;
    const fitting = (room + GAP) / this.#rows - GAP;
    const each = Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, Math.floor(fitting)));
    const height = this.#rows * (each + GAP) - GAP;
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    this.canvas.width = Math.round(width * density);
    this.canvas.height = Math.round(height * density);
    this.draw();
  }

  draw() {
    const { canvas } = this;
    const drawing = context(canvas);
    const density = window.devicePixelRatio || 1;
    drawing.clearRect(0, 0, canvas.width, canvas.height);
    const gap = GAP * density;
    const size = {
      width: (canvas.width - (this.#columns - 1) * gap) / this.#columns,
      height: (canvas.height - (this.#rows - 1) * gap) / this.#rows,
    };
    for (let index = 0; index < this.count; index++) {
      const [column, row] = [index % this.#columns, Math.floor(index / this.#columns)];
      const box = { x: column * (size.width + gap), y: row * (size.height + gap), ...size };
      for (const { values, colour, width, dash = [] } of this.lines(index)) {
        const look = { colour: property(colour), width: width * density, dash: dash.map((part) => part * density) };
        const line = { index, length: this.#length, ...look };
        drawSignal(drawing, box, values, line);
      }
    }
  }
}
