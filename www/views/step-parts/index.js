// One step of a GAN in its parts, one at a time: what passes through the networks, and which of them is updated.

import { make, words } from "../../elements.js";
import { say } from "../../languages/index.js";
import { Frame } from "../drawing/frame.js";
import { UpdateChoice } from "./choice.js";
import { flowOf, omitted, PARTS } from "./parts.js";
import { shownOf } from "./shown.js";
import "./step-parts.css";

/** @import {Trace} from "../../types/library" */
/** @import {About, Experiment, Page, View} from "../../types/page" */
/** @import {Part} from "./parts.js" */

const PART_MILLISECONDS = 1500;

/** @type {About} */
export const about = {
  id: "step-parts",
  group: "inside",
  title: "views.step-parts.title",
  suits: ({ discriminates, kind }) => (discriminates && kind !== "signals" ? 0.5 : 0),
};

/** @param {Page} page @returns {View} */
export default function create(page) {
  /** @type {Experiment|null} */
  let experiment = null;
  /** @type {Trace|null} */
  let trace = null;
  let at = 0;
  let busy = false;
  let timer = 0;

  const frame = new Frame("step-parts", () => draw());
  const choice = new UpdateChoice((update) => page.update(update));
  page.onUpdate((update) => choice.show(update));
  const button = (/** @type {string} */ id, /** @type {string} */ key, /** @type {() => void} */ click) =>
    make("button", { id, class: "plain", words: key, attributes: { type: "button" }, on: { click } });
  const start = button("parts-start", "views.step-parts.start", () => take());
  const back = button("parts-back", "views.step-parts.back", () => go(at - 1));
  const forward = button("parts-forward", "views.step-parts.forward", () => go(at + 1));
  const play = button("parts-play", "views.step-parts.play", () => (timer ? stop() : run()));
  const way = make("div", { class: "parts-way", attributes: { "aria-hidden": "true" } });
  way.append(...PARTS.map(({ half }) => make("i", { class: half })));
  const buttons = make("div", { class: "parts-buttons" }, back, forward, play, start);
  const place = make("p", { id: "parts-place", class: "aside" });
  const name = make("h3", { id: "parts-name" });
  const sentence = make("p", { id: "parts-sentence" });
  // Whoever does not see the drawings hears which part it is now.
  const told = make("div", { class: "parts-told", attributes: { role: "status" } }, place, name, sentence);
  const shown = make("div", { id: "parts-shown" });
  const now = make("div", { class: "parts-now" }, told, shown);
  const body = make("div", { class: "parts-body" }, choice.element, buttons, way, now);
  frame.place.append(body);
  body.addEventListener("keydown", (event) => {
    const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    // A group of choices has the arrow keys for itself.
    if (!move || !trace || event.target instanceof HTMLInputElement || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    stop();
    go(at + move);
  });

  // The diagram shows the way through the step as long as this does.
  new ResizeObserver(() => {
    if (frame.element.clientWidth === 0) stop();
    light();
  }).observe(frame.element);

  async function take() {
    if (busy) return;
    stop();
    busy = true;
    draw();
    const of = experiment;
    const taken = await page.trace();
    busy = false;
    if (taken && of === experiment) {
      trace = taken;
      at = 0;
    }
    draw();
  }

  /** @param {number} to the part with this number, where there is one */
  function go(to) {
    if (!trace || to < 0 || to >= PARTS.length) return;
    at = to;
    draw();
  }

  function run() {
    if (!trace) return;
    if (at === PARTS.length - 1) at = 0;
    timer = window.setInterval(() => {
      go(at + 1);
      if (at === PARTS.length - 1) stop();
    }, PART_MILLISECONDS);
    draw();
  }

  function stop() {
    clearInterval(timer);
    timer = 0;
    play.setAttribute("aria-pressed", "false");
  }

  function light() {
    const seen = trace && frame.element.clientWidth > 0;
    page.flow(trace && seen ? flowOf(PARTS[at], trace) : null);
  }

  /** @param {Part} part @param {Trace} of */
  function keyOf(part, of) {
    const key = `views.step-parts.${part.half}.${part.name}`;
    return omitted(part, of) ? `${key}.omitted` : key;
  }

  function valuesOf() {
    const { batchSize = 0, code = 0 } = experiment?.state ?? {};
    return { at: at + 1, all: PARTS.length, step: trace?.step ?? 0, batch: batchSize, code };
  }

  function draw() {
    const part = PARTS[at];
    words(start, trace ? "views.step-parts.again" : "views.step-parts.start");
    start.setAttribute("aria-disabled", String(busy));
    back.setAttribute("aria-disabled", String(at === 0));
    forward.setAttribute("aria-disabled", String(at === PARTS.length - 1));
    play.setAttribute("aria-pressed", String(timer !== 0));
    body.dataset.empty = String(!trace);
    for (const element of [back, forward, play, way, place]) element.hidden = !trace;
    [...way.children].forEach((mark, index) => {
      mark.classList.toggle("now", index === at);
      mark.classList.toggle("past", index < at);
    });
    if (trace && experiment) {
      words(place, `views.step-parts.place.${part.half}`, valuesOf());
      words(name, `views.step-parts.${part.half}.${part.name}.name`);
      words(sentence, keyOf(part, trace), valuesOf());
      shown.replaceChildren(...shownOf(part, trace, experiment));
    } else {
      words(name, busy ? "views.step-parts.busy" : "views.step-parts.empty.name");
      words(sentence, "views.step-parts.empty");
      shown.replaceChildren();
    }
    shown.dataset.half = part.half;
    light();
  }

  function forget() {
    stop();
    trace = null;
    at = 0;
    draw();
  }

  return {
    ...about,
    element: frame.element,

    reset(next) {
      experiment = next;
      frame.name("views.step-parts.heading", [
        ["real", "views.key.real"],
        ["made", "views.key.made"],
      ]);
      frame.wait(false);
      forget();
    },

    /** What is shown is not of now: it asks nothing again and again, and is not looked back to. */
    queries: () => [],
    show() {},

    progress(message) {
      // Training has gone on since.
      if (trace && message.step !== trace.step) forget();
    },

    summary() {
      if (!trace) return say("views.step-parts.empty");
      const part = PARTS[at];
      const values = valuesOf();
      const sentences = [`place.${part.half}`, `${part.half}.${part.name}.name`];
      return [...sentences.map((key) => say(`views.step-parts.${key}`, values)), say(keyOf(part, trace), values)].join(
        " ",
      );
    },

    redraw: draw,
  };
}
