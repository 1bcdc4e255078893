// How the discriminator's verdicts are spread: those on real pictures above one axis, those on made ones below it.

import { make, makeSvg } from "../../elements.js";
import { number } from "../../languages/index.js";
import { chartMark, placeMark } from "../drawing/chart-mark.js";
import { linePath } from "../drawing/line-path.js";

/** The inner measures; the style makes it as large as there is room. */
const [WIDTH, HALF] = [400, 60];
const TICKS = [0, 0.25, 0.5, 0.75, 1];

export class Histogram {
  #real = makeSvg("path", { class: "real" });
  #made = makeSvg("path", { class: "made" });
  #line = makeSvg("path", { class: "mark" });
  #mark = chartMark("views.verdicts.mark");
  #ticks = TICKS.map((tick) => make("span", { style: { left: `${100 * tick}%` } }));

  constructor() {
    const svg = makeSvg(
      "svg",
      { viewBox: `0 0 ${WIDTH} ${2 * HALF}`, preserveAspectRatio: "none", "aria-hidden": "true" },
      makeSvg("path", { class: "middle", d: `M${WIDTH / 2} 0V${2 * HALF}` }),
      this.#real,
      this.#made,
      makeSvg("path", { class: "axis", d: `M0 ${HALF}H${WIDTH}` }),
      this.#line,
    );
    this.element = make(
      "figure",
      { id: "verdicts-histogram" },
      make("figcaption", { class: "aside", words: "views.verdicts.histogram" }),
      make("div", { class: "verdicts-chart" }, svg, this.#mark),
      make("div", { class: "verdicts-ticks", attributes: { "aria-hidden": "true" } }, ...this.#ticks),
      make(
        "div",
        { class: "verdicts-ends aside", attributes: { "aria-hidden": "true" } },
        make("span", { words: "views.verdicts.surely-made" }),
        make("span", { words: "views.verdicts.surely-real" }),
      ),
    );
    this.draw();
  }

  /** @param {number[]} real @param {number[]} made how many of each are in equal parts of 0 to 1; none for no bars */
  show(real, made) {
    const highest = Math.max(1, ...real, ...made);
    this.#real.setAttribute("d", bars(real, -HALF / highest));
    this.#made.setAttribute("d", bars(made, HALF / highest));
  }

  /** @param {number|null} score of the picture that is judged */
  showMark(score) {
    this.#mark.hidden = score === null;
    this.#line.setAttribute("d", score === null ? "" : `M${score * WIDTH} 0V${2 * HALF}`);
    if (score === null) return;
    placeMark(this.#mark, score);
  }

  draw() {
    for (const [index, tick] of TICKS.entries()) this.#ticks[index].textContent = number(tick);
  }
}

/** @param {number[]} counts @param {number} scale upwards where it is less than nothing */
function bars(counts, scale) {
  if (counts.length === 0) return "";
  const width = WIDTH / counts.length;
  const places = counts.flatMap((count, bin) => {
    const y = HALF + count * scale;
    return /** @type {[number, number][]} */ ([
      [bin * width, y],
      [(bin + 1) * width, y],
    ]);
  });
  return `${linePath([[0, HALF], ...places, [WIDTH, HALF]])}Z`;
}
