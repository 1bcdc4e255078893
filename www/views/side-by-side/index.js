// The families of models at once on the same data, each for the same seconds: what they make, rebuild, and measure.

import { make, words } from "../../elements.js";
import { wouldBeLost } from "../../experiment/leaving.js";
import { say } from "../../languages/index.js";
import { sayError } from "../../say-error.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import { Column, nameKey, whole } from "./column.js";
import { Comparison } from "./comparison.js";
import { comparisonOf, FAMILIES, modelsOf } from "./models.js";
import { MeasureTable } from "./table.js";
import "./side-by-side.css";

/** @import {Evaluation} from "../../types/library" */
/** @import {About, Experiment, Moment, Page, View} from "../../types/page" */
/** @import {Phase} from "./comparison.js" */

/** What is kept of a comparison: what was measured, by family, once it was. @typedef {{seconds: number, measured: (Evaluation|null)[]|null}} KeptComparison */

const BUDGETS = [10, 30, 60, 120];
const FIRST_BUDGET = 30;
/** Examples that are looked at. */
const COUNTS = { pictures: { made: 16, rebuilt: 8 }, points: { made: 200, rebuilt: 200 } };

/** @type {About} */
export const about = {
  id: "side-by-side",
  group: "compare",
  title: "views.side-by-side.title",
  suits: ({ kind }) => (kind === "pictures" || kind === "points" ? 0.2 : 0),
};

