// An attempt at a step of a lesson: what has happened since it began. It is kept with the experiment, so that a reload goes on
// with it.

import { LossHistory } from "../../panels/losses/history.js";
import { isDone } from "../conditions.js";

/** @import {Evaluation} from "../../types/library" */
/** @import {Situation, Step} from "../../types/lessons" */
/** @import {BatchMessage} from "../../types/page" */

/** Keys that only pass through. */
const PASSING = ["Tab", "Shift", "Escape"];

export class Attempt {
  /** What was asked for has been done. */
  done = false;
  /** The guess is made. */
  guessed = false;
  /** Selectors of what was pressed or moved. @type {Set<string>} */
  #pressed = new Set();
  /** @type {Map<string, number>} */
  measures = new Map();
  /** Of the loss whose curve was guessed. */
  losses = new LossHistory([]);

  /** @param {Step} step @param {number} from the step of training at which it begins */
  constructor(step, from) {
    this.step = step;
    this.from = from;
    this.begin(from);
  }

  /** From here on it is counted what the step waits for. @param {number} from */
  begin(from) {
    const { guess } = this.step;
    this.from = from;
    this.#pressed.clear();
    this.measures.clear();
    this.losses = new LossHistory(guess?.kind === "sketch" ? [guess.loss] : []);
  }

  /** Another experiment trains, or the same from its first step. */
  reset() {
    this.from = 0;
    this.measures.clear();
  }

  /** @param {Event} event */
  press(event) {
    const { done } = this.step;
    const { target } = event;
    if (done.kind !== "pressed" || !(target instanceof Element)) return;
    if (event instanceof KeyboardEvent && PASSING.includes(event.key)) return;
    if (target.closest(done.on)) this.#pressed.add(done.on);
  }

  /** @param {BatchMessage} message */
  progress({ step, losses }) {
    // Gone back, as a recovered experiment does.
    if (step < this.from) this.from = step;
    const { guess } = this.step;
    if (guess?.kind === "sketch" && this.guessed && step - this.from <= guess.steps) this.losses.add(step, losses);
  }

  /** @param {Evaluation} evaluation */
  measured({ step, measures }) {
    const { guess } = this.step;
    // Measured too soon to tell what was guessed.
    if (guess?.kind === "number" && step - this.from < guess.steps) return;
    for (const { name, value } of measures) this.measures.set(name, value);
  }

  /** What a guess is compared with. @param {number} step of training */
  seen(step) {
    const steps = this.losses.steps.map((each) => each - this.from);
    const [values = []] = this.losses.values;
    return { trained: step - this.from, steps, values, measures: this.measures };
  }

  /** @param {number} step of training @param {Omit<Situation, "trained"|"pressed"|"measures">} now */
  look(step, now) {
    const { measures } = this;
    this.done ||= isDone(this.step.done, { ...now, trained: step - this.from, pressed: this.#pressed, measures });
    return this.done;
  }

  keep() {
    const { done, guessed, from, losses, measures } = this;
    return { done, guessed, from, losses: losses.keep(), measures: [...measures] };
  }

  /** @param {{done?: boolean, guessed?: boolean, from?: number, losses?: unknown, measures?: [string, number][]}} kept */
  restore({ done = false, guessed = false, from = 0, losses, measures = [] }) {
    this.done = done;
    this.guessed = guessed;
    this.from = from;
    this.losses.restore(losses);
    this.measures = new Map(measures);
  }
}
