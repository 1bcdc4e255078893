// Anomaly detection: how odd each unseen picture is to a network that has learned some classes alone.

import { make, makeCanvas, words } from "../../elements.js";
import { number, percent, say, short } from "../../languages/index.js";
import { baselineName } from "../../panels/measures/names.js";
import { SIDE } from "../drawing/constants.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import { usualScale } from "../drawing/layout.js";
import { drawPictures } from "../drawing/pictures.js";
import { Histogram, RocChart } from "./charts.js";
import "./outliers.css";

/** @import {Evaluation, RocReport} from "../../types/library" */
/** @import {About, Moment, Page, View} from "../../types/page" */

/** The share of false alarms at first. */
const FIRST_RATE = 0.05;

/** @type {About} */
export const about = {
  id: "outliers",
  group: "judge",
  title: "views.outliers.title",
  suits: ({ seeks }) => (seeks ? 6 : 0),
};

/** @param {Page} page @returns {View} */
export default function create(page) {
  /** @type {(RocReport & {mostOdd: Float32Array, leastOdd: Float32Array})|null} */
  let roc = null;
  /** Of the curve. */
  let index = 0;
  /** The score that a person has chosen; kept from one measurement to the next. @type {number|null} */
  let chosen = null;
  /** What is on the draw pad. @type {Float32Array|null} */
  let drawing = null;
  /** @type {number|null} */
  let drawingScore = null;
  /** @type {Moment|null} */
  let moment = null;

  const frame = new Frame("outliers", redraw);
  const histogram = new Histogram((score) => choose(placeOfScore(score)));
  const chart = new RocChart((rate) => choose(placeOfRate(rate)));
  const slider = make("input", {
    id: "outliers-threshold",
    attributes: { type: "range", min: "0", max: "1", step: "1", value: "0" },
    on: { input: () => choose(Number(slider.max) - Number(slider.value)) },
  });
  const threshold = make(
    "div",
    { class: "outliers-threshold" },
    make("label", { words: "views.outliers.threshold", attributes: { for: slider.id } }),
    slider,
  );
  const rateText = make("p", { id: "outliers-rates", class: "outliers-rates", attributes: { role: "status" } });
  const areas = make("p", { class: "aside" });
  const most = makeCanvas({ id: "most-odd", class: "pixels", label: "views.outliers.most" });
  const least = makeCanvas({ id: "least-odd", class: "pixels", label: "views.outliers.least" });
  const rows = make(
    "div",
    { class: "outliers-pictures" },
    make("p", { words: "views.outliers.most" }),
    most,
    make("p", { words: "views.outliers.least" }),
    least,
  );
  const measure = make("button", {
    class: "quiet",
    words: "panels.measures.now",
    attributes: { type: "button" },
    on: { click: () => page.measure() },
  });
  const waiting = make(
    "p",
    { class: "outliers-waiting" },
    make("span", { words: "views.outliers.waiting" }),
    " ",
    measure,
  );
  const description = new Description("outliers-summary", slider, summary);
  const charts = make(
    "div",
    { class: "outliers-charts" },
    make("div", {}, histogram.element, threshold),
    chart.element,
  );
  const body = make("div", { class: "outliers-body", hidden: true }, charts, rateText, areas, rows);
  frame.place.append(waiting, body, description.element);
  page.onDrawn((values) => {
    drawing = values;
    drawingScore = null;
    page.refresh();
  });

  /** The first place on the curve from which on an example of this score is called odd. @param {number} score */
  function placeOfScore(score) {
    const found = roc?.curve.thresholds.findIndex((each) => each <= score) ?? 0;
    return found < 0 ? (roc?.curve.thresholds.length ?? 1) - 1 : found;
  }

  /** The last place with at most so many false alarms. @param {number} rate */
  function placeOfRate(rate) {
    return Math.max(0, roc?.curve.falsePositiveRates.findLastIndex((each) => each <= rate) ?? 0);
  }

  /** @param {number} place */
  function choose(place) {
    index = place;
    chosen = roc?.curve.thresholds[place] ?? null;
    drawThreshold();
    description.update();
  }

  function rates() {
    const { falsePositiveRates, truePositiveRates, thresholds } = /** @type {RocReport} */ (roc).curve;
    return { found: truePositiveRates[index], alarms: falsePositiveRates[index], threshold: thresholds[index] };
  }

  function drawThreshold() {
    if (!roc) return;
    const { found, alarms, threshold: score } = rates();
    slider.max = String(roc.curve.thresholds.length - 1);
    slider.value = String(roc.curve.thresholds.length - 1 - index);
    const values = { found: percent(found), alarms: percent(alarms) };
    words(slider, "views.outliers.rates", values, "aria-valuetext");
    words(rateText, "views.outliers.rates", values);
    // Beyond all scores nothing is called odd.
    histogram.showThreshold(Number.isFinite(score) ? score : roc.histogram.most);
    chart.showPoint(alarms, found);
  }

  function redraw() {
    waiting.hidden = roc !== null;
    body.hidden = roc === null;
    if (!roc) return;
    histogram.show(roc.histogram);
    chart.show(roc.curve, roc.baseline?.curve ?? null);
    const area = number(roc.curve.area, { maximumFractionDigits: 3 });
    const { baseline } = roc;
    if (baseline) {
      const theirs = number(baseline.curve.area, { maximumFractionDigits: 3 });
      words(areas, "views.outliers.areas", { area, name: baselineName(baseline.name), theirs });
    } else words(areas, "views.outliers.area", { area });
    drawThreshold();
    histogram.showDrawing(drawingScore);
    drawRow(most, roc.mostOdd);
    drawRow(least, roc.leastOdd);
  }

  /** @param {HTMLCanvasElement} canvas @param {Float32Array} pictures */
  function drawRow(canvas, pictures) {
    const scale = usualScale(frame.place.clientWidth, window.devicePixelRatio || 1);
    const columns = Math.max(1, Math.floor(frame.place.clientWidth / (scale * (SIDE + 1))));
    const grid = { columns, rows: 1, gap: 1 };
    drawPictures(canvas, grid, (column) => ({ values: pictures, index: column, tone: "real" }));
    canvas.style.width = `${canvas.width * scale}px`;
    canvas.style.height = `${canvas.height * scale}px`;
  }

  function summary() {
    if (!roc || !moment) return say("views.outliers.waiting");
    const { found, alarms } = rates();
    const values = { found: percent(found), alarms: percent(alarms), step: roc.step, count: roc.scores.length };
    const own =
      drawingScore === null ? "" : ` ${say("views.outliers.summary.drawing", { score: short(drawingScore) })}`;
    return `${say("views.outliers.summary", values)}${own}`;
  }

  return {
    ...about,
    element: frame.element,

    reset() {
      roc = null;
      moment = null;
      chosen = null;
      drawingScore = null;
      frame.name("views.outliers.heading", [
        ["real", "views.outliers.key.normal"],
        ["made", "views.outliers.key.odd"],
        ["baseline line dashed", "views.outliers.key.baseline"],
      ]);
      frame.wait(false);
      description.updateNow();
    },

    queries: () => [drawing ? { method: "score", values: drawing } : { method: "score", examples: [0, 1] }],

    show([score], now) {
      drawingScore = drawing ? score[0] : null;
      moment = now;
      histogram.showDrawing(drawingScore);
      description.update();
    },

    /** @param {Evaluation|null|undefined} evaluation */
    measured(evaluation) {
      if (!evaluation?.roc) return;
      roc = evaluation.roc;
      index = chosen === null ? placeOfRate(FIRST_RATE) : placeOfScore(chosen);
      redraw();
      description.update();
    },

    summary,

    keep: () => chosen ?? undefined,

    restore(kept) {
      if (typeof kept !== "number") return;
      chosen = kept;
      if (!roc) return;
      index = placeOfScore(kept);
      redraw();
    },

    redraw() {
      redraw();
      description.updateNow();
    },
  };
}
