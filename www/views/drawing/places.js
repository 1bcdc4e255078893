// Places in the plane, and the field of places that the network is queried for.

import { REACH as EXTENT } from "../../experiment/drawn-points.js";

/** @param {number} x @param {number} side in pixels */
export const across = (x, side) => ((x + EXTENT) / (2 * EXTENT)) * side;
/** @param {number} y @param {number} side in pixels */
export const down = (y, side) => ((EXTENT - y) / (2 * EXTENT)) * side;

/** The place at shares of the sides. @param {number} x @param {number} y @returns {[number, number]} */
export const placeAt = (x, y) => [EXTENT * (2 * x - 1), EXTENT * (1 - 2 * y)];

/** Where the lines of a grid lie. */
export const LINES = Array.from({ length: 2 * EXTENT - 1 }, (_, line) => line + 1 - EXTENT);

/** The middles of the cells of a square field, row by row from the top. @param {number} side in cells */
export function fieldPlaces(side) {
  const values = new Float32Array(side * side * 2);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const at = 2 * (row * side + column);
      values[at] = EXTENT * ((2 * column + 1) / side - 1);
      values[at + 1] = -EXTENT * ((2 * row + 1) / side - 1);
    }
  }
  return values;
}

/** Lines of the grid of noise along each of its two first numbers, and places on each. */
const GRID_LINES = 9;
export const GRID_PLACES = 41;
/** How far it reaches, in standard deviations. */
const GRID_REACH = 2;

/**
 * A grid over the first two numbers of a code, all others 0, place by place and line by line; one line where there is no
 * second number.
 * @param {number} code numbers in a code
 * @returns {Float32Array} `[lines * places * code]`
 */
export function gridCodes(code) {
  const lines = code === 1 ? [[0, 0]] : [0, 1].flatMap((along) => steps(GRID_LINES).map((at) => [along, at]));
  const values = new Float32Array(lines.length * GRID_PLACES * code);
  for (const [index, [along, at]] of lines.entries()) {
    for (const [place, value] of steps(GRID_PLACES).entries()) {
      const start = (index * GRID_PLACES + place) * code;
      values[start + along] = value;
      if (code > 1) values[start + 1 - along] = at;
    }
  }
  return values;
}

/** From one end of the grid to the other. @param {number} count */
const steps = (count) => Array.from({ length: count }, (_, at) => GRID_REACH * ((2 * at) / (count - 1) - 1));
