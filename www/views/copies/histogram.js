// How far made pictures lie from the nearest of either part: two histograms over one axis.

import { make, makeSvg } from "../../elements.js";
import { short } from "../../languages/index.js";
import { linePath } from "../drawing/line-path.js";

/** @import {CopyReport} from "../../types/library" */

/** The inner measures; the style makes it as large as there is room. */
const [WIDTH, HEIGHT] = [600, 200];
/** Above the highest bar. */
const ROOM = 6;
const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];
/** Steps of the axis, at most. */
const MOST_STEPS = 6;

export class Histogram {
  #training = makeSvg("path", { class: "training" });
  #unseen = makeSvg("path", { class: "unseen-part" });
  #ticks = make("div", { class: "copies-ticks aside", attributes: { "aria-hidden": "true" } });

  constructor() {
    const svg = makeSvg(
      "svg",
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" },
      this.#training,
      this.#unseen,
      makeSvg("path", { class: "axis", d: `M0 ${HEIGHT}H${WIDTH}` }),
    );
    this.element = make(
      "figure",
      { id: "copies-histogram" },
      make(
        "figcaption",
        { class: "aside" },
        make("span", { words: "views.copies.histogram" }),
        make("span", { class: "bars training", words: "views.copies.key.training" }),
        make("span", { class: "bars unseen-part", words: "views.copies.key.unseen" }),
      ),
      make("div", { class: "copies-chart", label: "views.copies.histogram", attributes: { role: "img" } }, svg),
      this.#ticks,
      make("p", { class: "copies-axis aside", words: "views.copies.axis" }),
    );
  }

  /** @param {CopyReport["histogram"]} histogram */
  show({ most, training, unseen }) {
    const highest = Math.max(1, ...training, ...unseen);
    this.#training.setAttribute("d", bars(training, highest));
    this.#unseen.setAttribute("d", bars(unseen, highest));
    this.#ticks.replaceChildren(
      ...ticks(most).map((tick) => make("span", { text: short(tick), style: { left: `${(100 * tick) / most}%` } })),
    );
  }
}

/** @param {number[]} counts @param {number} highest */
function bars(counts, highest) {
  const width = WIDTH / counts.length;
  const places = counts.flatMap((count, bin) => {
    const y = HEIGHT - (count / highest) * (HEIGHT - ROOM);
    return /** @type {[number, number][]} */ ([
      [bin * width, y],
      [(bin + 1) * width, y],
    ]);
  });
  return `${linePath([[0, HEIGHT], ...places, [WIDTH, HEIGHT]])}Z`;
}

/** Round numbers from 0 on. @param {number} most */
function ticks(most) {
  const step = STEPS.find((each) => most / each <= MOST_STEPS) ?? most;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}
