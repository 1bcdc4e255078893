// Dots in the plane, coloured from one end of a property to the other; those with more of it are larger too.

import { context, property } from "../../elements.js";

const [SMALLEST, LARGEST] = [2.6, 5.2];
const MARGIN = 12;
/** A dot is pointed at from so far, in pixels of the page. */
const REACH = 24;

/** From places on the map to pixels of the page. @param {ArrayLike<number>} places @param {number} side */
function scaleOf(places, side) {
  let furthest = 1e-6;
  for (let at = 0; at < places.length; at++) furthest = Math.max(furthest, Math.abs(places[at]));
  const unit = (side / 2 - MARGIN) / furthest;
  return (/** @type {number} */ index) => ({
    x: side / 2 + unit * places[2 * index],
    y: side / 2 - unit * places[2 * index + 1],
  });
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {ArrayLike<number>} places x, y, x, y, ...
 * @param {(number|null)[]} values of the property; null where it is not known
 * @param {[least: number, most: number]} ends
 * @param {number} chosen index
 */
export function drawPlane(canvas, places, values, [least, most], chosen) {
  const density = window.devicePixelRatio || 1;
  const side = canvas.clientWidth;
  if (side === 0) return;
  canvas.width = Math.round(side * density);
  canvas.height = canvas.width;
  const drawing = context(canvas);
  drawing.setTransform(density, 0, 0, density, 0, 0);
  const at = scaleOf(places, side);
  const [low, high, unknown, ink] = ["--real", "--made", "--edge", "--ink"].map(property);
  const count = places.length / 2;
  for (let index = 0; index < count; index++) {
    const { x, y } = at(index);
    const value = values[index] ?? null;
    const share = value === null || most === least ? 0 : (value - least) / (most - least);
    drawing.beginPath();
    drawing.arc(x, y, SMALLEST + (LARGEST - SMALLEST) * share, 0, 2 * Math.PI);
    drawing.globalAlpha = 0.85;
    drawing.fillStyle = value === null ? unknown : `color-mix(in oklab, ${high} ${Math.round(100 * share)}%, ${low})`;
    drawing.fill();
  }
  drawing.globalAlpha = 1;
  if (chosen >= count) return;
  const { x, y } = at(chosen);
  drawing.beginPath();
  drawing.arc(x, y, LARGEST + 3, 0, 2 * Math.PI);
  drawing.strokeStyle = ink;
  drawing.lineWidth = 1.5;
  drawing.stroke();
}

/**
 * The dot nearest to a place.
 * @param {HTMLCanvasElement} canvas @param {ArrayLike<number>} places @param {number} left @param {number} top in pixels of the page
 * @returns {number|null} its index; null where none is near
 */
export function nearestDot(canvas, places, left, top) {
  const at = scaleOf(places, canvas.clientWidth);
  let [nearest, least] = [/** @type {number|null} */ (null), REACH];
  for (let index = 0; 2 * index + 1 < places.length; index++) {
    const { x, y } = at(index);
    const distance = Math.hypot(x - left, y - top);
    if (distance < least) [nearest, least] = [index, distance];
  }
  return nearest;
}
