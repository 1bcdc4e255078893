// Pictures of both branches in two rows, and below them where they differ.

import { context, make, property } from "../../elements.js";
import { SIDE } from "../drawing/constants.js";
import { extent, rowTop } from "../drawing/layout.js";
import { PictureGrid } from "../drawing/picture-grid.js";
import { drawPictures } from "../drawing/pictures.js";
import { still } from "../drawing/still.js";
import { pairsLayout } from "../pairs/layout.js";
import "../pairs/pairs.css";

/** @import {Answer, Page} from "../../types/page" */
/** @import {Pictures, Tone} from "../drawing/pictures.js" */

/** @type {{key: string, tone: Tone}[]} */
const BRANCHES = [
  { key: "views.branches.first", tone: "ink" },
  { key: "views.branches.second", tone: "made" },
];
const ROWS = BRANCHES.length + 1;
/** Of a picture that is saved. */
const SAVED_SCALE = 4;

export class DrawnPictures {
  /** @type {Pictures[]} */
  #pictures = [];
  /** Both in the same colours: only so does a difference tell how far they are apart. */
  #alike = make("canvas");
  #captions = make("div", { class: "row-captions" });

  /** @param {Page} page */
  constructor(page) {
    this.grid = new PictureGrid({
      id: "branches-pictures",
      label: "views.branches.pictures",
      pick: page.pick.bind(page),
      cellAt: (column, row) => this.#cell(column, row),
    });
    this.canvas = this.grid.canvas;
    this.element = make("div", { class: "pairs-body" }, this.#captions, this.grid.element);
  }

  get count() {
    return (this.grid.grid.columns * this.grid.grid.rows) / ROWS;
  }

  forget() {
    this.#pictures = [];
  }

  /** @param {number} column @param {number} row @param {Tone} [tone] */
  #cell(column, row, tone) {
    const branch = row % ROWS;
    const values = this.#pictures[branch];
    const index = Math.floor(row / ROWS) * this.grid.grid.columns + column;
    return values ? { values, index, tone: tone ?? BRANCHES[branch].tone } : null;
  }

  /** @param {number} width @param {number} height */
  layout(width, height) {
    const { grid, scale } = pairsLayout(width, height, ROWS, window.devicePixelRatio || 1);
    this.grid.layout(grid, scale);
    const names = [...BRANCHES, { key: "views.branches.difference", tone: "soft" }];
    this.#captions.replaceChildren(
      ...Array.from({ length: grid.rows }, (_, row) => {
        const { key, tone } = names[row % ROWS];
        const caption = make("span", { class: tone, words: key });
        caption.style.top = `${(rowTop(grid, row) + SIDE / 2) * scale}px`;
        return caption;
      }),
    );
    this.draw();
  }

  /** @param {Answer[]} answers one of each branch */
  show(answers) {
    this.#pictures = answers;
    this.draw();
  }

  draw() {
    this.grid.draw();
    if (this.#pictures.length < BRANCHES.length) return;
    const { grid } = this.grid;
    drawPictures(this.#alike, grid, (column, row) => this.#cell(column, row, "ink"));
    for (let row = BRANCHES.length; row < grid.rows; row += ROWS) this.#drawDifference(row);
  }

  /** As empty as paper where both are the same. @param {number} row */
  #drawDifference(row) {
    const { grid } = this.grid;
    const { width } = extent(grid);
    const drawing = context(this.canvas);
    const [first, second, top] = [row - 2, row - 1, row].map((each) => rowTop(grid, each));
    drawing.save();
    drawing.drawImage(this.#alike, 0, first, width, SIDE, 0, top, width, SIDE);
    drawing.globalCompositeOperation = "difference";
    drawing.drawImage(this.#alike, 0, second, width, SIDE, 0, top, width, SIDE);
    // Black so far.
    drawing.globalCompositeOperation = "exclusion";
    [drawing.fillStyle] = property("--ramp-ink").split(/\s+/);
    for (let column = 0; column < grid.columns; column++) {
      drawing.fillRect(column * (SIDE + grid.gap), top, SIDE, SIDE);
    }
    drawing.restore();
  }

  picture() {
    return still([this.canvas], SAVED_SCALE);
  }
}
