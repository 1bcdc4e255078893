// What is made just now beside what is real: points in one plane, or two rows of pictures.

import { make } from "../../elements.js";
import { pictureRow, plane } from "../step-parts/examples.js";

/** @import {Answer, Experiment, Query} from "../../types/page" */

const POINTS = 300;
const PICTURES = 8;
const SEED = 1;

const REAL = "views.step-parts.examples.real";
const MADE = "views.step-parts.examples.made";

export class MadeNow {
  element = make("div", { class: "failures-made" });
  /** @type {Experiment|null} */
  #experiment = null;
  /** @type {Float32Array[]} */
  #examples = [];

  /** @param {Experiment} experiment */
  reset(experiment) {
    this.#experiment = experiment;
    this.#examples = [];
  }

  /** @returns {Query[]} */
  queries() {
    const count = this.#experiment?.kind === "points" ? POINTS : PICTURES;
    return [
      { method: "sample", numbers: [count, SEED] },
      { method: "examples", numbers: [0, count] },
    ];
  }

  /** @param {Answer[]} answers */
  show([made, real]) {
    this.#examples = [/** @type {Float32Array} */ (made), /** @type {Float32Array} */ (real)];
  }

  draw() {
    const [made, real] = this.#examples;
    if (!made || !this.#experiment) return this.element.replaceChildren();
    const clouds = /** @type {const} */ ([
      { key: REAL, tone: "real", values: real },
      { key: MADE, tone: "made", values: made },
    ]);
    if (this.#experiment.kind === "points") return this.element.replaceChildren(plane([...clouds]));
    this.element.replaceChildren(...clouds.map(({ key, tone, values }) => pictureRow(key, tone, values)));
  }
}
