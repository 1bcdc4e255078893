// The map itself: a dot for each code, contours of the prior, the posterior of a drawing, a ring where a person points.

import { context, property } from "../../elements.js";
import { share } from "./places.js";

/** @import {Posterior} from "../../types/library" */
/** @import {Place} from "./places.js" */

/** Colours there are for labels; further labels begin again with the first. */
const COLOURS = 10;
/** Of a sign, in pixels of the page. */
const SIGN_SIZE = 10;
/** Of the prior, as contours. */
const DEVIATIONS = [1, 2, 3];

/** The custom property of a label's colour. @param {number} label */
export const labelColour = (label) => `--label-${label % COLOURS}`;

/**
 * @typedef {object} Drawn
 * @property {number} extent
 * @property {ArrayLike<number>} dots
 * @property {ArrayLike<number>} labels
 * @property {string[]|null} signs of the labels, in the place of dots
 * @property {boolean} prior codes are pulled towards N(0, I)
 * @property {Posterior|null} posterior
 * @property {Place|null} at
 */

/** @param {HTMLCanvasElement} canvas @param {Drawn} drawn */
export function drawDots(canvas, { extent, dots, labels, signs, prior, posterior, at }) {
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
    drawing.arc(share(x, extent) * side, share(-y, extent) * side, radius, 0, 2 * Math.PI);
  };
  const colours = Array.from({ length: COLOURS }, (_, label) => property(labelColour(label)));
  drawing.globalAlpha = signs ? 1 : 0.85;
  drawing.font = `700 ${SIGN_SIZE * density}px ${property("--font")}`;
  drawing.textAlign = "center";
  drawing.textBaseline = "middle";
  for (let index = 0; 2 * index + 1 < dots.length; index++) {
    const label = labels[index] ?? 0;
    const [x, y] = [dots[2 * index], dots[2 * index + 1]];
    drawing.fillStyle = colours[label % COLOURS];
    if (signs) {
      drawing.fillText(signs[label] ?? "", share(x, extent) * side, share(-y, extent) * side);
    } else {
      circle(x, y, 2.1 * density);
      drawing.fill();
    }
  }
  drawing.globalAlpha = 1;
  if (prior) {
    drawing.strokeStyle = property("--tie");
    drawing.lineWidth = density;
    for (const deviations of DEVIATIONS) {
      circle(0, 0, (deviations / extent / 2) * side);
      drawing.stroke();
    }
  }
  if (posterior) drawPosterior(drawing, posterior, extent, side, density);
  if (!at) return;
  drawing.strokeStyle = property("--ink");
  drawing.lineWidth = 1.5 * density;
  circle(at[0], at[1], 7 * density);
  drawing.stroke();
}

/**
 * Its centre, and the ellipses at one and at two deviations.
 * @param {CanvasRenderingContext2D} drawing
 * @param {Posterior} posterior of one example
 * @param {number} extent
 * @param {number} side of the map
 * @param {number} density
 */
function drawPosterior(drawing, { places: [x, y], ellipses: [first, second, angle] }, extent, side, density) {
  const [left, top] = [share(x, extent) * side, share(-y, extent) * side];
  const unit = side / extent / 2;
  drawing.strokeStyle = property("--ink");
  drawing.fillStyle = property("--accent");
  drawing.lineWidth = 1.5 * density;
  for (const [deviations, opacity] of [
    [2, 0.35],
    [1, 0.6],
  ]) {
    drawing.beginPath();
    drawing.ellipse(left, top, deviations * unit * first, deviations * unit * second, -angle, 0, 2 * Math.PI);
    drawing.globalAlpha = opacity;
    drawing.fill();
    drawing.globalAlpha = 1;
    drawing.stroke();
  }
  drawing.fillStyle = property("--ink");
  drawing.beginPath();
  drawing.arc(left, top, 2.5 * density, 0, 2 * Math.PI);
  drawing.fill();
}
