// A picture drawn by hand, or taken from elsewhere on the page, and what the network makes of it.

import { context, make, makeCanvas, property, words } from "../../elements.js";
import { CORRUPTION_SEED, SIDE } from "../../views/drawing/constants.js";
import { Description } from "../../views/drawing/description.js";
import { countOf, drawPicture } from "../../views/drawing/pictures.js";
import { followPointer } from "../../views/drawing/pointer.js";
import { Probability, Rebuilt } from "./answers.js";
import "./draw-pad.css";
import { Pad } from "./pad.js";

/** @import {Experiment, Page, Panel, Query} from "../../types/page" */
/** @import {Place} from "./pad.js" */

const TYPICAL_EXAMPLES = 64;
/** From one example to the next; with the number of them no common factor, so that many differ. */
const NEXT_EXAMPLE = 37;
const EXAMPLES = 2000;

const MOVES = /** @type {Record<string, Place>} */ ({
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
});

/** @param {Page} page @returns {Panel} */
export default function create(page) {
  const pad = new Pad();
  /** Of the keyboard. */
  let cursor = { x: SIDE / 2, y: SIDE / 2, shown: false };
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
  const canvas = makeCanvas({
    id: "draw-pad",
    class: "pixels",
    label: "panels.draw-pad.label",
    title: "panels.draw-pad.keys",
    attributes: { role: "application", tabindex: "0", width: String(SIDE), height: String(SIDE) },
  });
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
  const spoken = make("span", { class: "unseen", attributes: { "aria-live": "polite" } });
  const description = new Description("draw-pad-summary", canvas, summary);
  const beside = make("div", { class: "drawing-row" }, canvas, ...rebuilt.beside, ...probability.beside);
  const below = make("div", { class: "drawing-row below" }, clear, useExample, rebuilt.below);
  const element = make(
    "section",
    { class: "drawing", attributes: { "aria-labelledby": "draw-pad-heading" } },
    make("h2", { id: "draw-pad-heading", words: "panels.draw-pad.heading" }),
    beside,
    below,
    spoken,
    description.element,
  );

  /** @type {Place} */
  let last = [0, 0];
  followPointer(canvas, (part, x, y) => {
    const place = /** @type {Place} */ ([x * SIDE, y * SIDE]);
    if (part === "start") stroke(place, place);
    if (part === "move") stroke(last, place);
    last = place;
  });
  canvas.addEventListener("keydown", key);
  canvas.addEventListener("blur", () => {
    cursor.shown = false;
    draw();
  });
  page.onPick(take);

  function changed() {
    wantedExample = -1;
    draw();
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

  /** @param {Place} from @param {Place} to */
  function stroke(from, to) {
    pad.stroke(from, to);
    changed();
  }

  /** Arrows move; with Shift, or by Space, they draw. @param {KeyboardEvent} event */
  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = MOVES[event.key];
    const space = event.key === " ";
    const clears = event.key === "Delete" || event.key === "Backspace";
    if (!move && !space && !clears) return;
    event.preventDefault();
    event.stopPropagation();
    if (clears) return clearPad();
    const held = (/** @type {number} */ value) => Math.max(0, Math.min(SIDE - 1, value));
    const { x, y } = cursor;
    cursor = { x: held(x + (move?.[0] ?? 0)), y: held(y + (move?.[1] ?? 0)), shown: true };
    words(spoken, "views.grid.cursor", { row: cursor.y + 1, column: cursor.x + 1 });
    if (space || event.shiftKey) stroke([x + 0.5, y + 0.5], [cursor.x + 0.5, cursor.y + 0.5]);
    else draw();
  }

  function draw() {
    drawPicture(canvas, pad.values, "ink");
    if (!cursor.shown) return;
    const drawing = context(canvas);
    // Seen on paper and on ink.
    drawing.fillStyle = property("--made");
    drawing.fillRect(cursor.x, cursor.y, 1, 1);
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
      draw();
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
      draw();
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
