// Pictures made from noise, two of which are mixed, walked between, and changed in one number, over generations.

import { make, words } from "../../elements.js";
import { say } from "../../languages/index.js";
import { NOISE_SEED, SIDE } from "../drawing/constants.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import { LabelChoice } from "../drawing/label-choice.js";
import { crispScale, NARROW, usualScale } from "../drawing/layout.js";
import { still } from "../drawing/still.js";
import { drawGenes, genesHeight } from "./genes.js";
import { Group } from "./group.js";
import { alike, Lineage } from "./lineage.js";
import { OneNumber } from "./one-number.js";
import { Parents } from "./parents.js";
import "./breeding.css";

/** @import {About, Experiment, Moment, Page, Query, View} from "../../types/page" */
/** @import {Individual} from "./lineage.js" */

const DRAWN = 24;
const CHILDREN = 8;
const GAP = 1;
/** In a row, and of these on the way both parents are two; fewer in a narrow view, so that a finger finds each. */
const WIDE = { drawn: 8, children: 8, way: 8 };
const SLIM = { drawn: 6, children: 4, way: 6 };
/** Of the picture one number of which is moved, and of a picture that is saved. */
const LARGE_SCALE = 3;
const SAVED_SCALE = 4;

/** @type {About} */
export const about = {
  id: "breeding",
  group: "create",
  title: "views.breeding.title",
  suits: ({ kind, discriminates, spreads }) => (kind === "pictures" && (discriminates || spreads) ? 0.4 : 0),
};

