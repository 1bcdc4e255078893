// Places on the map of codes: in codes, in shares of the map, and in cells of the grid.

import { SIDE } from "../drawing/constants.js";
import { crispScale, NARROW, usualScale } from "../drawing/layout.js";

/** @import {Grid} from "../drawing/layout.js" */

/** How far the map is shown from the middle: so many standard deviations of N(0, 1), or further where codes lie further out. */
const EXTENTS = [3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128];
export const [USUAL_EXTENT] = EXTENTS;
/** The share of dots there is to be room for; a few lie far out. */
const SHOWN = 0.97;

/** Between map and grid, in CSS pixels; the style has the same figure. */
const BETWEEN = 24;
/** For the legend below. */
const LEGEND = 52;
/** Between these and the strip of pairs. */
const ABOVE_STRIP = 18;
const GAP = 1;
const WANTED_SIDE = 28;
const [FEWEST_CELLS, MOST_CELLS] = [6, 16];
const RESAMPLED_COLUMNS = 4;

/** Pictures decoded from codes that are drawn from one posterior. */
export const RESAMPLED = 8;

/** @typedef {[number, number]} Place on the plane of the map */

/**
 * @param {number} x share of the width, from the left
 * @param {number} y share of the height, from the top
 * @param {number} [extent]
 * @returns {Place} on the map, also where these lie outside
 */
export function placeAt(x, y, extent = USUAL_EXTENT) {
  return [inside(extent * (2 * x - 1), extent), inside(-extent * (2 * y - 1), extent)];
}

/** @param {number} value @param {number} extent */
const inside = (value, extent) => Math.max(-extent, Math.min(extent, value));

/** @param {Place} place @param {Place} by @param {number} extent @returns {Place} */
export const moved = ([x, y], [right, up], extent) => [inside(x + right, extent), inside(y + up, extent)];

/** @param {number} value @param {number} extent @returns {number} share of the way across */
export const share = (value, extent) => (value + extent) / (2 * extent);

/** Places at the middles of the cells of a grid over the map. @param {number} side in cells @param {number} [extent] */
export function gridPlaces(side, extent = USUAL_EXTENT) {
  const values = new Float32Array(side * side * 2);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      values.set(placeAt((column + 0.5) / side, (row + 0.5) / side, extent), 2 * (row * side + column));
    }
  }
  return values;
}

/** @param {Place} place @param {number} side in cells @param {number} [extent] @returns {number} the cell it is in */
export function cellOf([x, y], side, extent = USUAL_EXTENT) {
  const cell = (/** @type {number} */ at) => Math.max(0, Math.min(side - 1, Math.floor(at * side)));
  return cell(share(-y, extent)) * side + cell(share(x, extent));
}

/**
 * How far the map has to reach for these dots.
 * @param {ArrayLike<number>} dots
 * @param {number} extent as it is; it is kept until the dots need less than half of it, so that it does not flicker
 */
export function extentFor(dots, extent) {
  const distances = Float32Array.from(dots, Math.abs).sort();
  const furthest = distances[Math.floor(SHOWN * (distances.length - 1))] ?? 0;
  const needed = EXTENTS.find((each) => each >= furthest) ?? EXTENTS[EXTENTS.length - 1];
  return needed > extent || needed * 2 <= extent ? needed : extent;
}

/**
 * @param {number} width of the room in CSS pixels
 * @param {number} height
 * @param {number} density screen pixels per CSS pixel
 * @param {boolean} [shares] the strip of pairs has what is resampled beside it
 * @returns {{side: number, scale: number, strip: Grid, resampled: Grid, stripScale: number}} cells in a row of the grid,
 *   CSS pixels per pixel of a picture, and the same of the pictures below
 */
export function mapLayout(width, height, density, shares = false) {
  const narrow = width < NARROW;
  const scale = crispScale(WANTED_SIDE, width / FEWEST_CELLS, density);
  const stripScale = usualScale(width, density);
  const pitch = (SIDE + GAP) * stripScale;
  const room = narrow ? width : Math.min((width - BETWEEN) / 2, height - LEGEND - ABOVE_STRIP - 2 * pitch);
  const side = Math.max(FEWEST_CELLS, Math.min(MOST_CELLS, Math.floor(room / (SIDE * scale))));
  const fitting = (/** @type {number} */ within) => Math.max(1, Math.floor((within + stripScale) / pitch));
  const beside = narrow ? width : side * SIDE * scale;
  const strip = { columns: fitting(shares ? beside : width), rows: 2, gap: GAP };
  const columns = Math.min(narrow ? RESAMPLED : RESAMPLED_COLUMNS, fitting(beside));
  const resampled = { columns, rows: Math.ceil(RESAMPLED / columns), gap: GAP };
  return { side, scale, strip, resampled, stripScale };
}
