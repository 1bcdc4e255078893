// How the plane is drawn: the field of scores, lines, ties, points, the grid of noise, arrows, trails.

import { context, property } from "../../elements.js";
import { withoutColours } from "../../told-apart.js";
import { across, down, GRID_PLACES, LINES } from "../drawing/places.js";

/** @typedef {ArrayLike<number>} Points x, y, one after the other */

/**
 * Cool where lean is positive, warm where it is negative, clear at 0; the warm ones striped, where colours are not to be enough.
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
    const row = Math.floor(index / element.width);
    const bare = withoutColours.matches && leaning < 0 && row % 2 === 1;
    image.data.set([colour[0], colour[1], colour[2], bare ? 0 : Math.min(255, Math.abs(leaning) * 150)], 4 * index);
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

/** Of the radius of a round dot with as much ink. */
const TRIANGLE = 1.45;

/**
 * The real ones as round dots; those that are made as triangles, so that they are told apart without colours, too.
 * @param {CanvasRenderingContext2D} drawing
 * @param {Points} points
 * @param {{colour: string, radius: number, form?: "round"|"triangle"}} look
 * @param {number} side
 */
export function drawPoints(drawing, points, { colour, radius, form = "round" }, side) {
  const reach = TRIANGLE * radius;
  drawing.fillStyle = colour;
  drawing.globalAlpha = 0.75;
  drawing.beginPath();
  for (let index = 0; index + 1 < points.length; index += 2) {
    const x = across(points[index], side);
    const y = down(points[index + 1], side);
    if (form === "triangle") {
      drawing.moveTo(x, y - reach);
      drawing.lineTo(x + reach, y + reach / 2);
      drawing.lineTo(x - reach, y + reach / 2);
    } else {
      drawing.moveTo(x + radius, y);
      drawing.arc(x, y, radius, 0, 2 * Math.PI);
    }
  }
  drawing.fill();
  drawing.globalAlpha = 1;
}

/**
 * A grid of noise as it was mapped, line by line.
 * @param {CanvasRenderingContext2D} drawing
 * @param {Points} places
 * @param {number} side
 * @param {number} width of the lines
 */
export function drawGrid(drawing, places, side, width) {
  drawing.strokeStyle = property("--made-text");
  drawing.lineWidth = width;
  drawing.beginPath();
  for (let index = 0; index + 1 < places.length; index += 2) {
    const [x, y] = [across(places[index], side), down(places[index + 1], side)];
    if ((index / 2) % GRID_PLACES === 0) drawing.moveTo(x, y);
    else drawing.lineTo(x, y);
  }
  drawing.stroke();
}

/** The length that no arrow reaches, and the gradient whose arrow has half of that. */
const LONGEST = 0.65;
const HALF_LENGTH = 2;
/** The head's part of that, its greatest length, and how far it opens from the shaft, in radians. */
const HEAD = 0.45;
const LONGEST_HEAD = 0.14;
const OPEN = 0.5;

/**
 * From each point along its arrow; a longer one for a larger gradient, within bounds.
 * @param {CanvasRenderingContext2D} drawing
 * @param {Points} from
 * @param {Points} arrows
 * @param {number} side
 * @param {number} width of the lines
 * @param {string} [colour] custom property
 */
export function drawArrows(drawing, from, arrows, side, width, colour = "--ink") {
  drawing.strokeStyle = property(colour);
  drawing.lineWidth = width;
  drawing.beginPath();
  for (let index = 0; index + 1 < Math.min(from.length, arrows.length); index += 2) {
    const [x, y] = [from[index], from[index + 1]];
    const size = Math.hypot(arrows[index], arrows[index + 1]);
    const angle = Math.atan2(arrows[index + 1], arrows[index]);
    const length = (LONGEST * size) / (size + HALF_LENGTH);
    const [tipX, tipY] = [x + length * Math.cos(angle), y + length * Math.sin(angle)];
    drawing.moveTo(across(x, side), down(y, side));
    drawing.lineTo(across(tipX, side), down(tipY, side));
    const head = Math.min(HEAD * length, LONGEST_HEAD);
    for (const turned of [angle + OPEN, angle - OPEN]) {
      drawing.moveTo(across(tipX, side), down(tipY, side));
      drawing.lineTo(across(tipX - head * Math.cos(turned), side), down(tipY - head * Math.sin(turned), side));
    }
  }
  drawing.stroke();
}

/**
 * Lines through where points were, fainter the longer ago.
 * @param {CanvasRenderingContext2D} drawing
 * @param {Points[]} past the earliest first
 * @param {number} points of which a line is drawn at most
 * @param {number} side
 * @param {number} width of the lines
 */
export function drawTrail(drawing, past, points, side, width) {
  drawing.strokeStyle = property("--made");
  drawing.lineWidth = width;
  for (let age = 1; age < past.length; age++) {
    const [from, to] = [past[age - 1], past[age]];
    drawing.globalAlpha = 0.7 * (age / (past.length - 1));
    drawing.beginPath();
    for (let index = 0; index + 1 < Math.min(2 * points, from.length, to.length); index += 2) {
      drawing.moveTo(across(from[index], side), down(from[index + 1], side));
      drawing.lineTo(across(to[index], side), down(to[index + 1], side));
    }
    drawing.stroke();
  }
  drawing.globalAlpha = 1;
}
