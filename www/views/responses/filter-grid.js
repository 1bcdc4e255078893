// The weights of a layer as pictures, one for each unit, of which one is chosen, by pointer, finger or keyboard.

import { make, makeCanvas, words } from "../../elements.js";
import { SIDE } from "../drawing/constants.js";
import { cellUnder, extent, NARROW, rowTop } from "../drawing/layout.js";
import { drawPicture, drawPictures } from "../drawing/pictures.js";
import { unitLayout } from "./layout.js";

/** @import {Filters} from "../../types/library" */

/** The mark around the outermost pictures, and how high a narrow view is: CSS pixels, as in the style. */
const [BORDER, NARROW_HEIGHT] = [4, 416];

/** Each picture of `height` by `width` pixels as one of 28 by 28. @param {Filters} filters */
function enlarged({ count, height, width, values }) {
  if (height === SIDE && width === SIDE) return values;
  const pictures = new Float32Array(count * SIDE * SIDE);
  for (let index = 0, at = 0; index < count; index++) {
    for (let y = 0; y < SIDE; y++) {
      const row = (index * height + Math.floor((y * height) / SIDE)) * width;
      for (let x = 0; x < SIDE; x++, at++) pictures[at] = values[row + Math.floor((x * width) / SIDE)];
    }
  }
  return pictures;
}

export class FilterGrid {
  /** @type {Float32Array} */
  #pictures = new Float32Array();
  count = 0;
  #layout = unitLayout(1, 1, 1, 0);
  #unit = 0;
  #choose;
  #mark = make("span", { class: "picture-cursor", hidden: true });
  #spoken = make("span", { class: "unseen", attributes: { "aria-live": "polite" } });
  canvas = makeCanvas({
    id: "filters",
    class: "pixels",
    label: "views.responses.filters.label",
    title: "views.responses.filters.keys",
    attributes: { role: "application", tabindex: "0" },
  });
  /** The chosen one, large. */
  chosen = makeCanvas({ id: "filter", class: "pixels", label: "views.responses.filters.chosen" });

  /** @param {(unit: number) => void} choose */
  constructor(choose) {
    this.#choose = choose;
    this.cells = make("div", { class: "picture-grid" }, this.canvas, this.#mark, this.#spoken);
    this.element = make("div", { class: "filter-grid" }, this.cells);
    this.canvas.addEventListener("click", (event) => {
      const box = this.canvas.getBoundingClientRect();
      const { width, height } = extent(this.#layout.grid);
      const [x, y] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
      const { column, row } = cellUnder(this.#layout.grid, x * width, y * height);
      this.#move(row * this.#layout.grid.columns + column);
    });
    this.canvas.addEventListener("keydown", (event) => this.#key(event));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { columns } = this.#layout.grid;
    const moves = /** @type {Record<string, number>} */ ({
      ArrowLeft: this.#unit - 1,
      ArrowRight: this.#unit + 1,
      ArrowUp: this.#unit - columns,
      ArrowDown: this.#unit + columns,
      Home: 0,
      End: this.count - 1,
    });
    if (!(event.key in moves)) return;
    event.preventDefault();
    event.stopPropagation();
    this.#move(moves[event.key]);
  }

  /** @param {number} unit */
  #move(unit) {
    if (unit < 0 || unit >= this.count) return;
    words(this.#spoken, "views.responses.unit.first", { unit: unit + 1 });
    this.mark(unit);
    this.#mark.scrollIntoView({ block: "nearest", inline: "nearest" });
    this.#choose(unit);
  }

  /** @param {number} unit */
  mark(unit) {
    this.#unit = unit;
    const { grid, scale } = this.#layout;
    const [column, row] = [unit % grid.columns, Math.floor(unit / grid.columns)];
    this.#mark.hidden = unit >= this.count;
    this.#mark.style.left = `${column * (SIDE + grid.gap) * scale}px`;
    this.#mark.style.top = `${rowTop(grid, row) * scale}px`;
    this.#mark.style.width = `${SIDE * scale}px`;
    this.#mark.style.height = this.#mark.style.width;
    drawPicture(this.chosen, this.#pictures, "weight", unit);
  }

  /** @param {Filters|null} filters */
  show(filters) {
    const count = filters?.count ?? 0;
    this.#pictures = filters ? enlarged(filters) : new Float32Array();
    const other = count !== this.count;
    this.count = count;
    if (other) this.layout();
    else this.draw();
  }

  layout() {
    const { clientWidth: width } = this.cells;
    if (width === 0) return;
    const narrow = (this.element.closest(".view")?.clientWidth ?? 0) < NARROW;
    const height = (narrow ? NARROW_HEIGHT : this.element.clientHeight) - 2 * BORDER;
    this.#layout = unitLayout(width, height, window.devicePixelRatio || 1, this.count);
    const size = extent(this.#layout.grid);
    this.canvas.style.width = `${size.width * this.#layout.scale}px`;
    this.canvas.style.height = `${size.height * this.#layout.scale}px`;
    this.draw();
  }

  draw() {
    const { grid } = this.#layout;
    drawPictures(this.canvas, grid, (column, row) => ({
      values: this.#pictures,
      index: row * grid.columns + column,
      tone: "weight",
    }));
    this.mark(this.#unit);
  }
}
