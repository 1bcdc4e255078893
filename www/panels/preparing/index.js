// Says that a next experiment is being prepared, and how much of its data has come.

import { words } from "../../elements.js";
import { find } from "../../find.js";
import { percent, say } from "../../languages/index.js";

/** What takes less is done before it is read. */
const DELAY_MILLISECONDS = 250;

export class Preparing {
  #place = find("#preparing", HTMLElement);
  #timer = 0;
  #share = 0;
  /** @type {string|null} */
  #dataset = null;

  /** @param {string|null} dataset of what is being prepared; null for nothing */
  show(dataset) {
    if (dataset !== this.#dataset) this.#share = 0;
    this.#dataset = dataset;
    find("#stage", HTMLElement).setAttribute("aria-busy", String(dataset !== null));
    clearTimeout(this.#timer);
    if (dataset === null) words(this.#place, "transport.nothing");
    else if (this.#place.textContent === "") this.#timer = window.setTimeout(() => this.#write(), DELAY_MILLISECONDS);
  }

  /** Of the data this share has been fetched. @param {number} share */
  fetched = (share) => {
    const differs = percent(share) !== percent(this.#share);
    this.#share = share;
    if (differs && this.#place.textContent !== "") this.#write();
  };

  #write() {
    if (this.#dataset === null) return;
    const name = say(`datasets.${this.#dataset}`);
    if (this.#share > 0 && this.#share < 1) {
      words(this.#place, "transport.fetching", { name, share: percent(this.#share) });
    } else words(this.#place, "transport.preparing");
  }
}
