// The wall: pictures made from the same noise at every look, so that each can be seen taking form, beside real ones.

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

/** @import {Experiment, Moment, Page, Query, View} from "../../types/page" */
/** @import {Pictures} from "../drawing/pictures.js" */

/** Of a picture that is saved. */
const SAVED_SCALE = 4;

/** @param {Page} page @returns {View} */
export default function create(page) {
  /** @type {Pictures} */
  let made = new Float32Array();
  /** @type {Pictures} */
  let real = new Float32Array();
  /** @type {Moment|null} */
  let moment = null;
  let discriminates = false;

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
    if (!discriminates) return seen;
    return `${seen} ${discriminatorSays(moment)}`;
  }

  return {
    id: "wall",
    group: "watch",
    title: "views.wall.title",
    element: frame.element,
    suits: ({ kind, discriminates: competes, spreads, conditioned }) => {
      if (kind !== "pictures") return 0;
      if (conditioned) return 5;
      return competes ? 3 : spreads ? 2 : 1;
    },

    /** @param {Experiment} experiment */
    reset(experiment) {
      made = new Float32Array();
      real = new Float32Array();
      moment = null;
      discriminates = experiment.discriminates;
      choice.reset(experiment);
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
      /** @type {Query[]} */
      const queries = [{ method: "sample", numbers: [columns * rows, NOISE_SEED], label: choice.label }];
      if (countOf(real) < realCount()) queries.push({ method: "examples", numbers: [0, realCount()] });
      return queries;
    },

    show(answers, now) {
      made = answers[0];
      real = answers[1] ?? real;
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

    picture: () => (moment ? still([madeGrid.canvas], SAVED_SCALE) : null),
  };
}

/** @param {Moment} moment */
function discriminatorSays({ losses: { realScore, madeScore } }) {
  if (realScore === undefined || madeScore === undefined) return "";
  return say("views.wall.discriminator", { real: percent(realScore), made: percent(madeScore) });
}
