// Signals as lines: the original, what the encoder is shown, and what comes back; or what is made, beside real ones. A
// person can draw a wave of their own.

import { context, makeCanvas, property } from "../../elements.js";
import { say, short } from "../../languages/index.js";
import { CORRUPTION_SEED, NOISE_SEED } from "../drawing/constants.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import { still } from "../drawing/still.js";
import { boxes, drawSignal } from "./lines.js";
import { OwnWave } from "./own-wave.js";
import "./waves.css";

/** @import {Experiment, Moment, Page, Query, View} from "../../types/page" */
/** @import {KeyEntry} from "../drawing/frame.js" */

const SHOWN = 12;
const WIDE = 640;
const GAP = 12;
const OWN_HEIGHT = 110;
const SIGNAL_HEIGHT = 76;

/** @param {Page} page @returns {View} */
export default function create(page) {
  /** Rebuilds what it is shown; otherwise it makes new ones. */
  let rebuilds = false;
  let corrupts = false;
  let length = 0;
  /** @type {ArrayLike<number>} */
  let real = [];
  /** @type {ArrayLike<number>} */
  let shown = [];
  /** @type {ArrayLike<number>} */
  let made = [];
  /** @type {Moment|null} */
  let moment = null;

  const frame = new Frame("waves", () => {
    layout();
    page.refresh();
  });
  const canvas = makeCanvas({ id: "waves", label: "views.waves.label" });
  const own = new OwnWave(() => page.refresh());
  const description = new Description("waves-summary", canvas, summary);
  frame.place.append(own.element, canvas, description.element);

  function layout() {
    const { clientWidth: width } = frame.place;
    if (width === 0) return;
    const density = window.devicePixelRatio || 1;
    const height = rows() * (SIGNAL_HEIGHT + GAP) - GAP;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    canvas.width = Math.round(width * density);
    canvas.height = Math.round(height * density);
    own.layout(width, OWN_HEIGHT);
    draw();
  }

  const columns = () => (frame.place.clientWidth >= WIDE ? 3 : 1);
  const rows = () => SHOWN / (columns() === 1 ? 2 : columns());

  function draw() {
    const drawing = context(canvas);
    const density = window.devicePixelRatio || 1;
    drawing.clearRect(0, 0, canvas.width, canvas.height);
    const places = boxes(canvas.width, canvas.height, columns(), rows(), GAP * density);
    const colours = [property("--ink-soft"), property("--real"), property("--made")];
    for (const [index, box] of places.entries()) {
      const line = { index, length };
      if (rebuilds) {
        drawSignal(drawing, box, shown, { ...line, colour: colours[0], width: density });
        drawSignal(drawing, box, real, { ...line, colour: colours[1], width: 1.25 * density });
        drawSignal(drawing, box, made, { ...line, colour: colours[2], width: 1.75 * density });
      } else {
        // Real ones in every other place, to compare with.
        const isReal = index % 2 === 1;
        const [values, colour] = isReal ? [real, colours[1]] : [made, colours[2]];
        drawSignal(drawing, box, values, { ...line, colour, width: 1.5 * density });
      }
    }
  }

  function summary() {
    if (!moment) return say("views.waiting");
    const kind = rebuilds ? (corrupts ? "mended" : "rebuilt") : "made";
    const seen = say(`views.waves.summary.${kind}`, { count: columns() * rows(), step: moment.step });
    const { reconstruction } = moment.losses;
    return reconstruction === undefined ? seen : `${seen} ${say("views.pairs.loss", { loss: short(reconstruction) })}`;
  }

  return {
    id: "waves",
    title: "views.waves.title",
    element: frame.element,
    suits: ({ kind }) => (kind === "signals" ? 3 : 0),

    /** @param {Experiment} experiment */
    reset(experiment) {
      rebuilds = experiment.encodes;
      corrupts = experiment.corrupts;
      length = experiment.features;
      [real, shown, made] = [[], [], []];
      moment = null;
      own.element.hidden = !rebuilds;
      own.reset(length);
      const heading = corrupts ? "mended" : rebuilds ? "rebuilt" : "made";
      frame.name(`views.waves.heading.${heading}`, [
        ["real", rebuilds ? "views.pairs.original" : "views.key.real"],
        .../** @type {KeyEntry[]} */ (corrupts ? [["corrupted", "views.pairs.corrupted"]] : []),
        ["made", rebuilds ? "views.key.rebuilt" : "views.key.made"],
      ]);
      frame.wait(true);
      layout();
      description.updateNow();
    },

    queries() {
      /** @type {[number, number]} */
      const examples = [0, SHOWN];
      const noise = corrupts ? { corruptionSeed: CORRUPTION_SEED } : {};
      /** @type {Query[]} */
      const queries = [
        rebuilds ? { method: "reconstruct", examples, ...noise } : { method: "sample", numbers: [SHOWN, NOISE_SEED] },
        { method: "examples", numbers: examples },
      ];
      if (corrupts) queries.push({ method: "corrupt", examples, ...noise });
      const { values } = own;
      if (rebuilds && values) {
        queries.push({ method: "reconstruct", values, ...noise });
        if (corrupts) queries.push({ method: "corrupt", values, ...noise });
      }
      return queries;
    },

    show(answers, now) {
      const rest = [...answers];
      made = rest.shift() ?? made;
      real = rest.shift() ?? real;
      if (corrupts) shown = rest.shift() ?? shown;
      const mended = rest.shift();
      if (mended && own.values) own.show(rest.shift() ?? [], mended);
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

    picture: () => (moment ? still([canvas], 1) : null),
  };
}
