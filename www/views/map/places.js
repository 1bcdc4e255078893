// Places on the map of codes: in codes, in shares of the map, and in cells of the grid.

import { SIDE } from "../drawing/constants.js";
import { crispScale, NARROW, usualScale } from "../drawing/layout.js";

/** @import {Grid} from "../drawing/layout.js" */

/** How far the map is shown from the middle, in standard deviations of the normal distribution that codes are pulled towards. */
export const EXTENT = 3;

/** Between map and grid, in CSS pixels; the style has the same figure. */
const BETWEEN = 24;
/** For the legend below. */
const LEGEND = 52;
/** Between these and the strip of pairs. */
const ABOVE_STRIP = 18;
const GAP = 1;
const WANTED_SIDE = 28;
const [FEWEST_CELLS, MOST_CELLS] = [6, 16];

/** @typedef {[number, number]} Place the two numbers of a code */

/**
 * @param {number} x share of the width, from the left
 * @param {number} y share of the height, from the top
 * @returns {Place} on the map, also where these lie outside
 */
export function placeAt(x, y) {
  return [inside(EXTENT * (2 * x - 1)), inside(-EXTENT * (2 * y - 1))];
}

/** @param {number} value */
const inside = (value) => Math.max(-EXTENT, Math.min(EXTENT, value));

/** @param {Place} place @param {Place} by @returns {Place} */
export const moved = ([x, y], [right, up]) => [inside(x + right), inside(y + up)];

/** @param {number} value of a code @returns {number} share of the way across */
export const share = (value) => (value + EXTENT) / (2 * EXTENT);

/** Codes at the middles of the cells of a grid over the map. @param {number} side in cells */
export function gridPlaces(side) {
  const values = new Float32Array(side * side * 2);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      values.set(placeAt((column + 0.5) / side, (row + 0.5) / side), 2 * (row * side + column));
    }
  }
  return values;
}

/** @param {Place} place @param {number} side in cells @returns {number} which cell of the grid it is in */
export function cellOf([x, y], side) {
  const cell = (/** @type {number} */ at) => Math.min(side - 1, Math.floor(at * side));
  return cell(share(-y)) * side + cell(share(x));
}

/**
 * @param {number} width of the room in CSS pixels
 * @param {number} height
 * @param {number} density screen pixels per CSS pixel
 * @returns {{side: number, scale: number, strip: Grid, stripScale: number}} cells in a row of the grid, CSS pixels per
 *   pixel of a picture, and the same of the pairs below
 */
export function mapLayout(width, height, density) {
  const narrow = width < NARROW;
  const scale = crispScale(WANTED_SIDE, width / FEWEST_CELLS, density);
  const stripScale = usualScale(width, density);
  const pitch = (SIDE + GAP) * stripScale;
  const strip = { columns: Math.floor((width + stripScale) / pitch), rows: 2, gap: GAP };
  const room = narrow ? width : Math.min((width - BETWEEN) / 2, height - LEGEND - ABOVE_STRIP - 2 * pitch);
  const side = Math.max(FEWEST_CELLS, Math.min(MOST_CELLS, Math.floor(room / (SIDE * scale))));
  return { side, scale, strip, stripScale };
}
