// Pictures as pixels: one colour scale for what is real, one for what was made.

import { SIDE } from "../defaults.js";
import { context, property } from "../find.js";

/** @typedef {"real"|"made"|"ink"} Tone */

/** @type {Map<Tone, Uint32Array>} */
const ramps = new Map();

/** @param {string} hex as #abc, which a minifier makes of #aabbcc, or in full */
function channels(hex) {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : hex.slice(1).match(/../g);
  return (digits ?? []).map((pair) => Number.parseInt(pair, 16));
}

/** The colours of the theme have changed. */
export function forgetColours() {
  ramps.clear();
}

/**
 * @param {Tone} tone
 * @returns {Uint32Array} a colour for each of 256 values, as ImageData holds them
 */
export function ramp(tone) {
  const known = ramps.get(tone);
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
  ramps.set(tone, table);
  return table;
}

/**
 * @typedef {object} Cell
 * @property {ArrayLike<number>} values of many pictures, 0 to 1, or 0 to 255 for bytes
 * @property {number} index of the picture among them
 * @property {Tone} tone
 */

/**
 * @typedef {object} Grid
 * @property {number} columns
 * @property {number} rows
 * @property {number} gap between pictures, in their pixels
 * @property {number} [between] pixels more after every second row, where rows belong together in pairs
 */

/** @param {Grid} grid @param {number} row @returns {number} the pixel at which a row begins */
export function rowTop({ gap, between = 0 }, row) {
  return row * (SIDE + gap) + Math.floor(row / 2) * between;
}

/** @param {Grid} grid @returns {{width: number, height: number}} in pixels */
export function extent(grid) {
  const { columns, rows, gap } = grid;
  return {
    width: Math.max(1, columns * (SIDE + gap) - gap),
    height: Math.max(1, rowTop(grid, rows - 1) + SIDE),
  };
}

/**
 * Draws a grid of pictures pixel for pixel; the canvas is enlarged by its style.
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
      if (!cell) continue;
      const colours = ramp(cell.tone);
      const start = cell.index * SIDE * SIDE;
      if (start + SIDE * SIDE > cell.values.length) continue;
      const scale = cell.values instanceof Uint8ClampedArray ? 1 : 255;
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
 * @param {Float32Array} values
 * @param {Tone} tone
 * @param {number} [index]
 */
export function drawPicture(element, values, tone, index = 0) {
  drawPictures(element, { columns: 1, rows: 1, gap: 0 }, () => ({ values, index, tone }));
}

/**
 * The enlargement nearest to a wanted size at which each pixel covers whole pixels of the screen.
 * @param {number} wanted side of a picture in CSS pixels
 * @param {number} [most] never wider than this
 * @returns {number} CSS pixels per pixel of the picture
 */
export function crispScale(wanted, most = Number.POSITIVE_INFINITY) {
  const density = window.devicePixelRatio || 1;
  const nearest = Math.round((wanted * density) / SIDE);
  const largest = Math.floor((most * density) / (SIDE + 1));
  return Math.max(1, Math.min(nearest, largest)) / density;
}
