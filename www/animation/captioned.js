// Pictures of one size with words beneath, one after the other, as an animated picture has them.

import { context, make, property } from "../elements.js";

/** The longer side of a picture, at most, in pixels. */
const MOST_SIDE = 600;
/** Of the words, in pixels: a share of the width, and never too small to be read. */
const [LEAST_SIZE, SIZE] = [16, 1 / 32];
/** Of the strip in which they stand, beside their size. */
const STRIP = 2.4;

export class Captioned {
  #canvas = make("canvas");
  #room = { width: 0, height: 0 };
  #size = LEAST_SIZE;

  /** @param {HTMLCanvasElement} picture the first, which says how large all are */
  constructor(picture) {
    const scale = Math.min(1, MOST_SIDE / Math.max(picture.width, picture.height));
    this.#room = { width: Math.round(scale * picture.width), height: Math.round(scale * picture.height) };
    this.#size = Math.max(LEAST_SIZE, Math.round(SIZE * this.#room.width));
    this.#canvas.width = this.#room.width;
    this.#canvas.height = this.#room.height + Math.round(STRIP * this.#size);
  }

  /** What is drawn, without waiting for its pixels. @param {HTMLCanvasElement} picture @param {string} caption @returns {Promise<ImageBitmap>} */
  draw(picture, caption) {
    const { width, height } = this.#room;
    const drawing = context(this.#canvas);
    drawing.fillStyle = property("--surface");
    drawing.fillRect(0, 0, this.#canvas.width, this.#canvas.height);
    // One that has another size by now still fits.
    const scale = Math.min(width / picture.width, height / picture.height);
    drawing.drawImage(picture, 0, 0, scale * picture.width, scale * picture.height);
    drawing.fillStyle = property("--ink");
    drawing.font = `600 ${this.#size}px ${property("--font")}`;
    drawing.textAlign = "center";
    drawing.textBaseline = "middle";
    drawing.fillText(caption, width / 2, (height + this.#canvas.height) / 2, width);
    return createImageBitmap(this.#canvas);
  }
}
