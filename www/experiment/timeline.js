// The past of an experiment: what its views were told at some of its steps, to be shown again.

/** @import {Answer, Moment} from "../types/page" */

const MOST_LOOKS = 64;
/** Shorter answers are kept as they are. */
const WORTH_PACKING = 1000;
const LEVELS = 65535;

/** @typedef {{levels: Uint16Array, least: number, range: number}} Packed */
/** @typedef {{moment: Moment, answers: (Answer|Packed)[]}} Look */

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

/** Half the memory: each number as one of 65,536 between the least and the largest. @param {Answer} answer */
function pack(answer) {
  if (!(answer instanceof Float32Array) || answer.length < WORTH_PACKING) return answer;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of answer) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const range = most - least || 1;
  const levels = new Uint16Array(answer.length);
  const scale = LEVELS / range;
  for (let index = 0; index < answer.length; index++) levels[index] = (answer[index] - least) * scale + 0.5;
  return { levels, least, range };
}

/** @param {Answer|Packed} kept @returns {Answer} */
function unpack(kept) {
  if (!("levels" in kept)) return kept;
  const { levels, least, range } = kept;
  const answer = new Float32Array(levels.length);
  const scale = range / LEVELS;
  for (let index = 0; index < levels.length; index++) answer[index] = least + levels[index] * scale;
  return answer;
}
