// Accuracies by the number of labels: a dot for each draw of the labels, and a line through the middle ones.

import { make, makeSvg, words } from "../../elements.js";
import { number, percent, say } from "../../languages/index.js";
import { linePath } from "../drawing/line-path.js";
import "./probe.css";

/** @import {Probing} from "../../types/page" */

/** The inner measures; the style makes it as large as there is room. */
const [WIDTH, HEIGHT] = [600, 300];
const VALUES = [20, 40, 60, 80, 100];
/** Beside each other, as shares of the width, so that no dot hides another. */
const SERIES = /** @type {const} */ ([
  { name: "components", key: "views.responses.probe.components", aside: -0.03 },
  { name: "pixels", key: "views.responses.probe.pixels", aside: 0 },
  { name: "codes", key: "views.responses.probe.codes", aside: 0.03 },
]);

/** Of which half are no larger, and half no smaller. @param {number[]} values */
const middle = (values) => [...values].sort((one, other) => one - other)[(values.length - 1) >> 1];

/** @param {number} accuracy in percent */
const percentage = (accuracy) =>
  number(accuracy / 100, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });

export class ProbeChart {
  #chance = makeSvg("path", { class: "chance" });
  #chanceName = make("span", { class: "chance", words: "views.responses.probe.chance", hidden: true });
  #lines = SERIES.map(({ name }) => makeSvg("path", { class: `line ${name}` }));
  #dots = SERIES.map(({ name }) => makeSvg("path", { class: `dots ${name}` }));
  #rows = make("tbody");
  /** @type {Probing[]} */
  #reports = [];

  /** @param {number[]} labels */
  constructor(labels) {
    this.labels = labels;
    const across = VALUES.map((value) => `M0 ${this.#up(value)}H${WIDTH}`).join("");
    const svg = makeSvg(
      "svg",
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" },
      makeSvg("path", { class: "across", d: across }),
      ...[this.#chance, ...this.#lines, ...this.#dots],
    );
    this.values = make("div", { class: "values", attributes: { "aria-hidden": "true" } }, this.#chanceName);
    const axis = labels.map((count, index) => {
      const name = make("span");
      words(name, "views.responses.probe.labels", { count });
      name.style.left = `${100 * this.#along(index)}%`;
      return name;
    });
    const head = SERIES.map(({ key }) => make("th", { words: key, attributes: { scope: "col" } })).reverse();
    this.table = make(
      "table",
      { hidden: true },
      make("caption", { class: "unseen", words: "views.responses.probe.caption" }),
      make("thead", {}, make("tr", {}, make("td"), ...head)),
      this.#rows,
    );
    this.element = make(
      "div",
      { class: "probe-chart" },
      make("div", { class: "area" }, svg, this.values),
      make("div", { class: "axis", attributes: { "aria-hidden": "true" } }, ...axis),
      this.table,
    );
  }

  /** @param {number} index @returns {number} as a share of the width */
  #along(index) {
    return (index + 0.5) / this.labels.length;
  }

  /** @param {number} accuracy */
  #up(accuracy) {
    return (1 - accuracy / 108) * HEIGHT;
  }

  /** @param {number} labels @param {typeof SERIES[number]["name"]} name @returns {number[]} one for each draw */
  #accuracies(labels, name) {
    const own = this.#reports.filter((report) => report.labels === labels);
    return own.flatMap((report) => report[name] ?? []);
  }

  /** @param {Probing[]} reports */
  draw(reports) {
    this.#reports = reports;
    for (const [series, { name, aside }] of SERIES.entries()) {
      /** @type {[number, number][]} */
      const places = [];
      let dots = "";
      for (const [index, labels] of this.labels.entries()) {
        const accuracies = this.#accuracies(labels, name);
        const x = (this.#along(index) + aside) * WIDTH;
        // A line of no length, with a round end: a dot, however the chart is stretched.
        for (const accuracy of accuracies) dots += `M${x} ${this.#up(accuracy)}h0`;
        if (accuracies.length > 0) places.push([x, this.#up(middle(accuracies))]);
      }
      this.#lines[series].setAttribute("d", linePath(places));
      this.#dots[series].setAttribute("d", dots);
    }
    const chance = reports.at(-1)?.chance ?? null;
    this.#chance.setAttribute("d", chance === null ? "" : `M0 ${this.#up(chance)}H${WIDTH}`);
    this.#chanceName.hidden = chance === null;
    if (chance !== null) this.#chanceName.style.top = `${(100 * this.#up(chance)) / HEIGHT}%`;
    const names = VALUES.map((value) => {
      const name = make("span", { text: percent(value / 100) });
      name.style.top = `${(100 * this.#up(value)) / HEIGHT}%`;
      return name;
    });
    this.values.replaceChildren(...names, this.#chanceName);
    this.#drawTable();
  }

  #drawTable() {
    this.table.hidden = this.#reports.length === 0;
    this.#rows.replaceChildren(
      ...this.labels.map((count) => {
        const head = make("th", { attributes: { scope: "row" } });
        words(head, "views.responses.probe.labels", { count });
        const cells = SERIES.map(({ name }) => {
          const accuracies = this.#accuracies(count, name);
          return make("td", { class: name, text: accuracies.length > 0 ? percentage(middle(accuracies)) : "–" });
        });
        return make("tr", {}, head, ...cells.reverse());
      }),
    );
  }

  summary() {
    const told = this.labels.flatMap((count) => {
      const [components, pixels, codes] = SERIES.map(({ name }) => {
        const accuracies = this.#accuracies(count, name);
        return accuracies.length > 0 ? percentage(middle(accuracies)) : "–";
      });
      const known = this.#accuracies(count, "codes").length > 0;
      return known ? [say("views.responses.probe.point", { count, codes, pixels, components })] : [];
    });
    return `${told.join("; ")}.`;
  }
}
