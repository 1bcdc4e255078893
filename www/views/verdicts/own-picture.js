// A picture from outside the page: chosen, dropped on the view, or pasted while that is seen.

import { make } from "../../elements.js";
import { say } from "../../languages/index.js";
import { acceptDrops } from "../../pictures/gathering.js";
import { readPicture } from "../../pictures/read-picture.js";
import { sayError } from "../../say-error.js";

export class OwnPicture {
  #input = make("input", {
    id: "verdicts-file",
    class: "unseen",
    label: "views.verdicts.choose",
    attributes: { type: "file", accept: "image/*", tabindex: "-1" },
    on: { change: () => this.#chosen() },
  });
  #choose = make("button", {
    id: "verdicts-choose",
    class: "plain",
    words: "views.verdicts.choose",
    attributes: { type: "button" },
    on: { click: () => this.#input.click() },
  });
  /** What came of the last one. */
  #told = make("p", { id: "verdicts-told", class: "aside", attributes: { role: "status" } });
  element = make("div", { class: "verdicts-own" }, this.#choose, this.#input, this.#told);
  /** What was refused, to be said again in another language. @type {unknown} */
  #error = null;
  #reading = 0;

  /**
   * @param {HTMLElement} place on which one may be dropped
   * @param {(values: Float32Array) => void} taken
   */
  constructor(place, taken) {
    this.taken = taken;
    this.draw();
    acceptDrops(place, async (files) => {
      const [file] = await files;
      if (file) this.#take(file);
    });
    document.addEventListener("paste", (event) => {
      const [file] = event.clipboardData?.files ?? [];
      if (!file || place.clientWidth === 0) return;
      event.preventDefault();
      this.#take(file);
    });
  }

  reset() {
    this.#reading += 1;
    this.#error = null;
    this.draw();
  }

  draw() {
    this.#told.classList.toggle("refused", this.#error !== null);
    this.#told.textContent = this.#error === null ? say("views.verdicts.own") : sayError(this.#error);
  }

  #chosen() {
    const [file] = this.#input.files ?? [];
    if (file) this.#take(file);
    // The same one may be chosen again.
    this.#input.value = "";
  }

  /** @param {File} file */
  async #take(file) {
    this.#reading += 1;
    const mine = this.#reading;
    this.#told.textContent = say("views.verdicts.reading");
    try {
      const values = await readPicture(file);
      if (mine !== this.#reading) return;
      this.#error = null;
      this.taken(values);
    } catch (error) {
      if (mine !== this.#reading) return;
      this.#error = error;
    }
    this.draw();
  }
}
