// The training pictures that excite a unit most, so that it can be seen what it responds to.

import { make, words } from "../../elements.js";
import { say, short } from "../../languages/index.js";
import { crispScale } from "../drawing/layout.js";
import { PictureGrid } from "../drawing/picture-grid.js";

/** @import {Layer} from "../../types/library" */
/** @import {Answer, Exciting, Page, Query} from "../../types/page" */

const COUNT = 12;
/** Beside something else they stand in a narrow column. */
const [COLUMNS, FEWER_COLUMNS, WIDE] = [6, 3, 240];

export class Excited {
  /** @type {Exciting|null} */
  #found = null;
  #name = make("p", { class: "unit-name" });
  #activations = make("p", { class: "aside" });

  /**
   * @param {Layer} layer
   * @param {Page} page
   * @param {number} side of a picture in CSS pixels, where there is room
   */
  constructor(layer, page, side) {
    this.layer = layer;
    this.side = side;
    this.grid = new PictureGrid({
      id: `exciting-${layer}`,
      label: "views.responses.exciting",
      pick: page.pick.bind(page),
      cellAt: (column, row) =>
        this.#found && !this.#dead
          ? { values: this.#found.pictures, index: row * this.grid.grid.columns + column, tone: "real" }
          : null,
    });
    this.words = make("div", {}, this.#name, this.#activations);
    this.element = make("div", { class: "excited" }, this.words, this.grid.element);
  }

  /** The unit of the pictures, which may not be the one that is asked for yet. */
  get unit() {
    return this.#found?.unit ?? null;
  }

  reset() {
    this.#found = null;
    this.draw();
  }

  /** @param {number} unit @returns {Query} */
  query(unit) {
    return { method: "exciting", arguments: [this.layer, unit, COUNT] };
  }

  /** @param {Answer} answer */
  static recognises(answer) {
    return answer !== undefined && "activations" in answer;
  }

  /** @param {Answer} answer */
  show(answer) {
    this.#found = /** @type {Exciting} */ (/** @type {unknown} */ (answer));
    this.draw();
  }

  layout() {
    const { clientWidth: width } = this.element;
    if (width === 0) return;
    const columns = width < WIDE ? FEWER_COLUMNS : COLUMNS;
    const scale = crispScale(this.side, width / columns, window.devicePixelRatio || 1);
    this.grid.layout({ columns, rows: COUNT / columns, gap: 1 }, scale);
    this.draw();
  }

  draw() {
    this.element.classList.toggle("empty", this.#found === null);
    this.grid.draw();
    if (!this.#found) return;
    words(this.#name, `views.responses.unit.${this.layer}`, { unit: this.#found.unit + 1 });
    words(this.#activations, ...this.#said);
  }

  /** All pictures excite it alike, so that none does it most. */
  get #dead() {
    return this.#found !== null && this.#found.activations[0] === this.#found.activations.at(-1);
  }

  get #said() {
    const activations = this.#found?.activations ?? [];
    const [most, least] = [short(activations[0]), short(activations.at(-1))];
    return /** @type {const} */ ([
      this.#dead ? "views.responses.activations.none" : "views.responses.activations",
      { most, least },
    ]);
  }

  summary() {
    if (!this.#found) return "";
    const unit = say(`views.responses.unit.${this.layer}`, { unit: this.#found.unit + 1 });
    return `${unit}: ${say(...this.#said)}`;
  }
}
