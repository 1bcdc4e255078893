// Arithmetic with codes: a picture's code, and some times the way from the mean of one class to that of another.

import { make, words } from "../../elements.js";
import { number, say } from "../../languages/index.js";
import { PictureGrid } from "../drawing/picture-grid.js";

/** @import {Experiment, Page, Query} from "../../types/page" */
/** @import {Pictures} from "../drawing/pictures.js" */

const [LEAST, MOST, STEP, FIRST] = [-2, 2, 0.1, 1];

/** @param {string} id @param {string} key @param {HTMLElement} control */
function labelled(id, key, control) {
  control.id = id;
  return make("div", {}, make("label", { words: key, attributes: { for: id } }), control);
}

export class Arithmetic {
  /** Names of the labels. @type {string[]} */
  #classes = [];
  #from;
  #to;
  #amount;
  #figure = make("output", { attributes: { for: "walk-amount" } });
  /** The picture it begins with, and what comes of it. @type {{from: Pictures, to: Pictures}} */
  #pictures = { from: new Float32Array(), to: new Float32Array() };

  /** @param {Page} page */
  constructor(page) {
    const changed = () => {
      this.#say();
      page.refresh();
    };
    const data = { kept: "" };
    this.#from = make("select", { data, on: { change: changed } });
    this.#to = make("select", { data, on: { change: changed } });
    const range = { type: "range", min: String(LEAST), max: String(MOST), step: String(STEP), value: String(FIRST) };
    this.#amount = make("input", { data, attributes: range, on: { input: changed } });
    this.grid = new PictureGrid({
      id: "walk-sum",
      label: "views.walks.sum.label",
      pick: page.pick.bind(page),
      cellAt: (column) =>
        column === 0
          ? { values: this.#pictures.from, index: 0, tone: "real" }
          : { values: this.#pictures.to, index: 0, tone: "made" },
    });
    const amount = labelled("walk-amount", "views.walks.amount", this.#amount);
    amount.append(this.#figure);
    this.element = make(
      "section",
      { class: "walk-arithmetic", label: "views.walks.arithmetic", hidden: true },
      make("p", { words: "views.walks.arithmetic" }),
      this.grid.element,
      make(
        "div",
        { class: "walk-controls" },
        labelled("walk-from", "views.walks.from", this.#from),
        labelled("walk-to", "views.walks.to", this.#to),
        amount,
      ),
    );
  }

  /** Whether there are two classes to go between. */
  get shown() {
    return !this.element.hidden;
  }

  /** @param {Experiment} experiment */
  reset({ classes, state: { only } }) {
    const labels = classes.map((_, label) => label).filter((label) => only.length === 0 || only.includes(label));
    this.#classes = classes;
    this.element.hidden = labels.length < 2;
    for (const [index, select] of [this.#from, this.#to].entries()) {
      select.replaceChildren(
        ...labels.map((label) => make("option", { words: classes[label], attributes: { value: String(label) } })),
      );
      select.value = String(labels[index]);
    }
    this.#amount.value = String(FIRST);
    this.#pictures = { from: new Float32Array(), to: new Float32Array() };
    this.#say();
  }

  #values() {
    const name = (/** @type {HTMLSelectElement} */ select) => say(this.#classes[Number(select.value)] ?? "");
    const amount = number(Number(this.#amount.value), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    return { amount, from: name(this.#from), to: name(this.#to) };
  }

  #say() {
    const values = this.#values();
    this.#figure.textContent = values.amount;
    if (this.shown) words(this.#amount, "views.walks.sum", values, "aria-valuetext");
  }

  /** @param {Float32Array} code of the picture it begins with @param {number|undefined} label that a decoder is told @returns {Query[]} */
  queries(code, label) {
    if (!this.shown) return [];
    const [from, to, amount] = [this.#from, this.#to, this.#amount].map(({ value }) => Number(value));
    return [{ method: "shift", values: code, arguments: [from, to, amount], next: "decode", label }];
  }

  /** @param {Pictures} from @param {Pictures|undefined} to */
  show(from, to) {
    this.#pictures = { from, to: to ?? new Float32Array() };
    this.grid.draw();
  }

  /** @param {number} scale */
  layout(scale) {
    this.grid.layout({ columns: 2, rows: 1, gap: 4 }, scale);
    this.#say();
    this.grid.draw();
  }

  summary() {
    return this.shown ? say("views.walks.sum", this.#values()) : "";
  }
}
