// What every view has: a heading with a key to its colours, words until there is something to see, and a place to draw.

import { make, words } from "../../elements.js";
import "./drawing.css";

/** @typedef {[className: string, key: string]} KeyEntry */

export class Frame {
  #title = make("h2");
  #key = make("p", { class: "key" });
  #waiting = make("p", { class: "waiting aside", words: "views.waiting" });
  #head = make("div", { class: "view-head" }, this.#title, this.#key);
  place = make("div", { class: "view-place" });

  /**
   * @param {string} id of the view
   * @param {() => void} resized called when the place has another size, and at first
   */
  constructor(id, resized) {
    this.element = make("div", { id: `view-${id}`, class: "view" }, this.#head, this.place, this.#waiting);
    let [width, height] = [0, 0];
    new ResizeObserver(() => {
      const { clientWidth, clientHeight } = this.place;
      // Hidden, or the same as before: what was drawn still fits.
      if (clientWidth === 0 || (clientWidth === width && clientHeight === height)) return;
      [width, height] = [clientWidth, clientHeight];
      resized();
    }).observe(this.place);
  }

  /** @param {string} title key @param {KeyEntry[]} entries what each colour stands for */
  name(title, entries) {
    words(this.#title, title);
    this.#key.replaceChildren(...entries.map(([className, key]) => make("span", { class: className, words: key })));
  }

  /** Something to choose beside the heading. @param {HTMLElement} element */
  add(element) {
    this.#head.append(element);
  }

  /** @param {boolean} waiting for the first answers */
  wait(waiting) {
    this.#waiting.hidden = !waiting;
  }
}
