// Some pictures as they are, rebuilt, and with the change; and how much of it they are given.

import { make, words } from "../../elements.js";
import { number } from "../../languages/index.js";
import { crispScale, rowTop } from "../drawing/layout.js";
import { PictureGrid } from "../drawing/picture-grid.js";

/** @import {Page} from "../../types/page" */
/** @import {Pictures, Tone} from "../drawing/pictures.js" */

/** Pictures that are changed. */
export const SHOWN = 6;
const [LEAST, MOST, STEP, FIRST] = [-2, 2, 0.1, 1];
/** Wanted of a picture, in CSS pixels. */
const WANTED = 56;
/** Pixels between the rows, for their captions. */
const BETWEEN = 10;
/** @type {{key: string, tone: Tone}[]} */
const ROWS = [
  { key: "views.attributes.original", tone: "real" },
  { key: "views.attributes.rebuilt", tone: "made" },
  { key: "views.attributes.changed", tone: "made" },
];

export class Result {
  /** By row. @type {Pictures[]} */
  rows = [];
  #captions = ROWS.map(({ key }) => make("p", { class: "attributes-caption", words: key }));
  #told = make("p", { class: "aside", attributes: { role: "status" } });
  #figure = make("output", { attributes: { for: "attributes-amount" } });
  #slider;

  /** @param {Page} page @param {() => void} moved */
  constructor(page, moved) {
    this.#slider = make("input", {
      id: "attributes-amount",
      attributes: { type: "range", min: String(LEAST), max: String(MOST), step: String(STEP) },
      on: {
        input: () => {
          this.#say();
          moved();
        },
      },
    });
    this.grid = new PictureGrid({
      id: "attributes-result",
      label: "views.attributes.result",
      pick: page.pick.bind(page),
      cellAt: (column, row) =>
        this.rows[row] ? { values: this.rows[row], index: column, tone: ROWS[row].tone } : null,
    });
    this.grid.element.append(...this.#captions);
    this.element = make(
      "section",
      { class: "attributes-result", label: "views.attributes.result" },
      this.#told,
      make(
        "div",
        { class: "attributes-amount" },
        make("label", { words: "views.attributes.amount", attributes: { for: "attributes-amount" } }),
        this.#slider,
        this.#figure,
      ),
      this.grid.element,
    );
    this.reset();
  }

  get amount() {
    return Number(this.#slider.value);
  }

  reset() {
    this.restore(FIRST);
    this.offer(false);
    this.show([]);
  }

  /** @param {unknown} amount that was kept */
  restore(amount) {
    if (typeof amount !== "number") return;
    this.#slider.value = String(amount);
    this.#say();
  }

  /** @param {boolean} complete there is a change to give them */
  offer(complete) {
    this.#slider.disabled = !complete;
    words(this.#told, complete ? "views.attributes.note" : "views.attributes.empty");
  }

  /** @param {Pictures[]} rows */
  show(rows) {
    this.rows = rows;
    for (const [row, caption] of this.#captions.entries()) caption.hidden = !rows[row]?.length;
    this.grid.draw();
  }

  /** @param {number} density of the screen */
  layout(density) {
    const scale = crispScale(WANTED, this.element.clientWidth / SHOWN, density);
    const grid = { columns: SHOWN, rows: ROWS.length, gap: 1, group: 1, between: BETWEEN };
    this.grid.layout(grid, scale);
    this.grid.element.style.marginTop = `${BETWEEN * scale}px`;
    for (const [row, caption] of this.#captions.entries()) {
      caption.style.bottom = `calc(100% - ${rowTop(grid, row) * scale}px)`;
    }
    this.#say();
    this.grid.draw();
  }

  #say() {
    const amount = written(this.amount);
    this.#figure.textContent = amount;
    words(this.#slider, "views.attributes.times", { amount }, "aria-valuetext");
  }
}

/** @param {number} amount */
export const written = (amount) => number(amount, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
