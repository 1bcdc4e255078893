// Below each child a cell for each number of its noise: which parent it has it from.

import { context, property } from "../../elements.js";
import { SIDE } from "../drawing/constants.js";
import { extent, rowTop } from "../drawing/layout.js";
import { alike } from "./lineage.js";

/** @import {Grid} from "../drawing/layout.js" */
/** @import {Couple} from "./lineage.js" */

/** Sides of a cell, the larger for the shorter codes: up to so many numbers. */
const SIDES = [
  { upTo: 28, side: 4 },
  { upTo: 196, side: 2 },
];
const ABOVE = 2;
const BELOW = 3;

/** @param {number} code its length */
const cellSide = (code) => SIDES.find(({ upTo }) => code <= upTo)?.side ?? 1;

/** Room below each picture, in its pixels. @param {number} code its length */
export const genesHeight = (code) => ABOVE + Math.ceil((code * cellSide(code)) / SIDE) * cellSide(code) + BELOW;

/**
 * @param {HTMLCanvasElement} canvas which lies over the pictures of the children
 * @param {Grid} grid of these, with as much between its rows
 * @param {Float32Array} codes of the children
 * @param {Couple} parents
 */
export function drawGenes(canvas, grid, codes, [{ code: first }, { code: second }]) {
  const size = first.length;
  const { width, height } = extent(grid);
  canvas.width = width;
  canvas.height = height + genesHeight(size);
  const drawing = context(canvas);
  const colours = { first: property("--edge"), second: property("--accent-deep"), both: property("--line") };
  const side = cellSide(size);
  const across = SIDE / side;
  for (const [place, value] of codes.entries()) {
    const [child, unit] = [Math.floor(place / size), place % size];
    const left = (child % grid.columns) * (SIDE + grid.gap);
    const top = rowTop(grid, Math.floor(child / grid.columns)) + SIDE + ABOVE;
    const [ofFirst, ofSecond] = [alike(value, first[unit]), alike(value, second[unit])];
    // A child that is looked back to may be of others.
    if (!ofFirst && !ofSecond) continue;
    drawing.fillStyle = ofFirst && ofSecond ? colours.both : ofFirst ? colours.first : colours.second;
    drawing.fillRect(left + (unit % across) * side, top + Math.floor(unit / across) * side, side, side);
  }
}
