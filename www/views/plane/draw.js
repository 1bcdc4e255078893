// How the plane is drawn: the field of scores, lines, ties, and points.

import { context, property } from "../../elements.js";
import { across, down, LINES } from "./places.js";

/** @typedef {ArrayLike<number>} Points x, y, one after the other */

/**
 * Cool where lean is positive, warm where it is negative, clear at 0.
 * @param {HTMLCanvasElement} element a square of one pixel a score
 * @param {ArrayLike<number>} scores
 * @param {(score: number) => number} lean of a score, -1 to 1
 */
export function drawField(element, scores, lean) {
  const image = new ImageData(element.width, element.height);
  const [cool, warm] = [property("--field-real"), property("--field-made")].map((colour) =>
    colour.split(/\s+/).map(Number),
  );
  for (let index = 0; index < element.width * element.height; index++) {
    const leaning = lean(scores[index]);
    const colour = leaning > 0 ? cool : warm;
    image.data.set([colour[0], colour[1], colour[2], Math.min(255, Math.abs(leaning) * 150)], 4 * index);
  }
  context(element).putImageData(image, 0, 0);
}

/** @param {CanvasRenderingContext2D} drawing @param {number} side */
export function drawLines(drawing, side) {
  drawing.strokeStyle = property("--axis");
  drawing.lineWidth = 1;
  drawing.beginPath();
  for (const at of LINES) {
    const place = Math.round(across(at, side)) + 0.5;
    drawing.moveTo(place, 0);
    drawing.lineTo(place, side);
    drawing.moveTo(0, place);
    drawing.lineTo(side, place);
  }
  drawing.stroke();
}

/**
 * From each point to where it was rebuilt.
 * @param {CanvasRenderingContext2D} drawing
 * @param {Points} from
 * @param {Points} to
 * @param {number} side
 * @param {number} width of the line
 */
export function drawTies(drawing, from, to, side, width) {
  drawing.strokeStyle = property("--tie");
  drawing.lineWidth = width;
  drawing.beginPath();
  for (let index = 0; index + 1 < Math.min(from.length, to.length); index += 2) {
    drawing.moveTo(across(from[index], side), down(from[index + 1], side));
    drawing.lineTo(across(to[index], side), down(to[index + 1], side));
  }
  drawing.stroke();
}

/**
 * @param {CanvasRenderingContext2D} drawing
 * @param {Points} points
 * @param {string} colour
 * @param {number} radius
 * @param {number} side
 */
export function drawPoints(drawing, points, colour, radius, side) {
  drawing.fillStyle = colour;
  drawing.globalAlpha = 0.75;
  drawing.beginPath();
  for (let index = 0; index + 1 < points.length; index += 2) {
    const x = across(points[index], side);
    const y = down(points[index + 1], side);
    drawing.moveTo(x + radius, y);
    drawing.arc(x, y, radius, 0, 2 * Math.PI);
  }
  drawing.fill();
  drawing.globalAlpha = 1;
}
