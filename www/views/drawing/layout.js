// Where pictures stand: whole ones, each pixel on whole pixels of the screen.

import { SIDE } from "./constants.js";

/** So wide is a view that stands everything below each other; its style has the same figure. */
export const NARROW = 520;

/** A narrow view shows so many in a row, as large as they can be. */
const NARROW_COLUMNS = 8;
const USUAL_SIDE = 54;

/**
 * @typedef {object} Grid
 * @property {number} columns
 * @property {number} rows
 * @property {number} gap between pictures, in their pixels
 * @property {number} [group] rows that belong together
 * @property {number} [between] pixels more between groups
 */

/** @param {Grid} grid @param {number} row @returns {number} the pixel at which a row begins */
export function rowTop({ gap, group = 1, between = 0 }, row) {
  return row * (SIDE + gap) + Math.floor(row / group) * between;
}

/** @param {Grid} grid @returns {{width: number, height: number}} in pixels of the pictures */
export function extent(grid) {
  const { columns, rows, gap } = grid;
  return {
    width: Math.max(1, columns * (SIDE + gap) - gap),
    height: Math.max(1, rowTop(grid, rows - 1) + SIDE),
  };
}

/**
 * @param {Grid} grid
 * @param {number} x in pixels of the pictures
 * @param {number} y
 * @returns {{column: number, row: number}} the cell there, or the nearest
 */
export function cellUnder(grid, x, y) {
  const column = Math.max(0, Math.min(grid.columns - 1, Math.floor(x / (SIDE + grid.gap))));
  let row = 0;
  while (row < grid.rows - 1 && rowTop(grid, row + 1) <= y) row += 1;
  return { column, row };
}

/**
 * The enlargement nearest to a wanted size at which each pixel covers whole pixels of the screen.
 * @param {number} wanted side of a picture in CSS pixels
 * @param {number} most never wider than this
 * @param {number} density of the screen, in its pixels per CSS pixel
 * @returns {number} CSS pixels per pixel of the picture
 */
export function crispScale(wanted, most, density) {
  const nearest = Math.round((wanted * density) / SIDE);
  const largest = Math.floor((most * density) / (SIDE + 1));
  return Math.max(1, Math.min(nearest, largest)) / density;
}

/** The enlargement of pictures in a view so wide. @param {number} width @param {number} density */
export function usualScale(width, density) {
  const wanted = width < NARROW ? Math.floor(width / NARROW_COLUMNS) - 2 : USUAL_SIDE;
  return crispScale(wanted, width / NARROW_COLUMNS, density);
}
