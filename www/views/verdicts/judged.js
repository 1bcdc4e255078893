// The picture that is judged: what is on the draw pad, wherever that came from; and the verdict in words.

import { make, makeCanvas, words } from "../../elements.js";
import { percent, say } from "../../languages/index.js";
import { drawPicture } from "../drawing/pictures.js";
import { verdictOf } from "../drawing/verdict.js";

export class Judged {
  #canvas = makeCanvas({ id: "verdicts-judged", class: "pixels", label: "views.verdicts.judged" });
  #origin = make("p", { class: "aside" });
  #verdict = make("p", { id: "verdicts-verdict", class: "verdict" });
  #share = make("p", { id: "verdicts-share" });
  element = make(
    "div",
    { class: "verdicts-judged" },
    this.#canvas,
    make("div", {}, this.#origin, this.#verdict, this.#share),
  );
  /** @type {number|null} */
  score = null;
  /** @type {Float32Array} */
  #picture = new Float32Array();

  constructor() {
    this.show(null, null, "");
  }

  /**
   * @param {Float32Array|null} picture
   * @param {number|null} score null where it has not been judged yet
   * @param {string} origin key of where it comes from
   */
  show(picture, score, origin) {
    this.score = picture ? score : null;
    this.#picture = picture ?? new Float32Array();
    drawPicture(this.#canvas, this.#picture, "ink");
    this.element.toggleAttribute("data-empty", !picture);
    this.#origin.hidden = !picture;
    if (picture) words(this.#origin, origin);
    if (this.score === null) {
      words(this.#verdict, picture ? "views.verdicts.judging" : "views.verdicts.none");
      this.#share.textContent = "";
    } else {
      words(this.#verdict, verdictOf(this.score));
      words(this.#share, "views.verdicts.probability", { share: percent(this.score) });
    }
  }

  /** The theme or the language has changed. */
  draw() {
    drawPicture(this.#canvas, this.#picture, "ink");
    if (this.score !== null) words(this.#share, "views.verdicts.probability", { share: percent(this.score) });
  }

  summary() {
    if (this.score === null) return "";
    const values = { verdict: say(verdictOf(this.score)), share: percent(this.score) };
    return say("views.verdicts.summary.judged", values);
  }
}
