// A path through several pictures that a person chooses, decoded stage by stage, played as an animation and saved as one.

import { make } from "../../elements.js";
import { say } from "../../languages/index.js";
import { Candidates } from "../drawing/candidates.js";
import { SIDE } from "../drawing/constants.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import { LabelChoice } from "../drawing/label-choice.js";
import { crispScale, NARROW } from "../drawing/layout.js";
import { countOf, joined, ramp } from "../drawing/pictures.js";
import { still } from "../drawing/still.js";
import { Player } from "./player.js";
import { Saving } from "./saving.js";
import { FEWEST, Stops } from "./stops.js";
import { Strip } from "./strip.js";
import { duration, isSpeed, STEPS } from "./timing.js";
import "./journey.css";

/** @import {About, Answer, Experiment, Moment, Page, Query, View} from "../../types/page" */
/** @import {Chosen} from "../drawing/chosen-row.js" */

/** Before a person chooses. */
const FIRST = 4;
/** Wanted of the picture that plays, and of those to choose from, in CSS pixels. */
const [LARGE, SMALL] = [224, 56];
const COLUMNS = { wide: 8, slim: 6 };
const ROWS = { wide: 2, slim: 3 };
const GAP = 1;
const SAVED_SCALE = 4;
const PICTURE = SIDE * SIDE;
/** What answers are called. */
const [CODES, LEG] = ["codes", "leg"];

/** @type {About} */
export const about = {
  id: "journey",
  group: "create",
  title: "views.journey.title",
  suits: ({ kind, encodes, spreads }) => {
    if (kind !== "pictures") return 0;
    return encodes ? (spreads ? 1.3 : 0.38) : 0.35;
  },
};

