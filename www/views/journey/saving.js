// The button that saves the path as an animated picture.

import * as Comlink from "comlink";
import { withEncoder } from "../../animation/encoding.js";
import { download } from "../../download.js";
import { make, words } from "../../elements.js";
import { intoGif } from "../../provenance/containers.js";
import { currentProvenance } from "../../provenance/current.js";
import { sayError } from "../../say-error.js";

/** @import {Animation} from "../../animation/animation-worker.js" */

export class Saving {
  #able = false;
  #progress = make("progress", { label: "views.journey.saving", hidden: true, attributes: { max: "1" } });
  #told = make("p", { id: "journey-saved", class: "aside", attributes: { role: "status" } });
  button = make("button", {
    id: "journey-save",
    class: "plain",
    words: "views.journey.save",
    attributes: { type: "button" },
    on: { click: () => this.#save() },
  });
  element = make("div", { class: "journey-saving" }, this.button, this.#progress, this.#told);

  /** @param {() => {animation: Animation, name: string}|null} source null where there is nothing to save */
  constructor(source) {
    this.source = source;
  }

  /** @param {boolean} able there is something to save */
  offer(able) {
    this.#able = able;
    this.#draw();
  }

  get #busy() {
    return !this.#progress.hidden;
  }

  #draw() {
    this.button.setAttribute("aria-disabled", String(!this.#able || this.#busy));
  }

  reset() {
    this.#told.hidden = true;
  }

  /** @param {number} share 0 to 1 */
  #show = (share) => {
    this.#progress.value = share;
  };

  async #save() {
    const source = this.source();
    if (!source || this.#busy) return;
    this.#progress.value = 0;
    this.#progress.hidden = false;
    this.#told.hidden = true;
    this.#draw();
    const { animation, name } = source;
    // Of the moment in which it was asked for.
    const provenance = currentProvenance();
    try {
      const bytes = await withEncoder((encoder) => encoder.encode(animation, Comlink.proxy(this.#show)));
      const told = intoGif(bytes, provenance);
      download(new Blob([/** @type {BlobPart} */ (told)], { type: "image/gif" }), `${name}.gif`);
      words(this.#told, "views.journey.saved", { count: animation.durations.length });
    } catch (error) {
      words(this.#told, "views.journey.not-saved", { reason: sayError(error) });
    }
    this.#progress.hidden = true;
    this.#told.hidden = false;
    this.#draw();
  }
}
