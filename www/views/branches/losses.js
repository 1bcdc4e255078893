// A loss of both branches from the fork on, in one chart.

import { make } from "../../elements.js";
import { say, short } from "../../languages/index.js";
import { LossChart } from "../../panels/losses/chart.js";
import { LossHistory } from "../../panels/losses/history.js";
import { lineMark, linesOf } from "../../panels/losses/lines.js";

/** @import {Experiment} from "../../types/page" */

/** As they are called in the chart, in the colours of their pictures. */
const BRANCHES = [
  { name: "first", label: "views.branches.first", colour: "--ink" },
  { name: "second", label: "views.branches.second", colour: "--made" },
];

export class Losses {
  /** By name of the loss. @type {Map<string, LossHistory>} */
  #histories = new Map();
  #select = make("select", { id: "branches-loss", on: { change: () => this.#show() } });
  #figures = BRANCHES.map(() => make("b"));
  #place = make("div", { class: "branches-chart", label: "views.branches.chart", attributes: { role: "img" } });
  #chart = new LossChart(this.#place);
  element = make(
    "div",
    { class: "branches-losses" },
    make(
      "p",
      {},
      make("label", { words: "views.branches.loss", attributes: { for: this.#select.id } }),
      this.#select,
      ...BRANCHES.map(({ label, colour }, index) =>
        make("span", lineMark(colour, index), make("span", { words: label }), " ", this.#figures[index]),
      ),
    ),
    this.#place,
  );

  /** @param {Experiment} experiment */
  reset(experiment) {
    const before = this.#select.value;
    const lines = linesOf(experiment);
    this.#histories = new Map(lines.map(({ name }) => [name, new LossHistory(BRANCHES.map((branch) => branch.name))]));
    this.#select.replaceChildren(
      ...lines.map(({ name, label }) => make("option", { words: label, attributes: { value: name } })),
    );
    if (this.#histories.has(before)) this.#select.value = before;
    this.#show();
  }

  /** @param {number} step @param {Record<string, number>[]} losses of both */
  add(step, [first, second]) {
    for (const [name, history] of this.#histories) history.add(step, { first: first[name], second: second[name] });
    this.#chart.update();
    this.#tell();
  }

  get #history() {
    return this.#histories.get(this.#select.value);
  }

  #show() {
    if (this.#history) this.#chart.show(this.#history, BRANCHES);
    this.#tell();
  }

  #tell() {
    const last = this.#history?.last?.losses;
    BRANCHES.forEach(({ name }, index) => {
      this.#figures[index].textContent = short(last?.[name]);
    });
  }

  /** Both figures, in words. */
  summary() {
    const last = this.#history?.last?.losses;
    if (!last) return "";
    const loss = this.#select.selectedOptions[0]?.textContent ?? "";
    return say("views.branches.summary.loss", { loss, first: short(last.first), second: short(last.second) });
  }

  redraw() {
    this.#chart.rebuild();
  }
}
