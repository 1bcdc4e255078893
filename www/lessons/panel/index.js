// Lessons on the page: the button that opens the list, and the lesson that runs, step by step. It sets up experiments as
// things to try do, so that none is lost, and looks several times a second whether what was asked for has been done.

import { make } from "../../elements.js";
import { pageError } from "../../errors.js";
import { readAddress } from "../../experiment/address.js";
import { find } from "../../find.js";
import { LossHistory } from "../../panels/losses/history.js";
import { clearNotice, clearOffer } from "../../panels/notice/index.js";
import { beginningOf, hasWandered, isDone, viewOf } from "../conditions.js";
import { Card } from "./card.js";
import "./lessons.css";
import { keepOwn, takeOwn } from "./own.js";

/** @import {App} from "../../app.js" */
/** @import {Evaluation} from "../../types/library" */
/** @import {Lesson} from "../../types/lessons" */
/** @import {BatchMessage, Panel, State} from "../../types/page" */

const LOOK_MILLISECONDS = 200;
/** How something is used; what is drawn by keys tells of no click. */
const USES = ["click", "input", "keydown"];
/** Keys that only pass through. */
const PASSING = ["Tab", "Shift", "Escape"];

const OUTSIDE = { lesson: "", at: "" };

/** What the address says of a lesson. */
function linked() {
  const fields = new URLSearchParams(location.hash.slice(1));
  return { id: fields.get("lesson"), at: Number(fields.get("at") ?? 1) - 1, whole: fields.has("family") };
}

