// Points that are being drawn: strokes of points at even distances, of which the last can be taken back.

import { MOST_DRAWN, packPoints } from "../../experiment/drawn-points.js";

/** Between two points of a stroke, in the plane's units. */
const DISTANCE = 0.1;

/** @typedef {[x: number, y: number]} Place in the plane */

export class Drawing {
  /** @type {Place[][]} */
  #strokes = [];

  get places() {
    return this.#strokes.flat();
  }

  get count() {
    return this.places.length;
  }

  get isFull() {
    return this.count >= MOST_DRAWN;
  }

  /** The text by which an experiment keeps it; "" where nothing is drawn. */
  get text() {
    return packPoints(this.places.flat());
  }

  /** @param {ArrayLike<number>} points x, y, one after the other: one stroke */
  take(points) {
    const places = Array.from({ length: points.length / 2 }, (_, index) => [points[2 * index], points[2 * index + 1]]);
    this.#strokes = places.length > 0 ? [/** @type {Place[]} */ (places)] : [];
  }

  /** @param {Place} place */
  begin(place) {
    if (!this.isFull) this.#strokes.push([place]);
  }

  /** Points along the way from where the stroke is. @param {Place} place */
  goOn([x, y]) {
    const stroke = this.#strokes.at(-1);
    if (!stroke) return;
    for (;;) {
      const [fromX, fromY] = stroke[stroke.length - 1];
      const left = Math.hypot(x - fromX, y - fromY);
      if (left < DISTANCE || this.isFull) return;
      const share = DISTANCE / left;
      stroke.push([fromX + share * (x - fromX), fromY + share * (y - fromY)]);
    }
  }

  takeBack() {
    this.#strokes.pop();
  }

  clear() {
    this.#strokes = [];
  }
}
