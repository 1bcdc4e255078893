// How many pictures the wall holds in the room there is, and how large.

import { SIDE } from "../drawing/constants.js";
import { NARROW, usualScale } from "../drawing/layout.js";

/** @import {Grid} from "../drawing/layout.js" */

const GAP = 1;
/** Between made and real ones, in CSS pixels; the style has the same figure. */
const BETWEEN = 14;
const MOST_PICTURES = 140;
const NARROW_ROWS = 6;
const FEWEST_ROWS = 4;
const REAL_COLUMNS = 2;

/**
 * @param {number} width of the room in CSS pixels
 * @param {number} height
 * @param {number} density screen pixels per CSS pixel
 * @returns {{made: Grid, real: Grid, scale: number}}
 */
export function wallLayout(width, height, density) {
  const narrow = width < NARROW;
  const scale = usualScale(width, density);
  const pitch = (SIDE + GAP) * scale;
  const columns = Math.floor((width - (narrow ? 0 : BETWEEN) + scale) / pitch);
  const made = Math.max(2, narrow ? columns : columns - REAL_COLUMNS);
  const room = narrow ? NARROW_ROWS : Math.max(FEWEST_ROWS, Math.floor((height + scale) / pitch));
  const rows = Math.min(room, Math.floor(MOST_PICTURES / made));
  return {
    made: { columns: made, rows, gap: GAP },
    real: narrow ? { columns, rows: 1, gap: GAP } : { columns: REAL_COLUMNS, rows, gap: GAP },
    scale,
  };
}
