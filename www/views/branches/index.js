// Goes on from a step of the past in two branches, one as it was, one with a setting changed, and shows how they part.

import { make } from "../../elements.js";
import { wouldBeLost } from "../../experiment/leaving.js";
import { experimentOf } from "../../experiment/rules.js";
import { say } from "../../languages/index.js";
import { settingKey } from "../../panels/controls/fields.js";
import { sayError } from "../../say-error.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import { NARROW } from "../drawing/layout.js";
import { Bar } from "./bar.js";
import { Branches } from "./branches.js";
import "./branches.css";
import { makeDrawings } from "./drawings.js";
import { keptPast, Left, pastOf } from "./kept.js";
import { Losses } from "./losses.js";
import { queryOf, rebuilds } from "./made.js";
import { Setup } from "./setup.js";

/** @import {About, Experiment, Page, PastStep, State, View} from "../../types/page" */
/** @import {KeyEntry} from "../drawing/frame.js" */
/** @import {Phase} from "./bar.js" */
/** @import {KeptFork, KeptPast} from "./kept.js" */

/** A fork under way, and what differs in its second branch. @typedef {{branches: Branches, part: Partial<State>, steps: number, past: PastStep|null, kept: KeptPast|null}} Fork */

/** @type {About} */
export const about = {
  id: "branches",
  group: "compare",
  title: "views.branches.title",
  ideas: ["fork"],
  suits: () => 0.1,
};

