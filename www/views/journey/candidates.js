// Pictures to choose from, some at a time: real ones where they can be encoded, otherwise such as are made from noise.

import { make, words } from "../../elements.js";
import { NOISE_SEED, SIDE } from "../drawing/constants.js";
import { PictureGrid } from "../drawing/picture-grid.js";
import { countOf, pictureOf } from "../drawing/pictures.js";

/** @import {Answer, Experiment, Query} from "../../types/page" */
/** @import {Grid} from "../drawing/layout.js" */
/** @import {Pictures} from "../drawing/pictures.js" */
/** @import {Stop} from "./stops.js" */

/** What its answers are called. */
const [PICTURES, CODES] = ["candidates", "candidate-codes"];

export class Candidates {
  /** @type {Pictures} */
  #pictures = new Float32Array();
  /** That they were made from; none of real ones. @type {Float32Array} */
  #codes = new Float32Array();
  #encodes = true;
  #size = 0;
  #start = 0;
  /** What is shown, as its answers are called. */
  #shown = "";
  /** @type {Float32Array|null} */
  #drawing = null;
  #told = make("p");
  #earlier = this.#button("previous", () => this.#turn(-1));
  #later = this.#button("more", () => this.#turn(1));
  #useDrawing = this.#button("drawing", () => {
    if (this.#drawing) this.choose({ picture: this.#drawing, code: null });
  });

  /**
   * @param {(stop: Stop) => void} choose
   * @param {() => void} turned others are wanted
   */
  constructor(choose, turned) {
    this.choose = choose;
    this.turned = turned;
    this.grid = new PictureGrid({
      id: "journey-candidates",
      label: "views.journey.candidates",
      keys: "views.journey.keys",
      picked: "views.journey.picked",
      pick: (_, index) => this.choose(this.#stop(index)),
      cellAt: (column, row) => ({
        values: this.#pictures,
        index: row * this.grid.grid.columns + column,
        tone: this.#encodes ? "real" : "made",
      }),
    });
    this.element = make(
      "section",
      { class: "journey-choice", label: "views.journey.candidates" },
      this.#told,
      this.grid.element,
      make("div", { class: "journey-buttons" }, this.#earlier, this.#later, this.#useDrawing),
    );
  }

  /** @param {Experiment} experiment */
  reset({ encodes, code }) {
    this.#encodes = encodes;
    this.#size = encodes ? 0 : code;
    this.#start = 0;
    this.#shown = "";
    this.#pictures = new Float32Array();
    this.#codes = new Float32Array();
    words(this.#told, encodes ? "views.journey.real" : "views.journey.made");
    this.#useDrawing.hidden = !encodes;
    this.draw();
  }

  /** @param {Float32Array|null} drawing */
  setDrawing(drawing) {
    this.#drawing = drawing;
    this.draw();
  }

  /** @param {Grid} grid @param {number} scale */
  layout(grid, scale) {
    this.grid.layout(grid, scale);
    this.draw();
  }

  /** @param {number} count @returns {Stop[]} the first of them */
  first(count) {
    return Array.from({ length: Math.min(count, countOf(this.#pictures)) }, (_, index) => this.#stop(index));
  }

  /** @param {number|undefined} label that a decoder is told @param {boolean} again also what is known @returns {Query[]} */
  queries(label, again) {
    const part = this.#part;
    const count = this.#count;
    if (this.#encodes) {
      const known = this.#shown === part && !again;
      return known ? [] : [{ method: "examples", numbers: [this.#start, count], part }];
    }
    /** @type {Query} */
    const codes = { method: "sampleCodes", numbers: [count, NOISE_SEED + this.#start] };
    return [
      { ...codes, part: `${CODES} ${part}` },
      { ...codes, part, next: "decode", label },
    ];
  }

  /** @param {Map<string|undefined, Answer>} answers by what they were asked as */
  show(answers) {
    const pictures = answers.get(this.#part);
    if (!pictures) return;
    this.#shown = this.#part;
    this.#pictures = pictures;
    this.#codes = /** @type {Float32Array} */ (answers.get(`${CODES} ${this.#part}`) ?? new Float32Array());
    this.draw();
  }

  draw() {
    this.#earlier.setAttribute("aria-disabled", String(this.#start === 0));
    this.#useDrawing.setAttribute("aria-disabled", String(this.#drawing === null));
    this.grid.draw();
  }

  get #count() {
    return this.grid.grid.columns * this.grid.grid.rows;
  }

  get #part() {
    return `${PICTURES} ${this.#start} ${this.#count}`;
  }

  /** @param {number} index @returns {Stop} */
  #stop(index) {
    const picture = pictureOf({ values: this.#pictures, index, tone: "real" }) ?? new Float32Array(SIDE * SIDE);
    const code = this.#encodes ? null : this.#codes.slice(index * this.#size, (index + 1) * this.#size);
    return { picture, code };
  }

  /** @param {number} by pages */
  #turn(by) {
    // After the last, which may be short, it begins again.
    const ended = by > 0 && countOf(this.#pictures) < this.#count;
    this.#start = ended ? 0 : Math.max(0, this.#start + by * this.#count);
    this.draw();
    this.turned();
  }

  /** @param {string} name @param {() => void} click */
  #button(name, click) {
    const properties = { id: `journey-${name}`, class: "plain", words: `views.journey.${name}` };
    return make("button", { ...properties, attributes: { type: "button" }, on: { click } });
  }
}
