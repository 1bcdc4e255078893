// What goes wrong between two networks, each made to happen and mended by one press, with what tells.

import { make, words } from "../../elements.js";
import { FAILURES, failureOf } from "../../experiment/failures.js";
import { say } from "../../languages/index.js";
import { Frame } from "../drawing/frame.js";
import { FailureCard } from "./card.js";
import { MadeNow } from "./made-now.js";
import "./failure-modes.css";

/** @import {About, Experiment, Page, View} from "../../types/page" */
/** @import {Failure, Phase} from "../../experiment/failures.js" */

/** @type {About} */
export const about = {
  id: "failure-modes",
  group: "compare",
  title: "views.failure-modes.title",
  ideas: FAILURES.map(({ name }) => name),
  suits: ({ discriminates, kind }) => (discriminates && kind !== "signals" ? 0.3 : 0),
};

/** @param {Page} page @returns {View} */
export default function create(page) {
  /** What trains, where it is one of these. @type {{failure: Failure, phase: Phase}|null} */
  let current = null;
  /** What was pressed, until it trains. @type {{failure: Failure, phase: Phase}|null} */
  let pressed = null;
  let step = 0;
  /** Whether the card of what trains has been scrolled to. */
  let found = false;

  const frame = new Frame("failure-modes", () => made.draw());
  const made = new MadeNow();
  const cards = FAILURES.map((failure) => new FailureCard(failure, (phase) => begin(failure, phase)));
  const intro = make("p", { class: "aside", words: "views.failure-modes.intro" });
  const now = make("p", { id: "failures-now", attributes: { role: "status" } });
  const list = make("div", { class: "failures-list" }, ...cards.map(({ element }) => element));
  const shown = make("div", { class: "failures-now" }, now, made.element);
  frame.place.append(make("div", { class: "failures-body" }, intro, shown, list));

  /** @param {Failure} failure @param {Phase} phase */
  async function begin(failure, phase) {
    pressed = { failure, phase };
    const begun = await page.begin(failure.dataset, failure[phase], failure.name);
    if (!begun) pressed = null;
  }

  const cardOf = (/** @type {Failure} */ failure) => cards.find((card) => card.failure === failure);

  function draw() {
    for (const card of cards) card.mark(card.failure === current?.failure ? current.phase : null, step);
    if (current) words(now, `views.failure-modes.${current.failure.name}.${current.phase}`);
    else words(now, "views.failure-modes.none");
    made.draw();
  }

  return {
    ...about,
    element: frame.element,

    /** @param {Experiment} experiment */
    reset(experiment) {
      current = pressed ?? failureOf(experiment.state, (dataset) => page.usual(dataset));
      pressed = null;
      found = false;
      step = 0;
      made.reset(experiment);
      if (current) cardOf(current.failure)?.begin(current.phase);
      frame.name("views.failure-modes.heading", [
        ["real", "views.key.real"],
        ["made", "views.key.made"],
      ]);
      frame.wait(false);
      draw();
    },

    queries: () => made.queries(),

    show(answers, moment) {
      step = moment.step;
      made.show(answers);
      draw();
      // The view was away meanwhile, and has forgotten where it was.
      if (!found && current) cardOf(current.failure)?.element.scrollIntoView({ block: "nearest" });
      found = true;
    },

    progress(message) {
      const before = step;
      step = message.step;
      const { failure } = current ?? {};
      // It tells by now: nobody has to wait until it is measured anyway.
      if (failure && before < failure.steps && step >= failure.steps) page.measure();
    },

    measured(evaluation) {
      if (!current || !evaluation || evaluation.step < current.failure.steps) return;
      cardOf(current.failure)?.found(current.phase, evaluation);
      draw();
    },

    summary() {
      if (!current) return `${say("views.failure-modes.none")} ${say("views.failure-modes.intro")}`;
      const card = cardOf(current.failure);
      return [say(`views.failure-modes.${current.failure.name}.${current.phase}`), card?.summary()]
        .filter(Boolean)
        .join(" ");
    },

    keep() {
      const all = cards.flatMap((card) => {
        const found = card.keep();
        return found ? [[card.failure.name, found]] : [];
      });
      return all.length > 0 ? Object.fromEntries(all) : undefined;
    },

    /** @param {any} kept by name */
    restore(kept) {
      for (const card of cards) card.restore(kept?.[card.failure.name]);
      draw();
    },

    redraw: draw,
  };
}
