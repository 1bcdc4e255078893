// Pictures in rows, of which each can be picked, by pointer, finger or keyboard.

import { make, makeCanvas } from "../../elements.js";
import { CellCursor } from "./cell-cursor.js";
import { SIDE } from "./constants.js";
import "./drawing.css";
import { cellUnder, extent, rowTop } from "./layout.js";
import { drawPictures, pictureOf } from "./pictures.js";

/** @import {Place} from "./cell-cursor.js" */
/** @import {Grid} from "./layout.js" */
/** @import {Cell} from "./pictures.js" */
/** @import {WordsChoice} from "../../elements.js" */

export class PictureGrid {
  /** @type {Grid} */
  grid = { columns: 1, rows: 1, gap: 1 };
  #scale = 1;
  #cursor;

  /**
   * @param {object} choice
   * @param {string} choice.id of the canvas
   * @param {string} choice.label key of its name
   * @param {(column: number, row: number) => Cell|null} choice.cellAt
   * @param {(values: Float32Array, index: number, column: number, row: number) => void} choice.pick told the picture, which of its
   *   cell's it is, and where
   * @param {string} [choice.keys] key of how to pick one, where that does not put it on the draw pad
   * @param {string} [choice.picked] key of what is said then
   */
  constructor({ id, label, cellAt, pick, keys = "views.grid.keys", picked = "views.grid.picked" }) {
    this.cellAt = cellAt;
    this.pick = pick;
    this.picked = picked;
    this.canvas = makeCanvas({
      id,
      class: "pixels",
      label,
      title: keys,
      attributes: { role: "application", tabindex: "0" },
    });
    this.#cursor = new CellCursor(this.canvas, {
      size: () => this.grid,
      under: (x, y) => {
        const { width, height } = extent(this.grid);
        return cellUnder(this.grid, x * width, y * height);
      },
      box: ({ column, row }) => ({
        left: column * (SIDE + this.grid.gap) * this.#scale,
        top: rowTop(this.grid, row) * this.#scale,
        width: SIDE * this.#scale,
        height: SIDE * this.#scale,
      }),
      spoken: (place) => ["views.grid.cursor", counted(place)],
      pick: (place) => this.#pick(place),
    });
    this.element = make("div", { class: "picture-grid" }, this.canvas, ...this.#cursor.elements);
  }

  /** @param {Grid} grid @param {number} scale CSS pixels per pixel of a picture */
  layout(grid, scale) {
    this.grid = grid;
    this.#scale = scale;
    const { width, height } = extent(grid);
    this.canvas.style.width = `${width * scale}px`;
    this.canvas.style.height = `${height * scale}px`;
    this.#cursor.place();
  }

  draw() {
    drawPictures(this.canvas, this.grid, this.cellAt);
  }

  /** @param {Place} place @returns {WordsChoice|null} */
  #pick({ column, row }) {
    const cell = this.cellAt(column, row);
    const values = cell && pictureOf(cell);
    if (!cell || !values) return null;
    this.pick(values, cell.index, column, row);
    return [this.picked, counted({ column, row })];
  }
}

/** From one on, as people count. @param {Place} place */
const counted = ({ column, row }) => ({ row: row + 1, column: column + 1 });
