// Places in the plane, and the field of places that the network is queried for.

/** How far the plane is shown from the middle. */
const EXTENT = 3;

/** @param {number} x @param {number} side in pixels */
export const across = (x, side) => ((x + EXTENT) / (2 * EXTENT)) * side;
/** @param {number} y @param {number} side in pixels */
export const down = (y, side) => ((EXTENT - y) / (2 * EXTENT)) * side;

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
