// Who the two parents are, and the choices that led to them, so that each can be undone.

/**
 * @typedef {object} Individual
 * @property {Float32Array} code
 * @property {number} generation 1 where it was made from fresh noise
 */

/** @typedef {[first: Individual, second: Individual]} Couple */

/**
 * @typedef {object} State
 * @property {Couple} parents
 * @property {0|1} place of the parent that is chosen next
 * @property {number} seed of the children
 */

/** Choices that are kept with an experiment. */
const MOST_KEPT = 50;

/** Numbers of codes: those that are looked back to have been rounded. @param {number} one @param {number} other */
export const alike = (one, other) => Math.abs(one - other) < 1e-3;

export class Lineage {
  /** @type {State|null} */
  #now = null;
  /** @type {State[]} */
  #past = [];

  reset() {
    this.#now = null;
    this.#past = [];
  }

  /** Until a person chooses others. @param {Couple} parents */
  begin(parents) {
    this.#now = { parents, place: 0, seed: 1 };
  }

  /** Another array after each choice. */
  get parents() {
    return this.#now?.parents ?? null;
  }

  get place() {
    return this.#now?.place ?? 0;
  }

  get seed() {
    return this.#now?.seed ?? 0;
  }

  /** Of the children. */
  get generation() {
    return 1 + Math.max(1, ...(this.parents ?? []).map(({ generation }) => generation));
  }

  get canGoBack() {
    return this.#past.length > 0;
  }

  /** @param {0|1} place */
  turnTo(place) {
    if (this.#now) this.#now = { ...this.#now, place };
  }

  /** Takes the place of a parent; the other one is chosen next. @param {Individual} individual */
  choose(individual) {
    if (!this.#now) return;
    this.#past.push(this.#now);
    const { parents, place, seed } = this.#now;
    const [first, second] = parents;
    this.#now = {
      // Mixed as before, a child that is a parent now would be among its own children.
      seed: seed + 1,
      parents: place === 0 ? [individual, second] : [first, individual],
      place: place === 0 ? 1 : 0,
    };
  }

  /** @returns {State[]} the choices one after the other, the last of which counts */
  keep() {
    return this.#now ? [...this.#past.slice(-MOST_KEPT), this.#now] : [];
  }

  /** @param {unknown} kept by `keep`; anything else is left aside @param {number} code how many numbers each has */
  restore(kept, code) {
    if (!Array.isArray(kept) || kept.length === 0 || !kept.every((state) => isState(state, code))) return;
    this.#past = kept.slice(0, -1);
    this.#now = kept[kept.length - 1];
  }

  otherChildren() {
    if (this.#now) this.#now = { ...this.#now, seed: this.#now.seed + 1 };
  }

  /** Undoes the last choice. */
  back() {
    this.#now = this.#past.pop() ?? this.#now;
  }
}

/** @param {any} one @param {number} code @returns {one is State} */
const isState = (one, code) =>
  Number.isInteger(one?.seed) &&
  (one.place === 0 || one.place === 1) &&
  Array.isArray(one.parents) &&
  one.parents.length === 2 &&
  one.parents.every((/** @type {any} */ parent) => isIndividual(parent, code));

/** @param {any} one @param {number} code @returns {one is Individual} */
const isIndividual = (one, code) =>
  one?.code instanceof Float32Array && one.code.length === code && Number.isInteger(one.generation);
