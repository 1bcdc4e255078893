// The pictures that have been brought, by label, some at a time. One that is pressed is left out, or is given a label; either
// can be taken back.

import { make, words } from "../../elements.js";
import { byLabel, labelsIn } from "../../experiment/own-labels.js";
import { cleanLabel, MOST_LETTERS } from "../../pictures/labels.js";
import { crispScale } from "../../views/drawing/layout.js";
import { PictureGrid } from "../../views/drawing/picture-grid.js";
import { LabelButtons } from "./label-buttons.js";

/** @import {Collection, Picture} from "../../pictures/collection.js" */

const COLUMNS = 9;
const ROWS = 6;
const SHOWN = COLUMNS * ROWS;
const WANTED_SIDE = 56;
const GAP = 1;
/** No label looks so: no line is broken in one. */
const ALL = "\n";
const NONE = "";

export class Looking {
  #collection;
  #start = 0;
  /** The label that is looked at. */
  #group = ALL;
  /** In the order in which they are shown. @type {Picture[]} */
  #pictures = [];
  /** What takes back what was pressed, the latest last. @type {(() => void)[]} */
  #undo = [];
  #grid = new PictureGrid({
    id: "own-pictures-grid",
    label: "own-pictures.grid",
    keys: "own-pictures.grid.keys",
    picked: "own-pictures.grid.picked",
    cellAt: (column, row) => {
      const picture = this.#pictures[this.#place(column, row)];
      return picture ? { values: picture.values, index: 0, tone: "real" } : null;
    },
    pick: (_, __, column, row) => this.attempt(() => this.#press(this.#pictures[this.#place(column, row)])),
  });
  #groups = new LabelButtons(
    "own-pictures-groups",
    "own-labels.groups",
    { [ALL]: "own-labels.all", [NONE]: "own-labels.none" },
    (group) => {
      [this.#group, this.#start] = [group, 0];
      this.draw();
    },
  );
  #gives = make("input", {
    id: "own-pictures-gives",
    attributes: { type: "checkbox" },
    on: { change: () => this.draw() },
  });
  #label = make("input", {
    id: "own-pictures-label",
    label: "own-labels.label",
    attributes: { type: "text", maxlength: String(MOST_LETTERS), autocomplete: "off", spellcheck: "false" },
  });
  #earlier = this.#button("own-pictures-earlier", "own-pictures.earlier", () => this.#turn(-SHOWN));
  #later = this.#button("own-pictures-later", "own-pictures.later", () => this.#turn(SHOWN));
  #back = this.#button("own-pictures-back", "own-pictures.back", () => {
    this.#undo.pop()?.();
    this.draw();
  });
  #which = make("p", { class: "aside" });
  element = make(
    "div",
    { class: "own-pictures-looking" },
    this.#groups.element,
    make(
      "div",
      { class: "own-pictures-press" },
      make("label", {}, this.#gives, make("span", { words: "own-labels.gives" })),
      this.#label,
    ),
    this.#grid.element,
    make("div", { class: "own-pictures-pages" }, this.#earlier, this.#which, this.#later, this.#back),
  );

  /** @param {Collection} collection @param {(action: () => void) => void} attempt tells what goes wrong */
  constructor(collection, attempt) {
    this.#collection = collection;
    this.attempt = attempt;
  }

  /** @param {number} column @param {number} row */
  #place(column, row) {
    return this.#start + row * this.#grid.grid.columns + column;
  }

  /** @param {Picture} picture */
  #press(picture) {
    if (this.#collection.reading) return;
    const { checked: gives } = this.#gives;
    this.#undo.push(
      gives ? this.#collection.relabel(picture, cleanLabel(this.#label.value)) : this.#collection.remove(picture),
    );
    this.draw();
  }

  /** @param {number} by */
  #turn(by) {
    this.#start += by;
    this.draw();
  }

  /** Which are shown, those with the same label beside each other. */
  #sort() {
    const { counts, pictures, reading } = this.#collection;
    if (!counts.has(this.#group)) this.#group = ALL;
    const labels = labelsIn([...counts.keys()]);
    // As they come, while there are more with every look: putting thousands in order each time would hold the page up.
    if (reading && this.#group === ALL) this.#pictures = pictures;
    else if (this.#group === ALL) {
      this.#pictures = byLabel(pictures.map(({ label }) => label)).map((index) => pictures[index]);
    } else this.#pictures = pictures.filter(({ label }) => label === this.#group);
    this.#groups.element.hidden = labels.every((label) => label === NONE);
    const groups = labels.map((value) => ({ value, count: counts.get(value) ?? 0 }));
    this.#groups.show([{ value: ALL, count: pictures.length }, ...groups], this.#group);
  }

  draw() {
    if (this.#collection.pictures.length === 0) this.#undo = [];
    this.#sort();
    const count = this.#pictures.length;
    this.#start = Math.max(0, Math.min(this.#start, SHOWN * Math.floor((count - 1) / SHOWN)));
    const shown = Math.min(SHOWN, count - this.#start);
    this.element.hidden = this.#collection.pictures.length === 0;
    this.#label.hidden = !this.#gives.checked;
    this.#grid.picked = this.#gives.checked ? "own-labels.picked" : "own-pictures.grid.picked";
    const columns = Math.min(COLUMNS, Math.max(1, count));
    const width = this.element.clientWidth || WANTED_SIDE * COLUMNS;
    const scale = crispScale(WANTED_SIDE, width / COLUMNS, window.devicePixelRatio || 1);
    this.#grid.layout({ columns, rows: Math.max(1, Math.ceil(shown / columns)), gap: GAP }, scale);
    this.#grid.draw();
    for (const button of [this.#earlier, this.#later, this.#which]) button.hidden = count <= SHOWN;
    this.#earlier.disabled = this.#start === 0;
    this.#later.disabled = this.#start + SHOWN >= count;
    words(this.#which, "own-pictures.which", { first: this.#start + 1, last: this.#start + shown, count });
    this.#back.hidden = this.#undo.length === 0;
  }

  /** @param {string} id @param {string} key @param {() => void} click */
  #button(id, key, click) {
    return make("button", { id, class: "plain", words: key, attributes: { type: "button" }, on: { click } });
  }
}
