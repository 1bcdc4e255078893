// The plane: real points, made or rebuilt points, and under them what the network makes of every place.

import { context, make, makeCanvas, property } from "../../elements.js";
import { percent, say } from "../../languages/index.js";
import { CORRUPTION_SEED, NOISE_SEED } from "../drawing/constants.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import { still } from "../drawing/still.js";
import { drawField, drawLines, drawPoints, drawTies } from "./draw.js";
import { fieldPlaces } from "./places.js";
import "./plane.css";

/** @import {Experiment, Moment, Page, Query, View} from "../../types/page" */
/** @import {KeyEntry} from "../drawing/frame.js" */
/** @import {Points} from "./draw.js" */

const FIELD_SIDE = 48;
const POINTS = 700;
const SMALLEST_SIDE = 50;

/** @param {Page} page @returns {View} */
export default function create(page) {
  let discriminates = false;
  /** Shows real points rebuilt, not new ones made. */
  let rebuilds = false;
  let corrupts = false;
  /** @type {Points} */
  let scores = [];
  /** @type {Points} */
  let made = [];
  /** @type {Points} */
  let corrupted = [];
  /** @type {Points} */
  let real = [];
  /** @type {Moment|null} */
  let moment = null;

  const frame = new Frame("plane", () => {
    layout();
    page.refresh();
  });
  const plane = makeCanvas({ id: "plane", label: "views.plane.label" });
  const field = make("canvas");
  field.width = FIELD_SIDE;
  field.height = FIELD_SIDE;
  const description = new Description("plane-summary", plane, summary);
  frame.place.append(plane, description.element);

  function layout() {
    const { clientWidth: width, clientHeight: height } = frame.place;
    const side = Math.floor(Math.min(width, height || Number.POSITIVE_INFINITY));
    if (side < SMALLEST_SIDE) return;
    const density = window.devicePixelRatio || 1;
    plane.style.width = `${side}px`;
    plane.style.height = `${side}px`;
    plane.width = Math.round(side * density);
    plane.height = plane.width;
    draw();
  }

  function draw() {
    const drawing = context(plane);
    const side = plane.width;
    drawing.clearRect(0, 0, side, side);
    if (scores.length > 0) {
      drawField(field, scores, leaning());
      drawing.imageSmoothingEnabled = true;
      drawing.imageSmoothingQuality = "high";
      drawing.drawImage(field, 0, 0, side, side);
    }
    drawLines(drawing, side);
    const density = window.devicePixelRatio || 1;
    const radius = Math.max(1.6, (side / density) * 0.0036) * density;
    if (rebuilds) drawTies(drawing, corrupts ? corrupted : real, made, side, density);
    drawPoints(drawing, corrupted, property("--ink-soft"), 0.7 * radius, side);
    drawPoints(drawing, real, property("--real"), radius, side);
    drawPoints(drawing, made, property("--made"), radius, side);
  }

  /** Probabilities of being real lean from the half; anomaly scores from a quarter of the largest. */
  function leaning() {
    if (discriminates) return (/** @type {number} */ score) => 2 * score - 1;
    let largest = 1e-9;
    for (let index = 0; index < scores.length; index++) largest = Math.max(largest, scores[index]);
    return (/** @type {number} */ score) => 1 - 2 * Math.sqrt(score / largest);
  }

  function summary() {
    if (!moment) return say("views.waiting");
    const kind = rebuilds ? "views.plane.summary.rebuilt" : "views.plane.summary.made";
    const key = corrupts ? "views.plane.summary.corrupted" : kind;
    const seen = say(key, { count: made.length / 2, real: real.length / 2, step: moment.step });
    const { realScore, madeScore } = moment.losses;
    if (!discriminates || realScore === undefined || madeScore === undefined) return seen;
    return `${seen} ${say("views.plane.discriminator", { real: percent(realScore), made: percent(madeScore) })}`;
  }

  return {
    id: "plane",
    title: "views.plane.title",
    element: frame.element,
    suits: ({ kind }) => (kind === "points" ? 1 : 0),

    /** @param {Experiment} experiment */
    reset(experiment) {
      discriminates = experiment.discriminates;
      rebuilds = experiment.encodes && !experiment.spreads;
      corrupts = rebuilds && experiment.corrupts;
      scores = [];
      made = [];
      corrupted = [];
      real = [];
      moment = null;
      frame.name(discriminates ? "views.plane.heading.discriminator" : "views.plane.heading", [
        ["real", "views.key.real"],
        .../** @type {KeyEntry[]} */ (corrupts ? [["dot corrupted", "views.pairs.corrupted"]] : []),
        ["made dot", rebuilds ? "views.key.rebuilt" : "views.key.made"],
        ["field-real", discriminates ? "views.plane.key.taken-for-real" : "views.plane.key.well-rebuilt"],
        ["field-made", discriminates ? "views.plane.key.taken-for-made" : "views.plane.key.badly-rebuilt"],
      ]);
      frame.wait(true);
      draw();
      description.updateNow();
    },

    queries() {
      /** @type {[number, number]} */
      const examples = [0, POINTS];
      const noise = corrupts ? { corruptionSeed: CORRUPTION_SEED } : {};
      /** @type {Query[]} */
      const queries = [
        { method: "score", values: fieldPlaces(FIELD_SIDE) },
        rebuilds ? { method: "reconstruct", examples, ...noise } : { method: "sample", numbers: [POINTS, NOISE_SEED] },
      ];
      if (corrupts) queries.push({ method: "corrupt", examples, ...noise });
      if (real.length === 0) queries.push({ method: "examples", numbers: examples });
      return queries;
    },

    show(answers, now) {
      const rest = [...answers];
      scores = rest.shift() ?? scores;
      made = rest.shift() ?? made;
      if (corrupts) corrupted = rest.shift() ?? corrupted;
      real = rest.shift() ?? real;
      moment = now;
      frame.wait(false);
      draw();
      description.update();
    },

    summary,

    redraw() {
      layout();
      description.updateNow();
    },

    picture: () => (moment ? still([plane], 1) : null),
  };
}
