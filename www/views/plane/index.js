// The plane in layers: real points, made or rebuilt points, what the network makes of every place, where it maps a grid of
// noise, where the loss wants points to go, and where they were.

import { context, make, makeCanvas, property } from "../../elements.js";
import { percent, say } from "../../languages/index.js";
import { CORRUPTION_SEED, NOISE_SEED } from "../drawing/constants.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import { fieldPlaces, gridCodes } from "../drawing/places.js";
import { still } from "../drawing/still.js";
import { drawArrows, drawField, drawGrid, drawLines, drawPoints, drawTies, drawTrail } from "./draw.js";
import { Layers } from "./layers.js";
import "./plane.css";
import { Trail } from "./trail.js";

/** @import {About, Experiment, Moment, Page, Query, View} from "../../types/page" */
/** @import {KeyEntry} from "../drawing/frame.js" */
/** @import {Points} from "./draw.js" */

const FIELD_SIDE = 48;
const POINTS = 700;
/** Points with an arrow, and with a trail: more would hide each other. */
const ARROWS = 120;
const TRAILED = 200;
const SMALLEST_SIDE = 50;
/** @type {Points} */
const NONE = [];

/** @typedef {"made"|"field"|"corrupted"|"real"|"grid"|"arrows"} Part */

/** @type {About} */
export const about = {
  id: "plane",
  group: "watch",
  title: "views.plane.title",
  suits: ({ kind }) => (kind === "points" ? 1 : 0),
};

/** @param {Page} page @returns {View} */
export default function create(page) {
  let discriminates = false;
  /** Shows real points rebuilt, not new ones made. */
  let rebuilds = false;
  let corrupts = false;
  /** Numbers in a code. */
  let code = 2;
  /** The answers of one moment, each by what it was asked as. @type {Partial<Record<Part, Points>>} */
  let told = {};
  /** The same at every moment, and asked for once. @type {Points} */
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
  const trail = new Trail();
  const layers = new Layers(() => {
    draw();
    description.updateNow();
    page.refresh();
  });
  frame.place.before(layers.element);
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
    const { made = NONE, corrupted = NONE, grid = NONE, arrows = NONE } = told;
    if (layers.on("field") && told.field) {
      drawField(field, told.field, leaning(told.field));
      drawing.imageSmoothingEnabled = true;
      drawing.imageSmoothingQuality = "high";
      drawing.drawImage(field, 0, 0, side, side);
    }
    drawLines(drawing, side);
    const density = window.devicePixelRatio || 1;
    const radius = Math.max(1.6, (side / density) * 0.0036) * density;
    if (layers.on("grid")) drawGrid(drawing, grid, side, density);
    if (layers.on("real")) drawPoints(drawing, real, { colour: property("--real"), radius }, side);
    if (layers.on("trail") && moment) drawTrail(drawing, trail.until(moment.step), TRAILED, side, density);
    if (layers.on("made")) {
      // From what was rebuilt, where that is to be seen.
      if (rebuilds && (corrupts || layers.on("real"))) {
        drawTies(drawing, corrupts ? corrupted : real, made, side, density);
      }
      drawPoints(drawing, corrupted, { colour: property("--ink-soft"), radius: 0.7 * radius }, side);
      drawPoints(drawing, made, { colour: property("--made"), radius, form: "triangle" }, side);
    }
    if (layers.on("arrows")) drawArrows(drawing, made, arrows, side, 1.25 * density);
  }

  /** Probabilities of being real lean from the half; anomaly scores from a quarter of the largest. @param {Points} scores */
  function leaning(scores) {
    if (discriminates) return (/** @type {number} */ score) => 2 * score - 1;
    let largest = 1e-9;
    for (let index = 0; index < scores.length; index++) largest = Math.max(largest, scores[index]);
    return (/** @type {number} */ score) => 1 - 2 * Math.sqrt(score / largest);
  }

  function summary() {
    if (!moment) return say("views.waiting");
    const kind = rebuilds ? "views.plane.summary.rebuilt" : "views.plane.summary.made";
    const key = corrupts ? "views.plane.summary.corrupted" : kind;
    const count = (told.made?.length ?? 0) / 2;
    const seen = [say(key, { count, real: real.length / 2, step: moment.step }), layers.summary()];
    const { realScore, madeScore } = moment.losses;
    if (discriminates && realScore !== undefined && madeScore !== undefined) {
      seen.push(say("views.plane.discriminator", { real: percent(realScore), made: percent(madeScore) }));
    }
    return seen.join(" ");
  }

  return {
    ...about,
    element: frame.element,

    /** @param {Experiment} experiment */
    reset(experiment) {
      discriminates = experiment.discriminates;
      rebuilds = experiment.encodes && !experiment.spreads;
      corrupts = rebuilds && experiment.corrupts;
      ({ code } = experiment);
      told = {};
      real = [];
      trail.forget();
      layers.reset(experiment);
      moment = null;
      frame.name(discriminates ? "views.plane.heading.discriminator" : "views.plane.heading", [
        .../** @type {KeyEntry[]} */ (corrupts ? [["dot corrupted", "views.pairs.corrupted"]] : []),
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
      /** @type {(Query & {part: Part})[]} */
      const queries = [
        rebuilds
          ? { part: "made", method: "reconstruct", examples, ...noise }
          : { part: "made", method: "sample", numbers: [POINTS, NOISE_SEED] },
      ];
      if (corrupts) queries.push({ part: "corrupted", method: "corrupt", examples, ...noise });
      if (real.length === 0) queries.push({ part: "real", method: "examples", numbers: examples });
      if (layers.on("field")) queries.push({ part: "field", method: "score", values: fieldPlaces(FIELD_SIDE) });
      if (layers.on("grid")) queries.push({ part: "grid", method: "decode", values: gridCodes(code) });
      // The first of the same points.
      if (layers.on("arrows")) {
        queries.push({ part: "arrows", method: "sample", numbers: [ARROWS, NOISE_SEED], next: "arrows" });
      }
      return queries;
    },

    show(answers, now) {
      // A look back has what was asked then, which may be more or less than is asked now.
      told = Object.fromEntries(answers.map((answer, index) => [now.parts?.[index], answer]));
      real = told.real ?? real;
      moment = now;
      if (told.made) trail.add(now.step, told.made);
      frame.wait(false);
      draw();
      description.update();
    },

    summary,

    keep: () => layers.keep(),

    restore(kept) {
      layers.restore(kept);
      page.refresh();
    },

    redraw() {
      layout();
      description.updateNow();
    },

    picture: () => (moment ? still([plane], 1) : null),
  };
}
