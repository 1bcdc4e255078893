// Which label a decoder is told, where it is told one: a choice beside the heading of a view.

import { make, words } from "../../elements.js";
import { hasWords } from "../../languages/index.js";

/** @import {Experiment} from "../../types/page" */

/** Each label has its turn. */
const IN_TURN = "";

export class LabelChoice {
  #select;

  /**
   * @param {string} id
   * @param {{inTurn: boolean, chosen: () => void}} options whether all may have their turn; called when another is chosen
   */
  constructor(id, { inTurn, chosen }) {
    this.inTurn = inTurn;
    this.#select = make("select", { id, data: { kept: "" }, on: { change: chosen } });
    const name = make("label", { words: "views.label-choice", attributes: { for: id } });
    this.element = make("div", { class: "label-choice", hidden: true }, name, this.#select);
  }

  /** The label that is asked for; undefined where none is. @returns {number|undefined} */
  get label() {
    const { value } = this.#select;
    return this.element.hidden || value === IN_TURN ? undefined : Number(value);
  }

  /** @param {Experiment} experiment */
  reset({ conditioned, classes }) {
    this.element.hidden = !conditioned || classes.length === 0;
    if (this.element.dataset.classes === classes.join()) return;
    this.element.dataset.classes = classes.join();
    const option = (/** @type {string} */ name, /** @type {number} */ label) =>
      make("option", {
        ...(hasWords(name) ? { words: name } : { text: name }),
        attributes: { value: String(label) },
      });
    const all = make("option", { attributes: { value: IN_TURN } });
    words(all, "views.label-choice.in-turn");
    this.#select.replaceChildren(...(this.inTurn ? [all] : []), ...classes.map(option));
  }
}
