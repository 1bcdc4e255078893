// Points of both branches on one plane, in two colours and forms.

import { context, make, makeCanvas, property } from "../../elements.js";
import { still } from "../drawing/still.js";
import { drawLines, drawPoints, drawTies } from "../plane/draw.js";

/** @import {Answer} from "../../types/page" */

const SMALLEST_SIDE = 50;
/** More would hide the points. */
const TIED = 100;

export class DrawnPoints {
  count = 500;
  /** @type {Answer[]} */
  #points = [];
  canvas = makeCanvas({ id: "branches-points", label: "views.branches.points" });
  element = make("div", { class: "branches-plane" }, this.canvas);

  forget() {
    this.#points = [];
  }

  /** @param {number} width @param {number} height */
  layout(width, height) {
    const side = Math.floor(Math.min(width, height));
    if (side < SMALLEST_SIDE) return;
    const density = window.devicePixelRatio || 1;
    this.canvas.style.width = `${side}px`;
    this.canvas.style.height = `${side}px`;
    this.canvas.width = Math.round(side * density);
    this.canvas.height = this.canvas.width;
    this.draw();
  }

  /** @param {Answer[]} answers one of each branch */
  show(answers) {
    this.#points = answers;
    this.draw();
  }

  draw() {
    const drawing = context(this.canvas);
    const side = this.canvas.width;
    const density = window.devicePixelRatio || 1;
    drawing.clearRect(0, 0, side, side);
    drawLines(drawing, side);
    const [first, second] = this.#points;
    if (!first || !second) return;
    const radius = 2 * density;
    // From the same noise, or the same point.
    drawTies(drawing, first.subarray(0, 2 * TIED), second.subarray(0, 2 * TIED), side, density);
    drawPoints(drawing, first, { colour: property("--ink"), radius }, side);
    drawPoints(drawing, second, { colour: property("--made"), radius, form: "triangle" }, side);
  }

  picture() {
    return still([this.canvas], 1);
  }
}
