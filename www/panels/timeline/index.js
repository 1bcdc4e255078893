// The slider over the past of the experiment: back to a step and its pictures, and forward to now.

import { words } from "../../elements.js";
import { find } from "../../find.js";

/** @import {Frame} from "../../frame/frame.js" */

export class TimelinePanel {
  #slider = find("#timeline", HTMLInputElement);
  #label = find("#timeline-step", HTMLElement);
  /** @type {number[]} */
  #steps = [];
  #held = false;

  /** @param {Pick<Frame, "lookBack"|"choose">} frame in which a person looks back, and goes on from there another way */
  constructor(frame) {
    find("#fork-here", HTMLButtonElement).addEventListener("click", () => frame.choose("fork"));
    this.#slider.addEventListener("input", () => {
      const at = Number(this.#slider.value);
      this.#name(frame.lookBack(at >= this.#steps.length ? null : this.#steps[at]));
    });
  }

  /** @param {number[]} steps that can be looked back to @param {number|null} step that is looked back to */
  show(steps, step) {
    this.#steps = steps;
    this.#slider.max = String(steps.length);
    this.#slider.disabled = this.#held || steps.length < 2;
    const at = step === null ? -1 : steps.findLastIndex((each) => each <= step);
    this.#slider.value = String(at < 0 ? steps.length : at);
    this.#name(at < 0 ? null : steps[at]);
  }

  /** Not to be moved by a person, while the page goes through it. @param {boolean} held */
  hold(held) {
    this.#held = held;
    this.#slider.disabled = held || this.#steps.length < 2;
  }

  /** @param {number|null} step */
  #name(step) {
    const [key, values] = step === null ? ["timeline.now", {}] : ["timeline.step", { step }];
    words(this.#label, /** @type {string} */ (key), /** @type {{step: number}} */ (values));
    words(this.#slider, /** @type {string} */ (key), /** @type {{step: number}} */ (values), "aria-valuetext");
  }
}
