// Pictures together with the codes that they are decoded from, so that a picture that is pressed can become a parent.

import { make } from "../../elements.js";
import { SIDE } from "../drawing/constants.js";
import { extent, rowTop } from "../drawing/layout.js";
import { PictureGrid } from "../drawing/picture-grid.js";
import { alike } from "./lineage.js";

/** @import {Answer, Query} from "../../types/page" */
/** @import {Pictures} from "../drawing/pictures.js" */
/** @import {Individual, Couple} from "./lineage.js" */

export class Group {
  /** @type {Float32Array} */
  codes = new Float32Array();
  /** @type {Pictures} */
  pictures = new Float32Array();
  /** Of all of them. */
  generation = 1;
  /** Of a code. */
  #size = 0;
  #marks = ["1", "2"].map((place) => make("span", { class: "breeding-mark", hidden: true, data: { place } }));

  /**
   * @param {string} id
   * @param {string} label key
   * @param {(individual: Individual, picture: Float32Array) => void} choose
   */
  constructor(id, label, choose) {
    this.grid = new PictureGrid({
      id,
      label,
      keys: "views.breeding.keys",
      picked: "views.breeding.picked",
      pick: (picture, index) => choose(this.individual(index), picture),
      cellAt: (column, row) => ({ values: this.pictures, index: row * this.grid.grid.columns + column, tone: "made" }),
    });
    this.grid.element.append(...this.#marks);
  }

  /** @param {number} size of a code */
  reset(size) {
    this.#size = size;
    this.codes = new Float32Array();
    this.pictures = new Float32Array();
  }

  /** @param {number} index @returns {Individual} */
  individual(index) {
    const code = this.codes.slice(index * this.#size, (index + 1) * this.#size);
    return { code, generation: this.generation };
  }

  /**
   * What is shown may be older than what is chosen: its generation comes back with it.
   * @param {Query} query of the codes
   * @param {number} generation
   * @param {number|undefined} label that a decoder is told
   * @returns {Query[]}
   */
  queries(query, generation, label) {
    return [
      { ...query, part: String(generation) },
      { ...query, next: "decode", label },
    ];
  }

  /** @param {Answer} codes @param {Answer} pictures @param {string|undefined} part */
  show(codes, pictures, part) {
    this.codes = /** @type {Float32Array} */ (codes);
    this.pictures = pictures;
    this.generation = Number(part ?? 1);
  }

  /** @param {Couple|null} parents which are marked where they are among these */
  draw(parents) {
    this.grid.draw();
    const { grid } = this.grid;
    const { width, height } = extent(grid);
    for (const [parent, mark] of this.#marks.entries()) {
      const index = parents ? this.#indexOf(parents[parent].code) : -1;
      const [column, row] = [index % grid.columns, Math.floor(index / grid.columns)];
      mark.hidden = index < 0 || row >= grid.rows;
      if (mark.hidden) continue;
      mark.style.left = `${(100 * column * (SIDE + grid.gap)) / width}%`;
      mark.style.top = `${(100 * rowTop(grid, row)) / height}%`;
      mark.style.width = `${(100 * SIDE) / width}%`;
      mark.style.height = `${(100 * SIDE) / height}%`;
    }
  }

  /** @param {Float32Array} code */
  #indexOf(code) {
    const size = this.#size;
    for (let index = 0; index * size < this.codes.length; index++) {
      if (code.every((value, unit) => alike(value, this.codes[index * size + unit]))) return index;
    }
    return -1;
  }
}
