// What the first layer looks for: its weights as pictures, and the pictures that excite the chosen unit most.

import { make } from "../../elements.js";
import { say } from "../../languages/index.js";
import { Excited } from "./excited.js";
import { FilterGrid } from "./filter-grid.js";

/** @import {Filters as Weights} from "../../types/library" */
/** @import {Answer, Moment, Page, Query} from "../../types/page" */

export class Filters {
  id = "filters";
  note = "views.responses.filters.note";
  more = null;
  keys = /** @type {[string, string][]} */ ([
    ["made", "views.responses.filters.positive"],
    ["real", "views.responses.filters.negative"],
  ]);
  #unit = 0;
  #grid;
  #excited;

  /** @param {Page} page */
  constructor(page) {
    this.#grid = new FilterGrid((unit) => {
      this.#unit = unit;
      page.refresh();
    });
    this.#excited = new Excited("first", page, 56);
    this.#excited.words.prepend(this.#grid.chosen);
    this.element = make("div", { class: "layer filters" }, this.#grid.element, this.#excited.element);
  }

  get drawings() {
    return [this.#grid.canvas];
  }

  get ready() {
    return this.#grid.count > 0;
  }

  reset() {
    this.#unit = 0;
    this.#grid.show(null);
    this.#grid.mark(0);
    this.#excited.reset();
  }

  /** @returns {Query[]} */
  queries() {
    return [{ method: "filters" }, this.#excited.query(this.#unit)];
  }

  /** @param {Answer[]} answers */
  recognises([weights]) {
    return "height" in weights;
  }

  /** @param {Answer[]} answers */
  show([weights, exciting]) {
    this.#grid.show(/** @type {Weights} */ (/** @type {unknown} */ (weights)));
    this.#excited.show(exciting);
    // What is looked back to may be another unit's.
    this.#grid.mark(this.#excited.unit ?? this.#unit);
  }

  layout() {
    this.#excited.layout();
    this.#grid.layout();
  }

  draw() {
    this.#grid.draw();
    this.#excited.draw();
  }

  /** @param {Moment} moment */
  summary({ step }) {
    const seen = say("views.responses.filters.summary", { count: this.#grid.count, step });
    return `${seen} ${this.#excited.summary()}`;
  }
}
