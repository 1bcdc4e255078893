// Pictures in rows, of which each can be picked, by pointer, finger or keyboard.

import { make, makeCanvas, words } from "../../elements.js";
import { SIDE } from "./constants.js";
import "./drawing.css";
import { cellUnder, extent, rowTop } from "./layout.js";
import { drawPictures, pictureOf } from "./pictures.js";

/** @import {Grid} from "./layout.js" */
/** @import {Cell} from "./pictures.js" */

const MOVES = /** @type {Record<string, [number, number]>} */ ({
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  Home: [Number.NEGATIVE_INFINITY, 0],
  End: [Number.POSITIVE_INFINITY, 0],
});

export class PictureGrid {
  /** @type {Grid} */
  grid = { columns: 1, rows: 1, gap: 1 };
  #scale = 1;
  #cursor = { column: 0, row: 0 };
  #mark = make("span", { class: "picture-cursor", hidden: true });
  #spoken = make("span", { class: "unseen", attributes: { "aria-live": "polite" } });

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
    this.element = make("div", { class: "picture-grid" }, this.canvas, this.#mark, this.#spoken);
    this.canvas.addEventListener("click", (event) => {
      const box = this.canvas.getBoundingClientRect();
      const { width, height } = extent(this.grid);
      const [x, y] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
      this.#cursor = cellUnder(this.grid, x * width, y * height);
      this.#pick();
    });
    this.canvas.addEventListener("keydown", (event) => this.#key(event));
    this.canvas.addEventListener("focus", () => {
      // A press has its own place; whoever comes by keyboard sees where they are.
      if (!this.canvas.matches(":focus-visible")) return;
      this.#mark.hidden = false;
      this.#move(0, 0);
    });
    this.canvas.addEventListener("blur", () => {
      this.#mark.hidden = true;
    });
  }

  /** @param {Grid} grid @param {number} scale CSS pixels per pixel of a picture */
  layout(grid, scale) {
    this.grid = grid;
    this.#scale = scale;
    const { width, height } = extent(grid);
    this.canvas.style.width = `${width * scale}px`;
    this.canvas.style.height = `${height * scale}px`;
    this.#place();
  }

  draw() {
    drawPictures(this.canvas, this.grid, this.cellAt);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = MOVES[event.key];
    const picks = event.key === "Enter" || event.key === " ";
    if (!move && !picks) return;
    event.preventDefault();
    event.stopPropagation();
    this.#mark.hidden = false;
    if (move) this.#move(...move);
    else if (!event.repeat) this.#pick();
  }

  /** @param {number} right @param {number} down in cells */
  #move(right, down) {
    this.#cursor.column += right;
    this.#cursor.row += down;
    this.#place();
    this.#say("views.grid.cursor");
  }

  #pick() {
    this.#place();
    const { column, row } = this.#cursor;
    const cell = this.cellAt(column, row);
    const values = cell && pictureOf(cell);
    if (!cell || !values) return;
    this.pick(values, cell.index, column, row);
    this.#say(this.picked);
  }

  /** @param {string} key */
  #say(key) {
    words(this.#spoken, key, { row: this.#cursor.row + 1, column: this.#cursor.column + 1 });
  }

  /** The cursor on its cell, also where the grid has become smaller. */
  #place() {
    const { columns, rows, gap } = this.grid;
    const column = Math.max(0, Math.min(columns - 1, this.#cursor.column));
    const row = Math.max(0, Math.min(rows - 1, this.#cursor.row));
    this.#cursor = { column, row };
    this.#mark.style.left = `${column * (SIDE + gap) * this.#scale}px`;
    this.#mark.style.top = `${rowTop(this.grid, row) * this.#scale}px`;
    this.#mark.style.width = `${SIDE * this.#scale}px`;
    this.#mark.style.height = this.#mark.style.width;
  }
}
