// Pictures of one kind in rows, of which one is chosen and marked.

import { make } from "../../elements.js";
import { SIDE } from "../drawing/constants.js";
import { PictureGrid } from "../drawing/picture-grid.js";

/** @import {Pictures} from "../drawing/pictures.js" */

const GAP = 2;

export class Offer {
  /** @type {Pictures} */
  #pictures = new Float32Array();
  #scale = 1;
  #mark = make("span", { class: "tiling-mark", hidden: true, attributes: { "aria-hidden": "true" } });
  #kind;
  #rows;
  #grid;
  #head;
  element;

  /** @param {"made"|"real"} kind @param {number} rows @param {(index: number) => void} choose */
  constructor(kind, rows, choose) {
    this.#kind = kind;
    this.#rows = rows;
    this.#grid = new PictureGrid({
      id: `tiling-${kind}`,
      label: `views.tiling.${kind}.label`,
      keys: "views.tiling.keys",
      picked: "views.tiling.picked",
      pick: (_, index) => choose(index),
      cellAt: (column, row) => ({
        values: this.#pictures,
        index: row * this.#grid.grid.columns + column,
        tone: this.#kind,
      }),
    });
    this.#grid.element.append(this.#mark);
    this.#head = make("div", { class: "tiling-head" }, make("p", { words: `views.tiling.${kind}` }));
    const label = `views.tiling.${kind}.label`;
    this.element = make("section", { class: "candidates", label }, this.#head, this.#grid.element);
  }

  /** Beside its caption. @param {HTMLElement} element */
  add(element) {
    this.#head.append(element);
  }

  /** @param {number} columns @param {number} scale CSS pixels per pixel */
  layout(columns, scale) {
    this.#scale = scale;
    this.#grid.layout({ columns, rows: this.#rows, gap: GAP }, scale);
  }

  /** @param {Pictures|undefined} pictures @param {number|null} chosen */
  show(pictures, chosen) {
    this.#pictures = pictures ?? new Float32Array();
    this.#grid.draw();
    const { columns, rows } = this.#grid.grid;
    this.#mark.hidden = !pictures || chosen === null || chosen >= columns * rows;
    const pitch = (SIDE + GAP) * this.#scale;
    const place = chosen ?? 0;
    this.#mark.style.left = `${(place % columns) * pitch}px`;
    this.#mark.style.top = `${Math.floor(place / columns) * pitch}px`;
    this.#mark.style.width = `${SIDE * this.#scale}px`;
    this.#mark.style.height = `${SIDE * this.#scale}px`;
  }
}