/** @param {Page} page @returns {View} */
export default function create(page) {
  const lineage = new Lineage();
  let drawnSeed = NOISE_SEED;
  /** Who the parents were at the last queries. */
  let queried = lineage.parents;
  let columns = WIDE;
  let code = 0;
  /** @type {Moment|null} */
  let moment = null;
  let newestStep = 0;

  const frame = new Frame("breeding", () => {
    layout();
    page.refresh();
  });
  const drawn = new Group("breeding-drawn", "views.breeding.drawn.label", choose);
  const children = new Group("breeding-children", "views.breeding.children.label", choose);
  const way = new Group("breeding-way", "views.breeding.way", choose);
  const moved = new Group("breeding-moved", "views.breeding.number", chooseFirst);
  const groups = [drawn, children, way, moved];
  const parents = new Parents(lineage, () => {
    lineage.back();
    changed();
  });
  const oneNumber = new OneNumber(
    moved,
    () => moved.pictures.length > 0 && chooseFirst(moved.individual(0), Float32Array.from(moved.pictures)),
    () => page.refresh(),
  );
  const genes = make("canvas", { class: "breeding-genes pixels", attributes: { "aria-hidden": "true" } });
  children.grid.element.append(genes);
  const choice = new LabelChoice("breeding-label", { inTurn: false, chosen: () => page.refresh() });
  frame.add(choice.element);

  const button = (
    /** @type {string} */ id,
    /** @type {string} */ key,
    /** @type {string} */ shortcut,
    /** @type {() => void} */ click,
  ) => make("button", { id, class: "plain", words: key, attributes: { "aria-keyshortcuts": shortcut }, on: { click } });
  const others = button("breeding-new", "views.breeding.new", "N", () => {
    drawnSeed += 1;
    page.refresh();
  });
  const otherChildren = button("breeding-others", "views.breeding.others", "B", () => {
    lineage.otherChildren();
    page.refresh();
  });
  const born = make("p", { attributes: { role: "status" } });
  const keys = ["first", "second", "both"].map((from) =>
    make("span", { class: from, words: `views.breeding.from-${from}` }),
  );
  const key = make("p", { class: "key breeding-key" }, ...keys);
  const description = new Description("breeding-summary", drawn.grid.canvas, summary);
  const part = (/** @type {string} */ name, /** @type {HTMLElement[]} */ ...inside) =>
    make("div", { class: `breeding-${name}` }, ...inside);
  const head = (/** @type {HTMLElement[]} */ ...inside) => make("div", { class: "breeding-head" }, ...inside);
  const body = make(
    "div",
    { class: "breeding-body" },
    part("drawn", head(make("p", { words: "views.breeding.drawn" }), others), drawn.grid.element),
    parents.element,
    part("children", head(born, otherChildren), children.grid.element, key),
    part("way", make("p", { words: "views.breeding.way" }), way.grid.element),
    oneNumber.element,
    make("p", { class: "aside breeding-shortcuts", words: "views.breeding.shortcuts" }),
  );
  frame.place.append(body, description.element);
  const shortcuts = /** @type {Record<string, () => void>} */ ({
    n: () => others.click(),
    b: () => otherChildren.click(),
    backspace: () => lineage.canGoBack && parents.back(),
  });
  body.addEventListener("keydown", (event) => {
    const act = shortcuts[event.key.toLowerCase()];
    // In a list, letters find an entry.
    if (!act || event.target instanceof HTMLSelectElement || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    act();
  });

  /** @param {Individual} individual @param {Float32Array} picture */
  function choose(individual, picture) {
    const { place } = lineage;
    lineage.choose(individual);
    parents.put(picture, place);
    changed();
  }

  /** @param {Individual} individual @param {Float32Array} picture */
  function chooseFirst(individual, picture) {
    lineage.turnTo(0);
    choose(individual, picture);
  }

  /** Other parents: what comes of them is queried. */
  function changed() {
    draw();
    page.refresh();
    description.update();
  }

  function layout() {
    const { clientWidth: width } = frame.place;
    if (width === 0 || code === 0) return;
    const density = window.devicePixelRatio || 1;
    const narrow = width < NARROW;
    columns = narrow ? SLIM : WIDE;
    const scale = narrow ? crispScale(width, width / SLIM.drawn, density) : usualScale(width, density);
    drawn.grid.layout({ columns: columns.drawn, rows: DRAWN / columns.drawn, gap: GAP }, scale);
    const rows = CHILDREN / columns.children;
    const between = genesHeight(code);
    children.grid.layout({ columns: columns.children, rows, gap: GAP, group: 1, between }, scale);
    children.grid.element.style.marginBottom = `${between * scale}px`;
    way.grid.layout({ columns: columns.way, rows: 1, gap: GAP }, scale);
    moved.grid.layout({ columns: 1, rows: 1, gap: 0 }, crispScale(SIDE * LARGE_SCALE, width / 4, density));
    draw();
  }

  function draw() {
    const { parents: couple, generation } = lineage;
    for (const group of groups) group.draw(couple);
    parents.draw();
    // What is shown is of other parents still.
    body.dataset.stale = String(couple !== queried);
    words(born, "views.breeding.children", { generation });
    if (!couple) return;
    const [first, second] = couple.map((parent) => parent.code);
    oneNumber.about(first);
    keys[2].hidden = !first.some((value, unit) => alike(value, second[unit]));
    if (couple !== queried || children.codes.length === 0) return;
    drawGenes(genes, children.grid.grid, children.codes, couple);
    genes.style.width = children.grid.canvas.style.width;
  }

  function summary() {
    const { parents: couple, generation } = lineage;
    if (!moment || !couple) return say("views.waiting");
    const [first, second] = couple.map((parent) => parent.generation);
    const values = { step: moment.step, drawn: DRAWN, children: CHILDREN, generation, first, second };
    return say("views.breeding.summary", values);
  }

  return {
    ...about,
    element: frame.element,

    /** @param {Experiment} experiment */
    reset(experiment) {
      ({ code } = experiment);
      drawnSeed = NOISE_SEED;
      moment = null;
      newestStep = 0;
      lineage.reset();
      queried = null;
      for (const group of groups) group.reset(code);
      parents.reset();
      oneNumber.reset(code);
      choice.reset(experiment);
      frame.name("views.breeding.heading", [["made", "views.key.made"]]);
      frame.wait(true);
      description.updateNow();
    },

    queries() {
      const { label } = choice;
      const { parents: couple, seed, generation } = lineage;
      const queries = drawn.queries({ method: "sampleCodes", numbers: [DRAWN, drawnSeed] }, 1, label);
      queried = couple;
      if (!couple) return queries;
      const [first, second] = couple.map((parent) => parent.code);
      /** @type {Query} */
      const crossed = { method: "breed", arguments: [first, second, CHILDREN, seed] };
      /** @type {Query} */
      const walked = { method: "walk", arguments: [first, second, columns.way, "sphere"] };
      queries.push(
        ...children.queries(crossed, generation, label),
        ...way.queries(walked, generation, label),
        ...moved.queries(oneNumber.query, couple[0].generation + 1, label),
        { method: "decode", values: Float32Array.from([...first, ...second]), label },
      );
      return queries;
    },

    show(answers, now) {
      newestStep = Math.max(newestStep, now.step);
      // Others have been chosen meanwhile, whose answers come soon; what is looked back to is as it was.
      if (now.step === newestStep && queried !== lineage.parents) return;
      moment = now;
      const own = groups.slice(0, Math.floor(answers.length / 2));
      for (const [index, group] of own.entries()) {
        group.show(answers[2 * index], answers[2 * index + 1], now.parts?.[2 * index]);
      }
      if (answers.length % 2 === 1) parents.pictures = answers[answers.length - 1];
      if (!lineage.parents) {
        lineage.begin([drawn.individual(0), drawn.individual(1)]);
        page.refresh();
      }
      frame.wait(false);
      draw();
      description.update();
    },

    summary,

    keep: () => ({ drawnSeed, choices: lineage.keep() }),

    restore(kept) {
      const { drawnSeed: seed, choices } = /** @type {{drawnSeed?: unknown, choices?: unknown}} */ (kept ?? {});
      if (Number.isInteger(seed)) drawnSeed = Number(seed);
      lineage.restore(choices, code);
      page.refresh();
    },

    redraw() {
      layout();
      oneNumber.draw();
      description.updateNow();
    },

    picture: () =>
      moment
        ? still(
            [drawn, children].map(({ grid }) => grid.canvas),
            SAVED_SCALE,
          )
        : null,
  };
}
