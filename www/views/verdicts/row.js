// One kind of pictures in the table: some of them to press, how many were judged, how many were taken for real.

import { make, words } from "../../elements.js";
import { number, percent } from "../../languages/index.js";
import { PictureGrid } from "../drawing/picture-grid.js";

/** @import {JudgedPictures} from "../../types/page" */
/** @import {Tone} from "../drawing/pictures.js" */
/** @import {Values} from "../../languages/index.js" */

/** Pictures in a row. */
export const SHOWN = 5;

/** That of the column once more, where a narrow view has no columns. @param {string} column */
const heading = (column) =>
  make("span", { words: `views.verdicts.column.${column}`, attributes: { "aria-hidden": "true" } });

export class Row {
  /** All of them, where they are asked about by themselves. @type {Float32Array|null} */
  pictures = null;
  /** @type {JudgedPictures|null} */
  #report = null;
  #name = make("span");
  #count = make("b");
  #share = make("b");
  #bar = make("i");

  /**
   * @param {object} choice
   * @param {string} choice.id
   * @param {Tone} choice.tone
   * @param {(values: Float32Array) => void} choice.pick
   */
  constructor({ id, tone, pick }) {
    this.id = id;
    this.key = `views.verdicts.row.${id}`;
    this.grid = new PictureGrid({
      id: `verdicts-${id}`,
      label: `${this.key}.label`,
      keys: "views.verdicts.keys",
      picked: "views.verdicts.picked",
      pick,
      cellAt: (column) => this.#report && { values: this.#report.pictures, index: column, tone },
    });
    this.element = make(
      "tr",
      { id: `verdicts-row-${id}`, class: tone, hidden: true, attributes: { role: "row" } },
      make("th", { attributes: { scope: "row", role: "rowheader" } }, this.#name),
      make("td", { attributes: { role: "cell" } }, this.grid.element),
      make("td", { class: "number", attributes: { role: "cell" } }, heading("judged"), this.#count),
      make(
        "td",
        { class: "verdicts-taken", attributes: { role: "cell" } },
        heading("taken"),
        this.#share,
        make("div", {}, this.#bar),
      ),
    );
    this.name();
  }

  /** @param {Values} [values] @param {string} [key] */
  name(values = {}, key = this.key) {
    words(this.#name, key, values);
  }

  /** @param {Float32Array} pictures */
  take(pictures) {
    this.pictures = pictures;
  }

  forget() {
    this.pictures = null;
    this.show(null);
  }

  /** @param {JudgedPictures|null} report null where they were not judged then */
  show(report) {
    this.#report = report;
    this.element.hidden = !report;
    this.#bar.style.width = `${100 * (report?.takenForReal ?? 0)}%`;
    this.draw();
  }

  draw() {
    this.grid.draw();
    this.#count.textContent = this.#report ? number(this.#report.scores.length) : "";
    this.#share.textContent = this.#report ? percent(this.#report.takenForReal) : "";
  }

  /** In words. */
  summary() {
    return this.#report ? `${this.#name.textContent} ${percent(this.#report.takenForReal)}` : "";
  }
}
