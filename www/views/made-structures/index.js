// Molecules made from noise, and how many of a thousand are any, are new, and differ from each other.

import { make } from "../../elements.js";
import { say } from "../../languages/index.js";
import { KnownMolecules, smilesIn } from "../../molecules/known-molecules.js";
import { MoleculeGrid, scrolls } from "../../molecules/molecule-grid.js";
import { NOISE_SEED } from "../drawing/constants.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import { LabelChoice } from "../drawing/label-choice.js";
import { still } from "../drawing/still.js";
import { Census } from "./census.js";
import "./made-structures.css";

/** @import {About, Moment, Page, Query, View} from "../../types/page" */

const SHOWN = 20;

/** @type {About} */
export const about = {
  id: "made-structures",
  group: "watch",
  title: "views.made-structures.title",
  ideas: ["molecules"],
  suits: ({ kind, spreads, encodes }) => (kind === "molecules" && encodes ? (spreads ? 3 : 0.6) : 0),
};

/** @param {Page} page @returns {View} */
export default function create(page) {
  /** @type {string[]} */
  let made = [];
  /** @type {Moment|null} */
  let moment = null;
  let seed = NOISE_SEED;

  const frame = new Frame("made-structures", () => {
    layout();
    page.refresh();
  });
  const known = new KnownMolecules(() => {
    grid.draw();
    description.update();
  });
  const grid = new MoleculeGrid({
    id: "made-structures",
    label: "views.made-structures.label",
    cellAt: (index) =>
      made[index] === undefined
        ? null
        : { molecule: known.get(made[index]), tone: "made", caption: made[index] || say("views.made-structures.none") },
  });
  const census = new Census(() => page.refresh());
  const description = new Description("made-structures-summary", grid.canvas, summary);
  const choice = new LabelChoice("made-structures-label", { inTurn: true, chosen: () => page.refresh() });
  const others = make("button", {
    id: "made-structures-others",
    class: "plain",
    words: "views.made-structures.others",
    attributes: { type: "button" },
    on: {
      click: () => {
        seed += 1;
        page.refresh();
      },
    },
  });
  frame.add(choice.element);
  frame.add(others);
  scrolls(frame.place, "views.made-structures.label");
  frame.place.append(known.element, census.element, grid.element, description.element);

  function layout() {
    const { clientWidth: width, clientHeight: height } = frame.place;
    if (width > 0) grid.layout(width, height - census.element.offsetHeight, made.length);
  }

  function summary() {
    if (!moment) return say("views.waiting");
    const count = made.filter((smiles) => known.get(smiles)).length;
    const seen = say("views.made-structures.summary", { all: made.length, count, step: moment.step });
    return `${seen} ${census.summary()}`.trim();
  }

  return {
    ...about,
    element: frame.element,

    reset(experiment) {
      known.forget();
      made = [];
      moment = null;
      seed = NOISE_SEED;
      census.reset(experiment.state.dataset);
      choice.reset(experiment);
      frame.name("views.made-structures.heading", [["made", "views.key.made"]]);
      frame.wait(true);
      description.updateNow();
    },

    queries() {
      /** @type {Query[]} */
      const shown = [{ method: "sample", numbers: [SHOWN, seed], label: choice.label, as: "molecules" }];
      return [...shown, ...census.queries(choice.label)];
    },

    show([samples, ...counted], now) {
      const found = smilesIn(samples);
      const drawn = known.whenRead(found, () => {
        const before = made.length;
        made = found;
        moment = now;
        frame.wait(false);
        if (made.length === before) grid.draw();
        else layout();
        description.update();
      });
      if (counted.length > 0) {
        const [own, independent] = counted.map(smilesIn);
        census.count(own, independent, now.step).then(() => {
          layout();
          description.update();
        });
      }
      return drawn;
    },

    summary,

    redraw() {
      census.draw();
      layout();
      description.updateNow();
    },

    picture: () => (moment ? still([grid.canvas], 1) : null),
  };
}