/** @param {Page} page @returns {View} */
export default function create(page) {
  /** @type {Experiment|null} */
  let experiment = null;
  /** @type {Comparison|null} */
  let running = null;
  /** The last two: a page that was left had one. @type {Phase|"idle"|"done"|"lost"|"left"} */
  let phase = "idle";
  /** @type {unknown} */
  let refusal = null;
  /** @type {Moment|null} */
  let moment = null;

  const frame = new Frame("side-by-side", draw);
  const columns = FAMILIES.map((family) => new Column(family, goOn));
  const table = new MeasureTable(columns);
  const alike = make("p", { class: "aside" });
  const slow = make("p", { class: "aside", words: "views.side-by-side.slow" });
  const budget = make(
    "select",
    { id: "side-by-side-budget" },
    ...BUDGETS.map((seconds) =>
      make("option", {
        words: ["views.side-by-side.seconds", { seconds }],
        attributes: { value: String(seconds), ...(seconds === FIRST_BUDGET ? { selected: "" } : {}) },
      }),
    ),
  );
  const button = make("button", {
    id: "side-by-side-begin",
    class: "primary",
    attributes: { type: "button" },
    on: { click: () => (running ? stop(running) : begin()) },
  });
  const progress = make("progress", { label: "views.side-by-side.progress", attributes: { max: "1", value: "0" } });
  const clock = make("span", { class: "side-by-side-clock" });
  const status = make("p", { id: "side-by-side-status", class: "aside", attributes: { role: "status" } });
  const bar = make(
    "div",
    { class: "side-by-side-bar" },
    make("label", { words: "views.side-by-side.budget", attributes: { for: budget.id } }),
    ...[budget, button, progress, clock, status],
  );
  const description = new Description("side-by-side-summary", button, summary);
  const row = make("div", { class: "side-by-side-columns" }, ...columns.map(({ element }) => element));
  frame.place.append(
    make("div", { class: "side-by-side-body" }, make("div", {}, alike, slow), bar, row, make("div", {}, table.element)),
    description.element,
  );

  async function begin() {
    if (!experiment) return;
    const models = modelsOf(experiment);
    const counts = experiment.kind === "points" ? COUNTS.points : COUNTS.pictures;
    refusal = null;
    for (const [index, column] of columns.entries()) column.reset(models[index]);
    table.draw();
    const mine = () => running === own;
    const own = new Comparison(page, models, counts, {
      phase: (next) => mine() && enter(next),
      look: (index, look) => {
        if (!mine()) return;
        columns[index].show(look);
        drawProgress();
        description.update();
      },
      saved: (index, bytes) => {
        columns[index].bytes = bytes;
      },
      measured: (index, evaluation) => {
        if (!mine()) return;
        columns[index].evaluation = evaluation;
        table.draw();
      },
      failed: (index, error) => mine() && columns[index].fail(error),
    });
    running = own;
    try {
      await own.run(Number(budget.value));
    } catch (error) {
      if (mine()) refusal = error;
    }
    if (!mine()) return;
    running = null;
    enter(refusal === null && columns.some(({ look }) => look) ? "done" : "idle");
  }

  /** What has been learnt by then is measured; where that is under way, it is left. @param {Comparison} comparison */
  function stop(comparison) {
    if (phase === "training") return comparison.enough();
    comparison.end();
    running = null;
    enter("idle");
  }

  /** @param {typeof phase} next */
  function enter(next) {
    phase = next;
    sayAll();
    description.update();
  }

  /** @param {Column} column */
  function goOn({ model, bytes }) {
    if (model && bytes) page.forks.keep(model.has.state, bytes);
  }

  function drawProgress() {
    const seconds = running?.seconds ?? 0;
    const shown = phase === "training" || phase === "measuring";
    progress.hidden = !shown;
    clock.hidden = phase !== "training";
    if (phase === "measuring") progress.removeAttribute("value");
    else progress.value = seconds / Number(budget.value);
    words(clock, "views.side-by-side.clock", { seconds: whole(seconds), budget: budget.value });
  }

  function sayAll() {
    words(alike, "views.side-by-side.alike", { code: experiment?.code ?? 0 });
    slow.hidden = experiment?.state.network !== "convolutional";
    words(button, running ? "views.side-by-side.stop" : "views.side-by-side.begin");
    budget.disabled = running !== null;
    wouldBeLost("side-by-side", running !== null);
    if (refusal === null) words(status, `views.side-by-side.phase.${phase}`);
    else status.textContent = sayError(refusal);
    for (const column of columns) column.offer(phase === "done");
    drawProgress();
  }

  function draw() {
    sayAll();
    for (const column of columns) column.draw();
    table.draw();
  }

  function summary() {
    if (!moment) return say("views.waiting");
    const state = refusal === null ? say(`views.side-by-side.phase.${phase}`) : sayError(refusal);
    const steps = columns.flatMap(({ family, look }) => {
      if (!look) return [];
      const values = { count: look.step, seconds: whole(look.seconds) };
      return [`${say(nameKey(family))}: ${say("views.side-by-side.steps", values)}.`];
    });
    return [state, ...steps, table.summary()].filter(Boolean).join(" ");
  }

  return {
    ...about,
    element: frame.element,

    reset(next) {
      // One of the compared ones may have taken its place.
      if (!experiment || comparisonOf(experiment) !== comparisonOf(next)) {
        running?.end();
        running = null;
        refusal = null;
        phase = "idle";
        const models = modelsOf(next);
        for (const [index, column] of columns.entries()) column.reset(models[index]);
      }
      experiment = next;
      moment = null;
      frame.name("views.side-by-side.heading", [
        ["real", "views.key.real"],
        ["made", "views.side-by-side.key.made"],
      ]);
      frame.wait(false);
      draw();
      description.updateNow();
    },

    // Nothing of what trains is shown, but when it was.
    queries: () => [{ method: "score", examples: [0, 1] }],

    show(_, now) {
      moment = now;
    },

    summary,

    /** @returns {KeptComparison|null} */
    keep() {
      if (phase === "idle") return null;
      const measured = phase === "done" || phase === "left" ? columns.map(({ evaluation }) => evaluation) : null;
      return { seconds: Number(budget.value), measured };
    },

    restore(given) {
      const kept = /** @type {KeptComparison|null} */ (given);
      if (!kept || phase !== "idle") return;
      budget.value = String(kept.seconds);
      for (const [index, column] of columns.entries()) column.evaluation = kept.measured?.[index] ?? null;
      enter(kept.measured ? "left" : "lost");
      table.draw();
    },

    redraw() {
      draw();
      description.updateNow();
    },
  };
}
