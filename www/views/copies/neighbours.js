// One made picture, large, beside the real ones nearest to it: of those that were learned from, and of unseen ones.

import { make, makeCanvas, words } from "../../elements.js";
import { number, say } from "../../languages/index.js";
import { drawPicture } from "../drawing/pictures.js";
import { TONES } from "./found.js";

/** @import {Likeness} from "../../types/library" */
/** @import {Found, Part} from "./found.js" */

/** Of each part. */
export const COUNT = 3;
/** So that one is as wide as the other. */
const DIGITS = { minimumSignificantDigits: 3, maximumSignificantDigits: 3 };
const PARTS = /** @type {const} */ (["training", "test"]);

export class NeighbourRows {
  /** @type {Record<Part, Found>|null} */
  #found = null;
  /** @type {Likeness} */
  #by = "pixels";
  #picture = makeCanvas({ id: "copies-chosen", class: "pixels", label: "views.copies.chosen" });
  #rows = PARTS.map((part) => ({
    part,
    cells: Array.from({ length: COUNT }, (_, index) => ({
      canvas: makeCanvas({ class: "pixels", label: [`views.copies.nearest.${part}.number`, { number: index + 1 }] }),
      distance: make("figcaption"),
    })),
  }));
  #told = make("p", { class: "aside" });
  #waits = make("p", { class: "copies-waits", attributes: { role: "status" } });
  #shown;

  constructor() {
    const rows = this.#rows.map(({ part, cells }) =>
      make(
        "div",
        { id: `copies-${part}`, class: `copies-nearest ${TONES[part]}` },
        make("p", { words: `views.copies.nearest.${part}` }),
        ...cells.map(({ canvas, distance }) => make("figure", {}, canvas, distance)),
      ),
    );
    this.#shown = make(
      "div",
      { class: "copies-neighbours" },
      make("figure", { class: "copies-large made" }, make("p", { words: "views.copies.chosen" }), this.#picture),
      ...rows,
    );
    this.element = make("section", { label: "views.copies.neighbours" }, this.#waits, this.#shown, this.#told);
  }

  /** @param {Record<Part, Found>|null} found @param {Likeness} by */
  show(found, by) {
    this.#found = found;
    this.#by = by;
    words(this.#told, `views.copies.distance.${by}`);
    this.draw();
  }

  /** @param {string} key why nothing new is shown; "" where there is no reason */
  wait(key) {
    if (key) words(this.#waits, key);
    this.#waits.hidden = !key;
  }

  draw() {
    this.#shown.hidden = !this.#found;
    this.#told.hidden = !this.#found;
    if (!this.#found) return;
    drawPicture(this.#picture, this.#found.training.asked, "made");
    for (const { part, cells } of this.#rows) {
      const { pictures, distances } = this.#found[part];
      for (const [index, { canvas, distance }] of cells.entries()) {
        drawPicture(canvas, pictures, TONES[part], index);
        distance.textContent = index < distances.length ? number(distances[index], DIGITS) : "";
      }
    }
  }

  get isShown() {
    return this.#found !== null;
  }

  /** In words; "" before there is something to tell. */
  summary() {
    if (!this.#found) return "";
    const [training, unseen] = PARTS.map((part) => number(this.#found?.[part].distances[0] ?? 0, DIGITS));
    return say(`views.copies.summary.${this.#by}`, { training, unseen });
  }
}
