// More of what some pictures have and others lack: the way from the mean code of one group to that of another, added to
// the codes of further pictures.

import { make } from "../../elements.js";
import { say } from "../../languages/index.js";
import { Candidates } from "../drawing/candidates.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import { LabelChoice } from "../drawing/label-choice.js";
import { crispScale } from "../drawing/layout.js";
import { countOf, joined, pictureOf } from "../drawing/pictures.js";
import { still } from "../drawing/still.js";
import { Group, isSame } from "./group.js";
import { Result, SHOWN, written } from "./result.js";
import "./attributes.css";

/** @import {About, Answer, Moment, Page, Query, View} from "../../types/page" */
/** @import {Pictures} from "../drawing/pictures.js" */

/** Wanted of the pictures to choose from, in CSS pixels. */
const SMALL = 56;
const WALL = { columns: 6, rows: 3, gap: 1 };
/** Real pictures that may be changed: some that do not stand on the first pages of those to choose from. */
const OFFERED = /** @type {[start: number, count: number]} */ ([200, 30]);
const SAVED_SCALE = 4;
/** What answers are called. */
const [REAL, REBUILT, CODES, CHANGED] = ["real", "rebuilt", "codes", "changed"];

/** @typedef {{less: Float32Array[], more: Float32Array[], subjects: Float32Array[]}} Wanted the groups, and what is changed */
/** @type {Wanted} */
const NOTHING = { less: [], more: [], subjects: [] };

/** @param {Wanted} wanted */
const isComplete = ({ less, more, subjects }) => less.length > 0 && more.length > 0 && subjects.length > 0;

/** @type {About} */
export const about = {
  id: "attributes",
  group: "create",
  title: "views.attributes.title",
  suits: ({ kind, encodes }) => (kind === "pictures" && encodes ? 0.3 : 0),
};

