// A picture drawn by hand, or taken from elsewhere on the page, and what the network makes of it.

import { make } from "../../elements.js";
import { CORRUPTION_SEED } from "../../views/drawing/constants.js";
import { Description } from "../../views/drawing/description.js";
import { countOf } from "../../views/drawing/pictures.js";
import { Probability, Rebuilt } from "./answers.js";
import "./draw-pad.css";
import { PadCanvas } from "./pad-canvas.js";

/** @import {Experiment, Page, Panel, Query} from "../../types/page" */

const TYPICAL_EXAMPLES = 64;
/** From one example to the next; with the number of them no common factor, so that many differ. */
const NEXT_EXAMPLE = 37;
const EXAMPLES = 2000;

/** @param {Page} page @returns {Panel} */
export default function create(page) {
  /** Which example comes next; -1 for none. */
  let wantedExample = 0;
  let example = 0;
  /** @type {string|null} */
  let dataset = null;
  let discriminates = false;
  let corrupts = false;

  const rebuilt = new Rebuilt();
  const probability = new Probability();
  const says = () => (discriminates ? probability : rebuilt);
  const drawn = new PadCanvas("draw-pad", { drawn: changed, clear: clearPad });
  const { pad, canvas } = drawn;
  const clear = make("button", {
    id: "clear-pad",
    class: "plain",
    words: "panels.draw-pad.clear",
    attributes: { type: "button" },
    on: { click: clearPad },
  });
  const useExample = make("button", {
    id: "use-example",
    class: "plain",
    words: "panels.draw-pad.use-example",
    attributes: { type: "button" },
    on: { click: nextExample },
  });
  const description = new Description("draw-pad-summary", canvas, summary);
  const beside = make("div", { class: "drawing-row" }, canvas, ...rebuilt.beside, ...probability.beside);
  const below = make("div", { class: "drawing-row below" }, clear, useExample, rebuilt.below);
  const element = make(
    "section",
    { class: "drawing", attributes: { "aria-labelledby": "draw-pad-heading" } },
    make("h2", { id: "draw-pad-heading", words: "panels.draw-pad.heading" }),
    beside,
    below,
    drawn.spoken,
    description.element,
  );

  page.onPick(take);

  function changed() {
    wantedExample = -1;
    drawn.draw();
    page.drawn(pad.empty ? null : pad.centred());
    page.refresh();
  }

  function clearPad() {
    pad.clear();
    changed();
  }

  function nextExample() {
    example = (example + NEXT_EXAMPLE) % EXAMPLES;
    wantedExample = example;
    page.refresh();
  }

  /** @param {Float32Array} values */
  function take(values) {
    pad.take(values);
    changed();
  }

  /** @param {Experiment} experiment */
  function hide(experiment) {
    corrupts = experiment.corrupts;
    rebuilt.hide(!discriminates, corrupts);
    element.dataset.corrupts = String(corrupts);
  }

  function summary() {
    return says().summary();
  }

  return {
    id: "draw-pad",
    region: "results",
    element,
    suits: ({ kind }) => kind === "pictures",

    reset(experiment) {
      discriminates = experiment.discriminates;
      // What is there is worth asking another network about, too, but not one that learned other things.
      if (dataset !== experiment.state.dataset || pad.empty) nextExample();
      dataset = experiment.state.dataset;
      says().forget();
      hide(experiment);
      for (const part of probability.beside) part.hidden = !discriminates;
      drawn.draw();
      description.updateNow();
    },

    update(experiment) {
      if (experiment.corrupts === corrupts) return;
      rebuilt.forget();
      hide(experiment);
      page.refresh();
    },

    queries() {
      if (wantedExample >= 0) return [{ method: "examples", numbers: [wantedExample, 1] }];
      const values = pad.centred();
      /** @type {Query[]} */
      const queries = [{ method: "score", values }];
      if (discriminates) return queries;
      const shown = corrupts ? { values, corruptionSeed: CORRUPTION_SEED } : { values };
      queries.push(
        { method: "score", examples: [0, TYPICAL_EXAMPLES] },
        { method: "encode", ...shown },
        { method: "reconstruct", ...shown },
      );
      return corrupts ? [...queries, { method: "corrupt", ...shown }] : queries;
    },

    show(answers) {
      // An example that was asked for; not wanted any more where somebody has drawn meanwhile.
      if (answers.length === 1 && countOf(answers[0]) === 1) {
        if (wantedExample >= 0) take(/** @type {Float32Array} */ (answers[0]));
        return;
      }
      if (discriminates) probability.show(answers, pad.empty);
      else rebuilt.show(answers);
      description.update();
    },

    summary,

    redraw() {
      drawn.draw();
      says().draw();
      description.updateNow();
    },

    keep: () => pad.keep(),

    restore(kept) {
      if (!pad.restore(kept)) return;
      changed();
    },
  };
}
