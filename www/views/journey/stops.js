// The pictures that a path goes through, in their order: added at its end, moved, removed.

import { make, words } from "../../elements.js";
import { ChosenRow, idle, plainButton } from "../drawing/chosen-row.js";
import { pictureOf } from "../drawing/pictures.js";
import { followPointer } from "../drawing/pointer.js";

/** @import {Experiment} from "../../types/page" */
/** @import {Chosen} from "../drawing/chosen-row.js" */
/** @import {Pictures} from "../drawing/pictures.js" */

export const FEWEST = 2;
const MOST = 8;

export class Stops {
  #dragging = false;
  #row;
  #earlier = plainButton("journey-earlier", "views.journey.earlier", () => this.#move(-1));
  #later = plainButton("journey-later", "views.journey.later", () => this.#move(1));
  #told = make("p", { id: "journey-told", class: "aside", attributes: { role: "status" } });

  /**
   * @param {() => void} changed
   * @param {(index: number) => void} marked one of them has been chosen, to be moved or removed
   */
  constructor(changed, marked) {
    this.#row = new ChosenRow({
      id: "journey",
      least: FEWEST,
      most: MOST,
      changed: () => {
        this.draw();
        changed();
      },
      picked: (index) => {
        this.draw();
        marked(index);
      },
    });
    const { element: row, remove, clear } = this.#row;
    row.classList.add("movable");
    followPointer(row, (part, x, y) => part !== "hover" && this.#drag(part, this.#placeUnder(x, y)));
    this.element = make(
      "fieldset",
      { class: "chosen journey-stops" },
      make("legend", { words: "views.journey.stops" }),
      row,
      make("div", { class: "button-row" }, this.#earlier, this.#later, remove, clear),
      this.#told,
    );
  }

  /** Another array after each change. */
  get all() {
    return this.#row.all;
  }

  /** @param {Experiment} experiment */
  reset({ encodes }) {
    this.#row.reset(encodes ? "real" : "made");
    this.draw();
  }

  /** Until a person chooses others. @param {Chosen[]} stops */
  begin(stops) {
    if (this.#row.own || this.all.length > 0) return;
    this.#row.all = stops;
    this.draw();
  }

  /** @param {Chosen} stop */
  add(stop) {
    this.#row.add(stop);
  }

  /** The same ones as they are made now. @param {Pictures} stages of the path @param {number} steps from one to the next */
  renew(stages, steps) {
    for (const [index, stop] of this.all.entries()) {
      stop.picture = pictureOf({ values: stages, index: index * steps, tone: "made" }) ?? stop.picture;
    }
    this.draw();
  }

  keep() {
    return this.#row.keep();
  }

  /** @param {unknown} kept @param {number|null} code numbers of one, where each has one */
  restore(kept, code) {
    this.#row.restore(kept, code);
    this.draw();
  }

  /** What is missing, or how many more there may be. */
  summary() {
    return this.#told.textContent ?? "";
  }

  draw() {
    this.#row.draw();
    const count = this.all.length;
    idle(this.#earlier, this.#row.marked === 0 || count === 0);
    idle(this.#later, this.#row.marked >= count - 1);
    // Before there is anything to choose from, nothing is missing.
    this.#told.hidden = count === 0 && !this.#row.own;
    if (count < FEWEST) words(this.#told, "views.journey.too-few", { fewest: FEWEST, most: MOST });
    else if (count === MOST) words(this.#told, "views.journey.full", { most: MOST });
    else words(this.#told, "views.journey.room", { count: MOST - count });
  }

  /** @param {number} by places */
  #move(by) {
    const { all, marked } = this.#row;
    const to = marked + by;
    if (!all[marked] || !all[to]) return;
    const others = all.filter((_, place) => place !== marked);
    this.#row.marked = to;
    this.#row.change([...others.slice(0, to), all[marked], ...others.slice(to)]);
  }

  /** @param {"start"|"move"|"end"} part @param {number} index of the place under the pointer; -1 where there is none */
  #drag(part, index) {
    if (part === "start") {
      this.#dragging = index >= 0;
      if (this.#dragging) this.#row.mark(index);
    } else if (this.#dragging && part === "move") {
      if (index >= 0 && index !== this.#row.marked) this.#move(index - this.#row.marked);
    } else if (this.#dragging) {
      this.#dragging = false;
      this.#row.focus();
    }
  }

  /** @param {number} x as a share of the row @param {number} y */
  #placeUnder(x, y) {
    const box = this.#row.element.getBoundingClientRect();
    return this.#row.placeUnder(box.left + x * box.width, box.top + y * box.height);
  }
}
