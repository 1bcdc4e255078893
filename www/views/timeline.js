// The past of the wall: looks kept from the whole training, to scrub back through.

import { find } from "../find.js";

const MOST_LOOKS = 64;

export class Timeline {
  live = true;
  /** @type {{step: number, pictures: Uint8ClampedArray}[]} */
  #looks = [];
  /** Steps between two kept looks; doubles whenever there are too many. */
  #interval = 4;
  #slider = find("#timeline", HTMLInputElement);
  #label = find("#timeline-step", HTMLElement);

  /** @param {(pictures: Uint8ClampedArray|null) => void} show a look, or now */
  constructor(show) {
    this.#slider.addEventListener("input", () => {
      const at = Number(this.#slider.value);
      const look = this.#looks[at];
      this.live = at >= this.#looks.length;
      this.#name();
      show(this.live || !look ? null : look.pictures);
    });
  }

  reset() {
    this.#looks = [];
    this.#interval = 4;
    this.live = true;
    this.#update();
  }

  /** @param {Float32Array} values @param {number} step */
  keep(values, step) {
    const last = this.#looks.at(-1);
    // Another size of the wall, or another start: what was kept does not fit beside it.
    if (last && (last.pictures.length !== values.length || step < last.step)) this.reset();
    if (last && step - last.step < this.#interval && step >= last.step) return;
    // A loop: `from` with a function takes a tenth of a second for a wall.
    const pictures = new Uint8ClampedArray(values.length);
    for (let index = 0; index < values.length; index++) pictures[index] = 255 * values[index];
    this.#looks.push({ step, pictures });
    if (this.#looks.length > MOST_LOOKS) {
      this.#interval *= 2;
      if (this.live) this.#looks = this.#looks.filter((_, index) => index % 2 === 0);
    }
    this.#update();
  }

  #update() {
    this.#slider.max = String(this.#looks.length);
    if (this.live) this.#slider.value = this.#slider.max;
    this.#slider.disabled = this.#looks.length < 2;
    this.#name();
  }

  #name() {
    const look = this.#looks[Number(this.#slider.value)];
    this.#label.textContent = this.live || !look ? "now" : `step ${look.step.toLocaleString("en")}`;
    this.#slider.setAttribute("aria-valuetext", this.#label.textContent);
  }
}
