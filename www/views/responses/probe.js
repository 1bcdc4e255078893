// What the code is good for: how well a linear classifier reads labels from it (linear probe), measured on demand.

import { make, words } from "../../elements.js";
import { number, say } from "../../languages/index.js";
import { ProbeChart } from "./probe-chart.js";

/** @import {Answer, Experiment, Page, Probing, Query} from "../../types/page" */

export const LABELS = [10, 100, 1000];
/** Of the draws of the labels. */
const SEEDS = [0, 1, 2];
/** One draw of all numbers of labels, then the next: the whole picture is there early. */
const PLAN = SEEDS.flatMap((seed) => LABELS.map((labels) => ({ labels, seed })));
/** What was asked so often and never answered has failed, which the page tells. */
const MOST_TRIES = 3;

export class Probe {
  id = "probe";
  note = "views.responses.probe.note";
  keys = /** @type {[string, string][]} */ ([
    ["made line", "views.responses.probe.codes"],
    ["real line dashed", "views.responses.probe.pixels"],
    ["baseline line dotted", "views.responses.probe.components"],
  ]);
  more = null;
  ready = true;
  /** @type {{report: Probing, step: number}[]} */
  #results = [];
  #running = false;
  #tries = 0;
  #readable = false;
  #page;
  #changed;
  #chart = new ProbeChart(LABELS);
  #button = make("button", {
    id: "measure-probe",
    class: "plain",
    attributes: { type: "button" },
    on: { click: () => this.#toggle() },
  });
  #progress = make("progress", {
    label: "views.responses.probe.progress",
    attributes: { max: String(PLAN.length), value: "0" },
  });
  #status = make("p", { id: "probe-status", class: "aside", attributes: { role: "status" } });

  /** @param {Page} page @param {() => void} changed there is something else to be told of it */
  constructor(page, changed) {
    this.#page = page;
    this.#changed = changed;
    const bar = make("div", { class: "probe-bar" }, this.#button, this.#progress, this.#status);
    this.element = make("div", { class: "probe" }, bar, this.#chart.element);
  }

  get drawings() {
    return [];
  }

  /** @param {Experiment} experiment */
  reset({ classes, state }) {
    this.#readable = classes.length > 1 && state.only.length !== 1;
    this.#results = [];
    this.#running = false;
    this.draw();
  }

  #toggle() {
    this.#running = !this.#running;
    this.#tries = 0;
    if (this.#running) this.#results = [];
    this.draw();
    this.#changed();
    this.#page.refresh();
  }

  /** A probe at a time, so that training goes on between. @returns {Query[]} */
  queries() {
    if (this.#running && this.#tries++ >= MOST_TRIES) {
      this.#running = false;
      this.draw();
    }
    /** @type {Query} */
    const any = { method: "score", examples: [0, 1] };
    return this.#running ? [any, { method: "probe", arguments: [PLAN[this.#results.length]] }] : [any];
  }

  /** Nothing here is looked back to: what was measured stays. */
  recognises() {
    return true;
  }

  /** @param {Answer[]} answers @param {number} step */
  show(answers, step) {
    const report = /** @type {Probing|undefined} */ (/** @type {unknown} */ (answers[1]));
    const wanted = PLAN[this.#results.length];
    if (!this.#running || report?.labels !== wanted.labels || report.seed !== wanted.seed) return;
    this.#results.push({ report, step });
    this.#tries = 0;
    this.#running = this.#results.length < PLAN.length;
    this.draw();
    this.#changed();
    if (this.#running) this.#page.refresh();
  }

  layout() {}

  draw() {
    words(this.#button, this.#running ? "views.responses.probe.stop" : "views.responses.probe.start");
    this.#button.disabled = !this.#readable;
    this.#progress.hidden = !this.#running;
    this.#progress.value = this.#results.length;
    const done = this.#results.length;
    if (!this.#readable) words(this.#status, "views.responses.probe.unreadable");
    else if (this.#running) words(this.#status, "views.responses.probe.busy", { at: done + 1, all: PLAN.length });
    else if (done > 0) words(this.#status, "views.responses.probe.measured", this.#measured);
    else words(this.#status, "views.responses.probe.none");
    this.#chart.draw(this.#results.map(({ report }) => report));
  }

  get #measured() {
    const { report, step: last } = /** @type {{report: Probing, step: number}} */ (this.#results.at(-1));
    const first = number(this.#results[0].step);
    const when = first === number(last) ? first : `${first}–${number(last)}`;
    return { count: report.count, when };
  }

  summary() {
    if (this.#results.length === 0) return say("views.responses.probe.none");
    return `${say("views.responses.probe.heading")}: ${this.#chart.summary()}`;
  }
}
