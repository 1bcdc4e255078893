// Writes an animated picture away from the page's thread. The colours of the page are 256, as many as such a picture can
// have: nothing is lost.

import * as Comlink from "comlink";
import { GIFEncoder } from "gifenc";
import { SIDE } from "../drawing/constants.js";

/** A pixel becomes so many in each direction. */
const SCALE = 8;
const WIDTH = SIDE * SCALE;

/**
 * @typedef {object} Animation
 * @property {Float32Array} pictures one after the other, 0 to 1
 * @property {Uint32Array} colours for 0 to 255, as ImageData holds them
 * @property {number[]} durations of each picture, in milliseconds
 */

/** The place of each pixel's colour. @param {Float32Array} picture */
function enlarged(picture) {
  const pixels = new Uint8ClampedArray(WIDTH * WIDTH);
  for (let y = 0; y < WIDTH; y++) {
    const row = Math.floor(y / SCALE) * SIDE;
    for (let x = 0; x < WIDTH; x++) pixels[y * WIDTH + x] = Math.floor(255 * picture[row + Math.floor(x / SCALE)]);
  }
  return pixels;
}

const commands = {
  /** @param {Animation} animation @param {(share: number) => void} progress 0 to 1 */
  encode({ pictures, colours, durations }, progress) {
    const encoder = GIFEncoder();
    const palette = Array.from(colours, (colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255]);
    for (const [index, delay] of durations.entries()) {
      const pixels = enlarged(pictures.subarray(index * SIDE * SIDE, (index + 1) * SIDE * SIDE));
      encoder.writeFrame(pixels, WIDTH, WIDTH, index === 0 ? { delay, palette } : { delay });
      progress((index + 1) / durations.length);
    }
    encoder.finish();
    const bytes = encoder.bytes();
    return Comlink.transfer(bytes, [bytes.buffer]);
  },
};

/** @typedef {typeof commands} AnimationCommands */

Comlink.expose(commands);
