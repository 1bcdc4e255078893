// The wall: pictures made from the same noise at every look, so that each can be seen taking form, beside real ones.
// Where a classifier knows such pictures, it can be read.

import { percent, say } from "../../languages/index.js";
import { NOISE_SEED } from "../drawing/constants.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import { LabelChoice } from "../drawing/label-choice.js";
import { PictureGrid } from "../drawing/picture-grid.js";
import { countOf } from "../drawing/pictures.js";
import { still } from "../drawing/still.js";
import "./wall.css";
import { wallLayout } from "./layout.js";
import { Reader, reportIn } from "./reader.js";

/** @import {About, Experiment, Moment, Page, Query, View} from "../../types/page" */
/** @import {Pictures} from "../drawing/pictures.js" */

/** Of a picture that is saved. */
const SAVED_SCALE = 4;
/** What answers are called; the pictures also after the label that was asked for. */
const [MADE, REAL] = ["made", "real"];

/** @type {About} */
export const about = {
  id: "wall",
  group: "watch",
  title: "views.wall.title",
  suits: ({ kind, discriminates: competes, spreads, conditioned }) => {
    if (kind !== "pictures") return 0;
    if (conditioned) return 5;
    return competes ? 3 : spreads ? 2 : 1;
  },
};

/** @param {Page} page @returns {View} */
export default function create(page) {
  /** @type {Pictures} */
  let made = new Float32Array();
  /** @type {Pictures} */
  let real = new Float32Array();
  /** @type {Moment|null} */
  let moment = null;
  let discriminates = false;
  /** The latest step that was shown: before it, a person looks back. */
  let latest = 0;

  const frame = new Frame("wall", () => {
    layout();
    page.refresh();
  });
  const pick = page.pick.bind(page);
  const madeGrid = new PictureGrid({
    id: "wall",
    label: "views.wall.made.label",
    pick,
    cellAt: (column, row) => ({ values: made, index: row * madeGrid.grid.columns + column, tone: "made" }),
  });
  const realGrid = new PictureGrid({
    id: "wall-real",
    label: "views.wall.real.label",
    pick,
    cellAt: (column, row) => ({ values: real, index: row * realGrid.grid.columns + column, tone: "real" }),
  });
  const description = new Description("wall-summary", madeGrid.canvas, summary);
  const choice = new LabelChoice("wall-label", { inTurn: true, chosen: () => page.refresh() });
  frame.add(choice.element);
  frame.place.append(madeGrid.element, realGrid.element, description.element);
  const reader = new Reader(() => page.refresh());
  frame.place.after(reader.element);

  function layout() {
    const { clientWidth: width, clientHeight: height } = frame.place;
    if (width === 0) return;
    const grids = wallLayout(width, height, window.devicePixelRatio || 1);
    madeGrid.layout(grids.made, grids.scale);
    realGrid.layout(grids.real, grids.scale);
    draw();
  }

  function draw() {
    madeGrid.draw();
    realGrid.draw();
  }

  const realCount = () => realGrid.grid.columns * realGrid.grid.rows;

  function summary() {
    if (!moment) return say("views.waiting");
    const values = { count: countOf(made), real: countOf(real), step: moment.step };
    const seen = say("views.wall.summary", values);
    return [seen, reader.sentence, discriminates ? discriminatorSays(moment) : ""].filter(Boolean).join(" ");
  }

  return {
    ...about,
    element: frame.element,

    /** @param {Experiment} experiment */
    reset(experiment) {
      made = new Float32Array();
      real = new Float32Array();
      moment = null;
      latest = 0;
      discriminates = experiment.discriminates;
      choice.reset(experiment);
      reader.reset(experiment);
      frame.name("views.wall.heading", [
        ["made", "views.key.made"],
        ["real", "views.key.real"],
      ]);
      frame.wait(true);
      draw();
      description.updateNow();
    },

    queries() {
      const { columns, rows } = madeGrid.grid;
      const { label } = choice;
      /** @type {Query} */
      const pictures = {
        method: "sample",
        numbers: [columns * rows, NOISE_SEED],
        label,
        part: `${MADE} ${label ?? ""}`,
      };
      /** @type {Query[]} */
      const queries = [pictures, ...reader.queries(pictures)];
      if (countOf(real) < realCount()) queries.push({ method: "examples", numbers: [0, realCount()], part: REAL });
      return queries;
    },

    show(answers, now) {
      made = answers[0];
      real = answers[now.parts?.indexOf(REAL) ?? -1] ?? real;
      moment = now;
      const looksBack = now.step < latest;
      latest = Math.max(latest, now.step);
      frame.wait(false);
      draw();
      const wall = { step: now.step, count: countOf(made), label: labelIn(now.parts?.[0]) };
      reader.show(wall, reportIn(answers, now.parts), looksBack);
      description.update();
    },

    progress: () => reader.progress(),

    summary,

    redraw() {
      layout();
      reader.again();
      reader.redraw();
      description.updateNow();
    },

    picture: () => (moment ? still([madeGrid.canvas], SAVED_SCALE) : null),
    caption: () => reader.sentence,
  };
}

/** @param {string} [part] what the pictures were called */
function labelIn(part) {
  const label = part?.split(" ")[1];
  return label ? Number(label) : undefined;
}

/** @param {Moment} moment */
function discriminatorSays({ losses: { realScore, madeScore } }) {
  if (realScore === undefined || madeScore === undefined) return "";
  return say("views.wall.discriminator", { real: percent(realScore), made: percent(madeScore) });
}
