// The lesson that runs, step by step. It sets up experiments as things to try do, so that none is lost, and looks several
// times a second whether what was asked for has been done.

import { readAddress } from "../../experiment/address.js";
import { find } from "../../find.js";
import { clearNotice, clearOffer } from "../../panels/notice/index.js";
import { beginningOf, hasWandered, viewOf } from "../conditions.js";
import { finish, keepGuess, progressOf, reach } from "../progress.js";
import { linked } from "./arriving.js";
import { Attempt } from "./attempt.js";
import { Card } from "./card.js";
import { findLesson, startChoosing } from "./choosing.js";
import "./lessons.css";
import { keepOwn, NOTHING, takeOwn } from "./own.js";

/** @import {App} from "../../app.js" */
/** @import {Evaluation} from "../../types/library" */
/** @import {Lesson} from "../../types/lessons" */
/** @import {BatchMessage, Panel, State} from "../../types/page" */

const LOOK_MILLISECONDS = 200;
/** How something is used; what is drawn by keys tells of no click. */
const USES = ["click", "input", "keydown"];
const OUTSIDE = { lesson: "", at: "" };

/** @implements {Panel} */
export class Lessons {
  id = "lesson";
  region = "lesson";
  /** @type {Lesson|null} */
  #lesson = null;
  #at = 0;
  /** What has happened since its step began. @type {Attempt|null} */
  #attempt = null;
  /** The attempt that was kept with the experiment, until its step is shown. @type {unknown} */
  #left = null;
  /** What is kept with the experiment that is left for another step. @type {unknown} */
  #outgoing = null;
  /** The card says that the step is done. */
  #told = false;
  #preparing = false;
  /** The address names a lesson, whose card stands there before there is an experiment for it. */
  #expected = false;
  /** What the address is to say when the experiment of the step has its own entry of the history. @type {Record<string, string>|null} */
  #owed = null;
  #card = new Card({
    back: () => this.#go(this.#at - 1),
    next: () => (this.#isLast ? this.#finish() : this.#go(this.#at + 1)),
    leave: () => this.leave(),
    again: () => this.#go(this.#at, true),
    changed: (value) => this.#keepGuess(value),
    guessed: (value) => this.#guess(value),
  });
  element = this.#card.element;

  /** @param {App} app */
  constructor(app) {
    this.app = app;
    startChoosing(app, (lesson, at) => this.start(lesson, at));
    for (const kind of USES) document.addEventListener(kind, (event) => this.#attempt?.press(event), true);
    setInterval(() => this.#look(), LOOK_MILLISECONDS);
    window.addEventListener("popstate", () => this.#follow());
    this.#follow();
  }

  suits = () => this.#lesson !== null || this.#expected;

  /** The lesson of the address, where it is another one: on arrival, by a link, by Back and Forward. */
  async #follow() {
    const { id, at, whole } = linked();
    if (!id) {
      if (this.#lesson) this.#owed = OUTSIDE;
      return this.#close();
    }
    if (id === this.#lesson?.id && at === this.#at) return;
    const arrives = !this.app.life.current;
    const lesson = await this.#expect(id, at);
    if (!lesson) return;
    while (!this.app.life.current) await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
    this.#expected = this.element.inert = false;
    const state = arrives && this.app.life.current?.state;
    const there = state && !hasWandered(lesson, at, state, this.#beginning(lesson, at));
    if (!whole) return there ? this.#go(at, false, lesson, there) : this.start(lesson, at);
    this.#show(lesson, at);
    this.#resume();
    this.#owed = { lesson: id, at: String(at + 1) };
  }

  /** The lesson of an address, whose card answers once there is an experiment. @param {string} id @param {number} at */
  async #expect(id, at) {
    const lesson = await findLesson(this.app, id);
    if (!lesson?.steps[at]) return null;
    if (this.app.life.current) return lesson;
    this.#expected = true;
    this.#card.show(lesson, at, progressOf(id).guesses[at]);
    this.#card.tell(true, false);
    [this.element.inert, this.element.hidden] = [true, false];
    return lesson;
  }

  /** @param {Lesson} lesson @param {number} [at] */
  start(lesson, at = 0) {
    const { life, transport, frame } = this.app;
    const { id } = life.current ?? {};
    if (!this.#lesson && id) keepOwn({ id, playing: transport.playing, view: frame.active?.id ?? "" });
    return this.#go(at, true, lesson);
  }

  /** Back to what was there before the lesson. */
  async leave() {
    const { app } = this;
    this.#close();
    app.choose(OUTSIDE);
    find("#lessons-open", HTMLElement).focus();
    const own = takeOwn();
    if (!own || own.id === app.life.current?.id) return;
    if (own.id === NOTHING) await app.opening.start(app.rules.first());
    else await app.opening.reopen(own.id);
    app.frame.turnTo(own.view);
    app.setPlaying(own.playing);
    clearOffer();
  }

  #close() {
    this.#lesson = this.#attempt = null;
    this.#expected = this.element.inert = false;
    this.#arrange();
  }

  get #isLast() {
    return this.#at + 1 === this.#lesson?.steps.length;
  }

  #finish() {
    if (this.#lesson) finish(this.#lesson.id);
    return this.leave();
  }

  /** @param {Lesson} lesson @param {number} at */
  #show(lesson, at) {
    this.#lesson = lesson;
    this.#at = at;
    this.#told = false;
    this.#attempt = new Attempt(lesson.steps[at], this.app.steps.step);
    reach(lesson.id, at);
    this.#card.show(lesson, at, progressOf(lesson.id).guesses[at]);
    this.#arrange();
  }

  /** Goes on with what was kept of the step that is shown. */
  #resume() {
    const { lesson, at, ...kept } = Object(this.#left);
    if (!this.#attempt || lesson !== this.#lesson?.id || at !== this.#at) return;
    this.#left = null;
    // What was guessed may have been forgotten.
    const guessed = kept.guessed && String(at) in progressOf(lesson).guesses;
    this.#attempt.restore({ ...kept, guessed });
    if (guessed) this.#card.fix();
  }

  /** @param {unknown} value */
  #keepGuess(value) {
    if (this.#lesson) keepGuess(this.#lesson.id, this.#at, value);
  }

  /** A guess is made: now it runs. @param {unknown} value */
  #guess(value) {
    const { app } = this;
    if (!this.#attempt) return;
    this.#keepGuess(value);
    this.#attempt.guessed = true;
    this.#attempt.begin(app.steps.step);
    app.setPlaying(true);
    app.keeper.keep();
  }

  #arrange() {
    this.element.hidden = !this.#lesson;
  }

  /**
   * @param {number} at
   * @param {boolean} [anew] what a step goes on with is set up again, too
   * @param {Lesson} lesson
   * @param {boolean} there its experiment is the one that was opened
   */
  async #go(at, anew = false, lesson = /** @type {Lesson} */ (this.#lesson), there = false) {
    const { app } = this;
    const { link, playing } = lesson.steps[at];
    const setsUp = !there && (link !== null || anew || at < this.#at);
    this.#left = null;
    if (!this.#preparing) this.#outgoing = this.keep();
    this.#show(lesson, at);
    this.#preparing = setsUp;
    this.#card.tell(setsUp, false);
    this.#card.focus();
    this.#owed = { lesson: lesson.id, at: String(at + 1) };
    if (playing !== undefined) await app.setPlaying(playing);
    if (setsUp) await this.#setUp(this.#beginning(lesson, at));
    // Somebody has gone on or left meanwhile.
    if (this.#lesson !== lesson || this.#at !== at) return;
    this.#pay();
    const view = viewOf(lesson, at);
    if (view) app.frame.turnTo(view);
    // What was done meanwhile counts, where the same goes on.
    if (setsUp || there) this.#attempt?.begin(there ? 0 : app.steps.step);
    this.#preparing = false;
    this.#card.tell(false, false);
  }

  /** @param {State} beginning */
  async #setUp(beginning) {
    const { app } = this;
    clearNotice();
    await app.life.request(beginning, { anew: true }).catch((error) => app.opening.refuse(error));
    // The way back is the card's.
    clearOffer();
  }

  /** The address says which step it is: not before, or the entry of the experiment that is left would say it. */
  #pay() {
    if (!this.#owed) return;
    this.app.choose(this.#owed);
    this.#owed = null;
  }

  /** @param {Lesson} lesson @param {number} at */
  #beginning(lesson, at) {
    const { rules, life } = this.app;
    const engine = life.wanted?.engine ?? rules.first().engine;
    return beginningOf(lesson, at, (link) => ({ ...(readAddress(link) ?? rules.first()), engine }));
  }

  /** Whether what was asked for has been done, and what has come of a guess. */
  #look() {
    const { app } = this;
    const { current, next } = app.life;
    const attempt = this.#attempt;
    if (!this.#lesson || !attempt || !current) return;
    const preparing = this.#preparing || next !== null;
    const beginning = this.#beginning(this.#lesson, this.#at);
    this.#card.tell(preparing, hasWandered(this.#lesson, this.#at, current.state, beginning));
    if (preparing || this.#told) return;
    const { step } = app.steps;
    if (attempt.guessed) this.#compare(attempt, step);
    const done = attempt.look(step, {
      state: current.state,
      playing: app.transport.playing,
      view: app.frame.active?.id ?? null,
      guessed: this.#card.guess?.told ?? false,
    });
    if (!done) return;
    this.#told = true;
    this.#card.done();
    if (this.#isLast) finish(this.#lesson.id);
  }

  /** @param {Attempt} attempt @param {number} step */
  #compare(attempt, step) {
    const { guess } = attempt.step;
    const seen = attempt.seen(step);
    if (guess?.kind === "number" && seen.trained >= guess.steps && seen.measures.size === 0)
      this.app.measuring.measure();
    this.#card.follow(seen);
  }

  /** Another experiment trains, or the same from its first step. */
  reset() {
    this.#left = null;
    this.#attempt?.reset();
    this.#pay();
  }

  /** Of the experiment that trains: the attempt of what is being prepared is not its own. @returns {unknown} */
  keep() {
    if (this.#preparing) return this.#outgoing;
    return this.#lesson && { lesson: this.#lesson.id, at: this.#at, ...this.#attempt?.keep() };
  }

  /** @param {unknown} kept */
  restore(kept) {
    this.#left = kept;
    this.#resume();
  }

  /** @param {BatchMessage} message */
  progress(message) {
    this.#attempt?.progress(message);
  }

  /** @param {Evaluation|null|undefined} evaluation */
  measured(evaluation) {
    if (evaluation) this.#attempt?.measured(evaluation);
  }

  redraw() {
    this.#card.redraw();
  }
}
