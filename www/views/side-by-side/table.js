// The measures of all models in one table, a row each; a dash where a model has none.

import { make } from "../../elements.js";
import { say } from "../../languages/index.js";
import { baselineName, figure, measureName } from "../../panels/measures/names.js";
import { nameKey } from "./column.js";

/** @import {Evaluation, Measure} from "../../types/library" */
/** @import {Column} from "./column.js" */

/** By name, in the order in which they come first. @param {(Evaluation|null)[]} evaluations @returns {Map<string, Measure>} */
function measuresOf(evaluations) {
  const all = evaluations.flatMap((evaluation) => evaluation?.measures ?? []);
  return new Map(all.map((measure) => [measure.name, measure]));
}

/** What counts as better, and what to compare with. @param {Measure} measure */
function aside({ better, baseline, unit }) {
  const direction = say(better === "lower" ? "panels.measures.lower" : "panels.measures.higher");
  return baseline ? `${direction} · ${baselineName(baseline.name)}: ${figure(baseline.value, unit)}` : direction;
}

export class MeasureTable {
  #rows = make("tbody");
  element;

  /** @param {Column[]} columns */
  constructor(columns) {
    this.columns = columns;
    const names = columns.map(({ family }) =>
      make("th", { class: "number", words: nameKey(family), attributes: { scope: "col" } }),
    );
    const first = make("th", { words: "panels.measures.unseen", attributes: { scope: "col" } });
    const head = make("thead", {}, make("tr", {}, first, ...names));
    this.element = make("table", { id: "side-by-side-measures", hidden: true }, head, this.#rows);
  }

  draw() {
    const evaluations = this.columns.map(({ evaluation }) => evaluation);
    this.element.hidden = evaluations.every((evaluation) => evaluation === null);
    const rows = [...measuresOf(evaluations)].map(([name, measure]) => {
      const cells = evaluations.map((evaluation) => {
        const own = evaluation?.measures.find((each) => each.name === name);
        return make("td", { class: "number", text: own ? figure(own.value, own.unit) : "–" });
      });
      const title = make("th", { attributes: { scope: "row" } });
      title.append(measureName(name), make("span", { class: "aside", text: aside(measure) }));
      return make("tr", {}, title, ...cells);
    });
    this.#rows.replaceChildren(...rows);
  }

  /** In a sentence for each model that was measured. */
  summary() {
    return this.columns
      .filter(({ evaluation }) => evaluation)
      .map(({ family, evaluation }) => {
        const all = evaluation?.measures.map(({ name, value, unit }) => `${measureName(name)} ${figure(value, unit)}`);
        return `${say(nameKey(family))}: ${all?.join(", ")}.`;
      })
      .join(" ");
  }
}
