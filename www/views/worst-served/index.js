// Whom a model serves worst: its figures by label, the pictures behind them, and what more of their data does to it.

import { make, words } from "../../elements.js";
import { number, say } from "../../languages/index.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import { Examples } from "./examples.js";
import { Mending } from "./mending.js";
import { figuresOf, Reports } from "./reports.js";
import { Rows, written } from "./rows.js";
import "./worst-served.css";

/** @import {LabelReport} from "../../types/library" */
/** @import {About, Experiment, Page, Query, State, View} from "../../types/page" */

/** Between two reports at least, and so many times as long as one takes: training goes first. */
const [SHORTEST_MILLISECONDS, TIMES] = [3000, 5];

/** @type {About} */
export const about = {
  id: "worst-served",
  group: "judge",
  title: "views.worst-served.title",
  ideas: ["few-sevens"],
  suits: ({ kind, classes, state }) => (kind === "pictures" && classes.length > 0 && state.only.length === 0 ? 0.2 : 0),
};

/** @param {Page} page @returns {View} */
export default function create(page) {
  /** @type {Experiment|null} */
  let experiment = null;
  let reports = new Reports();
  /** Of the experiment before, which differs by the number of pictures of one label. @type {Reports|null} */
  let before = null;
  /** @type {number|null} */
  let differing = null;
  /** What was pressed here, until it trains. @type {Partial<State>|null} */
  let pressed = null;
  /** @type {number|null} */
  let chosen = null;
  /** That is shown, and that of now. */
  let [shownStep, newest] = [0, 0];
  let asked = Number.NEGATIVE_INFINITY;
  /** The last report, in milliseconds. */
  let took = 0;
  let timer = 0;

  const frame = new Frame("worst-served", draw);
  const waiting = make("p", { class: "waiting aside", words: "views.worst-served.waiting" });
  const told = make("p", { id: "worst-served-about" });
  const rows = new Rows(choose);
  const examples = new Examples((values) => page.pick(values), nameOf);
  const mending = new Mending(begin);
  const follows = make("p", { class: "worst-served-follows", words: "views.worst-served.follows" });
  const found = make(
    "div",
    { class: "worst-served-found" },
    make("div", {}, told, rows.element),
    make("div", { class: "worst-served-beside" }, examples.element, mending.element, follows),
  );
  const description = new Description("worst-served-summary", rows.element, summary);
  frame.place.append(make("div", { class: "worst-served-body" }, waiting, found), description.element);

  /** @param {number} label */
  function nameOf(label) {
    const name = experiment?.classes[label] ?? String(label);
    return say(name);
  }

  /** @param {number} label */
  function choose(label) {
    chosen = label;
    draw();
    page.refresh();
  }

  /** @param {Partial<State>} part */
  function begin(part) {
    pressed = part;
    page.choose(part);
  }

  /** Whether another report is worth its time: at rest there is nothing new. */
  function wantsReport() {
    const { latest } = reports;
    if (!latest) return true;
    if (latest.step === newest) return false;
    const wait = asked + Math.max(SHORTEST_MILLISECONDS, TIMES * took) - performance.now();
    if (wait <= 0) return true;
    clearTimeout(timer);
    timer = window.setTimeout(() => page.refresh(), wait);
    return false;
  }

  const shown = () => reports.at(shownStep);

  function draw() {
    const report = shown();
    waiting.hidden = report !== null;
    // What was pressed keeps the focus: until there are other figures, those of before stay.
    found.hidden = report === null && before === null;
    found.setAttribute("aria-busy", String(report === null));
    chosen ??= report?.labels[0]?.label ?? null;
    if (chosen !== null && experiment) {
      const { state } = experiment;
      mending.offer(state, chosen, page.usual(state.dataset).scarceCount ?? 0, nameOf);
    }
    const earlier = report && (before?.at(report.step) ?? null);
    mending.compare(report, earlier, differing ?? -1, differing === null ? "" : nameOf(differing));
    if (!report) return;
    nameKey(report, earlier);
    const values = { count: report.count, step: number(report.step), mean: written(report, report.mean) };
    words(told, `views.worst-served.about.${report.figure}`, values);
    rows.show(report, earlier, nameOf, chosen);
    examples.draw(report, chosen);
    description.update();
  }

  /** @param {LabelReport} report @param {LabelReport|null} earlier */
  function nameKey(report, earlier) {
    /** @type {[string, string][]} */
    const key = [
      [report.figure === "score" ? "real" : "made", `views.worst-served.key.${report.figure}`],
      ["mean", "views.worst-served.key.mean"],
    ];
    if (report.labels.some(({ components }) => components !== null))
      key.push(["baseline", "views.worst-served.key.pca"]);
    if (earlier) key.push(["before", "views.worst-served.key.before"]);
    rows.element.classList.toggle("real", report.figure === "score");
    rows.element.classList.toggle("made", report.figure !== "score");
    frame.name(`views.worst-served.heading.${report.figure}`, key);
  }

  function summary() {
    const report = shown();
    const [worst] = report?.labels ?? [];
    const best = report?.labels.at(-1);
    if (!report || !worst || !best) return say("views.worst-served.waiting");
    const told = say(`views.worst-served.summary.${report.figure}`, {
      ...{ step: report.step, mean: written(report, report.mean) },
      ...{ worst: nameOf(worst.label), most: written(report, worst.value) },
      ...{ best: nameOf(best.label), least: written(report, best.value) },
    });
    return before ? `${told} ${mending.text}` : told;
  }

  return {
    ...about,
    element: frame.element,

    reset(next) {
      const same = next.state.dataset === experiment?.state.dataset && next.state.family === experiment.state.family;
      const mended = pressed && same && pressed.scarce === next.state.scarce;
      const concerned = next.state.scarce === "" ? experiment?.state.scarce : next.state.scarce;
      before = mended && reports.latest ? reports : null;
      differing = before && typeof concerned === "number" ? concerned : null;
      if (!same) chosen = null;
      pressed = null;
      experiment = next;
      reports = new Reports();
      [shownStep, newest] = [0, 0];
      [asked, took] = [Number.NEGATIVE_INFINITY, 0];
      clearTimeout(timer);
      if (!before) rows.reset();
      examples.reset();
      frame.name(`views.worst-served.heading.${next.discriminates ? "score" : "error"}`, []);
      frame.wait(false);
      draw();
      description.updateNow();
    },

    queries() {
      /** @type {Query[]} */
      const queries = [];
      if (wantsReport()) {
        asked = performance.now();
        queries.push({ method: "labelReport", part: "report" });
      }
      const { latest } = reports;
      const figures = chosen === null ? null : figuresOf(latest, chosen);
      if (experiment && figures) queries.push(...examples.queries(figures.label, figures.worst, experiment));
      return queries;
    },

    show(answers, { step, parts = [] }) {
      const report = /** @type {LabelReport|undefined} */ (/** @type {unknown} */ (answers[parts.indexOf("report")]));
      // Who looks back gets those again that were there then.
      const fresh = report && report.step > (reports.latest?.step ?? -1);
      if (fresh) {
        took = performance.now() - asked;
        reports.add(report);
      }
      newest = Math.max(newest, step);
      shownStep = step;
      examples.take(answers, parts);
      draw();
      // Other pictures may be served worst.
      if (fresh) page.refresh();
    },

    progress({ step }) {
      newest = step;
    },

    summary,

    redraw() {
      draw();
      description.updateNow();
    },

    keep: () => ({ own: reports.all, before: before?.all ?? null, differing }),

    restore(kept) {
      const found =
        /** @type {{own?: LabelReport[], before?: LabelReport[]|null, differing?: number|null}|undefined} */ (kept);
      if (!found?.own) return;
      reports.all = found.own;
      differing = found.differing ?? null;
      if (found.before) {
        before = new Reports();
        before.all = found.before;
      }
      shownStep = reports.latest?.step ?? 0;
      newest = Math.max(newest, shownStep);
      draw();
    },
  };
}
