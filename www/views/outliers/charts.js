// The two charts: how many normal and odd pictures have each score, and which shares are above each threshold.

import { make, makeSvg, words } from "../../elements.js";
import { chartMark, placeMark } from "../drawing/chart-mark.js";
import { linePath } from "../drawing/line-path.js";
import { followPointer } from "../drawing/pointer.js";

/** @import {RocCurve, RocReport} from "../../types/library" */

/** The inner measures of both charts; the style makes them as large as there is room. */
const WIDTH = 480;
const HEIGHT = 200;
const SIDE = 200;

/** A chart whose places can be pointed at. */
class Chart {
  /**
   * @param {string} id
   * @param {number} width
   * @param {number} height
   * @param {(x: number, y: number) => void} moved places as shares, from the lower left
   */
  constructor(id, width, height, moved) {
    this.svg = makeSvg("svg", {
      viewBox: `0 0 ${width} ${height}`,
      preserveAspectRatio: "none",
      "aria-hidden": "true",
    });
    this.element = make("div", { id, class: "chart" }, this.svg);
    followPointer(this.element, (part, x, y) => {
      const held = (/** @type {number} */ share) => Math.max(0, Math.min(1, share));
      if (part === "start" || part === "move") moved(held(x), held(1 - y));
    });
  }

  /** @param {string} name of a class, for its style @param {Record<string, string|number>} [attributes] */
  add(name, attributes = {}) {
    const part = makeSvg("path", { class: name, ...attributes });
    this.svg.append(part);
    return part;
  }
}

export class Histogram extends Chart {
  #normal = this.add("normal");
  #odd = this.add("odd");
  #threshold = this.add("threshold");
  #drawing = makeSvg("path", { class: "drawing" });
  #mark = chartMark("views.outliers.drawing");
  /** @type {RocReport["histogram"]|null} */
  #shown = null;

  /** @param {(score: number) => void} moved */
  constructor(moved) {
    super("outliers-histogram", WIDTH, HEIGHT, (x) => {
      if (this.#shown) moved(this.#shown.least + x * (this.#shown.most - this.#shown.least));
    });
    this.svg.append(this.#drawing);
    this.element.append(this.#mark);
  }

  /** @param {RocReport["histogram"]} histogram */
  show(histogram) {
    this.#shown = histogram;
    // There are many more odd ones: each kind is as high as the other.
    for (const [counts, part] of /** @type {const} */ ([
      [histogram.normal, this.#normal],
      [histogram.odd, this.#odd],
    ])) {
      const highest = Math.max(...counts, 1);
      const width = WIDTH / counts.length;
      /** @type {[number, number][]} */
      const places = counts.flatMap((count, bin) => {
        const y = HEIGHT - (count / highest) * (HEIGHT - 8);
        return /** @type {[number, number][]} */ ([
          [bin * width, y],
          [(bin + 1) * width, y],
        ]);
      });
      part.setAttribute("d", `${linePath([[0, HEIGHT], ...places, [WIDTH, HEIGHT]])}Z`);
    }
  }

  /** @param {number} score @returns {number} its place, 0 to 1 */
  #place(score) {
    const { least, most } = this.#shown ?? { least: 0, most: 1 };
    return Math.max(0, Math.min(1, (score - least) / (most - least || 1)));
  }

  /** @param {number} threshold */
  showThreshold(threshold) {
    const x = this.#place(threshold) * WIDTH;
    this.#threshold.setAttribute("d", `M${x} 0V${HEIGHT}`);
  }

  /** @param {number|null} score of what is on the draw pad */
  showDrawing(score) {
    this.#mark.hidden = score === null || !this.#shown;
    this.#drawing.toggleAttribute("hidden", this.#mark.hidden);
    if (score === null || !this.#shown) return;
    const place = this.#place(score);
    this.#drawing.setAttribute("d", `M${place * WIDTH} 24V${HEIGHT}`);
    placeMark(this.#mark, place);
  }
}

export class RocChart extends Chart {
  #baseline = this.add("baseline");
  #curve = this.add("curve");
  #guess = this.add("guess", { d: `M0 ${SIDE}L${SIDE} 0` });
  #point = make("span", { class: "point", hidden: true });

  /** @param {(rate: number) => void} moved to a share of false alarms */
  constructor(moved) {
    super("outliers-roc", SIDE, SIDE, (x) => moved(x));
    this.svg.prepend(this.#guess);
    const across = make("span", { class: "axis across" });
    const up = make("span", { class: "axis up" });
    words(across, "views.outliers.false-alarms");
    words(up, "views.outliers.found");
    this.element.append(this.#point, across, up);
  }

  /** @param {RocCurve} curve @param {RocCurve|null} baseline */
  show(curve, baseline) {
    const places = (/** @type {RocCurve} */ { falsePositiveRates, truePositiveRates }) =>
      linePath(falsePositiveRates.map((rate, index) => [rate * SIDE, (1 - truePositiveRates[index]) * SIDE]));
    this.#curve.setAttribute("d", places(curve));
    this.#baseline.setAttribute("d", baseline ? places(baseline) : "");
  }

  /** @param {number} falsePositives @param {number} truePositives */
  showPoint(falsePositives, truePositives) {
    this.#point.hidden = false;
    this.#point.style.left = `${falsePositives * 100}%`;
    this.#point.style.top = `${(1 - truePositives) * 100}%`;
  }
}
