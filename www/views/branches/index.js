// Goes on from a step of the past in two branches, one as it was, one with a setting changed, and shows how they part.

import { make, words } from "../../elements.js";
import { sayError } from "../../errors.js";
import { experimentOf } from "../../experiment/rules.js";
import { percent, say } from "../../languages/index.js";
import { settingKey } from "../../panels/controls/fields.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import { NARROW } from "../drawing/layout.js";
import { Branches } from "./branches.js";
import "./branches.css";
import { makeDrawings } from "./drawings.js";
import { Losses } from "./losses.js";
import { queryOf, rebuilds } from "./made.js";
import { Setup } from "./setup.js";

/** @import {About, Experiment, Page, PastStep, State, View} from "../../types/page" */
/** @import {KeyEntry} from "../drawing/frame.js" */

/** A fork under way, and what differs in its second branch. @typedef {{branches: Branches, part: Partial<State>, steps: number, past: PastStep|null}} Fork */

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
  /** @type {"idle"|"returning"|"running"|"resting"|"keeping"|"failed"} */
  let phase = "idle";
  /** How far both have come on their way back. */
  let share = 0;
  /** @type {unknown} */
  let problem = null;

  const frame = new Frame("branches", () => layout());
  const setup = new Setup(begin);
  const status = make("p", { id: "branches-status" });
  // The same, as often as somebody can listen to it.
  const heard = make("p", { class: "unseen", attributes: { role: "status" } });
  const told = make("p", { id: "branches-problem", attributes: { role: "alert" } });
  const button = (/** @type {string} */ id, /** @type {string} */ key, /** @type {() => void} */ click) =>
    make("button", { id, class: "plain", words: key, attributes: { type: "button" }, on: { click } });
  const go = button("branches-go", "views.branches.pause", () => (phase === "running" ? rest() : train()));
  const keepFirst = button("branches-keep-first", "views.branches.keep.first", () => keep(0));
  const keepSecond = button("branches-keep-second", "views.branches.keep.second", () => keep(1));
  const stop = button("branches-end", "views.branches.end", end);
  const bar = make("div", { class: "branches-bar" }, ...[status, go, keepFirst, keepSecond, stop]);
  const kinds = makeDrawings(page);
  const place = make("div", {
    class: "branches-made",
    label: "views.branches.made",
    attributes: { role: "group" },
  });
  const losses = new Losses();
  const description = new Description("branches-summary", place, summary);
  const body = make("div", { class: "branches-body" }, setup.element, bar, heard, told, place, losses.element);
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
    const there = !["idle", "returning"].includes(phase);
    setup.element.hidden = phase !== "idle";
    bar.hidden = phase === "idle";
    for (const part of [go, keepFirst, keepSecond, place, losses.element]) part.hidden = !there;
    if (phase === "failed") go.hidden = true;
    for (const each of [go, keepFirst, keepSecond]) each.setAttribute("aria-disabled", String(phase === "keeping"));
    if (before !== phase) layout();
    tell();
    heard.textContent = ["returning", "resting"].includes(phase) ? status.textContent : "";
    // What was pressed may be gone.
    if (focused && !focused.checkVisibility()) (phase === "idle" ? setup.button : stop).focus();
  }

  function tell() {
    if (phase === "running") words(go, "views.branches.pause");
    else words(go, "views.branches.go-on", { count: fork?.steps ?? 0 });
    told.hidden = problem === null;
    told.textContent = problem === null ? "" : sayError(problem, (name) => settingKey(name, experiment));
    const past = fork?.past;
    if (!past) words(status, "views.branches.finding");
    else if (phase === "returning")
      words(status, "views.branches.returning", { step: past.step, share: percent(share) });
    else
      words(status, phase === "failed" ? "views.branches.stopped" : "views.branches.status", {
        from: past.step,
        step: fork?.branches.step ?? 0,
        ...changed(),
      });
  }

  /** What the second branch has that the first has not, in words. */
  function changed() {
    const { past, part = {} } = fork ?? {};
    if (!past) return { change: "" };
    const same = Object.entries(part).every(([name, value]) => past.state[/** @type {keyof State} */ (name)] === value);
    return { change: same ? say("views.branches.nothing") : setup.setting.say(part) };
  }

  async function begin() {
    const { from, steps } = setup;
    problem = from === undefined || steps === undefined ? new Error(say("views.branches.no-step")) : null;
    if (from === undefined || steps === undefined || !experiment) return tell();
    const branches = new Branches({ returning, slice, failed });
    /** @type {Fork} */
    const own = { branches, part: setup.setting.part, steps, past: null };
    fork = own;
    share = 0;
    losses.reset(experiment);
    drawn().forget(experiment);
    enter("returning");
    try {
      own.past = await page.forks.at(from);
      if (branches.ended) return;
      if (!own.past) return end();
      tell();
      await branches.open(page, own.past, own.part);
      if (branches.ended) return;
      await train();
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

  async function train() {
    const own = fork;
    if (!own || phase === "keeping") return;
    enter("running");
    await look();
    await own.branches.run(own.steps);
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
    const values = { from: fork.past.step, step: fork.branches.step, ...changed() };
    return `${say("views.branches.summary", values)} ${losses.summary()}`;
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
      description.updateNow();
      if (phase === "resting") look().catch(failed);
    },

    picture: () => (fork?.past && phase !== "returning" ? drawn().picture() : null),
  };
}
