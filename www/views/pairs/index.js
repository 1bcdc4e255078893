// Each real picture and below it what came back; where the encoder is shown corrupted ones, these between the two.

import { make } from "../../elements.js";
import { say, short } from "../../languages/index.js";
import { CORRUPTION_SEED, SIDE } from "../drawing/constants.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import { rowTop } from "../drawing/layout.js";
import { PictureGrid } from "../drawing/picture-grid.js";
import { countOf } from "../drawing/pictures.js";
import { still } from "../drawing/still.js";
import "./pairs.css";
import { pairsLayout } from "./layout.js";

/** @import {Evaluation} from "../../types/library" */
/** @import {About, Experiment, Moment, Page, Query, View} from "../../types/page" */
/** @import {Pictures, Tone} from "../drawing/pictures.js" */

/** What the library calls the corrupted pictures themselves, as a baseline. */
const INPUTS = ["corrupted input", "nearest"];
/** Of a picture that is saved. */
const SAVED_SCALE = 4;

/** What a row shows, and in which colours. @typedef {{key: string, tone: Tone}} Row */
/** @type {Row} */
const ORIGINAL = { key: "views.pairs.original", tone: "real" };
/** @type {Row} */
const CORRUPTED = { key: "views.pairs.corrupted", tone: "ink" };
/** @type {Row} */
const REBUILT = { key: "views.pairs.rebuilt", tone: "made" };

/** @type {About} */
export const about = {
  id: "pairs",
  group: "watch",
  title: "views.pairs.title",
  suits: ({ kind, encodes, spreads, corrupts: mends }) => {
    if (kind !== "pictures" || !encodes) return 0;
    if (mends) return 5;
    return spreads ? 1 : 3;
  },
};

/** @param {Page} page @returns {View & {measured: (evaluation: Evaluation|null) => void}} */
export default function create(page) {
  let corrupts = false;
  /** @type {Row[]} */
  let rows = [ORIGINAL, REBUILT];
  /** By row. @type {Pictures[]} */
  let pictures = [];
  /** @type {Pictures} */
  let originals = new Float32Array();
  /** @type {Moment|null} */
  let moment = null;
  /** @type {Evaluation|null} */
  let evaluation = null;

  const frame = new Frame("pairs", () => {
    layout();
    page.refresh();
  });
  const grid = new PictureGrid({
    id: "pairs",
    label: "views.pairs.label",
    pick: page.pick.bind(page),
    cellAt: (column, row) => {
      const place = row % rows.length;
      const index = Math.floor(row / rows.length) * grid.grid.columns + column;
      const values = pictures[place];
      return values ? { values, index, tone: rows[place].tone } : null;
    },
  });
  const description = new Description("pairs-summary", grid.canvas, summary);
  const captions = make("div", { class: "row-captions" });
  const likeness = make("dl", { class: "psnr", hidden: true });
  const body = make("div", { class: "pairs-body" }, captions, grid.element);
  frame.place.append(body, description.element);
  frame.element.append(likeness);

  function layout() {
    const { clientWidth: width, clientHeight: height } = frame.place;
    if (width === 0) return;
    const { grid: next, scale } = pairsLayout(width, height, rows.length, window.devicePixelRatio || 1);
    grid.layout(next, scale);
    captions.replaceChildren(
      ...Array.from({ length: next.rows }, (_, row) => {
        const { key, tone } = rows[row % rows.length];
        const caption = make("span", { class: tone, words: key });
        caption.style.top = `${(rowTop(next, row) + SIDE / 2) * scale}px`;
        return caption;
      }),
    );
    grid.draw();
  }

  /** How near each row comes to the original, by the library's own figures. */
  function drawLikeness() {
    const measure = evaluation?.measures.find(({ name }) => name === "psnr");
    const baselines = [measure?.baseline, ...(measure?.others ?? [])];
    // Smaller pictures are shown with each pixel four times.
    const input = baselines.find((baseline) => baseline && INPUTS.includes(baseline.name));
    likeness.hidden = !corrupts || !input;
    if (!measure || !input) return;
    const figures = /** @type {[Row, number][]} */ ([
      [CORRUPTED, input.value],
      [REBUILT, measure.value],
    ]);
    likeness.replaceChildren(
      make("dt", { words: "views.pairs.psnr" }),
      ...figures.map(([{ key, tone }, value]) => {
        const figure = make("b", { words: ["units.dB", { value: short(value) }] });
        return make("dd", { class: tone }, make("span", { words: key }), figure);
      }),
    );
  }

  const wanted = () => (grid.grid.columns * grid.grid.rows) / rows.length;

  function summary() {
    if (!moment) return say("views.waiting");
    const key = corrupts ? "views.pairs.summary.corrupted" : "views.pairs.summary";
    const values = { count: countOf(pictures.at(-1) ?? originals), step: moment.step };
    const { reconstruction } = moment.losses;
    if (reconstruction === undefined) return say(key, values);
    return `${say(key, values)} ${say("views.pairs.loss", { loss: short(reconstruction) })}`;
  }

  return {
    ...about,
    element: frame.element,

    /** @param {Experiment} experiment */
    reset(experiment) {
      corrupts = experiment.corrupts;
      rows = corrupts ? [ORIGINAL, CORRUPTED, REBUILT] : [ORIGINAL, REBUILT];
      pictures = [];
      originals = new Float32Array();
      moment = null;
      evaluation = null;
      drawLikeness();
      frame.name(
        experiment.enlarges
          ? "views.pairs.heading.enlarged"
          : corrupts
            ? "views.pairs.heading.corrupted"
            : "views.pairs.heading",
        rows.map(({ key, tone }) => [tone, key]),
      );
      frame.wait(true);
      description.updateNow();
    },

    queries() {
      const count = wanted();
      /** @type {Query[]} */
      const queries = corrupts
        ? [
            { method: "reconstruct", examples: [0, count], corruptionSeed: CORRUPTION_SEED },
            { method: "corrupt", examples: [0, count], corruptionSeed: CORRUPTION_SEED },
          ]
        : [{ method: "reconstruct", examples: [0, count] }];
      if (countOf(originals) < count) queries.push({ method: "examples", numbers: [0, count] });
      return queries;
    },

    show(answers, now) {
      const rest = [...answers];
      const rebuilt = rest.shift() ?? new Float32Array();
      const corrupted = corrupts ? rest.splice(0, 1) : [];
      originals = rest[0] ?? originals;
      pictures = [originals, ...corrupted, rebuilt];
      moment = now;
      frame.wait(false);
      grid.draw();
      description.update();
    },

    measured(next) {
      if (next) evaluation = next;
      drawLikeness();
    },

    summary,

    redraw() {
      layout();
      drawLikeness();
      description.updateNow();
    },

    picture: () => (moment ? still([grid.canvas], SAVED_SCALE) : null),
  };
}
