// A round: ten pictures, each real or made, and what a person and the discriminator take them for.

/** @import {JudgedPictures, Query} from "../../types/page" */

export const COUNT = 10;
/** Above it a picture is taken for real, as the library counts. */
const HALF = 0.5;
const SEEDS = 2 ** 31;

/**
 * @typedef {object} Turn
 * @property {Float32Array} picture
 * @property {boolean} real
 * @property {boolean} network whether the discriminator takes it for real
 * @property {boolean|null} own whether the person does; null before they have said
 */

/** Any whole number below this one. @param {number} count */
const below = (count) => Math.floor(Math.random() * count);

/**
 * What to ask for ten pictures. A coin is tossed for each: nobody can tell the last ones by counting.
 * @param {number[]} places of the test examples to choose from
 * @returns {Query[]}
 */
export function choosePictures(places) {
  const left = [...places];
  return Array.from({ length: COUNT }, () => {
    if (below(2) === 0) return { method: "sample", numbers: [1, below(SEEDS)], next: "discriminate" };
    const [place] = left.splice(below(left.length), 1);
    return { method: "testExamples", numbers: [place, 1], next: "discriminate" };
  });
}

export class Round {
  /** @type {Turn[]} */
  turns;
  /** That the person has taken. */
  seconds = 0;

  /** @param {Query[]} chosen @param {JudgedPictures[]} judged @param {number} step at which both networks were so */
  constructor(chosen, judged, step) {
    this.step = step;
    this.turns = chosen.map(({ method }, index) => ({
      picture: judged[index].pictures,
      real: method === "testExamples",
      network: judged[index].scores[0] > HALF,
      own: null,
    }));
  }

  /** How many pictures the person has judged. */
  get judged() {
    return this.turns.filter(({ own }) => own !== null).length;
  }

  get isOver() {
    return this.judged === COUNT;
  }

  /** @param {boolean} real what the person takes the next picture for */
  judge(real) {
    const next = this.turns.find(({ own }) => own === null);
    if (next) next.own = real;
  }

  /** Right ones. */
  get score() {
    const right = (/** @type {"own"|"network"} */ who) => this.turns.filter((turn) => turn[who] === turn.real).length;
    return { step: this.step, own: right("own"), network: right("network") };
  }
}
