// Signals as lines: the original, what the encoder is shown, and what comes back. A person can draw a wave of their own.

import { say, short } from "../../languages/index.js";
import { CORRUPTION_SEED } from "../drawing/constants.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import { still } from "../drawing/still.js";
import { OwnWave } from "./own-wave.js";
import { REAL_DASH, SHOWN, WaveGrid } from "./wave-grid.js";
import "./waves.css";

/** @import {About, Experiment, Moment, Page, Query, View} from "../../types/page" */
/** @import {KeyEntry} from "../drawing/frame.js" */

const OWN_HEIGHT = 110;
/** Between the two, as in the style. */
const GAP = 16;

/** @type {About} */
export const about = {
  id: "waves",
  group: "watch",
  title: "views.waves.title",
  ideas: ["mend-signals"],
  suits: ({ kind, encodes }) => (kind === "signals" && encodes ? 3 : 0),
};

/** @param {Page} page @returns {View} */
export default function create(page) {
  let corrupts = false;
  /** @type {ArrayLike<number>} */
  let originals = [];
  /** @type {ArrayLike<number>} */
  let corrupted = [];
  /** @type {ArrayLike<number>} */
  let rebuilt = [];
  /** @type {Moment|null} */
  let moment = null;

  const frame = new Frame("waves", () => {
    layout();
    page.refresh();
  });
  const grid = new WaveGrid({
    id: "waves",
    label: "views.waves.label",
    lines: () => [
      { values: corrupted, colour: "--ink-soft", width: 1 },
      { values: originals, colour: "--real", width: 1.25, dash: REAL_DASH },
      { values: rebuilt, colour: "--made", width: 1.75 },
    ],
  });
  const own = new OwnWave(() => page.refresh());
  const description = new Description("waves-summary", grid.canvas, summary);
  frame.place.append(own.element, grid.canvas, description.element);

  function layout() {
    const { clientWidth: width, clientHeight: height } = frame.place;
    if (width === 0) return;
    own.layout(width, OWN_HEIGHT);
    // Its heading and its button are above and below the wave.
    grid.layout(width, height - own.element.offsetHeight - GAP);
  }

  function summary() {
    if (!moment) return say("views.waiting");
    const kind = corrupts ? "mended" : "rebuilt";
    const seen = say(`views.waves.summary.${kind}`, { count: grid.count, step: moment.step });
    const { reconstruction } = moment.losses;
    return reconstruction === undefined ? seen : `${seen} ${say("views.pairs.loss", { loss: short(reconstruction) })}`;
  }

  return {
    ...about,
    element: frame.element,

    /** @param {Experiment} experiment */
    reset(experiment) {
      corrupts = experiment.corrupts;
      [originals, corrupted, rebuilt] = [[], [], []];
      moment = null;
      grid.reset(experiment.features);
      own.reset(experiment.features);
      frame.name(`views.waves.heading.${corrupts ? "mended" : "rebuilt"}`, [
        ["real line dashed", "views.pairs.original"],
        .../** @type {KeyEntry[]} */ (corrupts ? [["corrupted line", "views.pairs.corrupted"]] : []),
        ["made line", "views.key.rebuilt"],
      ]);
      frame.wait(true);
      description.updateNow();
    },

    queries() {
      /** @type {[number, number]} */
      const examples = [0, SHOWN];
      const noise = corrupts ? { corruptionSeed: CORRUPTION_SEED } : {};
      /** @type {Query[]} */
      const queries = [
        { method: "reconstruct", examples, ...noise },
        { method: "examples", numbers: examples },
      ];
      if (corrupts) queries.push({ method: "corrupt", examples, ...noise });
      const { values } = own;
      if (values) {
        queries.push({ method: "reconstruct", values, ...noise });
        if (corrupts) queries.push({ method: "corrupt", values, ...noise });
      }
      return queries;
    },

    show(answers, now) {
      const rest = [...answers];
      rebuilt = rest.shift() ?? rebuilt;
      originals = rest.shift() ?? originals;
      if (corrupts) corrupted = rest.shift() ?? corrupted;
      const mended = rest.shift();
      if (mended && own.values) own.show(rest.shift() ?? [], mended);
      moment = now;
      frame.wait(false);
      grid.draw();
      description.update();
    },

    summary,

    keep: () => own.keep(),

    restore: (kept) => own.restore(kept),

    redraw() {
      layout();
      description.updateNow();
    },

    picture: () => (moment ? still([grid.canvas], 1) : null),
  };
}
