// After a round: the person's score beside the discriminator's, and each picture with what it was and what both said.

import { make, makeCanvas, words } from "../../elements.js";
import { number } from "../../languages/index.js";
import { drawPicture } from "../drawing/pictures.js";
import { COUNT } from "./round.js";

/** @import {Round, Turn} from "./round.js" */

const COLUMNS = ["picture", "truth", "own", "network"];

export class Outcome {
  /** @type {Round|null} */
  #round = null;
  #own = make("p", { id: "turing-test-own" });
  #network = make("p", { id: "turing-test-network" });
  #time = make("p", { class: "aside" });
  #scores = make(
    "div",
    { class: "turing-test-scores", attributes: { tabindex: "-1" } },
    this.#own,
    this.#network,
    this.#time,
  );
  #rows = make("tbody", { attributes: { role: "rowgroup" } });
  /** @type {HTMLCanvasElement[]} */
  #canvases = [];
  element = make(
    "section",
    { class: "turing-test-outcome", label: "views.turing-test.outcome" },
    this.#scores,
    // The style lays the cells out anew: the roles hold them together.
    make(
      "table",
      { id: "turing-test-table", label: "views.turing-test.table", attributes: { role: "table" } },
      make(
        "thead",
        { attributes: { role: "rowgroup" } },
        make(
          "tr",
          { attributes: { role: "row" } },
          ...COLUMNS.map((name) =>
            make("th", {
              words: `views.turing-test.column.${name}`,
              attributes: { scope: "col", role: "columnheader" },
            }),
          ),
        ),
      ),
      this.#rows,
    ),
  );

  /** @param {Round|null} round */
  show(round) {
    if (round !== this.#round) {
      this.#round = round;
      this.#canvases = (round?.turns ?? []).map((_, index) =>
        makeCanvas({ class: "pixels", label: ["views.turing-test.number", { number: index + 1 }] }),
      );
      this.#rows.replaceChildren(...(round?.turns ?? []).map((turn, index) => row(turn, this.#canvases[index])));
    }
    this.element.hidden = !round;
    this.draw();
  }

  draw() {
    if (!this.#round) return;
    const { turns, score, seconds } = this.#round;
    words(this.#own, "views.turing-test.score.own", { right: score.own, count: COUNT });
    words(this.#network, "views.turing-test.score.network", { right: score.network, count: COUNT });
    const time = number(seconds, { style: "unit", unit: "second", unitDisplay: "long" });
    words(this.#time, "views.turing-test.time", { time });
    for (const [index, { picture, real }] of turns.entries()) {
      drawPicture(this.#canvases[index], picture, real ? "real" : "made");
    }
  }

  focus() {
    this.#scores.focus();
  }
}

/** @param {Turn} turn @param {HTMLCanvasElement} canvas */
function row({ real, own, network }, canvas) {
  const kind = real ? "real" : "made";
  return make(
    "tr",
    { class: kind, attributes: { role: "row" } },
    make("td", { attributes: { role: "cell" } }, canvas),
    make("td", { class: "truth", words: `views.turing-test.said.${kind}`, attributes: { role: "cell" } }),
    said(own === real, own ? "real" : "made"),
    said(network === real, network ? "real" : "made"),
  );
}

/** @param {boolean} right @param {"real"|"made"} kind */
function said(right, kind) {
  const verdict = right ? "right" : "wrong";
  return make(
    "td",
    { class: verdict, attributes: { role: "cell" } },
    make("span", { words: `views.turing-test.said.${kind}` }),
    make("span", { text: right ? " ✓" : " ✗", attributes: { "aria-hidden": "true" } }),
    make("span", { class: "unseen", words: `views.turing-test.${verdict}` }),
  );
}
