// Examples on one canvas: pictures in rows, or points in the plane.

import { context, makeCanvas, property } from "../../elements.js";
import { SIDE } from "../drawing/constants.js";
import { crispScale } from "../drawing/layout.js";
import { countOf, drawPictures } from "../drawing/pictures.js";
import { drawLines, drawPoints } from "../plane/draw.js";

/** @typedef {{tone: "real"|"made", values: Float32Array}} Part */

/** Of a picture, wanted, in CSS pixels; at least so many of them in a row, and so many rows. */
const WANTED = 48;
const FEWEST_COLUMNS = 4;
const ROWS = 2;
const GAP = 1;
/** Of the plane, at most, and of a point in it, in CSS pixels. */
const PLANE = 360;
const RADIUS = 2;

export class Shown {
  /** @type {Part[]} */
  #parts = [];
  #points = false;

  /** @param {string} names ids of what it is called */
  constructor(names) {
    this.canvas = makeCanvas({ class: "pixels", attributes: { "aria-labelledby": names } });
  }

  /** @param {Part[]} parts pictures: one part in several rows, or a row for each; points: all in one plane @param {boolean} points */
  show(parts, points) {
    this.#parts = parts;
    this.#points = points;
    this.draw();
  }

  draw() {
    const width = this.canvas.parentElement?.clientWidth ?? 0;
    this.canvas.hidden = this.#parts.length === 0;
    if (width === 0 || this.#parts.length === 0) return;
    if (this.#points) this.#drawPlane(width);
    else this.#drawPictures(width);
  }

  /** @param {number} width */
  #drawPlane(width) {
    const density = window.devicePixelRatio || 1;
    const side = Math.min(width, PLANE);
    const pixels = Math.round(side * density);
    this.canvas.width = pixels;
    this.canvas.height = pixels;
    Object.assign(this.canvas.style, { width: `${side}px`, height: `${side}px` });
    const drawing = context(this.canvas);
    drawLines(drawing, pixels);
    for (const { tone, values } of this.#parts) {
      const form = tone === "made" ? "triangle" : "round";
      drawPoints(drawing, values, { colour: property(`--${tone}`), radius: RADIUS * density, form }, pixels);
    }
  }

  /** @param {number} width */
  #drawPictures(width) {
    const scale = crispScale(WANTED, width / FEWEST_COLUMNS, window.devicePixelRatio || 1);
    const room = Math.max(1, Math.floor((width + scale) / ((SIDE + GAP) * scale)));
    const [first, ...others] = this.#parts;
    const columns = Math.min(room, countOf(first.values));
    const rows = others.length > 0 ? this.#parts.length : Math.min(ROWS, Math.ceil(countOf(first.values) / columns));
    drawPictures(this.canvas, { columns, rows, gap: GAP }, (column, row) =>
      others.length > 0 ? { ...this.#parts[row], index: column } : { ...first, index: row * columns + column },
    );
    const size = { width: `${this.canvas.width * scale}px`, height: `${this.canvas.height * scale}px` };
    Object.assign(this.canvas.style, size);
  }
}
