// How well the network does on data it has not seen, each figure beside a baseline.

import { downloadTable } from "../../csv.js";
import { make, words } from "../../elements.js";
import { say } from "../../languages/index.js";
import { baselineName, figure, measureName } from "./names.js";
import { measuresReport } from "./report.js";
import { MeasureRow } from "./row.js";
import { tableOf } from "./table.js";
import "./measures.css";

/** @import {Evaluation} from "../../types/library" */
/** @import {Experiment, Page, Panel} from "../../types/page" */

/** @param {Page} page @returns {Panel} */
export default function create(page) {
  /** @type {Evaluation|null} */
  let evaluation = null;
  /** @type {Experiment|null} */
  let experiment = null;
  /** By measure, so that a note that was opened stays open. @type {Map<string, MeasureRow>} */
  const rows = new Map();

  const when = make("span", { id: "measures-when", class: "aside", attributes: { role: "status" } });
  const button = make("button", {
    id: "measure-now",
    class: "quiet",
    words: "panels.measures.now",
    attributes: { type: "button" },
    on: {
      click: () => {
        if (button.ariaDisabled !== "true") page.measure();
      },
    },
  });
  const save = make("button", {
    id: "save-measures",
    class: "quiet",
    words: "tables.measures",
    attributes: { type: "button", "aria-disabled": "true" },
    on: {
      click: () => {
        if (!experiment || !evaluation) return;
        const { family, dataset } = experiment.state;
        downloadTable(tableOf(evaluation), `measures-${family}-${dataset}-step-${evaluation.step}`);
      },
    },
  });
  const count = make("th", { id: "measures-count", attributes: { scope: "col" } });
  const body = make("tbody");
  const table = make(
    "table",
    { id: "measures", attributes: { "aria-labelledby": "measures-heading" } },
    make(
      "thead",
      {},
      make(
        "tr",
        {},
        count,
        make("th", { class: "number", words: "panels.measures.network", attributes: { scope: "col" } }),
        make("th", { class: "number", words: "panels.measures.baseline", attributes: { scope: "col" } }),
      ),
    ),
    body,
  );
  const element = make(
    "section",
    { class: "measured", attributes: { "aria-labelledby": "measures-heading" } },
    make(
      "div",
      { class: "measured-head" },
      make("h2", { id: "measures-heading", words: "panels.measures.heading" }),
      when,
      button,
    ),
    table,
    save,
  );

  function draw() {
    save.setAttribute("aria-disabled", String(!evaluation));
    if (evaluation) words(when, "panels.measures.at-step", { step: evaluation.step });
    else words(when, "panels.measures.not-yet");
    if (evaluation) words(count, "panels.measures.count", { count: evaluation.count });
    else words(count, "panels.measures.unseen");
    drawRows();
  }

  function drawRows() {
    const elements = (evaluation?.measures ?? []).map((measure) => {
      const row = rows.get(measure.name) ?? new MeasureRow();
      rows.set(measure.name, row);
      row.show(measure);
      return row.element;
    });
    // Where the rows are the same they stay in place, and with them the focus.
    if (elements.length !== body.children.length || elements.some((row, index) => row !== body.children[index])) {
      body.replaceChildren(...elements);
    }
  }

  /** The button keeps its focus, and is not to be pressed. @param {boolean} busy */
  function setBusy(busy) {
    button.ariaDisabled = String(busy);
    table.ariaBusy = String(busy);
    if (busy) words(when, "panels.measures.busy");
  }

  return {
    id: "measures",
    region: "results",
    element,
    suits: () => true,

    reset(next) {
      experiment = next;
      evaluation = null;
      rows.clear();
      setBusy(false);
      draw();
    },

    /** @param {Evaluation|null|undefined} next null while one is under way, undefined where that came to nothing */
    measured(next) {
      if (next) evaluation = next;
      setBusy(next === null);
      if (next !== null) draw();
    },

    summary() {
      if (!evaluation) return say("panels.measures.not-yet");
      const each = evaluation.measures.map(({ name, value, unit, baseline, others = [] }) => {
        const ours = `${measureName(name)} ${figure(value, unit)}`;
        if (!baseline) return ours;
        const theirs = [baseline, ...others].map((one) => `${baselineName(one.name)} ${figure(one.value, unit)}`);
        return `${ours} (${theirs.join("; ")})`;
      });
      return `${say("panels.measures.at-step", { step: evaluation.step })}: ${each.join(", ")}.`;
    },

    report: () => measuresReport(evaluation),

    redraw: drawRows,
  };
}
