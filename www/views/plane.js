// The plane: real points, made points, and under them what the network makes of every place.

import { DATA_SETS, PLANE_EXTENT } from "../defaults.js";
import { canvas, context, find, property } from "../find.js";

/** @import {Family} from "../types/library" */
/** @import {Query} from "../types/page" */

const FIELD_SIDE = 48;
const POINTS = 700;
const NOISE_SEED = 2014;

export class Plane {
  /** @type {Family} */
  family = "adversarial";
  #canvas = canvas("#plane");
  #place = find("#plane-place", HTMLElement);
  #field = document.createElement("canvas");
  /** @type {ArrayLike<number>} */
  #scores = [];
  /** @type {ArrayLike<number>} */
  #made = [];
  /** @type {ArrayLike<number>} */
  #real = [];

  /** @param {() => void} refresh */
  constructor(refresh) {
    this.#field.width = FIELD_SIDE;
    this.#field.height = FIELD_SIDE;
    new ResizeObserver(() => {
      this.#resize();
      refresh();
    }).observe(this.#place);
  }

  reset() {
    this.#scores = [];
    this.#made = [];
    this.#real = [];
  }

  #resize() {
    const side = Math.floor(Math.min(this.#place.clientWidth, this.#place.clientHeight || Number.POSITIVE_INFINITY));
    if (side < 50) return;
    const density = window.devicePixelRatio || 1;
    this.#canvas.style.width = `${side}px`;
    this.#canvas.style.height = `${side}px`;
    this.#canvas.width = Math.round(side * density);
    this.#canvas.height = Math.round(side * density);
    this.draw();
  }

  /** @returns {Query[]} */
  queries() {
    /** @type {Query[]} */
    const queries = [
      { method: "score", values: fieldPlaces() },
      this.family === "autoencoder"
        ? { method: "reconstruct", examples: [0, POINTS] }
        : { method: "sample", numbers: [POINTS, NOISE_SEED] },
    ];
    if (this.#real.length === 0) queries.push({ method: "examples", numbers: [0, POINTS] });
    return queries;
  }

  /** @param {(Float32Array|Uint8Array)[]} answers */
  show([scores, made, real]) {
    this.#scores = scores;
    this.#made = made;
    if (real) this.#real = real;
    this.draw();
  }

  draw() {
    const drawing = context(this.#canvas);
    const side = this.#canvas.width;
    drawing.clearRect(0, 0, side, side);
    if (this.#scores.length > 0) {
      this.#drawField();
      drawing.imageSmoothingEnabled = true;
      drawing.imageSmoothingQuality = "high";
      drawing.drawImage(this.#field, 0, 0, side, side);
    }
    this.#drawAxes(drawing, side);
    const density = window.devicePixelRatio || 1;
    const radius = Math.max(1.6, (side / density) * 0.0036) * density;
    if (this.family === "autoencoder") this.#drawTies(drawing, side, density);
    this.#drawPoints(drawing, this.#real, property("--real"), radius, side);
    this.#drawPoints(drawing, this.#made, property("--made"), radius, side);
  }

  /** Cool where the network takes a place for real, warm where not, clear where it cannot tell. */
  #drawField() {
    const image = new ImageData(FIELD_SIDE, FIELD_SIDE);
    const [cool, warm] = [property("--field-real"), property("--field-made")].map((colour) =>
      colour.split(/\s+/).map(Number),
    );
    const adversarial = this.family === "adversarial";
    let largest = 1e-9;
    for (let index = 0; index < this.#scores.length; index++) largest = Math.max(largest, this.#scores[index]);
    for (let index = 0; index < FIELD_SIDE * FIELD_SIDE; index++) {
      const score = this.#scores[index];
      const lean = adversarial ? 2 * score - 1 : 1 - 2 * Math.sqrt(score / largest);
      const colour = lean > 0 ? cool : warm;
      image.data.set([colour[0], colour[1], colour[2], Math.min(255, Math.abs(lean) * 150)], 4 * index);
    }
    context(this.#field).putImageData(image, 0, 0);
  }

  /** @param {CanvasRenderingContext2D} drawing @param {number} side */
  #drawAxes(drawing, side) {
    drawing.strokeStyle = property("--axis");
    drawing.lineWidth = 1;
    drawing.beginPath();
    for (let at = -PLANE_EXTENT + 1; at < PLANE_EXTENT; at++) {
      const place = Math.round(((at + PLANE_EXTENT) / (2 * PLANE_EXTENT)) * side) + 0.5;
      drawing.moveTo(place, 0);
      drawing.lineTo(place, side);
      drawing.moveTo(0, place);
      drawing.lineTo(side, place);
    }
    drawing.stroke();
  }

  /**
   * From each real point to where it was rebuilt.
   * @param {CanvasRenderingContext2D} drawing
   * @param {number} side
   * @param {number} density
   */
  #drawTies(drawing, side, density) {
    drawing.strokeStyle = property("--tie");
    drawing.lineWidth = density;
    drawing.beginPath();
    for (let index = 0; index + 1 < Math.min(this.#real.length, this.#made.length); index += 2) {
      drawing.moveTo(across(this.#real[index], side), down(this.#real[index + 1], side));
      drawing.lineTo(across(this.#made[index], side), down(this.#made[index + 1], side));
    }
    drawing.stroke();
  }

  /**
   * @param {CanvasRenderingContext2D} drawing
   * @param {ArrayLike<number>} points
   * @param {string} colour
   * @param {number} radius
   * @param {number} side
   */
  #drawPoints(drawing, points, colour, radius, side) {
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
}

/** @param {number} x @param {number} side */
const across = (x, side) => ((x + PLANE_EXTENT) / (2 * PLANE_EXTENT)) * side;
/** @param {number} y @param {number} side */
const down = (y, side) => ((PLANE_EXTENT - y) / (2 * PLANE_EXTENT)) * side;

/** The middles of the cells of the field, row by row from the top. */
function fieldPlaces() {
  const values = new Float32Array(FIELD_SIDE * FIELD_SIDE * 2);
  for (let row = 0; row < FIELD_SIDE; row++) {
    for (let column = 0; column < FIELD_SIDE; column++) {
      const at = 2 * (row * FIELD_SIDE + column);
      values[at] = PLANE_EXTENT * ((2 * column + 1) / FIELD_SIDE - 1);
      values[at + 1] = -PLANE_EXTENT * ((2 * row + 1) / FIELD_SIDE - 1);
    }
  }
  return values;
}

/** @param {string} dataset */
export const isPoints = (dataset) => DATA_SETS[dataset].kind === "points";
