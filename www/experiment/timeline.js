// The past of an experiment: what its views were told at some of its steps, to be shown again.

/** @import {Answer, Moment} from "../types/page" */

const MOST_LOOKS = 64;
const MOST_TIMELINES = 3;
/** Shorter answers are kept as they are. */
const LEAST_ROUNDED = 1000;
const LEVELS = 65535;

/** Numbers in half the memory: each as one of 65,536 between the least and the largest. */
class Packed {
  /** @param {Float32Array} values */
  constructor(values) {
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (const value of values) {
      if (value < least) least = value;
      if (value > most) most = value;
    }
    this.least = least;
    this.range = most - least || 1;
    this.levels = new Uint16Array(values.length);
    const scale = LEVELS / this.range;
    for (let index = 0; index < values.length; index++) this.levels[index] = (values[index] - least) * scale + 0.5;
  }

  unpack() {
    const values = new Float32Array(this.levels.length);
    const scale = this.range / LEVELS;
    for (let index = 0; index < values.length; index++) values[index] = this.least + this.levels[index] * scale;
    return values;
  }
}

/** @typedef {{moment: Moment, answers: unknown[]}} Look */

export class Timeline {
  /** By view. @type {Map<string, {looks: Look[], interval: number}>} */
  #views = new Map();

  /** @param {string} view @param {Answer[]} answers @param {Moment} moment */
  record(view, answers, moment) {
    let own = this.#views.get(view);
    if (!own) {
      own = { looks: [], interval: 4 };
      this.#views.set(view, own);
    }
    const last = own.looks.at(-1);
    // After a return to an earlier step, what came later did not happen.
    if (last && moment.step < last.moment.step) own.looks = own.looks.filter((look) => look.moment.step < moment.step);
    else if (last && moment.step - last.moment.step < own.interval) return;
    own.looks.push({ moment, answers: answers.map(pack) });
    if (own.looks.length <= MOST_LOOKS) return;
    own.interval *= 2;
    own.looks = own.looks.filter((_, index) => index % 2 === 0);
  }

  /** Nothing that was told before is to be shown again. */
  forget() {
    this.#views.clear();
  }

  /** The steps that can be looked back to. @param {string} view @returns {number[]} */
  steps(view) {
    return this.#views.get(view)?.looks.map((look) => look.moment.step) ?? [];
  }

  /**
   * The last look at or before a step.
   * @param {string} view
   * @param {number} step
   * @returns {{answers: Answer[], moment: Moment}|null}
   */
  at(view, step) {
    const looks = this.#views.get(view)?.looks ?? [];
    const look = looks.findLast(({ moment }) => moment.step <= step) ?? looks[0];
    return look ? { answers: look.answers.map(unpack), moment: look.moment } : null;
  }
}

/** Also where they are part of a report. @param {any} answer @returns {unknown} */
function pack(answer) {
  if (answer instanceof Float32Array) return answer.length < LEAST_ROUNDED ? answer : new Packed(answer);
  return isReport(answer) ? parts(answer, pack) : answer;
}

/** @param {any} kept @returns {any} */
function unpack(kept) {
  if (kept instanceof Packed) return kept.unpack();
  return isReport(kept) ? parts(kept, unpack) : kept;
}

/** @param {any} answer */
const isReport = (answer) => Object.getPrototypeOf(answer ?? []) === Object.prototype;

/** @param {object} report @param {(part: unknown) => unknown} change */
const parts = (report, change) =>
  Object.fromEntries(Object.entries(report).map(([name, part]) => [name, change(part)]));

/** Those of the last experiments, for the way back. */
export class Timelines {
  /** By experiment, the one that was asked for last at the end. @type {Map<string, Timeline>} */
  #all = new Map();

  /** @param {string} id of an experiment */
  of(id) {
    const timeline = this.#all.get(id) ?? new Timeline();
    this.#all.delete(id);
    this.#all.set(id, timeline);
    for (const oldest of [...this.#all.keys()].slice(0, -MOST_TIMELINES)) this.#all.delete(oldest);
    return timeline;
  }
}
