// Molecules side by side on one canvas, of which each can be picked where whoever uses it wants that.

import { context, make, makeCanvas, words } from "../elements.js";
import { CellCursor } from "../views/drawing/cell-cursor.js";
import { drawCell } from "./cell.js";
import { moleculeColours } from "./drawing.js";
import "./molecules.css";

/** @import {Properties, WordsChoice} from "../elements.js" */
/** @import {Place} from "../views/drawing/cell-cursor.js" */
/** @import {MoleculeCell} from "./cell.js" */

const LEAST_COLUMNS = 3;
const USUAL_WIDTH = 132;
/** Between cells, and more between those that do not belong together. */
const [GAP, BETWEEN] = [8, 12];
/** Of a cell, beside its width. */
const [LEAST_HEIGHT, MOST_HEIGHT] = [0.9, 1.15];

/**
 * How many in a row: as many as there is room for, or so many fewer that the last row is full too.
 * @param {number} width
 * @param {number} count
 */
function columnsFor(width, count) {
  const most = Math.max(LEAST_COLUMNS, Math.floor((width + GAP) / (USUAL_WIDTH + GAP)));
  for (let columns = Math.min(most, count); columns >= LEAST_COLUMNS && 2 * columns > most; columns--) {
    if (count % columns === 0) return columns;
  }
  return Math.max(1, Math.min(most, count));
}

/** A place that may be lower than its grid: whoever has no pointer scrolls it by keys. @param {HTMLElement} place @param {string} key of its name */
export function scrolls(place, key) {
  place.classList.add("molecules-place");
  place.tabIndex = 0;
  place.setAttribute("role", "region");
  words(place, key, {}, "aria-label");
}

export class MoleculeGrid {
  columns = 1;
  #count = 0;
  #width = 1;
  #cell = { width: 1, height: 1 };
  /** @type {CellCursor|null} */
  #cursor = null;

  /**
   * @param {object} choice
   * @param {string} choice.id of the canvas
   * @param {WordsChoice} choice.label its name
   * @param {(index: number, part: number) => MoleculeCell|null} choice.cellAt null where nothing is yet
   * @param {number} [choice.parts] cells below each other that belong to one index, such as an example and the same rebuilt
   * @param {(index: number, part: number) => void} [choice.pick]
   * @param {WordsChoice} [choice.keys] how to pick one
   * @param {(index: number, part: number) => WordsChoice} [choice.spoken] what is said of a cell that the keyboard comes to
   * @param {(index: number, part: number) => WordsChoice} [choice.picked] what is said of one that has been picked
   */
  constructor({ id, label, cellAt, parts = 1, pick, keys, spoken, picked }) {
    this.cellAt = cellAt;
    this.parts = parts;
    /** @type {Properties} */
    const properties = { id, label };
    if (pick) Object.assign(properties, { title: keys, attributes: { role: "application", tabindex: "0" } });
    this.canvas = makeCanvas(properties);
    this.element = make("div", { class: "molecule-grid" }, this.canvas);
    if (!pick) return;
    this.#cursor = new CellCursor(this.canvas, {
      size: () => ({ columns: this.columns, rows: this.#rows }),
      under: (x, y) => this.#under(x, y),
      box: (place) => this.#box(place),
      spoken: (place) => spoken?.(...this.#item(place)) ?? ["views.grid.cursor", counted(place)],
      pick: (place) => {
        const [index, part] = this.#item(place);
        if (index >= this.#count || !cellAt(index, part)) return null;
        pick(index, part);
        return picked?.(index, part) ?? ["views.grid.cursor", counted(place)];
      },
    });
    this.element.append(...this.#cursor.elements);
  }

  get #rows() {
    return this.parts * Math.ceil(this.#count / this.columns);
  }

  get #height() {
    const last = this.#box({ column: 0, row: Math.max(0, this.#rows - 1) });
    return last.top + last.height;
  }

  /** @param {number} width in pixels of the page @param {number} room the height that there is @param {number} count of indices */
  layout(width, room, count) {
    this.#width = width;
    this.#count = count;
    this.columns = columnsFor(width, count);
    const groups = this.#rows / this.parts;
    const gaps = GAP * (this.#rows - 1) + (this.parts > 1 ? BETWEEN * (groups - 1) : 0);
    const each = (width - GAP * (this.columns - 1)) / this.columns;
    const fitting = (room - gaps) / this.#rows;
    this.#cell = {
      width: each,
      height: Math.floor(Math.max(LEAST_HEIGHT * each, Math.min(MOST_HEIGHT * each, fitting))),
    };
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${this.#height}px`;
    this.#cursor?.place();
    this.draw();
  }

  draw() {
    const { canvas } = this;
    const density = window.devicePixelRatio || 1;
    canvas.width = Math.max(1, Math.round(this.#width * density));
    canvas.height = Math.max(1, Math.round(this.#height * density));
    const drawing = context(canvas);
    drawing.setTransform(density, 0, 0, density, 0, 0);
    const colours = moleculeColours();
    for (let row = 0; row < this.#rows; row++) {
      for (let column = 0; column < this.columns; column++) {
        const [index, part] = this.#item({ column, row });
        const cell = index < this.#count ? this.cellAt(index, part) : null;
        const { left, top, width, height } = this.#box({ column, row });
        if (cell) drawCell(drawing, cell, { x: left, y: top, width, height }, colours);
      }
    }
  }

  /** @param {Place} place @returns {[index: number, part: number]} */
  #item({ column, row }) {
    return [Math.floor(row / this.parts) * this.columns + column, row % this.parts];
  }

  /** @param {Place} place */
  #box({ column, row }) {
    const { width, height } = this.#cell;
    const between = this.parts > 1 ? BETWEEN * Math.floor(row / this.parts) : 0;
    return { left: column * (width + GAP), top: row * (height + GAP) + between, width, height };
  }

  /** @param {number} x @param {number} y @returns {Place} */
  #under(x, y) {
    const column = Math.floor((x * this.#width) / (this.#cell.width + GAP));
    let row = 0;
    while (row < this.#rows - 1 && this.#box({ column: 0, row: row + 1 }).top <= y * this.#height) row += 1;
    return { column: Math.max(0, Math.min(this.columns - 1, column)), row };
  }
}

/** From one on, as people count. @param {Place} place */
const counted = ({ column, row }) => ({ row: row + 1, column: column + 1 });
