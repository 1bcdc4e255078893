// Walks between the codes of two pictures, straight and along the sphere, and arithmetic with codes.

import { make } from "../../elements.js";
import { say } from "../../languages/index.js";
import { SIDE } from "../drawing/constants.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import { LabelChoice } from "../drawing/label-choice.js";
import { crispScale, usualScale } from "../drawing/layout.js";
import { PictureGrid } from "../drawing/picture-grid.js";
import { countOf } from "../drawing/pictures.js";
import { still } from "../drawing/still.js";
import { Arithmetic } from "./arithmetic.js";
import { Ends } from "./ends.js";
import "./walks.css";

/** @import {About, Moment, Page, Query, View} from "../../types/page" */
/** @import {Pictures} from "../drawing/pictures.js" */

/** Pictures on each way, both ends among them. */
const COUNT = 9;
const GAP = 1;
/** Wanted of the pictures of the arithmetic, in CSS pixels. */
const SUM_SIDE = 56;
/** Of a picture that is saved. */
const SAVED_SCALE = 4;
const PATHS = /** @type {const} */ (["straight", "sphere"]);

/** @type {About} */
export const about = {
  id: "walks",
  group: "create",
  title: "views.walks.title",
  ideas: ["walk"],
  suits: ({ kind, encodes, spreads }) => {
    if (kind !== "pictures" || !encodes) return 0;
    return spreads ? 1.5 : 0.4;
  },
};

/** @param {Page} page @returns {View} */
export default function create(page) {
  /** @type {Pictures} */
  let real = new Float32Array();
  /** Of both ends, as the last look had them, and the step of that. */
  let codes = { values: /** @type {Float32Array|null} */ (null), step: -1 };
  /** The ends whose codes were queried last. @type {Float32Array|null} */
  let queried = null;
  /** By path. @type {Pictures[]} */
  let walked = [];
  /** @type {Moment|null} */
  let moment = null;
  let newestStep = 0;

  const frame = new Frame("walks", () => {
    layout();
    page.refresh();
  });
  const ends = new Ends(() => {
    codes = { values: null, step: -1 };
    page.refresh();
    description.update();
  });
  page.onDrawn((values) => ends.setDrawing(values));
  const strip = new PictureGrid({
    id: "walk-strip",
    label: "views.walks.strip",
    keys: "views.walks.keys",
    picked: "views.walks.picked",
    pick: (values) => ends.choose(values),
    cellAt: (column) => ({ values: real, index: column, tone: "real" }),
  });
  const ways = PATHS.map((path, index) => {
    const grid = new PictureGrid({
      id: `walk-${path}`,
      label: `views.walks.${path}`,
      pick: page.pick.bind(page),
      cellAt: (column) => (walked[index] ? { values: walked[index], index: column, tone: "made" } : null),
    });
    return { grid, element: make("div", {}, make("p", { words: `views.walks.${path}` }), grid.element) };
  });
  const choice = new LabelChoice("walks-label", { inTurn: false, chosen: () => page.refresh() });
  frame.add(choice.element);
  const arithmetic = new Arithmetic(page);
  const description = new Description("walks-summary", ways[0].grid.canvas, summary);
  const note = make("p", { class: "aside", words: "views.walks.note" });
  const body = make(
    "div",
    { class: "walks-body" },
    make("div", { class: "walk-choice" }, ends.element, strip.element),
    ...ways.map(({ element }) => element),
    note,
    arithmetic.element,
  );
  frame.place.append(body, description.element);

  function layout() {
    const { clientWidth: width } = body;
    if (width === 0) return;
    const density = window.devicePixelRatio || 1;
    const scale = crispScale(width / COUNT, width / COUNT, density);
    const small = usualScale(width, density);
    const columns = Math.max(2, Math.floor((width + small) / ((SIDE + GAP) * small)));
    strip.layout({ columns, rows: 1, gap: GAP }, small);
    for (const { grid } of ways) grid.layout({ columns: COUNT, rows: 1, gap: GAP }, scale);
    arithmetic.layout(crispScale(SUM_SIDE, width / 4, density));
    draw();
  }

  function draw() {
    ends.draw();
    for (const grid of [strip, ...ways.map((way) => way.grid)]) grid.draw();
    arithmetic.show(ends.values?.subarray(0, SIDE * SIDE) ?? new Float32Array(), walked[PATHS.length]);
  }

  function summary() {
    if (!moment || walked.length === 0) return say("views.waiting");
    return `${say("views.walks.summary", { count: COUNT, step: moment.step })} ${arithmetic.summary()}`.trim();
  }

  return {
    ...about,
    element: frame.element,

    reset(experiment) {
      real = new Float32Array();
      codes = { values: null, step: -1 };
      queried = null;
      walked = [];
      moment = null;
      newestStep = 0;
      note.hidden = !experiment.spreads;
      ends.reset();
      choice.reset(experiment);
      arithmetic.reset(experiment);
      frame.name("views.walks.heading", [
        ["real", "views.key.real"],
        ["made", "views.key.decoded"],
      ]);
      frame.wait(true);
      draw();
      description.updateNow();
    },

    queries() {
      queried = ends.values;
      /** @type {Query[]} */
      const queries = [{ method: "encode", ...(queried ? { values: queried } : { examples: [0, 2] }) }];
      if (codes.values) {
        const half = codes.values.length / 2;
        const [from, to] = [codes.values.slice(0, half), codes.values.slice(half)];
        const { label } = choice;
        for (const path of PATHS) {
          queries.push({ method: "walk", arguments: [from, to, COUNT, path], next: "decode", label });
        }
        queries.push(...arithmetic.queries(from, label));
      }
      const count = strip.grid.columns;
      if (countOf(real) < count) queries.push({ method: "examples", numbers: [0, count] });
      return queries;
    },

    show([encoded, ...rest], now) {
      moment = now;
      newestStep = Math.max(newestStep, now.step);
      // Walks come together; real pictures may come alone, before there is a code to start from.
      const walks = rest.length < PATHS.length ? [] : rest.splice(0, PATHS.length + (arithmetic.shown ? 1 : 0));
      if (walks.length > 0) walked = walks;
      if (now.step === newestStep) remember(/** @type {Float32Array} */ (encoded), now.step);
      if (rest[0]) real = rest[0];
      if (!ends.values && countOf(real) > 1) ends.begin(Float32Array.from(real.subarray(0, 2 * SIDE * SIDE)));
      frame.wait(walked.length === 0);
      draw();
      description.update();
    },

    summary,

    keep: () => ends.keep(),

    restore: (kept) => ends.restore(kept),

    redraw() {
      layout();
      description.updateNow();
    },

    picture: () =>
      walked.length === 0
        ? null
        : still(
            ways.map(({ grid }) => grid.canvas),
            SAVED_SCALE,
          ),
  };

  /** Codes are walked between at the next look; where nothing has been learnt since, that is the last. @param {Float32Array} values @param {number} step */
  function remember(values, step) {
    const known = codes.values !== null && codes.step === step;
    codes = queried === ends.values ? { values, step } : { values: null, step: -1 };
    if (!known) page.refresh();
  }
}
