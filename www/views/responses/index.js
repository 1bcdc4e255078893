// What the network has learned to see: its code, number by number, its first layer, and what its code is good for.

import { make, words } from "../../elements.js";
import { say } from "../../languages/index.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import { still } from "../drawing/still.js";
import { Activation } from "./activation.js";
import { Filters } from "./filters.js";
import { Probe } from "./probe.js";
import "./responses.css";
import { Segments } from "./segments.js";
import { Traversal } from "./traversal.js";

/** @import {Moment, Page, View} from "../../types/page" */

/** Of a picture that is saved. */
const SAVED_SCALE = 3;

/** @param {Page} page @returns {View} */
export default function create(page) {
  /** @type {Moment|null} */
  let moment = null;
  let newestStep = 0;
  /** Whoever looks back may find a step at which another part was looked at. */
  let elsewhere = false;

  const frame = new Frame("responses", () => {
    layout();
    page.refresh();
  });
  const parts = [
    new Traversal(page),
    new Filters(page),
    new Activation(page),
    new Probe(page, () => description.updateNow()),
  ];
  let part = parts[0];
  const choice = new Segments("features", "views.responses.choice", (id) => {
    part = parts.find((each) => each.id === id) ?? part;
    elsewhere = false;
    show();
    layout();
    page.refresh();
  });
  choice.offer(
    parts.map(({ id }) => ({ value: id, words: `views.responses.${id}.part` })),
    part.id,
  );
  const note = make("p", { id: "features-note", class: "aside" });
  const missing = make("p", { class: "aside", words: "views.responses.elsewhere", hidden: true });
  const description = new Description("responses-summary", choice.element, summary);
  const body = make("div", { class: "responses-body" }, choice.element, note, missing);
  body.append(...parts.map(({ element }) => element));
  frame.place.append(body, description.element);
  page.onDrawn(() => words(note, part.note));

  /** The part that is chosen, and nothing of the others. */
  function show() {
    frame.name(`views.responses.${part.id}.heading`, part.keys);
    frame.wait(!part.ready && !elsewhere);
    words(note, part.note);
    missing.hidden = !elsewhere;
    for (const each of parts) each.element.hidden = each !== part || elsewhere;
    for (const canvas of part.drawings) canvas.setAttribute("aria-describedby", description.element.id);
    description.updateNow();
  }

  function layout() {
    if (frame.place.clientWidth > 0) part.layout();
  }

  function summary() {
    if (!moment || !part.ready) return say("views.waiting");
    return elsewhere ? say("views.responses.elsewhere") : part.summary(moment);
  }

  return {
    id: "responses",
    title: "views.responses.title",
    element: frame.element,
    suits: ({ kind, encodes }) => (kind === "pictures" && encodes ? 0.6 : 0),

    reset(experiment) {
      moment = null;
      newestStep = 0;
      elsewhere = false;
      for (const each of parts) each.reset(experiment);
      show();
    },

    queries: () => part.queries(),

    show(answers, now) {
      const looksBack = now.step < newestStep;
      newestStep = Math.max(newestStep, now.step);
      const known = part.recognises(answers);
      // Asked before another part was chosen.
      if (!known && !looksBack) return;
      const before = part.ready && !elsewhere;
      elsewhere = !known;
      if (known) {
        moment = now;
        part.show(answers, now.step);
      }
      if (before !== (part.ready && !elsewhere)) {
        show();
        layout();
      }
      description.update();
    },

    summary,

    redraw() {
      for (const each of parts) each.draw();
      layout();
      description.updateNow();
    },

    picture: () => {
      const canvases = part.drawings.filter((canvas) => canvas.checkVisibility());
      return moment && part.ready && canvases.length > 0 ? still(canvases, SAVED_SCALE) : null;
    },
  };
}
