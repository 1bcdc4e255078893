// A thousand made pictures at once: how far they lie from what was learned from, and from as many unseen ones.

import { make, words } from "../../elements.js";
import { number } from "../../languages/index.js";
import { NOISE_SEED, SIDE } from "../drawing/constants.js";
import { PictureGrid } from "../drawing/picture-grid.js";
import { countOf, joined } from "../drawing/pictures.js";
import { nearest } from "./found.js";
import { Histogram } from "./histogram.js";

/** @import {CopyReport, Likeness} from "../../types/library" */
/** @import {Answer, Query} from "../../types/page" */
/** @import {Copying, Found} from "./found.js" */

const COUNT = 1000;
/** Of the most suspicious ones, no training picture twice. */
const MOST_SHOWN = 12;
/** The ratio up to which made pictures are called copies, and from which on new. */
const [COPIES, NEW] = [0.6, 0.9];
/** What was asked so often and never answered has failed, which the page tells. */
const MOST_TRIES = 3;

export class Comparison {
  /** @type {CopyReport|null} */
  #report = null;
  /** The most suspicious ones. @type {Float32Array|null} */
  #suspects = null;
  /** Those that are shown, and the training picture nearest to each. @type {{made: Float32Array, real: Float32Array}|null} */
  #pairs = null;
  /** In a row there is room for so many, so large. */
  #room = { columns: 1, scale: 1 };
  /** By what it is counted; null where it is not. @type {Likeness|null} */
  #counts = null;
  #tries = 0;
  #looksBack = false;
  #start;
  #button = make("button", {
    id: "copies-compare",
    class: "primary",
    words: ["views.copies.compare", { count: COUNT }],
    attributes: { type: "button" },
    on: { click: () => this.#looksBack || this.#start() },
  });
  #status = make("p", { id: "copies-status", class: "aside", attributes: { role: "status" } });
  #verdict = make("p", { id: "copies-verdict", attributes: { role: "status" } });
  #compared = make("p", { class: "aside" });
  #histogram = new Histogram();
  #grid;
  #suspicious;
  bar = make("div", { class: "copies-bar" }, this.#button, this.#status);
  element;

  /** @param {() => void} start somebody wants it @param {(picture: Float32Array) => void} pick one of the suspicious ones */
  constructor(start, pick) {
    this.#start = start;
    this.#grid = new PictureGrid({
      id: "copies-suspects",
      label: "views.copies.suspects",
      keys: "views.copies.keys",
      picked: "views.copies.picked",
      cellAt: (column, row) => {
        const tone = row === 0 ? "made" : "real";
        return this.#pairs && { values: this.#pairs[tone], index: column, tone };
      },
      // The made one, whichever of the two was pressed.
      pick: (_, index) => this.#pairs && pick(pictures(this.#pairs.made, [index])),
    });
    const told = make("p", { class: "aside", words: "views.copies.suspects.told" });
    this.#suspicious = make("div", {}, told, this.#grid.element);
    this.element = make(
      "section",
      { class: "copies-result", label: ["views.copies.compare", { count: COUNT }] },
      this.#verdict,
      this.#compared,
      this.#histogram.element,
      this.#suspicious,
    );
  }

  get isThere() {
    return this.#report !== null || this.#counts !== null;
  }

  reset() {
    this.#report = null;
    this.#counts = null;
    this.#looksBack = false;
    this.draw();
  }

  /** @param {Likeness} by */
  begin(by) {
    this.#report = null;
    this.#suspects = null;
    this.#pairs = null;
    this.#counts = by;
    this.#tries = 0;
    this.draw();
  }

  /** @param {boolean} looksBack then nothing comes of what is asked */
  setLooksBack(looksBack) {
    if (looksBack === this.#looksBack) return;
    this.#looksBack = looksBack;
    this.draw();
  }

  /** @returns {Query[]} */
  queries() {
    const by = this.#counts;
    if (!by || this.#looksBack) return [];
    if (this.#tries++ >= MOST_TRIES) {
      this.#counts = null;
      this.draw();
      return [];
    }
    if (this.#suspects) return [nearest(this.#suspects, 1, "training", by, "pairs")];
    return [{ method: "copying", numbers: [COUNT, NOISE_SEED], arguments: [{ by }], part: "report" }];
  }

  /** @param {Map<string, Answer>} answers by what they were asked as */
  show(answers) {
    const report = /** @type {Copying|undefined} */ (/** @type {unknown} */ (answers.get("report")));
    const found = /** @type {Found|undefined} */ (/** @type {unknown} */ (answers.get("pairs")));
    if (report && report.by === this.#counts && !this.#suspects) {
      this.#report = report;
      this.#suspects = report.pictures;
      this.#tries = 0;
      this.#histogram.show(report.histogram);
      this.draw();
      this.#histogram.element.scrollIntoView({ block: "nearest" });
    } else if (found && this.#suspects) {
      const first = found.indices.flatMap((index, at) => (found.indices.indexOf(index) === at ? [at] : []));
      const shown = first.slice(0, MOST_SHOWN);
      this.#pairs = { made: pictures(found.asked, shown), real: pictures(found.pictures, shown) };
      this.#counts = null;
      this.draw();
    }
  }

  /** Something is still to be asked. */
  get asks() {
    return this.#counts !== null;
  }

  /** @param {number} columns @param {number} scale */
  layout(columns, scale) {
    this.#room = { columns, scale };
    this.#drawPairs();
  }

  #drawPairs() {
    if (!this.#pairs) return;
    const columns = Math.min(countOf(this.#pairs.made), this.#room.columns);
    this.#grid.layout({ columns, rows: 2, gap: 1 }, this.#room.scale);
    this.#grid.draw();
  }

  draw() {
    const report = this.#report;
    this.#button.setAttribute("aria-disabled", String(this.#looksBack));
    words(this.#status, this.#statusKey, { count: COUNT, step: report?.step ?? 0 });
    this.element.hidden = !report;
    if (!report) return;
    const verdict = report.ratio <= COPIES ? "copies" : report.ratio < NEW ? "near" : "new";
    this.#verdict.dataset.ratio = String(report.ratio);
    words(this.#verdict, `views.copies.verdict.${verdict}`, { ratio: ratioOf(report) });
    const { count, compared, by, step } = report;
    words(this.#compared, `views.copies.compared.${by}`, { count, compared, step });
    this.#suspicious.hidden = !this.#pairs;
    this.#drawPairs();
  }

  get #statusKey() {
    if (this.#looksBack) return "views.copies.looking-back";
    if (this.#counts) return "views.copies.counting";
    return this.#report ? "views.copies.counted" : "views.copies.offer";
  }

  /** In words. */
  summary() {
    return this.#report ? `${this.#verdict.textContent} ${this.#compared.textContent}` : "";
  }
}

/** @param {CopyReport} report */
const ratioOf = ({ ratio }) => number(ratio, { maximumFractionDigits: 2, minimumFractionDigits: 2 });

/** Some of them. @param {Float32Array} all @param {number[]} places */
const pictures = (all, places) => joined(places.map((place) => all.slice(place * SIDE ** 2, (place + 1) * SIDE ** 2)));
