// The picture that is to be judged, and the two answers: by press, or by key.

import { make, makeCanvas, words } from "../../elements.js";
import { number, say } from "../../languages/index.js";
import { drawPicture } from "../drawing/pictures.js";
import { COUNT } from "./round.js";

/** @import {Round} from "./round.js" */

const ANSWERS = /** @type {const} */ ([
  { kind: "real", real: true, arrow: "←", key: "ArrowLeft" },
  { kind: "made", real: false, arrow: "→", key: "ArrowRight" },
]);

export class Playing {
  /** @type {Round|null} */
  #round = null;
  #place;
  #answer;
  #progress = make("p", { id: "turing-test-progress", attributes: { "aria-live": "polite" } });
  #clock = make("p", { class: "aside" });
  #bar = make("i");
  #canvas = makeCanvas({ id: "turing-test-picture", class: "pixels", label: "views.turing-test.picture" });
  element;

  /**
   * @param {HTMLElement} place the keys are for whoever is in it, or nowhere
   * @param {(real: boolean) => void} answer
   */
  constructor(place, answer) {
    this.#place = place;
    this.#answer = answer;
    const buttons = ANSWERS.map(({ kind, real, arrow }) => {
      const key = `views.turing-test.${kind}.key`;
      const button = make(
        "button",
        { id: `turing-test-${kind}`, class: kind, attributes: { type: "button" }, on: { click: () => answer(real) } },
        make("b", { words: `views.turing-test.${kind}` }),
        make(
          "span",
          { class: "aside", attributes: { "aria-hidden": "true" } },
          `${arrow} `,
          make("span", { words: key }),
        ),
      );
      words(button, key, {}, "aria-keyshortcuts");
      return button;
    });
    this.element = make(
      "section",
      { class: "turing-test-playing", label: "views.turing-test.picture", attributes: { tabindex: "-1" } },
      make("div", { class: "turing-test-progress" }, this.#progress, this.#clock),
      make("div", { class: "turing-test-bar", attributes: { "aria-hidden": "true" } }, this.#bar),
      this.#canvas,
      make("div", { class: "turing-test-answers" }, ...buttons),
    );
    document.addEventListener("keydown", (event) => this.#key(event));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { key, target, repeat } = event;
    if (!this.isSeen || repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target !== document.body && !this.#place.contains(/** @type {Node} */ (target))) return;
    const letter = (/** @type {string} */ kind) => say(`views.turing-test.${kind}.key`).toLowerCase();
    const answer = ANSWERS.find((each) => key === each.key || key.toLowerCase() === letter(each.kind));
    if (!answer) return;
    event.preventDefault();
    this.#answer(answer.real);
  }

  get isSeen() {
    return this.element.clientWidth > 0 && !document.hidden;
  }

  /** @param {Round|null} round */
  show(round) {
    this.#round = round;
    this.element.hidden = !round;
    this.draw();
  }

  draw() {
    const turn = this.#round?.turns[this.#round.judged];
    if (!this.#round || !turn) return;
    // Neither in the colour of what is real nor of what was made.
    drawPicture(this.#canvas, turn.picture, "ink");
    words(this.#progress, "views.turing-test.progress", { turn: this.#round.judged + 1, count: COUNT });
    this.#bar.style.width = `${(100 * this.#round.judged) / COUNT}%`;
    this.#clock.textContent = number(this.#round.seconds, { style: "unit", unit: "second" });
  }
}
