// Signals as lines: values from below to above a middle line, one after the other from left to right.

/** How far from the middle a value may be and still be seen whole. */
export const REACH = 1.25;

/** @typedef {{x: number, y: number, width: number, height: number}} Box */

/** The height of a value in a box. @param {number} value @param {Box} box */
export const heightOf = (value, { y, height }) => y + ((REACH - value) / (2 * REACH)) * height;

/**
 * @param {CanvasRenderingContext2D} drawing
 * @param {Box} box
 * @param {ArrayLike<number>} values of signals, one after the other
 * @param {{index: number, length: number, colour: string, width: number, dash?: number[]}} line which of them, and how
 */
export function drawSignal(drawing, box, values, { index, length, colour, width, dash = [] }) {
  if ((index + 1) * length > values.length) return;
  drawing.save();
  // What lies beyond is the neighbours'.
  drawing.beginPath();
  drawing.rect(box.x, box.y, box.width, box.height);
  drawing.clip();
  drawing.beginPath();
  for (let at = 0; at < length; at++) {
    const x = box.x + (at / (length - 1)) * box.width;
    drawing.lineTo(x, heightOf(values[index * length + at], box));
  }
  drawing.strokeStyle = colour;
  drawing.lineWidth = width;
  drawing.setLineDash(dash);
  drawing.lineJoin = "round";
  drawing.stroke();
  drawing.restore();
}
