// Which networks the coming steps update: both, or one, so that it gets ahead.

import { make } from "../../elements.js";

/** @import {Update} from "../../types/library" */

const CHOICES = /** @type {const} */ (["both", "discriminator", "generator"]);

export class UpdateChoice {
  /** @type {HTMLInputElement[]} */
  #inputs;

  /** @param {(update: Update) => void} chosen */
  constructor(chosen) {
    this.#inputs = CHOICES.map((value) =>
      make("input", {
        id: `update-${value}`,
        attributes: { type: "radio", name: "update", value },
        on: { change: () => chosen(value) },
      }),
    );
    const labels = this.#inputs.map((input, index) =>
      make("label", {}, input, make("span", { words: `views.step-parts.update.${CHOICES[index]}` })),
    );
    const legend = make("legend", { words: "views.step-parts.update" });
    this.element = make("fieldset", { class: "step-update" }, legend, ...labels);
  }

  /** @param {Update} update */
  show(update) {
    for (const input of this.#inputs) input.checked = input.value === update;
  }
}
