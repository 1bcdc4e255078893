// How many rows of a traversal, or units of a layer, there is room for, and how large.

import { SIDE } from "../drawing/constants.js";
import { NARROW } from "../drawing/layout.js";

/** @import {Grid} from "../drawing/layout.js" */

const GAP = 1;
/** Pictures of a row: from 2 deviations below the mean to 2 above. */
export const STEPS = 7;
/** Beside the rows for their names, above them for the deviations, between blocks: CSS pixels, as in the style. */
const [NAMES, HEADS, BETWEEN] = [34, 20, 22];
/** Sides of a picture in CSS pixels: rows are left out rather than that they become smaller. */
const [LEAST_SIDE, MOST_SIDE] = [40, 112];
/** A narrow view may be as high as it likes. */
const NARROW_ROWS = 16;

/** Sides of a unit of the first layer. */
const [LEAST_UNIT, MOST_UNIT] = [28, 84];

/**
 * Rows of pictures in blocks side by side, so that as many numbers of the code are shown as there is room for.
 * @param {number} width of the room in CSS pixels
 * @param {number} height
 * @param {number} density screen pixels per CSS pixel
 * @param {number} units
 * @returns {{blocks: number, rows: number, scale: number}}
 */
export function traversalLayout(width, height, density, units) {
  const narrow = width < NARROW;
  for (let pixels = Math.floor((MOST_SIDE * density) / SIDE); ; pixels--) {
    const scale = pixels / density;
    const pitch = (SIDE + GAP) * scale;
    const block = NAMES + STEPS * pitch - GAP * scale;
    const most = narrow ? NARROW_ROWS : Math.max(1, Math.floor((height - HEADS + GAP * scale) / pitch));
    const room = narrow ? 1 : Math.max(1, Math.floor((width + BETWEEN) / (block + BETWEEN)));
    const smallest = pixels === 1 || (SIDE * (pixels - 1)) / density < LEAST_SIDE;
    if (pixels > 1 && (block > width || (!narrow && !smallest && room * most < units))) continue;
    const blocks = Math.min(room, Math.ceil(units / most));
    return { blocks, rows: Math.min(most, Math.ceil(units / blocks)), scale };
  }
}

/**
 * A cell for each unit, all of the same size; those that do not fit below are scrolled to.
 * @param {number} width
 * @param {number} height
 * @param {number} density
 * @param {number} units
 * @returns {{grid: Grid, scale: number}}
 */
export function unitLayout(width, height, density, units) {
  for (let pixels = Math.floor((MOST_UNIT * density) / SIDE); ; pixels--) {
    const scale = pixels / density;
    const pitch = (SIDE + GAP) * scale;
    const columns = Math.max(1, Math.min(units, Math.floor((width + GAP * scale) / pitch)));
    const rows = Math.max(1, Math.ceil(units / columns));
    const fits = rows * pitch - GAP * scale <= height;
    const smallest = pixels <= 1 || (SIDE * (pixels - 1)) / density < LEAST_UNIT;
    if (fits || smallest) return { grid: { columns, rows, gap: GAP }, scale };
  }
}
