// Molecules on the way from one to another through the codes between them.

import { make } from "../../elements.js";
import { number, say } from "../../languages/index.js";
import { KnownMolecules, smilesIn } from "../../molecules/known-molecules.js";
import { MoleculeGrid, scrolls } from "../../molecules/molecule-grid.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import { LabelChoice } from "../drawing/label-choice.js";
import { still } from "../drawing/still.js";
import "./structure-walks.css";

/** @import {About, Moment, Page, Query, View} from "../../types/page" */

/** Molecules to choose from; on the way, both ends among them. */
const [OFFERED, COUNT] = [15, 10];
const SLOTS = /** @type {const} */ (["first", "second"]);

/** @type {About} */
export const about = {
  id: "structure-walks",
  group: "create",
  title: "views.structure-walks.title",
  suits: ({ kind, encodes, spreads }) => (kind === "molecules" && encodes ? (spreads ? 0.9 : 0.8) : 0),
};

/** @param {Page} page @returns {View} */
export default function create(page) {
  /** Those that are offered, as numbers and as SMILES. @type {{values: Float32Array, smiles: string[]}} */
  let offered = { values: new Float32Array(), smiles: [] };
  /** Which of them the ends are. @type {[number, number]} */
  let ends = [0, 1];
  /** Where the next one that is chosen goes. */
  let slot = 0;
  /** Codes of the ends as the last look had them. @type {{codes: Float32Array, ends: string}|null} */
  let encoded = null;
  /** @type {string[]} */
  let way = [];
  /** @type {Moment|null} */
  let moment = null;
  let features = 1;

  const frame = new Frame("structure-walks", () => {
    layout();
    page.refresh();
  });
  const known = new KnownMolecules(() => {
    draw();
    description.update();
  });
  const path = new MoleculeGrid({
    id: "structure-walk",
    label: "views.structure-walks.way",
    cellAt: (index) =>
      way[index] === undefined
        ? null
        : {
            molecule: known.get(way[index]),
            tone: "made",
            caption: way[index],
            ...(index === 0 || index === COUNT - 1
              ? { same: known.same(way[index], offered.smiles[ends[index === 0 ? 0 : 1]]) }
              : {}),
          },
  });
  const choices = new MoleculeGrid({
    id: "structure-choices",
    label: "views.structure-walks.offered",
    keys: "views.structure-walks.keys",
    pick: choose,
    spoken: (index) => ["views.structure-walks.spoken", { smiles: offered.smiles[index] ?? "" }],
    picked: (index) => [
      `views.structure-walks.picked.${ends[0] === index ? "first" : "second"}`,
      { smiles: offered.smiles[index] ?? "" },
    ],
    cellAt: (index) =>
      offered.smiles[index] === undefined
        ? null
        : { molecule: known.get(offered.smiles[index]), tone: "real", caption: nameOf(index) },
  });
  const slots = SLOTS.map((name, index) => {
    const radio = make("input", {
      id: `structure-end-${index + 1}`,
      attributes: { type: "radio", name: "structure-end", ...(index === 0 ? { checked: "" } : {}) },
      on: {
        change: () => {
          slot = index;
        },
      },
    });
    const told = make("span", { words: `views.structure-walks.${name}` });
    return { radio, element: make("label", {}, radio, told) };
  });
  const chooser = make(
    "fieldset",
    { class: "structure-ends" },
    make("legend", { class: "aside", words: "views.structure-walks.choose" }),
    ...slots.map(({ element }) => element),
  );
  const choice = new LabelChoice("structure-walks-label", { inTurn: false, chosen: () => page.refresh() });
  const description = new Description("structure-walks-summary", path.canvas, summary);
  frame.add(choice.element);
  scrolls(frame.place, "views.structure-walks.heading");
  frame.place.append(known.element, path.element, chooser, choices.element, description.element);

  /** @param {number} index of those that are offered */
  function nameOf(index) {
    const end = ends.indexOf(index);
    return end < 0 ? offered.smiles[index] : say(`views.structure-walks.${SLOTS[end]}`);
  }

  /** It takes the place that is chosen; the other is chosen next. @param {number} index */
  function choose(index) {
    if (ends[1 - slot] === index) ends.reverse();
    else ends[slot] = index;
    slot = 1 - slot;
    slots[slot].radio.checked = true;
    page.refresh();
    draw();
  }

  function layout() {
    const { clientWidth: width, clientHeight: height } = frame.place;
    if (width === 0) return;
    path.layout(width, height / 2, way.length);
    choices.layout(width, height / 2, offered.smiles.length);
  }

  function draw() {
    path.draw();
    choices.draw();
  }

  function summary() {
    if (!moment || way.length === 0) return say("views.waiting");
    const between = new Set(way.slice(1, -1)).size;
    const [from, to] = ends.map((end) => number(Math.round(known.get(offered.smiles[end])?.weight ?? 0)));
    return say("views.structure-walks.summary", { from, to, count: between, step: moment.step });
  }

  return {
    ...about,
    element: frame.element,

    reset(experiment) {
      known.forget();
      offered = { values: new Float32Array(), smiles: [] };
      encoded = null;
      way = [];
      moment = null;
      features = experiment.features;
      ends = [0, 1];
      choice.reset(experiment);
      frame.name("views.structure-walks.heading", [
        ["real", "views.key.real"],
        ["made", "views.key.decoded"],
      ]);
      frame.wait(true);
      description.updateNow();
    },

    queries() {
      /** @type {Query[]} */
      const queries = [];
      if (offered.smiles.length > 0) {
        const both = new Float32Array(2 * features);
        for (const [place, end] of ends.entries()) {
          both.set(offered.values.subarray(end * features, (end + 1) * features), place * features);
        }
        queries.push({ method: "encode", values: both, part: `codes ${ends.join()}` });
      } else {
        queries.push({ method: "testExamples", numbers: [0, OFFERED], part: "values" });
        queries.push({ method: "testExamples", numbers: [0, OFFERED], as: "molecules", part: "smiles" });
      }
      if (encoded?.ends === ends.join()) {
        const half = encoded.codes.length / 2;
        const [from, to] = [encoded.codes.slice(0, half), encoded.codes.slice(half)];
        /** @type {Query} */
        const walk = { method: "walk", arguments: [from, to, COUNT, "straight"], next: "decode", as: "molecules" };
        queries.push({ ...walk, label: choice.label, part: "way" });
      }
      return queries;
    },

    show(answers, now) {
      const of = (/** @type {string} */ part) => {
        const index = now.parts?.indexOf(part) ?? -1;
        return index < 0 ? null : answers[index];
      };
      moment = now;
      const [values, smiles, found] = ["values", "smiles", "way"].map(of);
      // Of which ends, the query has told: others may have been chosen since.
      const coded = now.parts?.find((part) => part?.startsWith("codes ")) ?? "";
      const codes = of(coded);
      if (values && smiles) {
        offered = { values: /** @type {Float32Array} */ (values), smiles: smilesIn(smiles) };
        known.read(offered.smiles);
      }
      const first = encoded === null;
      if (codes) encoded = { codes: /** @type {Float32Array} */ (codes), ends: coded.slice("codes ".length) };
      let drawn;
      if (found) {
        const molecules = smilesIn(found);
        drawn = known.whenRead(molecules, () => {
          way = molecules;
          frame.wait(false);
          layout();
          description.update();
        });
      }
      // The walk follows at the next look.
      if (!found || first) page.refresh();
      layout();
      description.update();
      return drawn;
    },

    summary,

    keep: () => ({ ends }),

    restore(kept) {
      const { ends: before } = /** @type {{ends?: unknown}} */ (kept ?? {});
      const sound = (/** @type {unknown} */ end) => Number.isInteger(end) && Number(end) >= 0 && Number(end) < OFFERED;
      if (Array.isArray(before) && before.length === 2 && before.every(sound)) ends = [before[0], before[1]];
    },

    redraw() {
      layout();
      description.updateNow();
    },

    picture: () => (way.length > 0 ? still([path.canvas], 1) : null),
  };
}
