// Some stages of the path side by side, and where the animation is among them.

import { make } from "../../elements.js";
import { SIDE } from "../drawing/constants.js";
import { extent, rowTop } from "../drawing/layout.js";
import { PictureGrid } from "../drawing/picture-grid.js";
import { countOf } from "../drawing/pictures.js";
import { EVERY, STEPS } from "./timing.js";

/** @import {Pictures} from "../drawing/pictures.js" */

const GAP = 1;
/** From one chosen picture to the next. */
const IN_LEG = STEPS / EVERY;

export class Strip {
  /** @type {Pictures} */
  #stages = new Float32Array();
  #columns = IN_LEG;
  #scale = 1;
  #at = 0;
  #mark = make("span", { class: "journey-mark", hidden: true });

  /** @param {(stage: number) => void} choose */
  constructor(choose) {
    const indexAt = (/** @type {number} */ column, /** @type {number} */ row) => EVERY * (row * this.#columns + column);
    this.grid = new PictureGrid({
      id: "journey-strip",
      label: "views.journey.strip",
      keys: "views.journey.strip.keys",
      picked: "views.journey.strip.picked",
      pick: (_, index) => choose(index),
      cellAt: (column, row) => ({ values: this.#stages, index: indexAt(column, row), tone: "made" }),
    });
    this.grid.element.append(this.#mark);
    this.element = make("section", { class: "journey-strip", label: "views.journey.strip" }, this.grid.element);
  }

  /** Each row begins with a picture that was chosen. @param {number} width @param {number} scale */
  layout(width, scale) {
    const fit = Math.floor(width / ((SIDE + GAP) * scale));
    this.#columns = Math.max(IN_LEG, fit - (fit % IN_LEG));
    this.#scale = scale;
    this.#draw();
  }

  /** @param {Pictures} stages */
  show(stages) {
    this.#stages = stages;
    this.#draw();
  }

  #draw() {
    const count = Math.ceil(countOf(this.#stages) / EVERY);
    this.element.hidden = count === 0;
    const columns = Math.max(1, Math.min(this.#columns, count));
    this.grid.layout({ columns, rows: Math.max(1, Math.ceil(count / columns)), gap: GAP }, this.#scale);
    this.grid.draw();
    this.mark(this.#at);
  }

  /** @param {number} stage that is seen */
  mark(stage) {
    this.#at = stage;
    const index = Math.floor(stage / EVERY);
    const { columns } = this.grid.grid;
    const { width, height } = extent(this.grid.grid);
    this.#mark.hidden = this.#stages.length === 0;
    this.#mark.style.left = `${(100 * (index % columns) * (SIDE + GAP)) / width}%`;
    this.#mark.style.top = `${(100 * rowTop(this.grid.grid, Math.floor(index / columns))) / height}%`;
    this.#mark.style.width = `${(100 * SIDE) / width}%`;
    this.#mark.style.height = `${(100 * SIDE) / height}%`;
  }
}
