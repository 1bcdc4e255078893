// Points that a person draws in the plane, and what the network makes of them meanwhile.

import { context, make, makeCanvas, property, words } from "../../elements.js";
import { unpackPoints } from "../../experiment/drawn-points.js";
import { number, say } from "../../languages/index.js";
import { NOISE_SEED } from "../drawing/constants.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import { across, down, placeAt } from "../drawing/places.js";
import { followPointer } from "../drawing/pointer.js";
import { still } from "../drawing/still.js";
import { drawLines, drawPoints } from "../plane/draw.js";
import { Drawing } from "./drawing.js";
import "./own-points.css";
import { Pasting } from "./pasting.js";

/** @import {About, Experiment, Moment, Page, View} from "../../types/page" */
/** @import {Place} from "./drawing.js" */

const POINTS = 700;
const SMALLEST_SIDE = 50;
/** Room that the plane takes, however low the window is; what is below it, in CSS pixels. */
const SMALLEST_ROOM = 240;
const BELOW = 60;
/** After the last stroke, and after the last key, until the network begins to learn from what is drawn. */
const STROKE_PAUSE_MILLISECONDS = 700;
const KEY_PAUSE_MILLISECONDS = 1500;
/** How far an arrow key moves the cross, in the plane's units; with Shift. */
const KEY_MOVE = 0.1;
const LARGE_KEY_MOVE = 0.5;

/** @type {About} */
export const about = {
  id: "own-points",
  group: "watch",
  title: "views.own-points.title",
  suits: ({ drawn }) => (drawn ? 2 : 0),
};

