// What each number of the code does: a row for each, decoded with that number moved and the others left (traversal).

import { make, words } from "../../elements.js";
import { number, say } from "../../languages/index.js";
import { SIDE } from "../drawing/constants.js";
import { PictureGrid } from "../drawing/picture-grid.js";
import { countOf } from "../drawing/pictures.js";
import { STEPS, traversalLayout } from "./layout.js";

/** @import {LatentReport} from "../../types/library" */
/** @import {Answer, Experiment, Moment, Page, Query, Traversal as Rows} from "../../types/page" */

/** Above the first picture, the middle one and the last, by column. */
const HEADS = [-2, 0, 2];

export class Traversal {
  id = "traversal";
  #page;
  /** Side by side; as many are shown as there is room for. @type {Block[]} */
  #blocks = [];
  #units = 0;
  #room = { blocks: 1, rows: 1, scale: 1 };
  /** Units by what they matter; empty while it is not known. @type {number[]} */
  #order = [];
  /** @type {Rows|null} */
  #rows = null;
  /** What is on the draw pad, and its code, about which the rows are drawn. @type {Float32Array|null} */
  #drawing = null;
  /** @type {Float32Array|null} */
  #code = null;
  element = make("div", { class: "traversal" });

  /** @param {Page} page */
  constructor(page) {
    this.#page = page;
    page.onDrawn((values) => {
      this.#drawing = values;
      if (!values) this.#code = null;
      page.refresh();
    });
    this.#addBlock();
  }

  get keys() {
    return /** @type {[string, string][]} */ ([["made", "views.key.decoded"]]);
  }

  get drawings() {
    return this.#blocks.map(({ grid }) => grid.canvas);
  }

  get ready() {
    return this.#rows !== null;
  }

  get note() {
    return this.#drawing ? "views.responses.traversal.note.drawn" : "views.responses.traversal.note";
  }

  /** Beside the note, where not all fit. */
  get more() {
    const values = { count: this.#rows?.units.length ?? 0, all: this.#units };
    return this.#chooses && this.#rows ? /** @type {const} */ (["views.responses.traversal.more", values]) : null;
  }

  #addBlock() {
    const block = new Block(this.#blocks.length, this.#page, (place) => {
      const row = this.#blocks.indexOf(block) * this.#room.rows + place;
      const unit = this.#rows?.units[row];
      return this.#rows && unit !== undefined ? { unit, row, pictures: this.#rows.pictures } : null;
    });
    this.#blocks.push(block);
    this.element.append(block.element);
  }

  /** @param {Experiment} experiment */
  reset({ code }) {
    this.#units = code;
    this.#order = [];
    this.#rows = null;
    this.#code = null;
    this.layout();
  }

  /** As many as fit: all of them in their own order, or those that matter most first. */
  get #wanted() {
    const own = this.#order.length > 0 ? this.#order : Array.from({ length: this.#units }, (_, unit) => unit);
    return own.slice(0, this.#room.blocks * this.#room.rows);
  }

  get #chooses() {
    return this.#room.blocks * this.#room.rows < this.#units;
  }

  /** @returns {Query[]} */
  queries() {
    /** @type {Query[]} */
    const queries = [{ method: "traverse", arguments: [this.#code, STEPS, this.#wanted] }];
    if (this.#drawing) queries.push({ method: "encode", values: this.#drawing });
    if (this.#chooses) queries.push({ method: "latent" });
    return queries;
  }

  /** @param {Answer[]} answers */
  recognises([rows]) {
    return "units" in rows;
  }

  /** @param {Answer[]} answers */
  show([rows, ...others]) {
    this.#rows = /** @type {Rows} */ (/** @type {unknown} */ (rows));
    for (const other of others) {
      if ("order" in other) this.#follow(/** @type {LatentReport} */ (/** @type {unknown} */ (other)).order);
      else this.#about(/** @type {Float32Array} */ (other));
    }
    this.draw();
  }

  /** @param {number[]} order */
  #follow(order) {
    const first = this.#order.length === 0;
    this.#order = order;
    if (first) this.#page.refresh();
  }

  /** The rows are drawn about the code of the drawing from the next answer on. @param {Float32Array} code */
  #about(code) {
    const same = this.#code?.every((value, index) => value === code[index]);
    this.#code = this.#drawing && code;
    if (!same) this.#page.refresh();
  }

  layout() {
    const { clientWidth: width, clientHeight: height } = this.element;
    if (width === 0 || this.#units === 0) return;
    this.#room = traversalLayout(width, height, window.devicePixelRatio || 1, this.#units);
    if (!this.#chooses) this.#order = [];
    while (this.#blocks.length < this.#room.blocks) this.#addBlock();
    this.draw();
  }

  draw() {
    const { blocks, rows, scale } = this.#room;
    const shown = this.#rows?.units.length ?? 0;
    for (const [index, block] of this.#blocks.entries()) {
      const own = this.#rows ? Math.min(rows, shown - index * rows) : rows;
      block.element.hidden = index >= blocks || own <= 0;
      if (!block.element.hidden) block.draw(own, scale);
    }
  }

  /** @param {Moment} moment */
  summary({ step }) {
    const count = this.#rows?.units.length ?? 0;
    return say("views.responses.traversal.summary", { count, all: this.#units, steps: STEPS, step });
  }
}

/** Rows below each other, with the numbers of their units beside them. */
class Block {
  #heads = make("div", { class: "traversal-heads", attributes: { "aria-hidden": "true" } });
  #names = make("div", { class: "traversal-names", attributes: { "aria-hidden": "true" } });

  /**
   * @param {number} index
   * @param {Page} page
   * @param {(row: number) => {unit: number, row: number, pictures: Float32Array}|null} rowAt
   */
  constructor(index, page, rowAt) {
    this.rowAt = rowAt;
    this.grid = new PictureGrid({
      id: `traversal-${index}`,
      label: "views.responses.traversal.label",
      pick: page.pick.bind(page),
      cellAt: (column, place) => {
        const row = rowAt(place);
        const picture = row && row.row * STEPS + column;
        return row && picture !== null && picture < countOf(row.pictures)
          ? { values: row.pictures, index: picture, tone: "made" }
          : null;
      },
    });
    this.element = make("div", { class: "traversal-block" }, this.#heads, this.#names, this.grid.element);
  }

  /** @param {number} rows @param {number} scale */
  draw(rows, scale) {
    const grid = { columns: STEPS, rows, gap: 1 };
    const middle = (/** @type {number} */ place) => `${(place * (SIDE + grid.gap) + SIDE / 2) * scale}px`;
    this.#heads.replaceChildren(
      ...HEADS.map((deviations) => {
        const head = make("span");
        const value = number(deviations, { signDisplay: "exceptZero" });
        if (deviations === 0) words(head, "views.responses.traversal.mean");
        else words(head, "views.responses.traversal.deviations", { value });
        return head;
      }),
    );
    this.#names.replaceChildren(
      ...Array.from({ length: rows }, (_, place) => {
        const unit = this.rowAt(place)?.unit;
        const name = make("span", { text: unit === undefined ? "" : number(unit + 1) });
        name.style.top = middle(place);
        return name;
      }),
    );
    this.grid.layout(grid, scale);
    this.grid.draw();
  }
}
