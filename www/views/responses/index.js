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

/** @import {About, Answer, Moment, Page, View} from "../../types/page" */

/** Of a picture that is saved. */
const SAVED_SCALE = 3;

/** @type {About} */
export const about = {
  id: "responses",
  group: "inside",
  title: "views.responses.title",
  ideas: ["features", "sparse"],
  suits: ({ kind, encodes }) => (kind === "pictures" && encodes ? 0.6 : 0),
};

/** @param {Page} page @returns {View} */
export default function create(page) {
  /** @type {Moment|null} */
  let moment = null;
  let newestStep = 0;
  /** What is looked back to; null for now. @type {Answer[]|null} */
  let past = null;
  /** At that step another part was looked at. */
  const elsewhere = () => past !== null && !part.recognises(past);
  /** That there was room for; a note of more lines leaves less. */
  let height = 0;

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
    show();
    layout();
    page.refresh();
  });
  choice.offer(
    parts.map(({ id }) => ({ value: id, words: `views.responses.${id}.part` })),
    part.id,
  );
  const note = make("span");
  const more = make("span");
  const notes = make("p", { class: "aside" }, note, " ", more);
  const missing = make("p", { id: "features-elsewhere", words: "views.responses.elsewhere", hidden: true });
  const description = new Description("responses-summary", choice.element, summary);
  const body = make("div", { class: "responses-body" }, choice.element, notes, missing);
  body.append(...parts.map(({ element }) => element));
  frame.place.append(body, description.element);
  page.onDrawn(drawNote);

  function drawNote() {
    words(note, part.note);
    more.hidden = !part.more;
    if (part.more) words(more, ...part.more);
  }

  /** The part that is chosen, and nothing of the others. */
  function show() {
    frame.name(`views.responses.${part.id}.heading`, part.keys);
    frame.wait(!part.ready && !elsewhere());
    drawNote();
    missing.hidden = !elsewhere();
    for (const each of parts) each.element.hidden = each !== part || elsewhere();
    for (const canvas of part.drawings) canvas.setAttribute("aria-describedby", description.element.id);
    description.updateNow();
  }

  function layout() {
    if (frame.place.clientWidth === 0) return;
    part.layout();
    height = part.element.clientHeight;
  }

  function summary() {
    if (elsewhere()) return say("views.responses.elsewhere");
    return moment && part.ready ? part.summary(moment) : say("views.waiting");
  }

  return {
    ...about,
    element: frame.element,

    reset(experiment) {
      moment = null;
      newestStep = 0;
      past = null;
      for (const each of parts) each.reset(experiment);
      show();
    },

    queries: () => part.queries(),

    show(answers, now) {
      const before = part.ready && !elsewhere();
      past = now.step < newestStep ? answers : null;
      newestStep = Math.max(newestStep, now.step);
      if (part.recognises(answers)) {
        moment = now;
        part.show(answers, now.step);
      }
      if (before !== (part.ready && !elsewhere())) show();
      else drawNote();
      if (part.element.clientHeight !== height) layout();
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
