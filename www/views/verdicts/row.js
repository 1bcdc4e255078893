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
  /** Of pictures: two where what they were made of stands above them. */
  rows = 1;
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
   * @param {() => Float32Array|null} [choice.origins] what these were made of, to stand above them
   */
  constructor({ id, tone, pick, origins }) {
    this.id = id;
    this.key = `views.verdicts.row.${id}`;
    this.grid = new PictureGrid({
      id: `verdicts-${id}`,
      label: `${this.key}.label`,
      keys: "views.verdicts.keys",
      picked: "views.verdicts.picked",
      pick,
      cellAt: (column, row) => {
        const originals = row < this.rows - 1 ? origins?.() : this.#report?.pictures;
        return originals ? { values: originals, index: column, tone } : null;
      },
    });
    this.rows = origins ? 2 : 1;
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

  /** How many were judged, and how many of them taken for real; null where they were not judged then. */
  get counts() {
    if (!this.#report) return null;
    const { scores, takenForReal } = this.#report;
    return { judged: scores.length, taken: Math.round(takenForReal * scores.length) };
  }

  /** In words. */
  summary() {
    return this.#report ? `${this.#name.textContent} ${percent(this.#report.takenForReal)}` : "";
  }
}