/** @implements {Panel} */
export class Lessons {
  id = "lesson";
  region = "lesson";
  /** @type {Lesson|null} */
  #lesson = null;
  #at = 0;
  #done = false;
  #guessed = false;
  #preparing = false;
  /** What the address is to say when the experiment of the step has its own entry of the history. @type {Record<string, string>|null} */
  #owed = null;
  /** The step of training at which the step of the lesson began. */
  #from = 0;
  /** @type {Set<string>} */
  #pressed = new Set();
  /** @type {Map<string, number>} */
  #measures = new Map();
  #losses = new LossHistory([]);
  #card = new Card({
    back: () => this.#go(this.#at - 1),
    next: () => (this.#at + 1 < (this.#lesson?.steps.length ?? 0) ? this.#go(this.#at + 1) : this.leave()),
    leave: () => this.leave(),
    again: () => this.#go(this.#at, true),
    guessed: () => {
      this.#guessed = true;
      this.#begin();
      this.app.setPlaying(true);
    },
  });
  element = this.#card.element;
  /** Fetched when somebody wants a lesson. @type {Promise<import("./list.js").List>|null} */
  #list = null;

  /** @param {App} app */
  constructor(app) {
    this.app = app;
    const open = make("button", {
      id: "lessons-open",
      class: "quiet",
      words: "lessons.open",
      attributes: { type: "button", "aria-haspopup": "dialog" },
      on: { click: () => this.#open() },
    });
    find(".tools", HTMLElement).prepend(open);
    for (const kind of USES) document.addEventListener(kind, (event) => this.#press(event), true);
    setInterval(() => this.#look(), LOOK_MILLISECONDS);
    window.addEventListener("popstate", () => this.#follow());
    this.#follow();
  }

  suits = () => this.#lesson !== null;

  /** @template Result @param {Promise<Result>} fetched @returns {Promise<Result>} */
  #fetched = (fetched) =>
    fetched.catch(() => {
      throw pageError("lessons-unreachable");
    });

  async #open() {
    this.#list ??= this.#fetched(import("./list.js")).then(({ List }) => new List((lesson) => this.start(lesson)));
    const list = await this.app.attempt(this.#list);
    if (list) list.open();
    else this.#list = null;
  }

  /** The lesson of the address, where it is another one: on arrival, by a link, by Back and Forward. */
  async #follow() {
    const { id, at, whole } = linked();
    if (!id) {
      if (this.#lesson) this.#owed = OUTSIDE;
      return this.#close();
    }
    if (id === this.#lesson?.id && at === this.#at) return;
    const found = await this.app.attempt(this.#fetched(import("../index.js")));
    const lesson = found?.LESSONS.find((each) => each.id === id);
    if (!lesson?.steps[at]) return;
    while (!this.app.life.current) await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
    if (!whole) return this.start(lesson, at);
    this.#show(lesson, at);
    this.#owed = { lesson: id, at: String(at + 1) };
  }

  /** @param {Lesson} lesson @param {number} [at] */
  start(lesson, at = 0) {
    const { life, transport, frame } = this.app;
    const { id } = life.current ?? {};
    if (!this.#lesson && id) keepOwn({ id, playing: transport.playing, view: frame.active?.id ?? "" });
    this.#lesson = lesson;
    return this.#go(at, true);
  }

  /** Back to what was there before the lesson. */
  async leave() {
    const { app } = this;
    this.#close();
    app.choose(OUTSIDE);
    find("#lessons-open", HTMLElement).focus();
    const own = takeOwn();
    if (!own || own.id === app.life.current?.id) return;
    await app.opening.reopen(own.id);
    app.frame.turnTo(own.view);
    app.setPlaying(own.playing);
    clearOffer();
  }

  #close() {
    this.#lesson = null;
    this.#arrange();
  }

  /** @param {Lesson} lesson @param {number} at */
  #show(lesson, at) {
    this.#lesson = lesson;
    this.#at = at;
    this.#done = false;
    this.#guessed = false;
    this.#card.show(lesson, at);
    this.#arrange();
    this.#begin();
  }

  #arrange() {
    this.element.hidden = !this.#lesson;
  }

  /** From here on it is counted what a step waits for. */
  #begin() {
    const guess = this.#lesson?.steps[this.#at].guess;
    this.#from = this.app.steps.step;
    this.#pressed.clear();
    this.#measures.clear();
    this.#losses = new LossHistory(guess?.kind === "sketch" ? [guess.loss] : []);
  }

  /** @param {number} at @param {boolean} [anew] what a step goes on with is set up again, too */
  async #go(at, anew = false) {
    const { app } = this;
    const lesson = /** @type {Lesson} */ (this.#lesson);
    const { link, playing } = lesson.steps[at];
    const setsUp = link !== null || anew || at < this.#at;
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
    this.#begin();
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
    if (!this.#lesson || !current) return;
    const step = this.#lesson.steps[this.#at];
    const preparing = this.#preparing || next !== null;
    const beginning = this.#beginning(this.#lesson, this.#at);
    this.#card.tell(preparing, hasWandered(this.#lesson, this.#at, current.state, beginning));
    if (preparing || this.#done) return;
    const trained = app.steps.step - this.#from;
    if (this.#guessed) this.#compare(trained);
    const done = isDone(step.done, {
      state: current.state,
      trained,
      playing: app.transport.playing,
      view: app.frame.active?.id ?? null,
      pressed: this.#pressed,
      measures: this.#measures,
      guessed: this.#card.guess?.told ?? false,
    });
    if (!done) return;
    this.#done = true;
    this.#card.done();
  }

  /** @param {number} trained */
  #compare(trained) {
    const guess = this.#lesson?.steps[this.#at].guess;
    if (guess?.kind === "number" && trained >= guess.steps && this.#measures.size === 0) this.app.measuring.measure();
    const steps = this.#losses.steps.map((step) => step - this.#from);
    const [values = []] = this.#losses.values;
    this.#card.follow({ trained, steps, values, measures: this.#measures });
  }

  /** @param {Event} event */
  #press(event) {
    const done = this.#lesson?.steps[this.#at].done;
    const { target } = event;
    if (done?.kind !== "pressed" || !(target instanceof Element)) return;
    if (event instanceof KeyboardEvent && PASSING.includes(event.key)) return;
    if (target.closest(done.on)) this.#pressed.add(done.on);
  }

  /** Another experiment trains, or the same from its first step. */
  reset() {
    this.#from = 0;
    this.#measures.clear();
    this.#pay();
  }

  /** @param {BatchMessage} message */
  progress({ step, losses }) {
    // Gone back, as a recovered experiment does.
    if (step < this.#from) this.#from = step;
    const guess = this.#lesson?.steps[this.#at].guess;
    if (guess?.kind === "sketch" && this.#guessed && step - this.#from <= guess.steps) this.#losses.add(step, losses);
  }

  /** @param {Evaluation|null|undefined} evaluation */
  measured(evaluation) {
    const guess = this.#lesson?.steps[this.#at].guess;
    // Measured too soon to tell what was guessed.
    if (!evaluation || (guess?.kind === "number" && evaluation.step - this.#from < guess.steps)) return;
    for (const { name, value } of evaluation.measures) this.#measures.set(name, value);
  }

  redraw() {
    this.#card.redraw();
  }
}
