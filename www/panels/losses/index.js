// The losses over time, their last values, and in words what they mean.

import { downloadTable } from "../../csv.js";
import { make, words } from "../../elements.js";
import { say, short } from "../../languages/index.js";
import { Description } from "../../views/drawing/description.js";
import { LossChart } from "./chart.js";
import { LossHistory } from "./history.js";
import { lineMark, linesOf, meaningOf } from "./lines.js";
import "./losses.css";
import { lossesReport } from "./report.js";

/** @import {BatchMessage, Experiment, Page, Panel} from "../../types/page" */
/** @import {Line} from "./lines.js" */

const SHORTEST_MILLISECONDS = 200;
/** What a new loss counts in the one that words are found for. */
const SMOOTHING = 0.15;

/** @param {Page} _page @returns {Panel & {update: (experiment: Experiment) => void}} */
export default function create(_page) {
  /** @type {Experiment|null} */
  let experiment = null;
  /** @type {Line[]} */
  let lines = [];
  let history = new LossHistory([]);
  /** @type {HTMLElement[]} */
  let figures = [];
  /** @type {BatchMessage|null} */
  let latest = null;
  /** @type {Record<string, number>} */
  let smooth = {};
  let timer = 0;
  let drawnAt = Number.NEGATIVE_INFINITY;

  const list = make("dl", { id: "losses" });
  const place = make("div", { id: "loss-chart", label: "panels.losses.chart", attributes: { role: "img" } });
  const meaning = make("p", { id: "loss-words", class: "aside" });
  const save = make("button", {
    id: "save-losses",
    class: "quiet",
    words: "tables.losses",
    attributes: { type: "button", "aria-disabled": "true" },
    on: {
      click: () => {
        if (!experiment || !history.last) return;
        const { family, dataset } = experiment.state;
        downloadTable(history.table(), `losses-${family}-${dataset}-step-${history.last.step}`);
      },
    },
  });
  const description = new Description("losses-summary", place, summary);
  const chart = new LossChart(place);
  const element = make(
    "section",
    { class: "loss", attributes: { "aria-labelledby": "loss-heading" } },
    make("h2", { id: "loss-heading", words: "panels.losses.heading" }),
    list,
    place,
    meaning,
    save,
    description.element,
  );

  /** The last of a few batches is shown, too: nothing comes after it where a person pauses. */
  function drawSoon() {
    if (timer) return;
    timer = window.setTimeout(draw, Math.max(0, drawnAt + SHORTEST_MILLISECONDS - performance.now()));
  }

  function draw() {
    clearTimeout(timer);
    timer = 0;
    drawnAt = performance.now();
    chart.update();
    place.classList.toggle("empty", !history.last);
    save.setAttribute("aria-disabled", String(!history.last));
    lines.forEach(({ name }, line) => {
      figures[line].textContent = short((latest ?? history.last)?.losses[name]);
    });
    if (experiment && history.last) words(meaning, meaningOf(experiment, smooth));
    description.update();
  }

  function summary() {
    const known = latest ?? history.last;
    if (!known) return say("panels.losses.waiting");
    const { losses, step } = known;
    const each = lines.map(({ name, label }) => `${say(label)} ${short(losses[name])}`);
    return say("panels.losses.summary", { step, losses: each.join(", ") });
  }

  return {
    id: "losses",
    region: "results",
    element,
    suits: () => true,

    reset(next) {
      experiment = next;
      lines = linesOf(next);
      history = new LossHistory(lines.map(({ name }) => name));
      latest = null;
      smooth = {};
      figures = lines.map(() => make("dd", { text: "–" }));
      list.replaceChildren(
        ...lines.map(({ label, colour }, line) =>
          make("div", {}, make("dt", { words: label, ...lineMark(colour, line) }), figures[line]),
        ),
      );
      words(meaning, "panels.losses.waiting");
      chart.show(history, lines);
      place.classList.add("empty");
      save.setAttribute("aria-disabled", "true");
      description.updateNow();
    },

    /** The same experiment, with another setting: its losses so far are its own. */
    update(next) {
      experiment = next;
    },

    progress(message) {
      latest = message;
      for (const [name, value] of Object.entries(message.losses)) {
        const before = smooth[name] ?? value;
        smooth[name] = before + SMOOTHING * (value - before);
      }
      history.add(message.step, message.losses);
      drawSoon();
    },

    summary,

    report: () => lossesReport(history, lines, summary()),

    redraw() {
      chart.rebuild();
      draw();
      description.updateNow();
    },

    keep: () => history.keep(),

    restore(kept) {
      history.restore(kept);
      smooth = history.last?.losses ?? {};
      draw();
    },
  };
}