/** @param {Page} page @returns {View} */
export default function create(page) {
  const drawing = new Drawing();
  /** What trains now is of these. */
  let learnt = "";
  /** What was drawn when it was last asked to be learnt from. */
  let asked = "";
  let rebuilds = false;
  /** @type {ArrayLike<number>} */
  let made = [];
  /** @type {Moment|null} */
  let moment = null;
  let timer = 0;
  /** The cross that keys move. @type {{place: Place, shown: boolean}} */
  const cross = { place: [0, 0], shown: false };

  const frame = new Frame("own-points", () => layout());
  const canvas = makeCanvas({
    id: "own-points-plane",
    label: "views.own-points.label",
    title: "views.own-points.keys",
    attributes: { role: "application", tabindex: "0" },
  });
  const spoken = make("p", { class: "unseen", attributes: { "aria-live": "polite" } });
  const description = new Description("own-points-summary", canvas, summary);
  const button = (/** @type {string} */ id, /** @type {string} */ key, /** @type {() => void} */ click) =>
    make("button", { id, class: "plain", words: key, attributes: { type: "button" }, on: { click } });
  const back = button("own-points-back", "views.own-points.back", () => changed(() => drawing.takeBack()));
  const clear = button("own-points-clear", "views.own-points.clear", () => changed(() => drawing.clear()));
  const told = make("p", { id: "own-points-told", class: "aside" });
  const pasting = new Pasting((points) => changed(() => drawing.take(points), 0));
  const buttons = make("div", { class: "own-points-buttons" }, back, clear, told);
  const body = make("div", { class: "own-points-body" }, buttons, canvas, description.element, spoken, pasting.element);
  frame.place.append(body);
  document.addEventListener("paste", (event) => {
    if (frame.place.clientWidth > 0) pasting.paste(event);
  });

  followPointer(canvas, (part, x, y) => {
    const place = placeAt(within(x), within(y));
    if (part === "start") {
      cross.shown = false;
      changed(() => drawing.begin(place), null);
    }
    if (part === "move") changed(() => drawing.goOn(place), null);
    if (part === "end") learn(STROKE_PAUSE_MILLISECONDS);
  });
  canvas.addEventListener("keydown", key);
  canvas.addEventListener("blur", () => {
    cross.shown = false;
    draw();
  });

  /** @param {KeyboardEvent} event */
  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.shiftKey ? LARGE_KEY_MOVE : KEY_MOVE;
    const move = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] }[event.key];
    const lays = event.key === " " || event.key === "Enter";
    if (!move && !lays && event.key !== "Backspace") return;
    event.preventDefault();
    // The page has Space and the arrows for itself.
    event.stopPropagation();
    cross.shown = true;
    if (move) cross.place = placeAt(...sharesAfter(cross.place, move));
    if (lays) changed(() => drawing.begin(cross.place), KEY_PAUSE_MILLISECONDS);
    else if (!move) changed(() => drawing.takeBack(), KEY_PAUSE_MILLISECONDS);
    else draw();
    const [x, y] = cross.place.map((value) => number(value, { maximumFractionDigits: 1 }));
    words(spoken, "views.own-points.cross", { x, y, count: drawing.count });
  }

  /**
   * Something else is drawn.
   * @param {() => void} change
   * @param {number|null} pause until it is learnt from; null while it goes on
   */
  function changed(change, pause = STROKE_PAUSE_MILLISECONDS) {
    clearTimeout(timer);
    change();
    draw();
    description.updateNow();
    if (pause !== null) learn(pause);
  }

  /** @param {number} pause in milliseconds */
  function learn(pause) {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      // Nothing can be learnt from nothing: what trains goes on.
      if (drawing.count === 0 || drawing.text === learnt) return;
      asked = drawing.text;
      page.choose({ drawn: asked });
    }, pause);
  }

  function layout() {
    const { clientWidth: width, clientHeight: height } = frame.place;
    const room = (height || Number.POSITIVE_INFINITY) - buttons.offsetHeight - BELOW;
    const side = Math.floor(Math.min(width - 2, Math.max(room, SMALLEST_ROOM)));
    if (side < SMALLEST_SIDE) return;
    canvas.style.width = `${side}px`;
    canvas.style.height = `${side}px`;
    canvas.width = Math.round(side * (window.devicePixelRatio || 1));
    canvas.height = canvas.width;
    draw();
  }

  function draw() {
    const onto = context(canvas);
    const side = canvas.width;
    const density = window.devicePixelRatio || 1;
    onto.clearRect(0, 0, side, side);
    drawLines(onto, side);
    drawPoints(onto, made, { colour: property("--made"), radius: 1.8 * density, form: "triangle" }, side);
    drawPoints(onto, drawing.places.flat(), { colour: property("--real"), radius: 3.2 * density }, side);
    if (cross.shown) drawCross(onto, cross.place, side, density);
    back.setAttribute("aria-disabled", String(drawing.count === 0));
    clear.setAttribute("aria-disabled", String(drawing.count === 0));
    words(told, drawing.count === 0 ? "views.own-points.none" : toldKey(), { count: drawing.count });
  }

  const toldKey = () => (drawing.isFull ? "views.own-points.full" : "views.own-points.count");

  function summary() {
    const drawn = say(drawing.count === 0 ? "views.own-points.none" : toldKey(), { count: drawing.count });
    if (!moment) return `${drawn} ${say("views.waiting")}`;
    const key = rebuilds ? "views.own-points.summary.rebuilt" : "views.own-points.summary.made";
    return `${drawn} ${say(key, { count: made.length / 2, step: moment.step })}`;
  }

  return {
    ...about,
    element: frame.element,

    /** @param {Experiment} experiment */
    reset({ drawn, state, encodes, spreads }) {
      clearTimeout(timer);
      rebuilds = encodes && !spreads;
      made = [];
      moment = null;
      if (drawn) {
        const points = unpackPoints(state.drawn);
        learnt = state.drawn;
        // What a person draws is not taken away: it may have grown meanwhile, and its strokes can be taken back one by one.
        const own = drawing.count > 0 && asked === learnt;
        if (!own) drawing.take(points);
        else if (drawing.text !== learnt) learn(KEY_PAUSE_MILLISECONDS);
      }
      frame.name("views.own-points.heading", [
        ["real", "views.own-points.key.drawn"],
        ["made", rebuilds ? "views.own-points.key.rebuilt" : "views.key.made"],
      ]);
      frame.wait(false);
      draw();
      description.updateNow();
    },

    queries: () => [
      rebuilds ? { method: "reconstruct", examples: [0, POINTS] } : { method: "sample", numbers: [POINTS, NOISE_SEED] },
    ],

    show([answer], now) {
      made = /** @type {ArrayLike<number>} */ (answer);
      moment = now;
      draw();
      description.update();
    },

    summary,

    redraw() {
      layout();
      pasting.redraw();
      description.updateNow();
    },

    picture: () => (moment ? still([canvas], 1) : null),
  };
}

/** @param {number} share of a side */
const within = (share) => Math.min(1, Math.max(0, share));

/** Shares of the plane's sides, within it. @param {Place} place @param {number[]} move @returns {[number, number]} */
function sharesAfter([x, y], [right, up]) {
  return [within(across(x + right, 1)), within(down(y + up, 1))];
}

/** @param {CanvasRenderingContext2D} onto @param {Place} place @param {number} side @param {number} density */
function drawCross(onto, [x, y], side, density) {
  const [left, top, reach] = [across(x, side), down(y, side), 9 * density];
  onto.strokeStyle = property("--ink");
  onto.lineWidth = 1.5 * density;
  onto.beginPath();
  onto.moveTo(left - reach, top);
  onto.lineTo(left + reach, top);
  onto.moveTo(left, top - reach);
  onto.lineTo(left, top + reach);
  onto.stroke();
}
