// The map itself: a dot for each code, circles of the normal distribution, a ring where a person points.

import { context, property } from "../../elements.js";
import { EXTENT, share } from "./places.js";

/** @import {Place} from "./places.js" */

/** Colours there are for labels; further labels begin again with the first. */
const COLOURS = 10;

/** The custom property of a label's colour. @param {number} label */
export const labelColour = (label) => `--label-${label % COLOURS}`;

/**
 * @param {HTMLCanvasElement} canvas
 * @param {ArrayLike<number>} codes
 * @param {ArrayLike<number>} labels
 * @param {Place|null} at
 */
export function drawDots(canvas, codes, labels, at) {
  const density = window.devicePixelRatio || 1;
  const side = Math.round(canvas.clientWidth * density);
  if (side === 0) return;
  if (canvas.width !== side) {
    canvas.width = side;
    canvas.height = side;
  }
  const drawing = context(canvas);
  drawing.clearRect(0, 0, side, side);
  /** @param {number} x @param {number} y @param {number} radius */
  const circle = (x, y, radius) => {
    drawing.beginPath();
    drawing.arc(share(x) * side, share(-y) * side, radius, 0, 2 * Math.PI);
  };
  drawing.strokeStyle = property("--axis");
  drawing.lineWidth = density;
  // One, two and three deviations of the normal distribution that the codes are pulled towards.
  for (const deviations of [1, 2, 3]) {
    circle(0, 0, (deviations / EXTENT / 2) * side);
    drawing.stroke();
  }
  const colours = Array.from({ length: COLOURS }, (_, label) => property(labelColour(label)));
  drawing.globalAlpha = 0.85;
  for (let index = 0; 2 * index + 1 < codes.length; index++) {
    drawing.fillStyle = colours[(labels[index] ?? 0) % COLOURS];
    circle(codes[2 * index], codes[2 * index + 1], 2.1 * density);
    drawing.fill();
  }
  drawing.globalAlpha = 1;
  if (!at) return;
  drawing.strokeStyle = property("--ink");
  drawing.lineWidth = 1.5 * density;
  circle(at[0], at[1], 7 * density);
  drawing.stroke();
}
