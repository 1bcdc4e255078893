// Signals made from the same noise at every look, each beside a real one.

import { say } from "../../languages/index.js";
import { NOISE_SEED } from "../drawing/constants.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import { LabelChoice } from "../drawing/label-choice.js";
import { still } from "../drawing/still.js";
import { REAL_DASH, SHOWN, WaveGrid } from "../waves/wave-grid.js";
import "../waves/waves.css";

/** @import {About, Moment, Page, View} from "../../types/page" */

/** @type {About} */
export const about = {
  id: "made-waves",
  group: "watch",
  title: "views.made-waves.title",
  suits: ({ kind, discriminates, spreads, conditioned }) => {
    if (kind !== "signals") return 0;
    if (conditioned) return 5;
    return discriminates ? 3 : spreads ? 2 : 1;
  },
};

/** @param {Page} page @returns {View} */
export default function create(page) {
  /** @type {ArrayLike<number>} */
  let made = [];
  /** @type {ArrayLike<number>} */
  let real = [];
  /** @type {Moment|null} */
  let moment = null;

  const frame = new Frame("made-waves", () => {
    layout();
    page.refresh();
  });
  const grid = new WaveGrid({
    id: "made-waves",
    label: "views.made-waves.label",
    // A real one in every other place.
    lines: (index) => [
      index % 2 === 0
        ? { values: made, colour: "--made", width: 1.5 }
        : { values: real, colour: "--real", width: 1.5, dash: REAL_DASH },
    ],
  });
  const description = new Description("made-waves-summary", grid.canvas, summary);
  const choice = new LabelChoice("made-waves-label", { inTurn: true, chosen: () => page.refresh() });
  frame.add(choice.element);
  frame.place.append(grid.canvas, description.element);

  function layout() {
    const { clientWidth: width, clientHeight: height } = frame.place;
    if (width > 0) grid.layout(width, height);
  }

  function summary() {
    if (!moment) return say("views.waiting");
    return say("views.made-waves.summary", { count: grid.count, step: moment.step });
  }

  return {
    ...about,
    element: frame.element,

    reset(experiment) {
      [made, real] = [[], []];
      moment = null;
      grid.reset(experiment.features);
      choice.reset(experiment);
      frame.name("views.made-waves.heading", [
        ["made line", "views.key.made"],
        ["real line dashed", "views.key.real"],
      ]);
      frame.wait(true);
      description.updateNow();
    },

    queries: () => [
      { method: "sample", numbers: [SHOWN, NOISE_SEED], label: choice.label },
      { method: "examples", numbers: [0, SHOWN] },
    ],

    show([samples, examples], now) {
      made = samples;
      real = examples;
      moment = now;
      frame.wait(false);
      grid.draw();
      description.update();
    },

    summary,

    redraw() {
      layout();
      description.updateNow();
    },

    picture: () => (moment ? still([grid.canvas], 1) : null),
  };
}
