// Whether what is made is a copy of what was learned from: the real pictures nearest to made ones, beside unseen ones.

import { make, words } from "../../elements.js";
import { DATA_SETS } from "../../experiment/datasets.js";
import { say } from "../../languages/index.js";
import { NOISE_SEED, SIDE } from "../drawing/constants.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import { crispScale, NARROW } from "../drawing/layout.js";
import { PictureGrid } from "../drawing/picture-grid.js";
import { pictureOf } from "../drawing/pictures.js";
import { still } from "../drawing/still.js";
import { Segments } from "../responses/segments.js";
import { Comparison } from "./comparison.js";
import "./copies.css";
import { nearest } from "./found.js";
import { COUNT, NeighbourRows } from "./neighbours.js";

/** @import {Likeness} from "../../types/library" */
/** @import {About, Answer, Experiment, Page, Query, View} from "../../types/page" */
/** @import {Found} from "./found.js" */

/** Wanted of a picture, in CSS pixels; and how many stand in a row of a narrow view. */
const [PICTURE, NARROW_COLUMNS] = [54, 6];
/** Beside the wall, in CSS pixels; the style has the same figure. */
const BESIDE = 350;
const [ROWS, FEWEST_COLUMNS] = [4, 4];
const GAP = 1;
/** Of a picture that is saved. */
const SAVED_SCALE = 4;

/** @type {About} */
export const about = {
  id: "copies",
  group: "judge",
  title: "views.copies.title",
  ideas: ["few-pictures"],
  // Where some classes alone are learned from, unseen pictures of the others would be far in any case.
  suits: ({ kind, enlarges, state }) => (kind === "pictures" && !enlarges && state.only.length === 0 ? 0.35 : 0),
};

