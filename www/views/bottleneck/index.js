// Dimensionality reduction: how far what is rebuilt lies from the originals, by the size of the code, beside PCA.

import { make, words } from "../../elements.js";
import { percent, say, short } from "../../languages/index.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import "./bottleneck.css";
import { Chart } from "./chart.js";

/** @import {Measure} from "../../types/library" */
/** @import {About, Experiment, Moment, Page, View} from "../../types/page" */
/** @import {Result} from "./chart.js" */
/** What was found, and with which settings. @typedef {{results: (Result|null)[], of: string}} KeptSweep */

const CODES = [1, 2, 4, 8, 16, 32, 64];
const STEPS = 800;

/** What has to be the same for the curve to stay. @param {Experiment} experiment */
const others = ({ state: { code, engine, ...rest } }) => JSON.stringify(Object.entries(rest).sort());

/** @type {About} */
export const about = {
  id: "bottleneck",
  group: "compare",
  title: "views.bottleneck.title",
  ideas: ["linear"],
  suits: ({ kind, encodes, corrupts }) => (kind !== "points" && kind !== "molecules" && encodes && !corrupts ? 0.5 : 0),
};

/** @param {Page} page @returns {View} */
export default function create(page) {
  /** @type {Experiment|null} */
  let experiment = null;
  /** Of each code size, once it is there. @type {(Result|null)[]} */
  let results = CODES.map(() => null);
  /** @type {AbortController|null} */
  let running = null;
  /** Which of them, and how far it is. */
  let at = { index: 0, share: 0 };
  /** @type {Moment|null} */
  let moment = null;

  const frame = new Frame("bottleneck", draw);
  const chart = new Chart(CODES, (code) => page.choose({ code }));
  const button = make("button", {
    id: "sweep",
    class: "plain",
    attributes: { type: "button" },
    on: { click: () => (running ? stop() : start()) },
  });
  const progress = make("progress", { label: "views.bottleneck.progress", attributes: { max: "1", value: "0" } });
  const status = make("p", { id: "sweep-status", class: "aside", attributes: { role: "status" } });
  const note = make("p", { class: "aside", words: ["views.bottleneck.note", { steps: STEPS }] });
  const description = new Description("bottleneck-summary", button, summary);
  const bar = make("div", { class: "sweep-bar" }, button, progress, status);
  frame.place.append(make("div", { class: "bottleneck-body" }, note, bar, chart.element), description.element);

  async function start() {
    const own = new AbortController();
    running = own;
    results = CODES.map(() => null);
    at = { index: 0, share: 0 };
    draw();
    try {
      const parts = CODES.map((code) => ({ code }));
      await page.sweep(parts, STEPS, { progress: tell, measured }, own.signal);
    } finally {
      if (running === own) running = null;
      draw();
    }

    /** @param {number} index @param {number} share */
    function tell(index, share) {
      if (running !== own) return;
      at = { index, share };
      drawProgress();
    }

    /** @param {number} index @param {Measure[]} measures */
    function measured(index, measures) {
      if (running !== own) return;
      const measure = measures.find(({ name }) => name === "meanSquaredError");
      if (!measure) return;
      results[index] = { error: measure.value, baseline: measure.baseline?.value ?? null };
      draw();
      description.update();
    }
  }

  function stop() {
    running?.abort();
    running = null;
    draw();
  }

  function drawProgress() {
    progress.hidden = running === null;
    progress.value = (at.index + at.share) / CODES.length;
    if (running) words(status, "views.bottleneck.busy", { code: CODES[at.index], share: percent(progress.value) });
    else if (results.some(Boolean)) words(status, "views.bottleneck.press");
    else status.textContent = "";
  }

  function draw() {
    words(button, running ? "views.bottleneck.stop" : "views.bottleneck.start");
    chart.draw(results, experiment?.code ?? 0);
    drawProgress();
  }

  function summary() {
    const told = CODES.flatMap((code, index) => {
      const result = results[index];
      if (!result) return [];
      const values = { code, error: short(result.error), baseline: short(result.baseline ?? Number.NaN) };
      return [say(result.baseline === null ? "views.bottleneck.point.alone" : "views.bottleneck.point", values)];
    });
    return told.length > 0 ? `${say("views.bottleneck.heading")}: ${told.join("; ")}.` : say("views.bottleneck.none");
  }

  return {
    ...about,
    element: frame.element,

    reset(next) {
      if (!experiment || others(experiment) !== others(next)) {
        running?.abort();
        running = null;
        results = CODES.map(() => null);
      }
      experiment = next;
      moment = null;
      frame.name("views.bottleneck.heading", [
        ["made line", "views.bottleneck.key.network"],
        ["baseline line dashed", "views.bottleneck.key.baseline"],
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

    summary: () => (moment ? summary() : say("views.waiting")),

    /** @returns {KeptSweep|undefined} */
    keep: () => (experiment && results.some(Boolean) ? { results, of: others(experiment) } : undefined),

    restore(given) {
      const kept = /** @type {Partial<KeptSweep>|null} */ (given);
      // Of other settings, it is another curve.
      if (running || !experiment || kept?.of !== others(experiment) || kept.results?.length !== CODES.length) return;
      results = kept.results;
      draw();
      description.updateNow();
    },

    redraw() {
      draw();
      description.updateNow();
    },
  };
}
