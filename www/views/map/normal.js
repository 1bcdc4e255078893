// What is normal about the codes: the prior that they are pulled towards, and the posterior of what is on the draw pad,
// from which it can be resampled.

import { make, words } from "../../elements.js";
import { number, percent, say } from "../../languages/index.js";
import { PictureGrid } from "../drawing/picture-grid.js";
import { RESAMPLED } from "./places.js";

/** @import {LatentReport, Posterior} from "../../types/library" */
/** @import {Answer, Page, Query} from "../../types/page" */
/** @import {Grid} from "../drawing/layout.js" */
/** @import {Pictures} from "../drawing/pictures.js" */

/** A figure of the map, as in its cursor. @param {number} value */
export const figure = (value) => number(value, { maximumSignificantDigits: 2 });

export class Normal {
  /** Whether the codes of the experiment are pulled towards a prior. */
  shown = false;
  /** @type {LatentReport["within"]} */
  #within = null;
  /** What is on the draw pad. @type {Float32Array|null} */
  #drawing = null;
  /** @type {Posterior|null} */
  posterior = null;
  /** @type {Pictures} */
  #resampled = new Float32Array();
  #seed = 1;
  /** The share of codes inside the contours. */
  share = make("p", { id: "map-within", class: "aside", hidden: true });
  #empty = make("p", { class: "aside", words: "views.map.draw-something" });
  #button = make("button", {
    id: "resample",
    class: "plain",
    words: "views.map.resample",
    attributes: { type: "button" },
  });
  #note = make("p", { class: "aside", words: "views.map.resample.note" });

  /** @param {Page} page */
  constructor(page) {
    this.grid = new PictureGrid({
      id: "resampled",
      label: "views.map.resampled.label",
      pick: page.pick.bind(page),
      cellAt: (column, row) => ({
        values: this.#resampled,
        index: row * this.grid.grid.columns + column,
        tone: "made",
      }),
    });
    const beside = make("div", { class: "resample" }, this.#button, this.#note);
    this.element = make("div", { id: "map-posterior", hidden: true }, this.grid.element, beside, this.#empty);
    this.#button.addEventListener("click", () => {
      this.#seed += 1;
      page.refresh();
    });
    page.onDrawn((values) => {
      this.#drawing = values;
      // Until the network has said what it makes of this one.
      if (!values) this.#forget();
      page.refresh();
    });
  }

  #forget() {
    this.posterior = null;
    this.#resampled = new Float32Array();
    this.draw();
  }

  /** @param {boolean} shown */
  reset(shown) {
    this.shown = shown;
    this.element.hidden = !shown;
    this.#within = null;
    this.#seed = 1;
    this.#forget();
  }

  /** @param {Grid} grid @param {number} scale */
  layout(grid, scale) {
    this.grid.layout(grid, scale);
  }

  draw() {
    this.grid.draw();
    const drawn = this.posterior !== null;
    for (const part of [this.grid.element, this.#button, this.#note]) part.hidden = !drawn;
    this.#empty.hidden = drawn || this.#drawing !== null;
    this.share.hidden = this.#within === null;
    if (this.#within) words(this.share, "views.map.within", shares(this.#within));
  }

  /** @param {number|undefined} label that a decoder is told @returns {Query[]} */
  queries(label) {
    if (!this.shown) return [];
    const values = this.#drawing;
    if (!values) return [{ method: "latent" }];
    return [
      { method: "latent" },
      { method: "posterior", values },
      { method: "resample", values, arguments: [RESAMPLED, this.#seed], next: "decode", label },
    ];
  }

  /** @param {Answer[]} answers to its queries, of now or of before */
  show([latent, posterior, resampled]) {
    this.#within = /** @type {LatentReport|undefined} */ (/** @type {unknown} */ (latent))?.within ?? null;
    const known = this.#drawing !== null && posterior !== undefined;
    this.posterior = known ? /** @type {Posterior} */ (/** @type {unknown} */ (posterior)) : null;
    this.#resampled = known ? resampled : new Float32Array();
  }

  /** @returns {string[]} sentences */
  summary() {
    const prior = this.#within ? [say("views.map.within", shares(this.#within))] : [];
    if (!this.posterior) return prior;
    const [x, y, first, second] = [...this.posterior.places, ...this.posterior.ellipses].map(figure);
    const count = RESAMPLED;
    return [...prior, say("views.map.summary.posterior", { x, y, first, second, count })];
  }
}

/** @param {NonNullable<LatentReport["within"]>} within one, two and three deviations */
function shares(within) {
  const [one, two, three] = within.map(({ share }) => percent(share));
  const [first, second, third] = within.map(({ expected }) => percent(expected));
  return { one, two, three, first, second, third };
}
