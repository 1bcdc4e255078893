// How many examples the view holds with all their rows, and how large.

import { SIDE } from "../drawing/constants.js";
import { NARROW, usualScale } from "../drawing/layout.js";

/** @import {Grid} from "../drawing/layout.js" */

const GAP = 1;
/** For the names of the rows, in CSS pixels; the style has the same figure. */
const CAPTIONS = 112;
const NARROW_GROUPS = 3;
const MOST_PICTURES = 140;
/** Between groups, in pixels of the pictures. */
const [LEAST_BETWEEN, MOST_BETWEEN] = [4, 12];

/**
 * @param {number} width of the room in CSS pixels
 * @param {number} height
 * @param {number} group rows of an example
 * @param {number} density screen pixels per CSS pixel
 * @returns {{grid: Grid & {group: number}, scale: number}}
 */
export function pairsLayout(width, height, group, density) {
  const narrow = width < NARROW;
  const scale = usualScale(width, density);
  const pitch = (SIDE + GAP) * scale;
  const columns = Math.max(1, Math.floor((width - (narrow ? 0 : CAPTIONS) + scale) / pitch));
  const least = LEAST_BETWEEN * scale;
  const room = narrow ? NARROW_GROUPS : Math.floor((height + scale + least) / (group * pitch + least));
  const groups = Math.max(1, Math.min(room, Math.floor(MOST_PICTURES / (columns * group))));
  const spare = narrow ? 0 : (height + scale - groups * group * pitch) / scale / Math.max(1, groups - 1);
  const between = Math.max(LEAST_BETWEEN, Math.min(MOST_BETWEEN, Math.floor(spare)));
  return { grid: { columns, rows: groups * group, gap: GAP, group, between }, scale };
}
