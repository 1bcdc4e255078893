// A bar for each label, the one that is served worst first, of which one is chosen.

import { make, words } from "../../elements.js";
import { number, percent, say, short } from "../../languages/index.js";
import { figuresOf } from "./reports.js";

/** @import {LabelReport} from "../../types/library" */

/** Beyond the longest bar, as a share of it. */
const MARGIN = 1.04;
/** The highest probability. */
const SURE = 1;

/** Of a report, as its figure is written. @param {Pick<LabelReport, "figure">} report @param {number} value */
export const written = ({ figure }, value) => (figure === "score" ? percent(value) : short(value));

export class Rows {
  #body = make("div", { class: "worst-served-body-rows" });
  #figure = make("span");
  /** By label. @type {Map<number, ReturnType<typeof row>>} */
  #rows = new Map();
  #choose;
  element;

  /** @param {(label: number) => void} choose */
  constructor(choose) {
    this.#choose = choose;
    const heads = make(
      "div",
      { class: "worst-served-row heads aside", attributes: { "aria-hidden": "true" } },
      make("span", { words: "views.worst-served.column.label" }),
      this.#figure,
      make("span", { class: "number", words: "views.worst-served.column.training" }),
    );
    this.element = make(
      "div",
      { id: "worst-served-rows", label: "views.worst-served.rows", attributes: { role: "radiogroup" } },
      heads,
      this.#body,
    );
  }

  /** Other labels. */
  reset() {
    this.#rows.clear();
    this.#body.replaceChildren();
  }

  /**
   * @param {LabelReport} report
   * @param {LabelReport|null} before of the experiment before
   * @param {(label: number) => string} nameOf a label
   * @param {number|null} chosen
   */
  show(report, before, nameOf, chosen) {
    words(this.#figure, `views.worst-served.column.${report.figure}`);
    const all = [...report.labels, ...(before?.labels ?? [])].flatMap(({ value, components }) => [
      value,
      components ?? 0,
    ]);
    const most = report.figure === "score" ? SURE : MARGIN * Math.max(...all, Number.MIN_VALUE);
    const place = (/** @type {number} */ value) => `${(100 * value) / most}%`;
    for (const { label, value, components, training } of report.labels) {
      const had = figuresOf(before, label);
      const { parts } = this.#rowOf(label);
      parts.name.textContent = nameOf(label);
      parts.bar.style.width = place(value);
      parts.mean.style.left = place(report.mean);
      parts.components.hidden = components === null;
      parts.components.style.left = place(components ?? 0);
      parts.before.hidden = !had;
      parts.before.style.width = place(had?.value ?? 0);
      parts.value.textContent = written(report, value);
      parts.training.textContent = number(training);
      parts.input.checked = label === chosen;
      const told = [
        say(`views.worst-served.row.${report.figure}`, { label: nameOf(label), value: written(report, value) }),
      ];
      if (components !== null) told.push(say("views.worst-served.row.components", { value: short(components) }));
      if (had) told.push(say("views.worst-served.row.before", { value: written(report, had.value) }));
      told.push(say("views.worst-served.row.training", { count: training }));
      parts.input.setAttribute("aria-label", told.join(", "));
    }
    this.#order(report.labels.map(({ label }) => this.#rowOf(label).element));
  }

  /** @param {number} label */
  #rowOf(label) {
    const known = this.#rows.get(label);
    if (known) return known;
    const made = row(label, this.#choose);
    this.#rows.set(label, made);
    return made;
  }

  /** Moving what has the focus would lose it. @param {HTMLElement[]} rows */
  #order(rows) {
    if (rows.length === this.#body.children.length && rows.every((each, index) => each === this.#body.children[index]))
      return;
    const { activeElement } = document;
    const focused = this.#body.contains(activeElement);
    this.#body.replaceChildren(...rows);
    if (focused) /** @type {HTMLElement} */ (activeElement).focus({ preventScroll: true });
  }
}

/** @param {number} label @param {(label: number) => void} choose */
function row(label, choose) {
  const parts = {
    input: make("input", {
      attributes: { type: "radio", name: "worst-served", value: String(label) },
      on: { change: () => choose(label) },
    }),
    name: make("b"),
    bar: make("i"),
    before: make("i", { class: "before" }),
    mean: make("i", { class: "mean" }),
    components: make("i", { class: "baseline" }),
    value: make("span", { class: "value" }),
    training: make("span", { class: "number" }),
  };
  const { input, name, bar, before, mean, components, value, training } = parts;
  const track = make("span", { class: "track" }, bar, before, mean, components);
  return {
    parts,
    element: make("label", { class: "worst-served-row" }, input, name, track, value, training),
  };
}
