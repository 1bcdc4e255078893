// One of the two groups whose means the change leads from and to.

import { make, words } from "../../elements.js";
import { ChosenRow } from "../drawing/chosen-row.js";

/** @import {Chosen} from "../drawing/chosen-row.js" */

/** Places that are seen in an empty group, and the most pictures. */
const [LEAST, MOST] = [3, 12];

export class Group {
  #row;
  #told = make("span", { class: "aside", attributes: { role: "status" } });

  /** @param {string} id @param {string} name key @param {() => void} changed */
  constructor(id, name, changed) {
    this.#row = new ChosenRow({
      id,
      least: LEAST,
      most: MOST,
      changed: () => {
        this.draw();
        changed();
      },
    });
    const { element: row, remove, clear } = this.#row;
    this.element = make(
      "fieldset",
      { id, class: "chosen" },
      make("legend", { words: name }),
      row,
      make("div", { class: "button-row" }, remove, clear, this.#told),
    );
  }

  get pictures() {
    return this.#row.all.map(({ picture }) => picture);
  }

  reset() {
    this.#row.reset("real");
    this.draw();
  }

  /** A picture counts once: one that is there already is marked. @param {Chosen} one */
  add(one) {
    const there = this.pictures.findIndex((picture) => isSame(picture, one.picture));
    if (there < 0) this.#row.add(one);
    else this.#row.mark(there);
  }

  keep() {
    return this.#row.keep();
  }

  /** @param {unknown} kept */
  restore(kept) {
    this.#row.restore(kept, null);
    this.draw();
  }

  draw() {
    this.#row.draw();
    const values = { count: this.#row.all.length, most: MOST };
    words(this.#told, this.#row.full ? "views.attributes.full" : "views.attributes.count", values);
  }
}

/** @param {Float32Array} one @param {Float32Array} other */
export const isSame = (one, other) => one.every((value, index) => value === other[index]);
