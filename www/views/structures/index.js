// Molecules that were never learned from, each beside what comes back from its code.

import { say, short } from "../../languages/index.js";
import { KnownMolecules, smilesIn } from "../../molecules/known-molecules.js";
import { MoleculeGrid, scrolls } from "../../molecules/molecule-grid.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import { still } from "../drawing/still.js";

/** @import {About, Moment, Page, View} from "../../types/page" */

const SHOWN = 20;

/** @type {About} */
export const about = {
  id: "structures",
  group: "watch",
  title: "views.structures.title",
  suits: ({ kind, encodes, spreads }) => (kind === "molecules" && encodes ? (spreads ? 1 : 3) : 0),
};

/** @param {Page} page @returns {View} */
export default function create(page) {
  /** @type {string[]} */
  let originals = [];
  /** @type {string[]} */
  let rebuilt = [];
  /** @type {Moment|null} */
  let moment = null;

  const frame = new Frame("structures", () => {
    layout();
    page.refresh();
  });
  const known = new KnownMolecules(() => {
    grid.draw();
    description.update();
  });
  const grid = new MoleculeGrid({
    id: "structures",
    label: "views.structures.label",
    parts: 2,
    cellAt(index, part) {
      const smiles = part === 0 ? originals[index] : rebuilt[index];
      if (smiles === undefined) return null;
      const molecule = known.get(smiles);
      if (part === 0) return { molecule, tone: "real", caption: smiles };
      return { molecule, tone: "made", caption: smiles, same: known.same(originals[index], smiles) };
    },
  });
  const description = new Description("structures-summary", grid.canvas, summary);
  scrolls(frame.place, "views.structures.label");
  frame.place.append(known.element, grid.element, description.element);

  function layout() {
    const { clientWidth: width, clientHeight: height } = frame.place;
    if (width > 0) grid.layout(width, height, originals.length);
  }

  function summary() {
    if (!moment) return say("views.waiting");
    const same = rebuilt.filter((smiles, index) => known.same(originals[index], smiles)).length;
    const seen = say("views.structures.summary", { count: rebuilt.length, same, step: moment.step });
    const { reconstruction } = moment.losses;
    return reconstruction === undefined ? seen : `${seen} ${say("views.pairs.loss", { loss: short(reconstruction) })}`;
  }

  return {
    ...about,
    element: frame.element,

    reset() {
      known.forget();
      [originals, rebuilt] = [[], []];
      moment = null;
      frame.name("views.structures.heading", [
        ["real", "views.pairs.original"],
        ["made", "views.key.rebuilt"],
      ]);
      frame.wait(true);
      description.updateNow();
    },

    queries: () => [
      { method: "testExamples", numbers: [0, SHOWN], as: "molecules" },
      { method: "reconstruct", tests: [0, SHOWN], as: "molecules" },
    ],

    show([examples, decoded], now) {
      const [unseen, back] = [smilesIn(examples), smilesIn(decoded)];
      return known.whenRead([...unseen, ...back], () => {
        const before = originals.length;
        [originals, rebuilt] = [unseen, back];
        moment = now;
        frame.wait(false);
        if (originals.length === before) grid.draw();
        else layout();
        description.update();
      });
    },

    summary,

    redraw() {
      layout();
      description.updateNow();
    },

    picture: () => (moment ? still([grid.canvas], 1) : null),
  };
}
