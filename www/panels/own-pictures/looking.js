// The pictures that have been brought, some at a time; one that is pressed is left out, and can be taken back.

import { make, words } from "../../elements.js";
import { crispScale } from "../../views/drawing/layout.js";
import { PictureGrid } from "../../views/drawing/picture-grid.js";

/** @import {Collection} from "../../pictures/collection.js" */

const COLUMNS = 9;
const ROWS = 6;
const SHOWN = COLUMNS * ROWS;
const WANTED_SIDE = 56;
const GAP = 1;

export class Looking {
  #collection;
  #start = 0;
  /** @type {{picture: Uint8Array, index: number}[]} */
  #removed = [];
  #grid = new PictureGrid({
    id: "own-pictures-grid",
    label: "own-pictures.grid",
    keys: "own-pictures.grid.keys",
    picked: "own-pictures.grid.picked",
    cellAt: (column, row) => {
      const picture = this.#collection.pictures[this.#start + row * this.#grid.grid.columns + column];
      return picture ? { values: picture, index: 0, tone: "real" } : null;
    },
    pick: (_, __, column, row) => this.#remove(this.#start + row * this.#grid.grid.columns + column),
  });
  #earlier = this.#button("own-pictures-earlier", "own-pictures.earlier", () => this.#turn(-SHOWN));
  #later = this.#button("own-pictures-later", "own-pictures.later", () => this.#turn(SHOWN));
  #back = this.#button("own-pictures-back", "own-pictures.back", () => {
    const last = this.#removed.pop();
    if (last) this.#collection.putBack(last.picture, last.index);
  });
  #which = make("p", { class: "aside" });
  element = make(
    "div",
    { class: "own-pictures-looking" },
    this.#grid.element,
    make("div", { class: "own-pictures-pages" }, this.#earlier, this.#which, this.#later, this.#back),
  );

  /** @param {Collection} collection */
  constructor(collection) {
    this.#collection = collection;
  }

  /** @param {number} index */
  #remove(index) {
    if (this.#collection.reading) return;
    this.#removed.push({ picture: this.#collection.remove(index), index });
    this.draw();
  }

  /** @param {number} by */
  #turn(by) {
    this.#start += by;
    this.draw();
  }

  draw() {
    const count = this.#collection.pictures.length;
    if (count === 0) this.#removed = [];
    this.#start = Math.max(0, Math.min(this.#start, SHOWN * Math.floor((count - 1) / SHOWN)));
    const shown = Math.min(SHOWN, count - this.#start);
    this.element.hidden = count === 0;
    const columns = Math.min(COLUMNS, Math.max(1, count));
    const width = this.element.clientWidth || WANTED_SIDE * COLUMNS;
    const scale = crispScale(WANTED_SIDE, width / COLUMNS, window.devicePixelRatio || 1);
    this.#grid.layout({ columns, rows: Math.max(1, Math.ceil(shown / columns)), gap: GAP }, scale);
    this.#grid.draw();
    for (const button of [this.#earlier, this.#later, this.#which]) button.hidden = count <= SHOWN;
    this.#earlier.disabled = this.#start === 0;
    this.#later.disabled = this.#start + SHOWN >= count;
    words(this.#which, "own-pictures.which", { first: this.#start + 1, last: this.#start + shown, count });
    this.#back.hidden = this.#removed.length === 0;
  }

  /** @param {string} id @param {string} key @param {() => void} click */
  #button(id, key, click) {
    return make("button", { id, class: "plain", words: key, attributes: { type: "button" }, on: { click } });
  }
}
