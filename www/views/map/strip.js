// A row of real pictures and below it the same rebuilt, so that it can be seen what a code of two numbers keeps.

import { PictureGrid } from "../drawing/picture-grid.js";
import { countOf } from "../drawing/pictures.js";

/** @import {Answer, Query} from "../../types/page" */
/** @import {Grid} from "../drawing/layout.js" */
/** @import {Pictures} from "../drawing/pictures.js" */

export class Strip {
  /** @type {Pictures} */
  #real = new Float32Array();
  /** @type {Pictures} */
  #rebuilt = new Float32Array();

  /** @param {(values: Float32Array) => void} pick */
  constructor(pick) {
    this.grid = new PictureGrid({
      id: "map-pairs",
      label: "views.pairs.label",
      pick,
      cellAt: (column, row) =>
        row === 0
          ? { values: this.#real, index: column, tone: "real" }
          : { values: this.#rebuilt, index: column, tone: "made" },
    });
  }

  get #count() {
    return this.grid.grid.columns;
  }

  reset() {
    this.#real = new Float32Array();
    this.#rebuilt = new Float32Array();
  }

  /** @param {Grid} grid @param {number} scale */
  layout(grid, scale) {
    this.grid.layout(grid, scale);
  }

  draw() {
    this.grid.draw();
  }

  /** @returns {Query[]} for real pictures only while there are too few */
  queries() {
    /** @type {Query[]} */
    const queries = [{ method: "reconstruct", examples: [0, this.#count] }];
    if (countOf(this.#real) < this.#count) queries.push({ method: "examples", numbers: [0, this.#count] });
    return queries;
  }

  /** @param {Answer} rebuilt @param {Answer} [real] */
  show(rebuilt, real) {
    this.#rebuilt = rebuilt;
    this.#real = real ?? this.#real;
  }
}
