// The map of codes: every place decoded, and where the real pictures lie; at the pointer, what the decoder makes there.
// Of codes of more than two numbers it shows the plane that the library chooses.

import { make, makeCanvas, words } from "../../elements.js";
import { say } from "../../languages/index.js";
import { SIDE } from "../drawing/constants.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import { LabelChoice } from "../drawing/label-choice.js";
import { countOf, drawPicture, drawPictures, pictureOf } from "../drawing/pictures.js";
import { followPointer } from "../drawing/pointer.js";
import { still } from "../drawing/still.js";
import { drawDots } from "./dots.js";
import "./map.css";
import { figure, Normal } from "./normal.js";
import { cellOf, extentFor, gridPlaces, mapLayout, moved, placeAt, USUAL_EXTENT } from "./places.js";
import { Signs } from "./signs.js";
import { Strip } from "./strip.js";

/** @import {About, Experiment, Moment, Page, Query, View} from "../../types/page" */
/** @import {Cell, Pictures} from "../drawing/pictures.js" */
/** @import {Place} from "./places.js" */

const EXAMPLES = 500;
/** Of the keys, as a share of the way from the middle to the edge. */
const STEP = 1 / 30;
const MOVES = /** @type {Record<string, Place>} */ ({
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
});

/** @type {About} */
export const about = {
  id: "map",
  group: "watch",
  title: "views.map.title",
  suits: ({ kind, encodes, spreads, code: numbers }) => {
    if (kind !== "pictures" || !encodes || numbers < 2) return 0;
    return spreads ? 4 : 2;
  },
};

