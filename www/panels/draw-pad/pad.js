// A picture drawn by hand: strokes of a soft brush, and the drawing moved to where those of the data set lie.

import { SIDE } from "../../views/drawing/constants.js";

const PICTURE = SIDE * SIDE;
const BRUSH_RADIUS = 1.15;
const BRUSH_EDGE = 1.1;
/** Pixels from the middle of the brush that it can reach. */
const REACH = 3;

/** @typedef {[x: number, y: number]} Place in pixels of the picture */

export class Pad {
  /** 0 to 1, `[784]`. */
  values = new Float32Array(PICTURE);
  empty = true;
  /** By hand, and not a picture of the data set that was taken. */
  drawn = true;

  clear() {
    this.values = new Float32Array(PICTURE);
    this.empty = true;
    this.drawn = true;
  }

  /** @param {Float32Array} values of one picture */
  take(values) {
    this.values = values.slice();
    this.empty = false;
    this.drawn = false;
  }

  /** Draws a line; on a picture that was taken, it begins a drawing of its own. @param {Place} from @param {Place} to */
  stroke([fromX, fromY], [toX, toY]) {
    if (!this.drawn) this.clear();
    const steps = Math.max(1, Math.ceil(Math.hypot(toX - fromX, toY - fromY) * 2));
    for (let step = 0; step <= steps; step++) {
      this.#dot(fromX + ((toX - fromX) * step) / steps, fromY + ((toY - fromY) * step) / steps);
    }
    this.empty = false;
  }

  /** @param {number} x @param {number} y */
  #dot(x, y) {
    for (let row = Math.max(0, Math.floor(y) - REACH); row < Math.min(SIDE, y + REACH); row++) {
      for (let column = Math.max(0, Math.floor(x) - REACH); column < Math.min(SIDE, x + REACH); column++) {
        const distance = Math.hypot(column + 0.5 - x, row + 0.5 - y);
        const ink = Math.max(0, Math.min(1, 1 - (distance - BRUSH_RADIUS) / BRUSH_EDGE));
        const index = row * SIDE + column;
        this.values[index] = Math.max(this.values[index], ink);
      }
    }
  }

  /** What the network is given: a drawing with its centre of mass in the middle, as in the data set. */
  centred() {
    if (!this.drawn || this.empty) return this.values.slice();
    let [mass, x, y] = [0, 0, 0];
    this.values.forEach((value, index) => {
      mass += value;
      x += value * (index % SIDE);
      y += value * Math.floor(index / SIDE);
    });
    if (mass === 0) return this.values.slice();
    const right = Math.round((SIDE - 1) / 2 - x / mass);
    const down = Math.round((SIDE - 1) / 2 - y / mass);
    const moved = new Float32Array(PICTURE);
    this.values.forEach((value, index) => {
      const column = (index % SIDE) + right;
      const row = Math.floor(index / SIDE) + down;
      if (column >= 0 && row >= 0 && column < SIDE && row < SIDE) moved[row * SIDE + column] = value;
    });
    return moved;
  }

  /**
   * What `restore` takes. A picture that was taken may be a person's own, who has not asked for it to be kept.
   * @returns {{values: Float32Array, drawn: boolean}|null}
   */
  keep() {
    return this.empty || !this.drawn ? null : { values: this.values.slice(), drawn: true };
  }

  /** @param {unknown} kept by `keep`; anything else is left aside @returns {boolean} whether it was taken */
  restore(kept) {
    const { values, drawn } = /** @type {{values?: unknown, drawn?: unknown}} */ (kept ?? {});
    if (!(values instanceof Float32Array) || values.length !== PICTURE) return false;
    this.take(values);
    this.drawn = drawn === true;
    return true;
  }
}
