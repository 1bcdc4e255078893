// The network as a small drawing: what goes in, the layers with their true widths, what comes out, what is said of it.

import { make } from "../../elements.js";
import { percent, say } from "../../languages/index.js";
import { CORRUPTION_SEED, NOISE_SEED } from "../../views/drawing/constants.js";
import { drawPicture } from "../../views/drawing/pictures.js";
import "./diagram.css";
import { markFlow, markStill, placed } from "./flow.js";
import { between, code, joined, layers, pack, plain, thing, together } from "./parts.js";

/** @import {Update} from "../../types/library" */
/** @import {Experiment, Flow, Page, Panel, Query} from "../../types/page" */
/** @import {Pictures, Tone} from "../../views/drawing/pictures.js" */

/** What the discriminator says on average of the real and of the made. */
const SCORES = /** @type {const} */ ([
  ["realScore", "real", "panels.diagram.score.real"],
  ["madeScore", "made", "panels.diagram.score.made"],
]);

/** @param {Page} page @returns {Panel & {update: (experiment: Experiment) => void}} */
export default function create(page) {
  /** @type {Experiment|null} */
  let experiment = null;
  /** Of the pictures in the diagram, in the order of the queries' answers. @type {{tone: Tone, element: HTMLElement}[]} */
  let things = [];
  /** @type {Pictures[]} */
  let pictures = [];
  /** @type {Record<string, number>} */
  let losses = {};
  /** @type {Record<string, HTMLElement>} */
  let scores = {};
  /** @type {Flow|null} */
  let flow = null;
  /** @type {Update} */
  let update = "both";

  const strip = make("div", { id: "network", label: "panels.diagram.heading", attributes: { role: "group" } });
  const element = make(
    "section",
    { class: "diagram", attributes: { "aria-labelledby": "diagram-heading" } },
    make("h2", { id: "diagram-heading", class: "unseen", words: "panels.diagram.heading" }),
    strip,
  );

  // Whoever has no pointer can scroll by keyboard what does not fit.
  const offerScrolling = () => {
    if (strip.scrollWidth > strip.clientWidth) strip.tabIndex = 0;
    else strip.removeAttribute("tabindex");
  };
  const sizes = new ResizeObserver(offerScrolling);
  page.onFlow((next) => {
    flow = next;
    mark();
  });
  page.onUpdate((next) => {
    update = next;
    mark();
  });

  function mark() {
    markFlow(strip, flow);
    markStill(strip, update);
  }

  /** @param {Experiment} of */
  function build(of) {
    const drawn = { pictures: null, points: "x, y", signals: "∿∿∿", molecules: "⌬" }[of.kind];
    const inside = between(of);
    const [example, shownWidth, ends] = [plain(of.features), plain(of.inputs), plain(of.code)];
    // A smaller picture takes the place of what the first convolution gives.
    const encoder = of.enlarges && of.state.network === "convolutional" ? inside.slice(1) : inside;
    const real = thing("real", "panels.diagram.real", drawn);
    const made = thing("made", of.discriminates ? "panels.diagram.made" : "panels.diagram.rebuilt", drawn);
    const shown = thing("ink", "panels.diagram.corrupted", drawn);
    things = [
      { tone: "made", element: made },
      ...(of.corrupts ? [{ tone: /** @type {Tone} */ ("ink"), element: shown }] : []),
      { tone: "real", element: real },
    ];
    // One that judges several together takes all of them; one that is told labels has a logit for each.
    const judged = of.packs && of.state.packing > 1 ? pack(of.state.packing, of.features) : example;
    const logits = plain(of.conditioned ? of.classes.length : 1);
    const decoder = [ends, ...[...inside].reverse(), example];
    const parts = of.discriminates
      ? [
          placed(code("panels.diagram.noise", of.code), "noise"),
          placed(layers("panels.diagram.generator", decoder, "made"), "generator"),
          together(placed(made, "made"), placed(real, "real")),
          placed(layers("panels.diagram.discriminator", [judged, ...inside, logits], "ink"), "discriminator"),
          placed(scoreList(), "scores"),
        ]
      : [
          of.corrupts ? together(real, shown) : real,
          layers("panels.diagram.encoder", [shownWidth, ...encoder, ends], "real"),
          code(of.spreads ? "panels.diagram.code.spread" : "panels.diagram.code", of.code),
          layers("panels.diagram.decoder", decoder, "made"),
          made,
        ];
    strip.replaceChildren(...joined(parts));
    mark();
    // It is measured when it is drawn, and not before.
    sizes.unobserve(strip);
    sizes.observe(strip);
  }

  function scoreList() {
    scores = {};
    return make(
      "dl",
      { class: "scores" },
      ...SCORES.map(([name, tone, key]) => {
        scores[name] = make("dd", { text: "–" });
        return make("div", { class: tone }, make("dt", { words: key }), scores[name]);
      }),
    );
  }

  function drawScores() {
    for (const [name, value] of Object.entries(scores)) {
      if (losses[name] === undefined) continue;
      const text = percent(losses[name]);
      if (value.textContent === text) continue;
      value.textContent = text;
      value.parentElement?.style.setProperty("--share", String(losses[name]));
    }
  }

  function drawPictures() {
    things.forEach(({ tone, element: figure }, index) => {
      const canvas = figure.querySelector("canvas");
      if (canvas && pictures[index]) drawPicture(canvas, pictures[index], tone);
    });
  }

  return {
    id: "diagram",
    region: "diagram",
    element,
    suits: () => true,

    reset(next) {
      experiment = next;
      pictures = [];
      losses = {};
      scores = {};
      build(next);
    },

    /** The same experiment, with another setting. */
    update(next) {
      const { corrupts } = next;
      if (experiment?.corrupts !== corrupts) pictures = [];
      experiment = next;
      build(next);
      drawPictures();
      drawScores();
    },

    queries() {
      if (experiment?.kind !== "pictures") return [];
      const { discriminates, corrupts } = experiment;
      /** @type {[number, number]} */
      const examples = [0, 1];
      const noise = corrupts ? { corruptionSeed: CORRUPTION_SEED } : {};
      /** @type {Query[]} */
      const queries = [
        discriminates ? { method: "sample", numbers: [1, NOISE_SEED] } : { method: "reconstruct", examples, ...noise },
      ];
      if (corrupts) queries.push({ method: "corrupt", examples, ...noise });
      if (pictures.length < things.length) queries.push({ method: "examples", numbers: examples });
      return queries;
    },

    show(answers, moment) {
      answers.forEach((answer, index) => {
        pictures[index] = answer;
      });
      losses = moment.losses;
      drawPictures();
      drawScores();
    },

    progress(message) {
      losses = message.losses;
      drawScores();
    },

    summary() {
      if (!experiment) return "";
      return say("panels.diagram.summary", { inputs: experiment.inputs, code: experiment.code });
    },

    redraw() {
      if (!experiment) return;
      scores = {};
      build(experiment);
      drawPictures();
      drawScores();
    },
  };
}
