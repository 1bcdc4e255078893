// A picture larger, each pixel a square.

import { context, make } from "../../elements.js";

/** @param {HTMLCanvasElement} canvas @param {number} scale a whole number */
export function enlarged(canvas, scale) {
  const large = make("canvas");
  large.width = scale * canvas.width;
  large.height = scale * canvas.height;
  const drawing = context(large);
  drawing.imageSmoothingEnabled = false;
  drawing.drawImage(canvas, 0, 0, large.width, large.height);
  return large;
}
