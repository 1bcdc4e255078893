// A person at the discriminator's job: ten pictures, real or made, and how many of them each of the two tells.

import { make, words } from "../../elements.js";
import { testLabels } from "../../experiment/data.js";
import { say } from "../../languages/index.js";
import { sayError } from "../../say-error.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import { Curve } from "./curve.js";
import { Outcome } from "./outcome.js";
import { Playing } from "./playing.js";
import { COUNT, choosePictures, Round } from "./round.js";
import { Scores } from "./scores.js";
import "./turing-test.css";

/** @import {About, JudgedPictures, Page, Query, State, View} from "../../types/page" */

/** @type {About} */
export const about = {
  id: "turing-test",
  group: "judge",
  title: "views.turing-test.title",
  suits: ({ kind, discriminates }) => (kind === "pictures" && discriminates ? 0.3 : 0),
};

/** @param {Page} page @returns {View} */
export default function create(page) {
  /** @type {Pick<State, "dataset"|"only"|"own">} */
  let learnt = { dataset: "", only: [], own: "" };
  let scores = new Scores();
  /** The one that is played, or the last. @type {Round|null} */
  let round = null;
  /** Ten pictures that are waited for. @type {Query[]|null} */
  let chosen = null;
  /** Which choice counts: what comes of an earlier one is not wanted any more. */
  let turn = 0;
  /** Which queries were the last, and the pictures among them. @type {{part: number, chosen: Query[]|null}} */
  let asked = { part: 0, chosen: null };
  let looksBack = false;
  /** @type {unknown} */
  let error = null;
  let waits = false;
  let clock = 0;

  const frame = new Frame("turing-test", redraw);
  const playing = new Playing(frame.element, answer);
  const outcome = new Outcome();
  const curve = new Curve();
  const invitation = make("p", { class: "turing-test-invitation", words: "views.turing-test.invitation" });
  const begin = make("button", {
    id: "turing-test-begin",
    class: "primary",
    words: "views.turing-test.begin",
    attributes: { type: "button" },
    on: { click: () => beginRound() },
  });
  const told = make("p", { id: "turing-test-told", class: "aside", attributes: { role: "status" } });
  const start = make("div", { class: "turing-test-start" }, begin, told);
  const follows = make("p", { class: "turing-test-follows", words: "views.turing-test.follows" });
  const description = new Description("turing-test-summary", curve.element, summary);
  const body = make(
    "div",
    { class: "turing-test-body" },
    invitation,
    playing.element,
    outcome.element,
    start,
    curve.element,
    follows,
  );
  frame.place.append(body, description.element);

  const isPlaying = () => round !== null && !round.isOver;

  async function beginRound() {
    turn += 1;
    const mine = turn;
    chosen = null;
    error = null;
    waits = true;
    draw();
    try {
      const labels = await testLabels(learnt);
      if (mine !== turn) return;
      chosen = choosePictures(placesOf(labels, learnt.only));
      page.refresh();
    } catch (reason) {
      if (mine !== turn) return;
      waits = false;
      error = reason;
      draw();
    }
  }

  /** @param {Round} next */
  function play(next) {
    round = next;
    chosen = null;
    waits = false;
    clearInterval(clock);
    clock = window.setInterval(tick, 1000);
    draw();
    if (hasFocus()) playing.element.focus();
  }

  function tick() {
    // Whoever looks at something else meanwhile is not judging.
    if (!round || !playing.isSeen) return;
    round.seconds += 1;
    playing.draw();
  }

  /** @param {boolean} real */
  function answer(real) {
    if (!round || round.isOver) return;
    const focused = hasFocus();
    round.judge(real);
    if (round.isOver) {
      clearInterval(clock);
      scores.add(round.score);
    }
    draw();
    if (round.isOver && focused) outcome.focus();
  }

  /** Of somebody who is in another part of the page, the focus is not taken. */
  const hasFocus = () => document.activeElement === document.body || frame.element.contains(document.activeElement);

  function draw() {
    const plays = isPlaying();
    playing.show(plays ? round : null);
    outcome.show(plays ? null : round);
    invitation.hidden = round !== null;
    start.hidden = plays;
    begin.hidden = looksBack;
    words(begin, round || scores.all.length > 0 ? "views.turing-test.again" : "views.turing-test.begin");
    told.textContent = toldText();
    curve.element.hidden = plays || scores.all.length === 0;
    curve.draw(scores.all);
    follows.hidden = plays;
    description.update();
  }

  function toldText() {
    if (error !== null) return sayError(error);
    if (looksBack) return say("views.turing-test.looking-back");
    return waits ? say("views.turing-test.choosing") : "";
  }

  function redraw() {
    draw();
    description.updateNow();
  }

  function summary() {
    const parts = [];
    if (round && isPlaying()) parts.push(say("views.turing-test.progress", { turn: round.judged + 1, count: COUNT }));
    else parts.push(toldText() || (round ? "" : say("views.turing-test.invitation")));
    const last = scores.all.at(-1);
    if (last) parts.push(say("views.turing-test.summary", { count: scores.all.length, ...last }));
    return parts.filter(Boolean).join(" ");
  }

  return {
    ...about,
    element: frame.element,

    reset({ state }) {
      clearInterval(clock);
      learnt = state;
      scores = new Scores();
      round = null;
      chosen = null;
      turn += 1;
      looksBack = false;
      error = null;
      waits = false;
      frame.name("views.turing-test.heading", [
        ["real", "views.key.real"],
        ["made", "views.key.made"],
      ]);
      frame.wait(false);
    },

    queries() {
      asked = { part: asked.part + 1, chosen };
      const part = String(asked.part);
      if (chosen) return chosen.map((query) => ({ ...query, part }));
      // What comes of it tells that nobody looks back any more.
      return looksBack ? [{ method: "sample", numbers: [1, 0], part }] : [];
    },

    show(answers, { step, parts }) {
      looksBack = parts?.[0] !== String(asked.part);
      if (chosen && asked.chosen === chosen && !looksBack) {
        play(new Round(chosen, /** @type {JudgedPictures[]} */ (/** @type {unknown} */ (answers)), step));
      } else draw();
    },

    summary,
    redraw,
    keep: () => scores.keep(),

    restore(kept) {
      scores.restore(kept);
      draw();
    },
  };
}

/**
 * Where the unseen examples of the classes are that are learnt from: another class would be known at once.
 * @param {Uint8Array} labels @param {number[]} only none for all
 */
function placesOf(labels, only) {
  return [...labels.keys()].filter((place) => only.length === 0 || only.includes(labels[place]));
}
