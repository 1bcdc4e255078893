// Pictures to choose from, some at a time: real ones where they can be encoded, otherwise such as are made from noise.

import { make, words } from "../../elements.js";
import "./choosing.css";
import { idle, plainButton } from "./chosen-row.js";
import { NOISE_SEED, SIDE } from "./constants.js";
import { PictureGrid } from "./picture-grid.js";
import { countOf, pictureOf } from "./pictures.js";

/** @import {Answer, Experiment, Query} from "../../types/page" */
/** @import {Chosen} from "./chosen-row.js" */
/** @import {Grid} from "./layout.js" */
/** @import {Pictures} from "./pictures.js" */

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
  #earlier;
  #useDrawing;

  /**
   * @param {object} choice
   * @param {string} choice.id that those of its elements begin with
   * @param {string} choice.keys key of how to choose one
   * @param {string} choice.real key of what to do with real ones
   * @param {string} [choice.made] with those that are made from noise, where there may be such
   * @param {(one: Chosen) => void} choice.choose
   * @param {() => void} choice.turned others are wanted
   */
  constructor({ id, keys, real, made = real, choose, turned }) {
    this.captions = { real, made };
    this.turned = turned;
    this.#earlier = plainButton(`${id}-previous`, "views.choosing.previous", () => this.#turn(-1));
    this.#useDrawing = plainButton(`${id}-drawing`, "views.choosing.drawing", () => {
      if (this.#drawing) choose({ picture: this.#drawing, code: null });
    });
    const later = plainButton(`${id}-more`, "views.choosing.more", () => this.#turn(1));
    this.grid = new PictureGrid({
      id: `${id}-candidates`,
      label: "views.choosing.candidates",
      keys,
      picked: "views.choosing.picked",
      pick: (_, index) => choose(this.#one(index)),
      cellAt: (column, row) => ({
        values: this.#pictures,
        index: row * this.grid.grid.columns + column,
        tone: this.#encodes ? "real" : "made",
      }),
    });
    this.element = make(
      "section",
      { class: "candidates", label: "views.choosing.candidates" },
      this.#told,
      this.grid.element,
      make("div", { class: "button-row" }, this.#earlier, later, this.#useDrawing),
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
    words(this.#told, encodes ? this.captions.real : this.captions.made);
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

  /** @param {number} count @returns {Chosen[]} the first of them */
  first(count) {
    return Array.from({ length: Math.min(count, countOf(this.#pictures)) }, (_, index) => this.#one(index));
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
    idle(this.#earlier, this.#start === 0);
    idle(this.#useDrawing, this.#drawing === null);
    this.grid.draw();
  }

  get #count() {
    return this.grid.grid.columns * this.grid.grid.rows;
  }

  get #part() {
    return `${PICTURES} ${this.#start} ${this.#count}`;
  }

  /** @param {number} index @returns {Chosen} */
  #one(index) {
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
}
