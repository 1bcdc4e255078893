// The two parents, and which of them the picture that is pressed next becomes.

import { make, makeCanvas, words } from "../../elements.js";
import { drawPicture } from "../drawing/pictures.js";

/** @import {Pictures} from "../drawing/pictures.js" */
/** @import {Lineage} from "./lineage.js" */

export class Parents {
  /** The first, then the second. @type {Pictures} */
  pictures = new Float32Array();
  #lineage;
  back;
  #places = /** @type {const} */ (["first", "second"]).map((name, index) => {
    const canvas = makeCanvas({ class: "pixels", attributes: { "aria-hidden": "true" } });
    const radio = make("input", {
      id: `parent-${name}`,
      attributes: { type: "radio", name: "parent" },
      on: { change: () => this.#lineage.turnTo(/** @type {0|1} */ (index)) },
    });
    const generation = make("span", { class: "aside" });
    const told = make(
      "span",
      { class: "breeding-told" },
      make("span", { words: `views.breeding.${name}` }),
      generation,
    );
    const element = make("label", { class: `breeding-parent ${name}` }, radio, canvas, told);
    return { canvas, radio, generation, element };
  });
  #back;

  /** @param {Lineage} lineage @param {() => void} back */
  constructor(lineage, back) {
    this.#lineage = lineage;
    this.back = back;
    this.#back = make("button", {
      id: "breeding-back",
      class: "plain",
      words: "views.breeding.back",
      attributes: { type: "button", "aria-keyshortcuts": "Backspace" },
      on: { click: back },
    });
    this.element = make(
      "fieldset",
      { class: "breeding-parents" },
      make("legend", { words: "views.breeding.parents" }),
      ...this.#places.map(({ element }) => element),
      this.#back,
    );
  }

  reset() {
    this.pictures = new Float32Array();
  }

  /** Shown at once, until it is decoded anew. @param {Float32Array} picture @param {0|1} place */
  put(picture, place) {
    const both = Float32Array.from(this.pictures.length > 0 ? this.pictures : new Float32Array(2 * picture.length));
    both.set(picture, place * picture.length);
    this.pictures = both;
  }

  draw() {
    const { parents, place, canGoBack } = this.#lineage;
    // One that is disabled would lose the focus of whoever pressed it.
    this.#back.setAttribute("aria-disabled", String(!canGoBack));
    for (const [index, { canvas, radio, generation }] of this.#places.entries()) {
      radio.checked = parents !== null && index === place;
      radio.disabled = parents === null;
      drawPicture(canvas, this.pictures, "made", index);
      generation.hidden = parents === null;
      if (parents) words(generation, "views.breeding.generation", { generation: parents[index].generation });
    }
  }
}
