// What each number of the code responds to: the pictures that excite the chosen one most.

import { make } from "../../elements.js";
import { number, say } from "../../languages/index.js";
import { Excited } from "./excited.js";
import { Segments } from "./segments.js";

/** @import {Answer, Experiment, Moment, Page, Query} from "../../types/page" */

export class Activation {
  id = "activation";
  note = "views.responses.activation.note";
  more = null;
  keys = /** @type {[string, string][]} */ ([["real", "views.key.real"]]);
  #unit = 0;
  #units = 0;
  #choice;
  #excited;

  /** @param {Page} page */
  constructor(page) {
    this.#choice = new Segments("code-unit", "views.responses.activation.choice", (unit) => {
      this.#unit = Number(unit);
      page.refresh();
    });
    this.#excited = new Excited("code", page, 112);
    this.element = make("div", { class: "layer activation" }, this.#choice.element, this.#excited.element);
  }

  get drawings() {
    return [this.#excited.grid.canvas];
  }

  get ready() {
    return this.#excited.unit !== null;
  }

  /** @param {Experiment} experiment */
  reset({ code }) {
    this.#unit = 0;
    this.#units = code;
    this.#excited.reset();
    this.#offer(0);
  }

  /** @param {number} chosen */
  #offer(chosen) {
    this.#choice.offer(
      Array.from({ length: this.#units }, (_, unit) => ({
        value: String(unit),
        text: number(unit + 1),
        label: /** @type {[string, any]} */ (["views.responses.unit.code", { unit: unit + 1 }]),
      })),
      String(chosen),
    );
  }

  /** @returns {Query[]} */
  queries() {
    return [this.#excited.query(this.#unit)];
  }

  /** @param {Answer[]} answers */
  recognises([exciting]) {
    return Excited.recognises(exciting);
  }

  /** @param {Answer[]} answers */
  show([exciting]) {
    this.#excited.show(exciting);
  }

  layout() {
    this.#excited.layout();
  }

  draw() {
    this.#excited.draw();
  }

  /** @param {Moment} moment */
  summary({ step }) {
    const seen = say("views.responses.activation.summary", { count: this.#units, step });
    return `${seen} ${this.#excited.summary()}`;
  }
}
