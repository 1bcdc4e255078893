// Signals of both branches, one over the other.

import { make } from "../../elements.js";
import { DASHES } from "../../panels/losses/lines.js";
import { still } from "../drawing/still.js";
import { SHOWN, WaveGrid } from "../waves/wave-grid.js";
import "../waves/waves.css";

/** @import {Answer, Experiment} from "../../types/page" */

/** Of the first branch and of the second. */
const LOOKS = [
  { colour: "--ink", width: 1.5 },
  { colour: "--made", width: 1.5, dash: DASHES[1] },
];

export class DrawnWaves {
  count = SHOWN;
  /** @type {ArrayLike<number>[]} */
  #waves = [];
  #grid = new WaveGrid({
    id: "branches-waves",
    label: "views.branches.waves",
    lines: () => this.#waves.map((values, line) => ({ values, ...LOOKS[line] })),
  });
  canvas = this.#grid.canvas;
  element = make("div", {}, this.canvas);

  /** @param {Experiment} experiment */
  forget({ features }) {
    this.#waves = [];
    this.#grid.reset(features);
  }

  /** @param {number} width @param {number} height */
  layout(width, height) {
    this.#grid.layout(width, height);
  }

  /** @param {Answer[]} answers one of each branch */
  show(answers) {
    this.#waves = answers;
    this.draw();
  }

  draw() {
    this.#grid.draw();
  }

  picture() {
    return still([this.canvas], 1);
  }
}
