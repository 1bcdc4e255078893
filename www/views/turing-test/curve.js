// The scores of all rounds over the steps: the person's, the discriminator's, and what guessing would come to.

import { make, makeSvg, words } from "../../elements.js";
import { number } from "../../languages/index.js";
import { linePath } from "../drawing/line-path.js";
import "./curve.css";
import { COUNT } from "./round.js";

/** @import {Score} from "./scores.js" */

/** The inner measures; the style makes it as large as there is room. */
const [WIDTH, HEIGHT] = [600, 200];
const TICKS = [0, COUNT / 2, COUNT];
const WHO = /** @type {const} */ (["own", "network"]);

export class Curve {
  #lines = WHO.map((who) => makeSvg("path", { class: who }));
  #area = make("div", { class: "area" });
  #values = TICKS.map((tick) => make("span", { style: { top: `${100 * (1 - tick / COUNT)}%` } }));
  #first = make("span");
  #last = make("span");
  element;

  constructor() {
    const svg = makeSvg(
      "svg",
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" },
      makeSvg("path", { class: "chance", d: `M0 ${HEIGHT / 2}H${WIDTH}` }),
      ...this.#lines,
    );
    this.#area.append(svg);
    this.element = make(
      "figure",
      { id: "turing-test-curve" },
      make(
        "figcaption",
        { class: "aside" },
        make("span", { words: "views.turing-test.curve" }),
        ...WHO.map((who) => make("span", { class: `who ${who}`, words: `views.turing-test.${who}` })),
        make("span", { class: "who chance", words: "views.turing-test.chance" }),
      ),
      make(
        "div",
        { class: "turing-test-curve aside", label: "views.turing-test.curve", attributes: { role: "img" } },
        make("div", { class: "values" }, ...this.#values),
        this.#area,
      ),
      make("div", { class: "steps aside", attributes: { "aria-hidden": "true" } }, this.#first, this.#last),
    );
  }

  /** @param {Score[]} scores */
  draw(scores) {
    const last = Math.max(1, scores.at(-1)?.step ?? 0);
    for (const point of this.#area.querySelectorAll(".point")) point.remove();
    for (const [index, who] of WHO.entries()) {
      const places = scores.map(
        (score) => /** @type {[number, number]} */ ([score.step / last, 1 - score[who] / COUNT]),
      );
      this.#lines[index].setAttribute("d", linePath(places.map(([x, y]) => [x * WIDTH, y * HEIGHT])));
      this.#area.append(
        ...places.map(([x, y]) =>
          make("span", { class: `point ${who}`, style: { left: `${100 * x}%`, top: `${100 * y}%` } }),
        ),
      );
    }
    for (const [index, tick] of TICKS.entries()) this.#values[index].textContent = number(tick);
    this.#first.textContent = number(0);
    words(this.#last, "views.turing-test.step", { step: last });
  }
}