/** @param {Page} page @returns {View} */
export default function create(page) {
  /** @type {Pictures} */
  let real = new Float32Array();
  /** @type {Float32Array|null} */
  let drawing = null;
  /** Another object after each change. */
  let wanted = NOTHING;
  /** What was queried last. */
  let asked = { wanted, amount: 0 };
  /** What was queried at earlier moments. @type {WeakMap<Moment, typeof asked>} */
  let looks = new WeakMap();
  /** Of all that is wanted, as the last look had them, and the step of that. */
  let codes = { values: /** @type {Float32Array} */ (new Float32Array()), of: wanted, step: -1 };
  /** What is shown. @type {{moment: Moment, wanted: Wanted, amount: number}|null} */
  let shown = null;
  let newestStep = 0;

  const frame = new Frame("attributes", () => {
    layout();
    page.refresh();
  });
  const groups = {
    less: new Group("attributes-less", "views.attributes.less", changed),
    more: new Group("attributes-more", "views.attributes.more", changed),
  };
  const targets = [
    { group: groups.less, radio: target("less"), name: "views.attributes.less" },
    { group: groups.more, radio: target("more"), name: "views.attributes.more" },
  ];
  const candidates = new Candidates({
    id: "attributes",
    keys: "views.attributes.keys",
    real: "views.attributes.real",
    choose: (one) => targets.find(({ radio }) => radio.checked)?.group.add(one),
    turned: () => page.refresh(),
  });
  page.onDrawn((values) => {
    drawing = values;
    candidates.setDrawing(values);
    changed();
  });
  const result = new Result(page, () => page.refresh());
  const choice = new LabelChoice("attributes-label", { inTurn: false, chosen: () => page.refresh() });
  frame.add(choice.element);
  const description = new Description("attributes-summary", result.grid.canvas, summary);
  const into = make(
    "div",
    { class: "attributes-into", label: "views.attributes.into", attributes: { role: "radiogroup" } },
    make("span", { words: "views.attributes.into", attributes: { "aria-hidden": "true" } }),
    ...targets.map(({ radio, name }) => make("label", {}, radio, make("span", { words: name }))),
  );
  const body = make(
    "div",
    { class: "choosing attributes-body" },
    groups.less.element,
    groups.more.element,
    make("div", { class: "attributes-choice" }, into, candidates.element),
    result.element,
  );
  frame.place.append(body, description.element);

  /** @param {"less"|"more"} name */
  function target(name) {
    return make("input", { id: `attributes-into-${name}`, attributes: { type: "radio", name: "attributes-into" } });
  }

  function changed() {
    const [less, more] = [groups.less.pictures, groups.more.pictures];
    const others = Array.from({ length: countOf(real) }, (_, index) =>
      pictureOf({ values: real, index, tone: "real" }),
    );
    const subjects = [drawing, ...others].filter(
      (picture) => picture !== null && ![...less, ...more].some((chosen) => isSame(chosen, picture)),
    );
    wanted = { less, more, subjects: /** @type {Float32Array[]} */ (subjects.slice(0, SHOWN)) };
    result.offer(less.length > 0 && more.length > 0);
    page.refresh();
    description.update();
  }

  function layout() {
    const { clientWidth: width } = candidates.element;
    if (width === 0) return;
    const density = window.devicePixelRatio || 1;
    candidates.layout(WALL, crispScale(SMALL, width / WALL.columns, density));
    result.layout(density);
  }

  /** There was nothing to be changed yet. */
  function nothing() {
    shown = null;
    result.show([]);
  }

  function summary() {
    if (!shown) return say("views.waiting");
    const { moment, amount } = shown;
    const { less, more, subjects } = shown.wanted;
    if (less.length === 0 || more.length === 0) return say("views.attributes.empty");
    const values = { step: moment.step, amount: written(amount), less: less.length, more: more.length };
    return say("views.attributes.summary", { ...values, count: subjects.length });
  }

  /** They are moved at the next look; where nothing has been learnt since, that is the last. @param {Float32Array} values @param {Wanted} of @param {number} step */
  function remember(values, of, step) {
    const known = codes.of === of && codes.step === step;
    codes = { values, of, step };
    if (!known) page.refresh();
  }

  /** The codes of the groups lead the way. @returns {[subjects: Float32Array, less: Float32Array, more: Float32Array]} */
  function parted() {
    const { less, more, subjects } = codes.of;
    const size = codes.values.length / (less.length + more.length + subjects.length);
    const [first, second] = [less.length * size, (less.length + more.length) * size];
    return [codes.values.slice(second), codes.values.slice(0, first), codes.values.slice(first, second)];
  }

  return {
    ...about,
    element: frame.element,

    reset(experiment) {
      real = new Float32Array();
      looks = new WeakMap();
      codes = { values: new Float32Array(), of: NOTHING, step: -1 };
      shown = null;
      newestStep = 0;
      for (const { group } of targets) group.reset();
      targets[0].radio.checked = true;
      candidates.reset(experiment);
      choice.reset(experiment);
      result.reset();
      changed();
      frame.name("views.attributes.heading", [
        ["real", "views.key.real"],
        ["made", "views.key.decoded"],
      ]);
      frame.wait(true);
      description.updateNow();
    },

    queries() {
      const { label } = choice;
      asked = { wanted, amount: result.amount };
      const { less, more, subjects } = wanted;
      const queries = candidates.queries(label, false);
      if (countOf(real) === 0) queries.push({ method: "examples", numbers: OFFERED, part: REAL });
      if (subjects.length === 0) return queries;
      queries.push({ method: "reconstruct", values: joined(subjects), label, part: REBUILT });
      if (!isComplete(wanted)) return queries;
      queries.push({ method: "encode", values: joined([...less, ...more, ...subjects]), part: CODES });
      if (codes.of === wanted) {
        const given = [...parted(), asked.amount];
        queries.push({ method: "shiftBetween", arguments: given, next: "decode", label, part: CHANGED });
      }
      return queries;
    },

    show(answers, now) {
      newestStep = Math.max(newestStep, now.step);
      const found = new Map(answers.map((answer, index) => [now.parts?.[index], answer]));
      candidates.show(found);
      const offered = found.get(REAL);
      if (offered && countOf(real) === 0) {
        real = offered;
        changed();
      }
      const look = looks.get(now) ?? asked;
      looks.set(now, look);
      const live = now.step === newestStep;
      const encoded = found.get(CODES);
      if (live && encoded) remember(/** @type {Float32Array} */ (encoded), look.wanted, now.step);
      const rebuilt = found.get(REBUILT);
      if (!rebuilt) return live ? undefined : nothing();
      // The codes come a look before what is made of them.
      const changedNow = found.get(CHANGED) ?? (live && isComplete(look.wanted) ? result.rows[2] : undefined);
      shown = { moment: now, ...look };
      result.show([joined(look.wanted.subjects), rebuilt, changedNow ?? new Float32Array()]);
      frame.wait(false);
      description.update();
    },

    summary,

    keep: () => ({ less: groups.less.keep(), more: groups.more.keep(), amount: result.amount }),

    restore(kept) {
      const { less, more, amount } = /** @type {Record<string, unknown>} */ (kept ?? {});
      groups.less.restore(less);
      groups.more.restore(more);
      result.restore(amount);
      changed();
    },

    redraw() {
      layout();
      for (const { group } of targets) group.draw();
      description.updateNow();
    },

    picture: () => (shown ? still([result.grid.canvas], SAVED_SCALE) : null),
  };
}
