// Writes one animated picture away from the page's thread.

import * as Comlink from "comlink";
import { applyPalette, GIFEncoder, quantize } from "gifenc";
import { SIDE } from "../views/drawing/constants.js";

/** A pixel becomes so many in each direction. */
const SCALE = 8;
const WIDTH = SIDE * SCALE;
/** Of a picture, as the format has it. */
const MOST_COLOURS = 256;

/**
 * @typedef {object} Animation pictures of the page, whose colours are as many as such a picture can have: nothing is lost
 * @property {Float32Array} pictures one after the other, 0 to 1
 * @property {Uint32Array} colours for 0 to 255, as ImageData holds them
 * @property {number[]} durations of each picture, in milliseconds
 */

const encoder = GIFEncoder();

/** The place of each pixel's colour. @param {Float32Array} picture */
function enlarged(picture) {
  const pixels = new Uint8ClampedArray(WIDTH * WIDTH);
  for (let y = 0; y < WIDTH; y++) {
    const row = Math.floor(y / SCALE) * SIDE;
    for (let x = 0; x < WIDTH; x++) pixels[y * WIDTH + x] = Math.floor(255 * picture[row + Math.floor(x / SCALE)]);
  }
  return pixels;
}

/** @param {number} colour as ImageData holds it */
const rgb = (colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];

/** Its pixels, which are waited for here and not on the page's thread. @param {ImageBitmap} bitmap */
function pixelsOf(bitmap) {
  const { width, height } = bitmap;
  const drawing = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (!drawing) throw new Error("The browser gave no canvas to draw on.");
  drawing.drawImage(bitmap, 0, 0);
  bitmap.close();
  return drawing.getImageData(0, 0, width, height);
}

/** The colours of a picture as they are, where they are few enough; else those that come nearest. @param {Uint8ClampedArray<ArrayBuffer>} pixels */
function withPalette(pixels) {
  const colours = new Uint32Array(pixels.buffer);
  /** @type {Map<number, number>} */
  const places = new Map();
  const indices = new Uint8Array(colours.length);
  for (const [at, colour] of colours.entries()) {
    let place = places.get(colour);
    if (place === undefined) {
      if (places.size === MOST_COLOURS) {
        const palette = quantize(pixels, MOST_COLOURS);
        return { indices: applyPalette(pixels, palette), palette };
      }
      place = places.size;
      places.set(colour, place);
    }
    indices[at] = place;
  }
  return { indices, palette: [...places.keys()].map(rgb) };
}

const commands = {
  /** @param {Animation} animation @param {(share: number) => void} progress 0 to 1 */
  encode({ pictures, colours, durations }, progress) {
    const palette = Array.from(colours, rgb);
    for (const [index, delay] of durations.entries()) {
      const pixels = enlarged(pictures.subarray(index * SIDE * SIDE, (index + 1) * SIDE * SIDE));
      encoder.writeFrame(pixels, WIDTH, WIDTH, index === 0 ? { delay, palette } : { delay });
      progress((index + 1) / durations.length);
    }
    return commands.finish();
  },

  /** One picture more, of any colours, for so many milliseconds. @param {{bitmap: ImageBitmap, delay: number}} drawn */
  add({ bitmap, delay }) {
    const { data, width, height } = pixelsOf(bitmap);
    const { indices, palette } = withPalette(data);
    encoder.writeFrame(indices, width, height, { delay, palette });
  },

  finish() {
    encoder.finish();
    const bytes = encoder.bytes();
    return Comlink.transfer(bytes, [bytes.buffer]);
  },
};

/** @typedef {typeof commands} AnimationCommands */

Comlink.expose(commands);
