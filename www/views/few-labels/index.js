// Data augmentation, whatever comes of it: what a classifier with few labels gains from moved copies of its pictures, and from
// made ones.

import { make, words } from "../../elements.js";
import { percent, say } from "../../languages/index.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import { BESIDE, Findings, LABELS } from "./findings.js";
import "./few-labels.css";

/** @import {About, AugmentationResult, AugmentationTrial, Experiment, Moment, Page, View} from "../../types/page" */

const DRAWS = [0, 1, 2];

/** What has to be the same for the findings to stay. @param {Experiment} experiment */
const dataOf = ({ state: { dataset, only, pictures, scarce, scarceCount, own } }) =>
  JSON.stringify([dataset, only, pictures, scarce, scarceCount, own]);

/** A draw of all, then the next: the whole picture is there early. @param {number} labels @returns {AugmentationTrial[]} */
const trialsOf = (labels) => DRAWS.flatMap((draw) => BESIDE.map((beside) => ({ labels, draw, beside })));

/** @type {About} */
export const about = {
  id: "few-labels",
  group: "compare",
  title: "views.few-labels.title",
  ideas: ["more-pictures"],
  // The small classifier has ten classes.
  suits: ({ kind, classes }) => (kind === "pictures" && classes.length > 1 && classes.length <= 10 ? 0.3 : 0),
};

/** @param {Page} page @returns {View} */
export default function create(page) {
  /** @type {Experiment|null} */
  let experiment = null;
  /** @type {AugmentationResult[]} */
  let results = [];
  /** @type {AbortController|null} */
  let running = null;
  /** What is tried now, of how many. */
  let at = { trial: trialsOf(LABELS[0])[0], done: 0, all: 1 };
  /** @type {Moment|null} */
  let moment = null;

  const frame = new Frame("few-labels", draw);
  const all = make("button", {
    id: "few-labels-all",
    class: "plain",
    attributes: { type: "button" },
    on: { click: () => (running ? stop() : start(LABELS)) },
  });
  const progress = make("progress", { label: "views.few-labels.progress", attributes: { max: "1", value: "0" } });
  const status = make("p", { id: "few-labels-status", class: "aside", attributes: { role: "status" } });
  const findings = new Findings((labels) => start([labels]));
  const description = new Description("few-labels-summary", findings.element, summary);
  frame.place.append(
    make(
      "div",
      { class: "few-labels-body" },
      make("p", { class: "aside", words: ["views.few-labels.note", { draws: DRAWS.length }] }),
      make("div", { class: "few-labels-bar" }, all, progress, status),
      findings.element,
    ),
    description.element,
  );

  /** @param {number[]} rows */
  async function start(rows) {
    const own = new AbortController();
    running = own;
    results = results.filter(({ labels }) => !rows.includes(labels));
    const trials = rows.flatMap(trialsOf);
    const begins = (/** @type {number} */ done) => {
      if (running !== own) return;
      at = { trial: trials[done], done, all: trials.length };
      drawProgress();
    };
    begins(0);
    draw();
    try {
      await page.augmentation(trials, { begins, measured }, own.signal);
    } finally {
      if (running === own) running = null;
      draw();
      description.updateNow();
    }

    /** @param {number} _index @param {AugmentationResult} result */
    function measured(_index, result) {
      if (running !== own) return;
      results = results.filter(({ labels, beside }) => labels !== result.labels || beside !== result.beside);
      results.push(result);
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
    progress.value = at.done / at.all;
    if (!running) return words(status, results.length > 0 ? "views.few-labels.done" : "views.few-labels.waiting");
    const { labels, draw, beside } = at.trial;
    const what = say(`views.few-labels.${beside}`);
    words(status, "views.few-labels.busy", { labels, what, draw: draw + 1, share: percent(progress.value) });
  }

  function draw() {
    words(all, running ? "views.few-labels.stop" : "views.few-labels.start");
    findings.show(results, running !== null);
    drawProgress();
  }

  function summary() {
    const told = findings.told(results);
    return told.length > 0 ? told.join(" ") : say("views.few-labels.waiting");
  }

  return {
    ...about,
    element: frame.element,

    reset(next) {
      if (!experiment || dataOf(experiment) !== dataOf(next)) {
        stop();
        results = [];
      }
      experiment = next;
      moment = null;
      frame.name("views.few-labels.heading", []);
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

    redraw() {
      draw();
      description.updateNow();
    },

    keep: () => (results.length > 0 ? results : undefined),

    restore(kept) {
      if (running || !Array.isArray(kept)) return;
      results = /** @type {AugmentationResult[]} */ (kept);
      draw();
      description.updateNow();
    },
  };
}
