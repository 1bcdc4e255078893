// How far reading has come, how many there are, and what was left out and why.

import { make, words } from "../../elements.js";
import { MOST_LABELS } from "../../pictures/labels.js";
import { sayError } from "../../say-error.js";

/** @import {Collection} from "../../pictures/collection.js" */

/** Files that are told by name. */
const MOST_TOLD = 50;

export class Report {
  #collection;
  #bar = make("progress", { id: "own-pictures-progress", label: "own-pictures.reading", hidden: true });
  #told = make("p", { id: "own-pictures-told", attributes: { role: "status" } });
  #left = make("p", { class: "aside" });
  #untold = make("p", { id: "own-pictures-untold", class: "aside" });
  #summary = make("summary");
  #list = make("ul");
  #refused = make("details", { id: "own-pictures-refused", hidden: true }, this.#summary, this.#list);
  element = make(
    "div",
    { class: "own-pictures-report" },
    this.#told,
    this.#bar,
    this.#left,
    this.#untold,
    this.#refused,
  );

  /** @param {Collection} collection */
  constructor(collection) {
    this.#collection = collection;
  }

  draw() {
    const { pictures, reading, doubles, surplus, untold, refused } = this.#collection;
    const [bar, told] = [this.#bar, this.#told];
    bar.hidden = reading === null;
    if (reading) {
      // An archive is one file, however many there are in it.
      if (reading.count > 1) [bar.max, bar.value] = [reading.count, reading.done];
      else bar.removeAttribute("value");
    }
    told.hidden = pictures.length === 0 && !reading;
    words(told, "own-pictures.count", { count: pictures.length });
    this.#left.hidden = doubles + surplus === 0;
    if (surplus > 0) words(this.#left, "own-pictures.surplus", { doubles, surplus });
    else if (doubles > 0) words(this.#left, "own-pictures.doubles", { count: doubles });
    this.#untold.hidden = untold === 0;
    words(this.#untold, "own-labels.untold", { count: untold, most: MOST_LABELS });
    this.#refused.hidden = refused.length === 0;
    words(this.#summary, "own-pictures.refused", { count: refused.length });
    const shown = refused.slice(0, MOST_TOLD);
    this.#list.replaceChildren(
      ...shown.map(({ name, error }) => make("li", {}, make("b", { text: name }), ` ${sayError(error)}`)),
    );
  }
}
