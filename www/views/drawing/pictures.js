// Pictures as pixels: one colour scale for what is real, one for what was made, one for neither, one for weights.

import { context, property } from "../../elements.js";
import { SIDE } from "./constants.js";
import { extent, rowTop } from "./layout.js";

/** @import {Grid} from "./layout.js" */
/** @typedef {"real"|"made"|"ink"|"weight"} Tone */

/** By theme and tone. @type {Map<string, Uint32Array>} */
const ramps = new Map();

/** @param {string} hex as #abc, which a minifier makes of #aabbcc, or in full */
function channels(hex) {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : hex.slice(1).match(/../g);
  return (digits ?? []).map((pair) => Number.parseInt(pair, 16));
}

/**
 * @param {Tone} tone
 * @returns {Uint32Array} a colour for each of 256 values, as ImageData holds them
 */
export function ramp(tone) {
  const name = `${document.documentElement.dataset.theme} ${tone}`;
  const known = ramps.get(name);
  if (known) return known;
  const stops = property(`--ramp-${tone}`)
    .split(/\s+/)
    .map((stop) => channels(stop));
  const table = new Uint32Array(256);
  for (let value = 0; value < 256; value++) {
    const place = (value / 255) * (stops.length - 1);
    const below = Math.min(stops.length - 2, Math.floor(place));
    const [red, green, blue] = [0, 1, 2].map((channel) =>
      Math.round(stops[below][channel] + (place - below) * (stops[below + 1][channel] - stops[below][channel])),
    );
    table[value] = (255 << 24) | (blue << 16) | (green << 8) | red;
  }
  ramps.set(name, table);
  return table;
}

/** Pictures one after the other; 0 to 1, or 0 to 255 where they are bytes. @typedef {Float32Array|Uint8Array|Uint8ClampedArray} Pictures */

/**
 * @typedef {object} Cell
 * @property {Pictures} values
 * @property {number} index of the picture among them
 * @property {Tone} tone
 */

/** @param {Pictures} pictures */
export const countOf = (pictures) => Math.floor(pictures.length / (SIDE * SIDE));

/**
 * @param {Cell} cell
 * @returns {Float32Array|null} one picture, 0 to 1; null where there is none
 */
export function pictureOf({ values, index }) {
  if (index >= countOf(values)) return null;
  const own = Float32Array.from(values.subarray(index * SIDE * SIDE, (index + 1) * SIDE * SIDE));
  return values.BYTES_PER_ELEMENT === 1 ? own.map((value) => value / 255) : own;
}

/** @param {Float32Array[]} parts one after the other */
export function joined(parts) {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/**
 * Draws a grid of pictures pixel for pixel; the canvas is enlarged by its style. A cell without a picture stays empty.
 * @param {HTMLCanvasElement} element
 * @param {Grid} grid
 * @param {(column: number, row: number) => Cell|null} cellAt
 */
export function drawPictures(element, grid, cellAt) {
  const { columns, rows, gap } = grid;
  const pitch = SIDE + gap;
  const { width, height } = extent(grid);
  if (element.width !== width || element.height !== height) {
    element.width = width;
    element.height = height;
  }
  const image = new ImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const cell = cellAt(column, row);
      if (!cell || cell.index >= countOf(cell.values)) continue;
      const colours = ramp(cell.tone);
      const start = cell.index * SIDE * SIDE;
      const scale = cell.values.BYTES_PER_ELEMENT === 1 ? 1 : 255;
      for (let y = 0; y < SIDE; y++) {
        const from = start + y * SIDE;
        const to = (rowTop(grid, row) + y) * width + column * pitch;
        for (let x = 0; x < SIDE; x++) {
          pixels[to + x] = colours[Math.max(0, Math.min(255, (cell.values[from + x] * scale) | 0))];
        }
      }
    }
  }
  context(element).putImageData(image, 0, 0);
}

/**
 * @param {HTMLCanvasElement} element
 * @param {Pictures} values
 * @param {Tone} tone
 * @param {number} [index]
 */
export function drawPicture(element, values, tone, index = 0) {
  drawPictures(element, { columns: 1, rows: 1, gap: 0 }, () => ({ values, index, tone }));
}