/** @param {Page} page @returns {View} */
export default function create(page) {
  /** @type {Experiment|null} */
  let experiment = null;
  /** Of the pictures that are encoded, as the last look had them, and the step of that. */
  let codes = { values: /** @type {Float32Array|null} */ (null), step: -1 };
  /** Those that were queried last. @type {Chosen[]} */
  let queried = [];
  /** @type {Float32Array} */
  let stages = new Float32Array();
  /** @type {Moment|null} */
  let moment = null;
  let newestStep = 0;

  const frame = new Frame("journey", () => {
    layout();
    page.refresh();
  });
  const stops = new Stops(changed, (index) => player.seek(index * STEPS));
  const candidates = new Candidates({
    id: "journey",
    keys: "views.journey.keys",
    real: "views.journey.real",
    made: "views.journey.made",
    choose: (stop) => stops.add(stop),
    turned: () => page.refresh(),
  });
  page.onDrawn((values) => candidates.setDrawing(values));
  const saving = new Saving(() => {
    if (!experiment || stages.length === 0) return null;
    const durations = Array.from({ length: countOf(stages) }, (_, stage) => duration(stage, player.speed));
    const animation = { pictures: stages, colours: ramp("made"), durations };
    return { animation, name: `generative-playground-${experiment.state.family}` };
  });
  const strip = new Strip((stage) => player.stopAt(stage));
  const player = new Player((stage) => strip.mark(stage), saving.element);
  const choice = new LabelChoice("journey-label", { inTurn: false, chosen: () => page.refresh() });
  frame.add(choice.element);
  const description = new Description("journey-summary", player.canvas, summary);
  const body = make(
    "div",
    { class: "choosing journey-body" },
    player.element,
    stops.element,
    candidates.element,
    strip.element,
  );
  frame.place.append(body, description.element);

  function changed() {
    codes = { values: null, step: -1 };
    saving.reset();
    if (stops.all.length < FEWEST) take(new Float32Array());
    page.refresh();
    description.update();
  }

  /** @param {Float32Array} found */
  function take(found) {
    stages = found;
    player.show(stages);
    strip.show(stages);
    saving.offer(stages.length > 0);
  }

  function layout() {
    const { clientWidth: width } = body;
    if (width === 0) return;
    const density = window.devicePixelRatio || 1;
    const form = width < NARROW ? "slim" : "wide";
    player.layout(crispScale(LARGE, width, density));
    const scale = crispScale(SMALL, width / COLUMNS.slim, density);
    candidates.layout({ columns: COLUMNS[form], rows: ROWS[form], gap: GAP }, scale);
    strip.layout(width, scale);
  }

  function summary() {
    if (experiment && moment && stops.all.length < FEWEST) return stops.summary();
    if (!moment || stages.length === 0) return say("views.waiting");
    const values = { step: moment.step, stages: countOf(stages), count: countOf(stages) / STEPS };
    return say("views.journey.summary", values);
  }

  /** From each to the next, and from the last back to the first. @param {Float32Array} all codes @returns {Query[]} */
  function legs(all) {
    const count = stops.all.length;
    const size = all.length / count;
    const code = (/** @type {number} */ index) => all.slice((index % count) * size, ((index % count) + 1) * size);
    const path = experiment?.encodes && !experiment.spreads ? "straight" : "sphere";
    return stops.all.map((_, index) => ({
      method: "walk",
      arguments: [code(index), code(index + 1), STEPS + 1, path],
      next: "decode",
      label: choice.label,
      part: LEG,
    }));
  }

  /** Codes are walked between at the next look; where nothing has been learnt since, that is the last. @param {Float32Array} values @param {number} step */
  function remember(values, step) {
    const known = codes.values !== null && codes.step === step;
    codes = { values, step };
    if (!known) page.refresh();
  }

  return {
    ...about,
    element: frame.element,

    reset(other) {
      experiment = other;
      codes = { values: null, step: -1 };
      queried = [];
      moment = null;
      newestStep = 0;
      stops.reset(other);
      candidates.reset(other);
      choice.reset(other);
      player.reset();
      saving.reset();
      take(new Float32Array());
      frame.name("views.journey.heading", [
        ...(other.encodes ? [/** @type {[string, string]} */ (["real", "views.key.real"])] : []),
        ["made", other.encodes ? "views.key.decoded" : "views.key.made"],
      ]);
      frame.wait(true);
      description.updateNow();
    },

    queries() {
      queried = stops.all;
      const empty = queried.length < FEWEST;
      // Without a query there would be no answer, and nothing to choose from.
      const queries = candidates.queries(choice.label, empty);
      if (empty) return queries;
      if (experiment?.encodes) {
        queries.push({ method: "encode", values: joined(queried.map(({ picture }) => picture)), part: CODES });
        if (codes.values) queries.push(...legs(codes.values));
      } else queries.push(...legs(joined(queried.map(({ code }) => /** @type {Float32Array} */ (code)))));
      return queries;
    },

    show(answers, now) {
      newestStep = Math.max(newestStep, now.step);
      const parts = now.parts ?? [];
      candidates.show(new Map(answers.map((answer, index) => [parts[index], answer])));
      stops.begin(candidates.first(FIRST));
      const live = now.step === newestStep;
      // Others have been chosen meanwhile, whose answers come soon; what is looked back to is as it was.
      if (live && queried !== stops.all) return page.refresh();
      // Before the codes were known there was no path.
      const found = answers.filter((_, index) => parts[index] === LEG);
      const encoded = answers[parts.indexOf(CODES)];
      if (live && encoded) remember(/** @type {Float32Array} */ (encoded), now.step);
      if (found.length > 0) {
        moment = now;
        take(joined(found.map((leg) => /** @type {Float32Array} */ (leg).subarray(0, STEPS * PICTURE))));
        if (live && !experiment?.encodes) stops.renew(stages, STEPS);
      } else if (!live) take(new Float32Array());
      frame.wait(stages.length === 0 && stops.all.length >= FEWEST);
      description.update();
    },

    summary,

    keep: () => ({ stops: stops.keep(), speed: player.speed }),

    restore(kept) {
      const { stops: all, speed } = /** @type {{stops?: unknown, speed?: unknown}} */ (kept ?? {});
      if (isSpeed(speed)) player.speed = speed;
      if (experiment) stops.restore(all, experiment.encodes ? null : experiment.code);
      changed();
    },

    redraw() {
      layout();
      stops.draw();
      player.draw();
      player.go();
      description.updateNow();
    },

    picture: () => (stages.length === 0 ? null : still([strip.grid.canvas], SAVED_SCALE)),
  };
}