/** @param {Page} page @returns {View} */
export default function create(page) {
  let side = 8;
  /** Numbers in a code. */
  let code = 2;
  /** How far the map reaches: as it is shown, and as it is queried next. */
  let [extent, nextExtent] = [USUAL_EXTENT, USUAL_EXTENT];
  /** Of each look, by step. @type {Map<number, number>} */
  const extents = new Map();
  /** Places of codes. @type {ArrayLike<number>} */
  let dots = [];
  /** @type {ArrayLike<number>} */
  let labels = [];
  /** @type {Pictures} */
  let decoded = new Float32Array();
  /** What the decoder makes at the pointer. @type {Cell|null} */
  let probed = null;
  /** Where the pointer is. @type {Place|null} */
  let at = null;
  /** Where it was at the last query. @type {Place|null} */
  let queried = null;
  /** @type {Moment|null} */
  let moment = null;
  let newestStep = 0;
  let pickNext = false;

  const frame = new Frame("map", () => {
    layout();
    page.refresh();
  });
  const label = { attributes: { role: "application", tabindex: "0" }, title: "views.map.keys" };
  const map = makeCanvas({ id: "map", label: "views.map.label", ...label });
  const grid = makeCanvas({ id: "map-grid", class: "pixels", label: "views.map.grid.label" });
  const probe = makeCanvas({ id: "probe", class: "pixels", hidden: true, attributes: { "aria-hidden": "true" } });
  const spoken = make("span", { class: "unseen", attributes: { "aria-live": "polite" } });
  const description = new Description("map-summary", map, summary);
  const body = make("div", { class: "map-body" }, map, probe);
  const signs = new Signs(() => drawPointed());
  const strip = new Strip(page.pick.bind(page));
  const normal = new Normal(page);
  const plane = make("p", { class: "aside", words: "views.map.plane" });
  const beside = make("div", { class: "map-words" }, normal.share, plane);
  frame.place.append(
    grid,
    body,
    signs.element,
    beside,
    strip.grid.element,
    normal.element,
    spoken,
    description.element,
  );

  const choice = new LabelChoice("map-label", { inTurn: false, chosen: () => page.refresh() });
  frame.add(choice.element);
  for (const surface of [map, grid]) {
    followPointer(surface, (part, x, y) => {
      if (part !== "end") point(placeAt(x, y, extent));
    });
    surface.addEventListener("click", () => pick());
  }
  map.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = MOVES[event.key];
    const picks = event.key === "Enter" || event.key === " ";
    if (!move && !picks) return;
    event.preventDefault();
    event.stopPropagation();
    if (move) {
      const next = moved(at ?? [0, 0], [extent * move[0], extent * move[1]], extent);
      point(next);
      const [first, second] = next.map(figure);
      words(spoken, code === 2 ? "views.map.cursor" : "views.map.cursor.plane", { first, second });
    } else if (at && !event.repeat) pick();
  });

  /** An earlier look has no picture of a place that is pointed at only now; the cell around it comes nearest. */
  const looksBack = () => moment !== null && moment.step < newestStep;

  /** @param {Place} place */
  function point(place) {
    at = place;
    if (looksBack()) probeNearest(place);
    drawPointed();
    page.refresh();
  }

  /** @param {Place} place */
  function probeNearest(place) {
    const cells = Math.round(Math.sqrt(countOf(decoded)));
    probed = { values: decoded, index: cellOf(place, cells, extent), tone: "made" };
  }

  /** What is made there, once that is known. */
  function pick() {
    pickNext = true;
    if (looksBack()) pickProbed();
    else page.refresh();
  }

  function pickProbed() {
    const known = looksBack() || queried === at;
    const values = pickNext && known && probed && pictureOf(probed);
    if (!values) return;
    pickNext = false;
    page.pick(values);
    words(spoken, "views.map.picked");
  }

  /** The next grid has room for the dots of now. */
  function reach() {
    nextExtent = extentFor(dots, extent);
    if (nextExtent !== extent) page.refresh();
  }

  function layout() {
    const { clientWidth: width, clientHeight: height } = frame.place;
    if (width === 0) return;
    const sizes = mapLayout(width, height, window.devicePixelRatio || 1, normal.shown);
    side = sizes.side;
    frame.place.style.setProperty("--map-side", `${side * SIDE * sizes.scale}px`);
    strip.layout(sizes.strip, sizes.stripScale);
    normal.layout(sizes.resampled, sizes.stripScale);
    draw();
  }

  function draw() {
    // As many as there are pictures: the look may be from before the view had its size.
    const cells = countOf(decoded) > 0 ? Math.round(Math.sqrt(countOf(decoded))) : side;
    drawPictures(grid, { columns: cells, rows: cells, gap: 0 }, (column, row) => ({
      values: decoded,
      index: row * cells + column,
      tone: "made",
    }));
    strip.draw();
    normal.draw();
    drawPointed();
  }

  function drawPointed() {
    const { shown: prior, posterior } = normal;
    drawDots(map, { extent, dots, labels, signs: signs.shown, prior, posterior, at });
    probe.hidden = !probed;
    if (!probed || !at) return;
    drawPicture(probe, probed.values, probed.tone, probed.index);
    // Kept out of the way of the pointer.
    probe.dataset.corner = at[0] > 0 ? "left" : "right";
  }

  function summary() {
    if (!moment) return say("views.waiting");
    const values = { count: dots.length / 2, pictures: countOf(decoded), step: moment.step };
    return [say("views.map.summary", values), ...normal.summary()].join(" ");
  }

  return {
    ...about,
    element: frame.element,

    /** @param {Experiment} experiment */
    reset(experiment) {
      const { classes, spreads, code: numbers } = experiment;
      code = numbers;
      choice.reset(experiment);
      [extent, nextExtent] = [USUAL_EXTENT, USUAL_EXTENT];
      extents.clear();
      dots = [];
      labels = [];
      decoded = new Float32Array();
      strip.reset();
      normal.reset(spreads);
      plane.hidden = code === 2;
      frame.place.dataset.spreads = String(spreads);
      probed = null;
      at = null;
      queried = null;
      moment = null;
      newestStep = 0;
      pickNext = false;
      /** @type {[string, string][]} */
      const drawing = spreads ? [["drawn", "views.map.key.drawing"]] : [];
      frame.name("views.map.heading", [["made", "views.key.decoded"], ["real", "views.key.real"], ...drawing]);
      frame.wait(true);
      signs.reset(classes);
      description.updateNow();
    },

    queries() {
      const { label } = choice;
      /** @type {Query[]} */
      const queries = [
        { method: "encode", examples: [0, EXAMPLES], next: "project" },
        { method: "unproject", values: gridPlaces(side, nextExtent), next: "decode", label },
        ...strip.queries(),
      ];
      if (labels.length === 0) queries.push({ method: "labels", numbers: [0, EXAMPLES] });
      if (at) queries.push({ method: "unproject", values: Float32Array.from(at), next: "decode", label });
      queried = at;
      return [...queries, ...normal.queries(label)];
    },

    show(answers, now) {
      moment = now;
      newestStep = Math.max(newestStep, now.step);
      const [projected, pictures, rebuilt, ...rest] = answers;
      dots = projected;
      decoded = pictures;
      if (!looksBack()) extents.set(now.step, nextExtent);
      extent = extents.get(now.step) ?? nextExtent;
      // Reports come last, and what goes with them.
      const first = rest.findIndex((answer) => !ArrayBuffer.isView(answer));
      normal.show(first < 0 ? [] : rest.splice(first));
      // Not all of the rest are queried for each time; their lengths tell them apart.
      labels = rest.find((answer) => answer instanceof Uint8Array) ?? labels;
      strip.show(
        rebuilt,
        rest.find((answer) => countOf(answer) > 1),
      );
      const picture = rest.find((answer) => countOf(answer) === 1);
      probed = picture ? { values: picture, index: 0, tone: "made" } : null;
      if (at && looksBack()) probeNearest(at);
      if (!looksBack()) reach();
      frame.wait(false);
      draw();
      pickProbed();
      description.update();
    },

    summary,

    keep: () => signs.keep(),

    restore(kept) {
      signs.restore(kept);
      drawPointed();
    },

    redraw() {
      signs.draw();
      layout();
      description.updateNow();
    },

    picture: () => (moment ? still([grid, map], Math.max(1, Math.round(map.width / grid.width))) : null),
  };
}
