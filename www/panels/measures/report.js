// What was measured, for a report: each figure beside its baselines, with what it means.

import { make } from "../../elements.js";
import { say } from "../../languages/index.js";
import { baselineName, figure, measureName, measureNote } from "./names.js";

/** @import {Evaluation, Measure} from "../../types/library" */

/** @param {Measure} measure */
function row({ name, value, unit, better, baseline, others = [], count }) {
  const notes = [measureNote(name), count ? say("panels.measures.of-count", { count }) : ""].filter(Boolean);
  const theirs = baseline
    ? [baseline, ...others].map((each) => `${baselineName(each.name)}: ${figure(each.value, unit)}`)
    : ["–"];
  return make(
    "tr",
    {},
    make(
      "th",
      { attributes: { scope: "row" } },
      measureName(name),
      make("p", { class: "report-note", text: notes.join(" ") }),
    ),
    make(
      "td",
      {},
      make("b", { text: figure(value, unit) }),
      make("p", {
        class: "report-note",
        words: better === "lower" ? "panels.measures.lower" : "panels.measures.higher",
      }),
    ),
    make("td", {}, ...theirs.map((text) => make("div", { text }))),
  );
}

/** @param {Evaluation|null} evaluation null where nothing has been measured */
export function measuresReport(evaluation) {
  const heading = make("h3", { words: "panels.measures.heading" });
  if (!evaluation) return make("section", {}, heading, make("p", { words: "report.not-measured" }));
  const { count, step } = evaluation;
  const table = make(
    "table",
    { class: "report-table report-measures" },
    make("caption", { words: ["report.measured", { count, step }] }),
    make(
      "thead",
      {},
      make(
        "tr",
        {},
        ...["report.measure", "panels.measures.network", "panels.measures.baseline"].map((key) =>
          make("th", { words: key, attributes: { scope: "col" } }),
        ),
      ),
    ),
    make("tbody", {}, ...evaluation.measures.map(row)),
  );
  return make("section", {}, heading, table);
}
