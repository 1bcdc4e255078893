// Two curves over the size of the code, and a button at each place of the network's.

import { make, makeSvg, words } from "../../elements.js";
import { short } from "../../languages/index.js";
import { linePath } from "../drawing/line-path.js";

/** @typedef {{error: number, baseline: number|null}} Result */

/** The inner measures; the style makes it as large as there is room. */
const [WIDTH, HEIGHT] = [600, 300];
/** Beside the outermost places, as a share of the width. */
const MARGIN = 0.06;
/** Lines across, at most. */
const LINES = 6;

/** Round numbers below the highest. @param {number} highest */
function roundValues(highest) {
  const power = 10 ** Math.floor(Math.log10(highest));
  const step = [0.1, 0.2, 0.5, 1].map((part) => part * power).find((each) => highest / each <= LINES) ?? power;
  return Array.from({ length: Math.floor(highest / step) }, (_, index) => (index + 1) * step);
}

export class Chart {
  #lines = makeSvg("path", { class: "lines" });
  #baseline = makeSvg("path", { class: "baseline" });
  #network = makeSvg("path", { class: "network" });
  #places;
  #values = make("div", { class: "values", attributes: { "aria-hidden": "true" } });

  /** @param {number[]} codes @param {(code: number) => void} press */
  constructor(codes, press) {
    this.codes = codes;
    const svg = makeSvg(
      "svg",
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" },
      ...[this.#lines, this.#baseline, this.#network],
    );
    this.#places = codes.map((code) =>
      make("button", {
        class: "place",
        hidden: true,
        attributes: { type: "button" },
        data: { code: String(code) },
        on: { click: () => press(code) },
      }),
    );
    const axis = codes.map((code, index) => {
      const label = make("span", { text: String(code) });
      label.style.left = `${100 * this.#across(index)}%`;
      return label;
    });
    this.element = make(
      "div",
      { class: "bottleneck-chart" },
      make("div", { class: "area" }, svg, ...this.#places, this.#values),
      make("div", { class: "codes", attributes: { "aria-hidden": "true" } }, ...axis),
      make("p", { class: "aside", words: "views.bottleneck.axis" }),
    );
  }

  /** @param {number} index @returns {number} as a share of the width */
  #across(index) {
    return MARGIN + ((1 - 2 * MARGIN) * index) / (this.codes.length - 1);
  }

  /** @param {(Result|null)[]} results @param {number} current code */
  draw(results, current) {
    const all = results.flatMap((result) => (result ? [result.error, result.baseline ?? 0] : []));
    const highest = Math.max(...all, 0.001) * 1.08;
    const path = (/** @type {(result: Result) => number|null} */ of) =>
      linePath(
        results.flatMap((result, index) => {
          const value = result && of(result);
          return value === null ? [] : [[this.#across(index) * WIDTH, (1 - value / highest) * HEIGHT]];
        }),
      );
    this.#network.setAttribute(
      "d",
      path(({ error }) => error),
    );
    this.#baseline.setAttribute(
      "d",
      path(({ baseline }) => baseline),
    );
    const values = all.length === 0 ? [] : roundValues(highest);
    this.#lines.setAttribute("d", values.map((value) => `M0 ${(1 - value / highest) * HEIGHT}H${WIDTH}`).join(""));
    this.#values.replaceChildren(
      ...values.map((value) => {
        const label = make("span", { text: short(value) });
        label.style.top = `${100 * (1 - value / highest)}%`;
        return label;
      }),
    );
    for (const [index, result] of results.entries()) this.#drawPlace(index, result, highest, current);
  }

  /** @param {number} index @param {Result|null} result @param {number} highest @param {number} current */
  #drawPlace(index, result, highest, current) {
    const place = this.#places[index];
    place.hidden = result === null;
    if (!result) return;
    place.style.left = `${100 * this.#across(index)}%`;
    place.style.top = `${100 * (1 - result.error / highest)}%`;
    place.setAttribute("aria-current", String(this.codes[index] === current));
    const values = { code: this.codes[index], error: short(result.error), baseline: short(result.baseline ?? 0) };
    const key = result.baseline === null ? "views.bottleneck.point.alone" : "views.bottleneck.point";
    for (const attribute of ["aria-label", "title"]) words(place, key, values, attribute);
  }
}
