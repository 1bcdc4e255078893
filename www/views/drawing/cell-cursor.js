// A cursor on the cells of a canvas, which arrow keys move; a press, a finger, Enter or the space bar picks a cell.

import { make, words } from "../../elements.js";
import "./drawing.css";

/** @import {WordsChoice} from "../../elements.js" */

const MOVES = /** @type {Record<string, [number, number]>} */ ({
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  Home: [Number.NEGATIVE_INFINITY, 0],
  End: [Number.POSITIVE_INFINITY, 0],
});

/** @typedef {{column: number, row: number}} Place */

/**
 * @typedef {object} Cells
 * @property {() => {columns: number, rows: number}} size
 * @property {(x: number, y: number) => Place} under the place there, in shares of the canvas
 * @property {(place: Place) => {left: number, top: number, width: number, height: number}} box in pixels of the page
 * @property {(place: Place) => WordsChoice} spoken what is said of a cell that the cursor comes to
 * @property {(place: Place) => WordsChoice|null} pick what is said then; null where there is nothing to be picked
 */

export class CellCursor {
  #place = { column: 0, row: 0 };
  #mark = make("span", { class: "picture-cursor", hidden: true });
  #spoken = make("span", { class: "unseen", attributes: { "aria-live": "polite" } });
  /** They stand beside the canvas. */
  elements = [this.#mark, this.#spoken];

  /** @param {HTMLCanvasElement} canvas @param {Cells} cells */
  constructor(canvas, cells) {
    this.cells = cells;
    canvas.addEventListener("click", (event) => {
      const box = canvas.getBoundingClientRect();
      this.#place = cells.under((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
      this.#pick();
    });
    canvas.addEventListener("keydown", (event) => this.#key(event));
    canvas.addEventListener("focus", () => {
      // A press has its own place; whoever comes by keyboard sees where they are.
      if (!canvas.matches(":focus-visible")) return;
      this.#mark.hidden = false;
      this.#move(0, 0);
    });
    canvas.addEventListener("blur", () => {
      this.#mark.hidden = true;
    });
  }

  /** The cursor on its cell, also where the grid has become smaller. */
  place() {
    const { columns, rows } = this.cells.size();
    const column = Math.max(0, Math.min(columns - 1, this.#place.column));
    const row = Math.max(0, Math.min(rows - 1, this.#place.row));
    this.#place = { column, row };
    const box = this.cells.box(this.#place);
    for (const side of /** @type {const} */ (["left", "top", "width", "height"])) {
      this.#mark.style[side] = `${box[side]}px`;
    }
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
    const { column, row } = this.#place;
    this.#place = { column: column + right, row: row + down };
    this.place();
    this.#say(this.cells.spoken(this.#place));
  }

  #pick() {
    this.place();
    const said = this.cells.pick(this.#place);
    if (said) this.#say(said);
  }

  /** @param {WordsChoice} said */
  #say(said) {
    if (typeof said === "string") words(this.#spoken, said);
    else words(this.#spoken, ...said);
  }
}
