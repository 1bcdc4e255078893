// Unseen molecules where their codes lie, coloured by what can be told of each: weight, size, rings. A computed property that
// changes steadily over the map is one that the codes have learned without being told.

import { make, makeCanvas, words } from "../../elements.js";
import { number, say } from "../../languages/index.js";
import { drawCell } from "../../molecules/cell.js";
import { moleculeColours } from "../../molecules/drawing.js";
import { KnownMolecules, smilesIn } from "../../molecules/known-molecules.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import { still } from "../drawing/still.js";
import { drawPlane, nearestDot } from "./plane-of-dots.js";
import "./property-map.css";

/** @import {About, Moment, Page, Query, View} from "../../types/page" */

const SHOWN = 300;
/** Of the canvas with the molecule that is pointed at, in pixels of the page. */
const CHOSEN = { width: 220, height: 210 };
/** By their names in a molecule. */
const PROPERTIES = /** @type {const} */ (["weight", "size", "rings"]);

/** @type {About} */
export const about = {
  id: "property-map",
  group: "watch",
  title: "views.property-map.title",
  suits: ({ kind, encodes, code }) => (kind === "molecules" && encodes && code > 1 ? 0.7 : 0),
};

/** @param {Page} page @returns {View} */
export default function create(page) {
  /** @type {string[]} */
  let smiles = [];
  /** @type {ArrayLike<number>} */
  let places = [];
  /** Which one is pointed at. */
  let chosen = 0;
  /** @type {Moment|null} */
  let moment = null;

  const frame = new Frame("property-map", () => {
    layout();
    page.refresh();
  });
  const known = new KnownMolecules(() => {
    draw();
    description.update();
  });
  const select = make(
    "select",
    { id: "property-map-property", data: { kept: "" }, on: { change: () => draw() } },
    ...PROPERTIES.map((name) => make("option", { words: `views.property-map.${name}`, attributes: { value: name } })),
  );
  const label = make("label", { words: "views.property-map.by", attributes: { for: select.id } });
  const canvas = makeCanvas({
    id: "property-map",
    label: "views.property-map.label",
    title: "views.property-map.keys",
    attributes: { role: "application", tabindex: "0" },
    on: {
      pointermove: (event) => pointAt(/** @type {PointerEvent} */ (event)),
      click: (event) => pointAt(/** @type {PointerEvent} */ (event)),
      keydown: (event) => step(/** @type {KeyboardEvent} */ (event)),
    },
  });
  const legend = make("p", { class: "property-legend" });
  const large = makeCanvas({ class: "property-chosen", attributes: { "aria-hidden": "true" } });
  const told = make("p", { class: "aside", attributes: { "aria-live": "polite" } });
  const description = new Description("property-map-summary", canvas, summary);
  frame.add(make("div", { class: "label-choice" }, label, select));
  frame.place.classList.add("molecules-place", "property-place");
  frame.place.append(
    make("div", { class: "property-plane" }, canvas, legend),
    make("div", { class: "property-beside" }, known.element, large, told),
    description.element,
  );

  const property = () => /** @type {typeof PROPERTIES[number]} */ (select.value);

  /** The property of each; null of those that are no molecules or have not been read. */
  const values = () => smiles.map((one) => known.get(one)?.[property()] ?? null);

  /** Both ends of a property, over those that have it. @param {(number|null)[]} all @returns {[number, number]} */
  function ends(all) {
    const found = all.filter((value) => value !== null);
    return found.length > 0 ? [Math.min(...found), Math.max(...found)] : [0, 1];
  }

  /** @param {PointerEvent} event */
  function pointAt(event) {
    const box = canvas.getBoundingClientRect();
    const at = nearestDot(canvas, places, event.clientX - box.left, event.clientY - box.top);
    if (at !== null && at !== chosen) choose(at);
  }

  /** Through the molecules in the order of the property. @param {KeyboardEvent} event */
  function step(event) {
    const moves = /** @type {Record<string, number>} */ ({ ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 });
    const all = values();
    const order = [...all.keys()]
      .filter((index) => all[index] !== null)
      .sort((one, other) => Number(all[one]) - Number(all[other]));
    const now = order.indexOf(chosen);
    let next = null;
    if (event.key in moves) next = Math.max(0, Math.min(order.length - 1, now + moves[event.key]));
    if (event.key === "Home") next = 0;
    if (event.key === "End") next = order.length - 1;
    if (next === null || order.length === 0) return;
    event.preventDefault();
    choose(order[next]);
  }

  /** @param {number} index */
  function choose(index) {
    chosen = index;
    draw();
    description.update();
  }

  function layout() {
    const { clientWidth: width, clientHeight: height } = frame.place;
    if (width === 0) return;
    const beside = width >= 560;
    const side = Math.max(240, Math.min(beside ? width - CHOSEN.width - 24 : width, beside ? height - 34 : width));
    canvas.style.width = `${side}px`;
    canvas.style.height = `${side}px`;
    frame.place.classList.toggle("beside", beside);
    draw();
  }

  function draw() {
    const all = values();
    const [least, most] = ends(all);
    drawPlane(canvas, places, all, [least, most], chosen);
    words(legend, "views.property-map.legend", { least: number(Math.round(least)), most: number(Math.round(most)) });
    const density = window.devicePixelRatio || 1;
    [large.width, large.height] = [CHOSEN.width * density, CHOSEN.height * density];
    large.style.width = `${CHOSEN.width}px`;
    const drawing = large.getContext("2d");
    const one = smiles[chosen];
    if (!drawing || one === undefined) return;
    drawing.scale(density, density);
    const molecule = known.get(one);
    drawCell(drawing, { molecule, tone: "real", caption: one }, { x: 0, y: 0, ...CHOSEN }, moleculeColours());
    told.textContent = tell(one);
  }

  /** @param {string} one */
  function tell(one) {
    const molecule = known.get(one);
    if (!molecule) return "";
    const { weight, size, rings } = molecule;
    return say("views.property-map.told", { weight: number(Math.round(weight)), size, rings });
  }

  function summary() {
    if (!moment || smiles.length === 0) return say("views.waiting");
    const name = say(`views.property-map.${property()}`);
    const seen = say("views.property-map.summary", { count: smiles.length, name, step: moment.step });
    return `${seen} ${tell(smiles[chosen] ?? "")}`.trim();
  }

  return {
    ...about,
    element: frame.element,

    reset() {
      [smiles, places] = [[], []];
      chosen = 0;
      moment = null;
      frame.name("views.property-map.heading", []);
      frame.wait(true);
      description.updateNow();
    },

    queries() {
      /** @type {Query[]} */
      const queries = [{ method: "encode", tests: [0, SHOWN], next: "project" }];
      if (smiles.length === 0) queries.push({ method: "testExamples", numbers: [0, SHOWN], as: "molecules" });
      return queries;
    },

    show([projected, examples], now) {
      places = /** @type {Float32Array} */ (projected);
      moment = now;
      frame.wait(false);
      if (examples) {
        smiles = smilesIn(examples);
        known.read(smiles);
      }
      draw();
      description.update();
    },

    summary,

    redraw() {
      layout();
      description.updateNow();
    },

    picture: () => (moment ? still([canvas], 1) : null),
  };
}
