// A made picture three by three: where it can stand beside itself, no seam is to be seen.

import { downloadPicture } from "../../download.js";
import { make, makeCanvas } from "../../elements.js";
import { say } from "../../languages/index.js";
import { idle, plainButton } from "../drawing/chosen-row.js";
import { NOISE_SEED } from "../drawing/constants.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import { LabelChoice } from "../drawing/label-choice.js";
import { crispScale, extent, NARROW } from "../drawing/layout.js";
import { countOf, drawPictures } from "../drawing/pictures.js";
import { enlarged } from "./enlarged.js";
import { Figures } from "./figures.js";
import { Offer } from "./offer.js";
import "./tiling.css";

/** @import {About, Moment, Page, Query, View} from "../../types/page" */
/** @import {MeasuredPictures} from "./figures.js" */

/** Pictures that are made, and measured. */
const MADE = 60;
const REAL = 200;
const WALL = { columns: 3, rows: 3, gap: 0 };
/** Wanted of a picture on the wall and of one to choose, in CSS pixels. */
const [LARGE, SMALL] = [140, 54];
const COLUMNS = 6;
/** Kept free beside the wall, and between pictures. */
const [BETWEEN, GAP] = [40, 2];
const SAVED_SCALE = 8;
/** What answers are called. */
const [MADE_PART, REAL_PART] = ["made", "real"];

/** The first of what is learnt from. @type {Query} */
const REAL_QUERY = { method: "examples", numbers: [0, REAL], next: "seams", part: REAL_PART };

/** @type {About} */
export const about = {
  id: "tiling",
  group: "create",
  title: "views.tiling.title",
  ideas: ["textures"],
  suits: ({ tiles, spreads, discriminates }) => (tiles && (spreads || discriminates) ? 1.2 : 0),
};

/** @param {Page} page @returns {View} */
export default function create(page) {
  /** @type {MeasuredPictures|null} */
  let made = null;
  /** @type {MeasuredPictures|null} */
  let real = null;
  /** @type {Moment|null} */
  let moment = null;
  /** How often others were asked for. */
  let turn = 0;
  /** @type {{kind: "made"|"real", index: number}} */
  let chosen = { kind: "made", index: 0 };

  const frame = new Frame("tiling", layout);
  const choice = new LabelChoice("tiling-label", { inTurn: true, chosen: () => page.refresh() });
  frame.add(choice.element);
  const wall = makeCanvas({ id: "tiling-wall", class: "pixels", label: "views.tiling.wall" });
  const offers = {
    made: new Offer("made", 2, (index) => choose("made", index)),
    real: new Offer("real", 1, (index) => choose("real", index)),
  };
  const figures = new Figures();
  const others = plainButton("tiling-new", "views.tiling.new", () => {
    turn += 1;
    chosen = { kind: "made", index: 0 };
    page.refresh();
  });
  offers.made.add(others);
  const save = plainButton("tiling-save-wall", "views.tiling.save-wall", () => saved(wall, "wall"));
  const saveTile = plainButton("tiling-save-tile", "views.tiling.save-tile", () => saved(tile(), "tile"));
  const description = new Description("tiling-summary", wall, summary);
  const body = make(
    "div",
    { class: "choosing tiling-body" },
    make("div", { class: "tiling-wall" }, wall, make("div", { class: "button-row" }, save, saveTile)),
    make("div", { class: "tiling-choice" }, offers.made.element, offers.real.element, figures.element),
    figures.notes,
  );
  frame.place.append(body, description.element);

  /** @param {"made"|"real"} kind @param {number} index */
  function choose(kind, index) {
    chosen = { kind, index };
    draw();
    description.updateNow();
  }

  const group = () => (chosen.kind === "made" ? made : real);

  function draw() {
    const all = group();
    drawPictures(wall, WALL, () => all && { values: all.pictures, index: chosen.index, tone: chosen.kind });
    offers.made.show(made?.pictures, chosen.kind === "made" ? chosen.index : null);
    offers.real.show(real?.pictures, chosen.kind === "real" ? chosen.index : null);
    for (const button of [save, saveTile]) idle(button, !all);
    figures.show({ made, real, own: all?.ratios[chosen.index] });
  }

  function layout() {
    const { clientWidth: width } = body;
    if (width === 0) return;
    const density = window.devicePixelRatio || 1;
    const narrow = width < NARROW;
    const scale = crispScale(LARGE, (narrow ? width : width / 2) / WALL.columns, density);
    const size = extent(WALL);
    wall.style.width = `${size.width * scale}px`;
    wall.style.height = `${size.height * scale}px`;
    const room = narrow ? width : width - size.width * scale - BETWEEN;
    const small = crispScale(SMALL, room / COLUMNS - GAP, density);
    for (const offer of Object.values(offers)) offer.layout(COLUMNS, small);
    draw();
  }

  function tile() {
    const canvas = make("canvas");
    const all = group();
    drawPictures(
      canvas,
      { ...WALL, columns: 1, rows: 1 },
      () => all && { values: all.pictures, index: chosen.index, tone: chosen.kind },
    );
    return canvas;
  }

  /** Without a border: it is to be put beside itself. @param {HTMLCanvasElement} canvas @param {string} name */
  function saved(canvas, name) {
    if (group()) downloadPicture(enlarged(canvas, SAVED_SCALE), `generative-playground-${name}`);
  }

  function summary() {
    if (!moment || !made) return say("views.waiting");
    const values = { step: moment.step, count: countOf(made.pictures) };
    return [say(`views.tiling.summary.${chosen.kind}`, values), figures.summary()].filter(Boolean).join(" ");
  }

  return {
    ...about,
    element: frame.element,

    reset(other) {
      made = null;
      real = null;
      moment = null;
      turn = 0;
      chosen = { kind: "made", index: 0 };
      choice.reset(other);
      frame.name("views.tiling.heading", [
        ["made", "views.key.made"],
        ["real", "views.key.real"],
      ]);
      frame.wait(true);
      figures.reset(other.state.network);
      draw();
      description.updateNow();
    },

    queries() {
      const numbers = /** @type {[number, number]} */ ([MADE, NOISE_SEED + turn]);
      return [
        { method: "sample", numbers, label: choice.label, next: "seams", part: MADE_PART },
        ...(real ? [] : [REAL_QUERY]),
      ];
    },

    show(answers, now) {
      const parts = now.parts ?? [];
      const given = (/** @type {string} */ part) => /** @type {any} */ (answers[parts.indexOf(part)]) ?? null;
      made = given(MADE_PART) ?? made;
      real = given(REAL_PART) ?? real;
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

    picture: () => (group() ? enlarged(wall, SAVED_SCALE / 2) : null),
  };
}
