// A picture to be saved, of what a view shows now.

import { context, make, property } from "../../elements.js";

const GAP = 24;

/**
 * One beside the other on the colour of the page.
 * @param {HTMLCanvasElement[]} canvases
 * @param {number} scale a whole number
 * @returns {HTMLCanvasElement}
 */
export function still(canvases, scale) {
  const gaps = GAP * (canvases.length + 1);
  const all = make("canvas");
  all.width = gaps + scale * canvases.reduce((sum, { width }) => sum + width, 0);
  all.height = 2 * GAP + scale * Math.max(...canvases.map(({ height }) => height));
  const drawing = context(all);
  drawing.fillStyle = property("--surface");
  drawing.fillRect(0, 0, all.width, all.height);
  drawing.imageSmoothingEnabled = false;
  let left = GAP;
  for (const canvas of canvases) {
    drawing.drawImage(canvas, left, GAP, scale * canvas.width, scale * canvas.height);
    left += scale * canvas.width + GAP;
  }
  return all;
}
