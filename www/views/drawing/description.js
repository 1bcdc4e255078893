// What is to be seen, for those who cannot see it: beside the drawing, and not so often that they hear nothing else.

import { make } from "../../elements.js";

const SHORTEST_MILLISECONDS = 4000;

export class Description {
  #summary;
  #last = Number.NEGATIVE_INFINITY;
  #timer = 0;

  /**
   * @param {string} id
   * @param {Element} drawing that it describes
   * @param {() => string} summary
   */
  constructor(id, drawing, summary) {
    this.#summary = summary;
    // Read with the drawing alone: the frame says the same once more for those who read on.
    this.element = make("p", { id, hidden: true });
    drawing.setAttribute("aria-describedby", id);
  }

  /** Soon. */
  update() {
    if (this.#timer) return;
    const wait = this.#last + SHORTEST_MILLISECONDS - performance.now();
    if (wait <= 0) this.updateNow();
    else this.#timer = window.setTimeout(() => this.updateNow(), wait);
  }

  /** At once: another experiment, another language. */
  updateNow() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#last = performance.now();
    const text = this.#summary();
    if (this.element.textContent !== text) this.element.textContent = text;
  }
}