/** @param {Page} page @returns {View} */
export default function create(page) {
  /** @type {Likeness} */
  let by = "pixels";
  /** Those of real pictures are known. */
  let hasFeatures = false;
  /** @type {Float32Array} */
  let made = new Float32Array();
  /** Which of the wall; and the picture, where it is another one. */
  let chosen = 0;
  /** @type {Float32Array|null} */
  let other = null;
  /** Which queries were the last. */
  let turn = 0;
  let looksBack = false;

  const frame = new Frame("copies", redraw);
  const wall = new PictureGrid({
    id: "copies-wall",
    label: "views.copies.wall",
    keys: "views.copies.keys",
    picked: "views.copies.picked",
    cellAt: (column, row) => ({ values: made, index: row * wall.grid.columns + column, tone: "made" }),
    pick: (_, index) => choose(index, null),
  });
  const mark = make("span", { class: "copies-mark" });
  wall.element.append(mark);
  const likeness = new Segments("copies-likeness", "views.copies.likeness", (value) => compareBy(value));
  const neighbours = new NeighbourRows();
  const comparison = new Comparison(
    () => compare(),
    (picture) => {
      choose(chosen, picture);
      neighbours.element.scrollIntoView({ block: "nearest" });
    },
  );
  const few = make("span");
  const cure = make(
    "p",
    { class: "copies-cure" },
    few,
    make("button", {
      id: "copies-cure",
      class: "plain",
      words: "views.copies.cure",
      attributes: { type: "button" },
      on: { click: () => page.choose({ pictures: "" }) },
    }),
  );
  const beside = make("div", { class: "copies-beside" }, likeness.element, neighbours.element);
  const description = new Description("copies-summary", wall.canvas, summary);
  const body = make(
    "div",
    { class: "copies-body" },
    make("p", { class: "aside", words: "views.copies.intro" }),
    cure,
    make("div", { class: "copies-top" }, wall.element, beside, comparison.bar),
    comparison.element,
  );
  frame.place.append(body, description.element);

  /** @param {number} index of the wall @param {Float32Array|null} picture in its place */
  function choose(index, picture) {
    chosen = index;
    other = picture;
    drawMark();
    page.refresh();
  }

  /** @param {string} value */
  function compareBy(value) {
    by = /** @type {Likeness} */ (value);
    neighbours.show(null, by);
    if (comparison.isThere) comparison.begin(by);
    tellWaiting();
    page.refresh();
  }

  function compare() {
    comparison.begin(by);
    page.refresh();
  }

  const waitsForFeatures = () => by === "features" && !hasFeatures;

  const picture = () => other ?? pictureOf({ values: made, index: chosen, tone: "made" });

  function tellWaiting() {
    if (looksBack) neighbours.wait("");
    else if (waitsForFeatures()) neighbours.wait("views.copies.features");
    else neighbours.wait(neighbours.isShown ? "" : "views.copies.searching");
  }

  function layout() {
    const { clientWidth: width } = body;
    if (width === 0) return;
    const narrow = width < NARROW;
    const scale = crispScale(PICTURE, width / NARROW_COLUMNS, window.devicePixelRatio || 1);
    const fitting = (/** @type {number} */ room) => Math.floor((room + scale) / ((SIDE + GAP) * scale));
    const columns = narrow ? fitting(width) : Math.max(FEWEST_COLUMNS, fitting(width - BESIDE));
    wall.layout({ columns, rows: ROWS, gap: GAP }, scale);
    comparison.layout(fitting(width), scale);
    drawMark();
  }

  function drawMark() {
    const { columns, rows } = wall.grid;
    const pitch = wall.canvas.clientWidth / columns;
    mark.hidden = other !== null || chosen >= columns * rows;
    mark.style.width = `${pitch}px`;
    mark.style.left = `${(chosen % columns) * pitch}px`;
    mark.style.top = `${Math.floor(chosen / columns) * pitch}px`;
  }

  function redraw() {
    layout();
    wall.draw();
    neighbours.draw();
    comparison.draw();
  }

  function summary() {
    const nearby = neighbours.summary();
    return nearby ? `${nearby} ${comparison.summary()}`.trim() : say("views.waiting");
  }

  return {
    ...about,
    element: frame.element,

    /** @param {Experiment} experiment */
    reset({ state }) {
      by = "pixels";
      hasFeatures = false;
      made = new Float32Array();
      chosen = 0;
      other = null;
      looksBack = false;
      likeness.offer(
        [
          { value: "pixels", words: "views.copies.by.pixels" },
          { value: "features", words: "views.copies.by.features" },
        ],
        by,
      );
      likeness.element.hidden = !DATA_SETS[state.dataset].classifier;
      cure.hidden = state.pictures === "";
      words(few, "views.copies.few", { count: Number(state.pictures) });
      neighbours.show(null, by);
      comparison.reset();
      tellWaiting();
      frame.name("views.copies.heading", [
        ["made", "views.key.made"],
        ["real", "views.copies.key.training"],
        ["ink", "views.copies.key.unseen"],
      ]);
      frame.wait(false);
      description.updateNow();
    },

    queries() {
      turn += 1;
      const { columns, rows } = wall.grid;
      /** @type {Query[]} */
      const queries = [{ method: "sample", numbers: [columns * rows, NOISE_SEED], part: `wall ${turn}` }];
      // A piece at a time, so that training goes on between.
      if (waitsForFeatures()) return [...queries, { method: "fitFeatures", part: "features" }];
      const values = picture();
      if (values) {
        queries.push(
          nearest(values, COUNT, "training", by, `training ${by}`),
          nearest(values, COUNT, "test", by, "test"),
        );
      }
      return [...queries, ...comparison.queries()];
    },

    show(answers, { parts = [] }) {
      looksBack = parts[0] !== `wall ${turn}`;
      comparison.setLooksBack(looksBack);
      /** @type {Map<string, Answer>} */
      const told = new Map(parts.map((part, index) => [(part ?? "").split(" ")[0], answers[index]]));
      made = /** @type {Float32Array} */ (told.get("wall"));
      const features = /** @type {boolean|undefined} */ (/** @type {unknown} */ (told.get("features")));
      const training = /** @type {Found|undefined} */ (/** @type {unknown} */ (told.get("training")));
      const test = /** @type {Found|undefined} */ (/** @type {unknown} */ (told.get("test")));
      const likenessThen = parts.includes("training features") ? "features" : "pixels";
      // Otherwise the other was chosen meanwhile.
      if (training && test && (looksBack || likenessThen === by)) neighbours.show({ training, test }, likenessThen);
      if (!looksBack) {
        if (features === false) hasFeatures = true;
        comparison.show(told);
        const isShown = training && same(training.asked, picture());
        if (!isShown || comparison.asks) page.refresh();
      }
      wall.draw();
      drawMark();
      tellWaiting();
      description.update();
    },

    summary,

    redraw() {
      redraw();
      description.updateNow();
    },

    picture: () => (made.length > 0 ? still([wall.canvas], SAVED_SCALE) : null),
  };
}

/** @param {Float32Array} one @param {Float32Array|null} two */
const same = (one, two) => two !== null && one.every((value, at) => value === two[at]);