/** @param {Page} page @returns {View} */
export default function create(page) {
  /** @type {Experiment|null} */
  let experiment = null;
  /** @type {Fork|null} */
  let fork = null;
  /** @type {Phase} */
  let phase = "idle";
  /** How far both have come on their way back. */
  let share = 0;
  /** @type {unknown} */
  let problem = null;

  const frame = new Frame("branches", () => layout());
  const setup = new Setup(begin);
  const left = new Left(setup.setting, setup.button, ({ past, part, steps, step }) =>
    start(pastOf(past), part, steps, step - past.step),
  );
  const told = make("p", { id: "branches-problem", attributes: { role: "alert" } });
  const bar = new Bar({ go: () => (phase === "running" ? rest() : train()), keep, end });
  const kinds = makeDrawings(page);
  const place = make("div", {
    class: "branches-made",
    label: "views.branches.made",
    attributes: { role: "group" },
  });
  const losses = new Losses();
  const description = new Description("branches-summary", place, summary);
  const parts = [left.element, setup.element, bar.element, bar.heard, told, place, losses.element];
  const body = make("div", { class: "branches-body" }, ...parts);
  frame.place.append(body, description.element);

  const drawn = () => kinds[experiment?.kind ?? "pictures"];

  function layout() {
    const { clientWidth: width, clientHeight: height } = place;
    if (width > 0) drawn().layout(width, frame.place.clientWidth < NARROW ? Number.POSITIVE_INFINITY : height);
  }

  /** @param {typeof phase} next */
  function enter(next) {
    const before = phase;
    const focused = body.contains(document.activeElement) && document.activeElement;
    phase = next;
    // At rest it has been kept.
    wouldBeLost("branches", ["returning", "running", "keeping"].includes(phase));
    left.element.hidden = phase !== "idle" || left.fork === null;
    const there = !["idle", "returning"].includes(phase);
    setup.element.hidden = phase !== "idle";
    for (const part of [place, losses.element]) part.hidden = !there;
    bar.enter(phase, said());
    if (before !== phase) layout();
    tell();
    // What was pressed may be gone.
    if (focused && !focused.checkVisibility()) (phase === "idle" ? setup.button : bar.end).focus();
  }

  /** What there is to be told of it. */
  const said = () => ({
    from: fork?.past?.step ?? null,
    step: fork?.branches.step ?? 0,
    steps: fork?.steps ?? 0,
    share,
    change: fork?.past ? setup.setting.change(fork.past.state, fork.part) : "",
  });

  function tell() {
    bar.tell(phase, said());
    told.hidden = problem === null;
    told.textContent = problem === null ? "" : sayError(problem, (name) => settingKey(name, experiment));
  }

  async function begin() {
    const { from, steps } = setup;
    problem = from === undefined || steps === undefined ? new Error(say("views.branches.no-step")) : null;
    if (from === undefined || steps === undefined) return tell();
    await start(page.forks.at(from), setup.setting.part, steps);
  }

  /**
   * @param {Promise<PastStep|null>} past where both begin @param {Partial<State>} part what differs in the second
   * @param {number} steps that they are trained at a time @param {number} [first] before they rest for the first time
   */
  async function start(past, part, steps, first = steps) {
    if (!experiment) return;
    const branches = new Branches({ returning, slice, failed });
    /** @type {Fork} */
    const own = { branches, part, steps, past: null, kept: null };
    fork = own;
    problem = null;
    share = 0;
    losses.reset(experiment);
    drawn().forget(experiment);
    enter("returning");
    try {
      own.past = await past;
      if (branches.ended) return;
      if (!own.past) return end();
      own.kept = keptPast(own.past);
      tell();
      await branches.open(page, own.past, own.part);
      if (branches.ended) return;
      left.show(null);
      await train(first);
    } catch (error) {
      if (branches.ended) return;
      end();
      problem = error;
      tell();
    }
  }

  /** @param {number} next */
  function returning(next) {
    share = next;
    if (phase === "returning") tell();
  }

  async function train(steps = fork?.steps ?? 0) {
    const own = fork;
    if (!own || phase === "keeping") return;
    enter("running");
    await look();
    await own.branches.run(steps);
    // It may have failed, or ended.
    if (fork === own && phase === "running") enter("resting");
  }

  /** @param {Record<string, number>[]} of both */
  async function slice(of) {
    if (!fork) return;
    losses.add(fork.branches.step, of);
    tell();
    description.update();
    await look();
  }

  /** What both make at this step. */
  async function look() {
    const { branches, past, part } = fork ?? {};
    if (!branches || !past || frame.element.hidden || document.hidden) return;
    const queries = [past.state, { ...past.state, ...part }].map((state) =>
      queryOf(experimentOf(state), drawn().count),
    );
    const answers = await branches.query(queries);
    if (fork?.branches === branches && answers.length === queries.length) drawn().show(answers);
  }

  async function rest() {
    await fork?.branches.pause();
  }

  /** @param {unknown} error */
  function failed(error) {
    problem = error;
    enter("failed");
  }

  /** This one becomes the experiment. @param {number} index */
  async function keep(index) {
    const own = fork;
    if (!own?.past || phase === "keeping") return;
    const before = phase;
    await rest();
    enter("keeping");
    problem = null;
    try {
      const saved = await own.branches.save(index);
      const part = index === 0 ? {} : own.part;
      if (saved) await page.forks.keep({ ...own.past.state, ...part }, saved.bytes);
    } catch (error) {
      problem = error;
    }
    if (fork === own) enter(before === "failed" ? "failed" : "resting");
  }

  function end() {
    fork?.branches.end();
    fork = null;
    problem = null;
    enter("idle");
    description.updateNow();
  }

  function summary() {
    if (!fork?.past || phase === "returning") return say("views.branches.none");
    const { from, step, change } = said();
    return `${say("views.branches.summary", { from: from ?? 0, step, change })} ${losses.summary()}`;
  }

  /** What trains may have been told another value. @param {State} state */
  function follow(state) {
    if (phase !== "idle" || !experiment || experiment.state === state) return;
    experiment = experimentOf(state);
    setup.setting.reset(experiment);
  }

  return {
    ...about,
    element: frame.element,

    reset(next) {
      experiment = next;
      end();
      left.show(null);
      const kind = drawn();
      kind.forget(next);
      place.replaceChildren(kind.element);
      place.dataset.kind = next.kind;
      frame.element.dataset.kind = next.kind;
      setup.reset(next);
      losses.reset(next);
      frame.name(
        rebuilds(next) ? "views.branches.heading.rebuilt" : "views.branches.heading",
        /** @type {KeyEntry[]} */ ([
          ["ink", "views.branches.first"],
          ["made", "views.branches.second"],
        ]),
      );
      frame.wait(false);
    },

    from(step) {
      if (phase === "idle") setup.at(step);
      setTimeout(() => setup.setting.focus());
    },

    // Nothing of what trains is shown, but it is followed.
    queries: () => [{ method: "score", examples: [0, 1] }],

    show() {
      const state = page.forks.state();
      if (state) follow(state);
    },

    summary,

    redraw() {
      layout();
      losses.redraw();
      tell();
      left.draw();
      description.updateNow();
      if (phase === "resting") look().catch(failed);
    },

    keep() {
      if (!fork?.kept) return left.fork;
      return { past: fork.kept, part: fork.part, steps: fork.steps, step: fork.branches.step };
    },

    restore(kept) {
      if (!fork) left.show(/** @type {KeptFork|null} */ (kept));
    },

    picture: () => (fork?.past && phase !== "returning" ? drawn().picture() : null),
  };
}
