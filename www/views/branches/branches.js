// Two branches of one past, trained at equal steps: neither is ever more than a slice ahead.

/** @import {Answer, Companion, Page, PastStep, Query, State} from "../../types/page" */

/** A slice takes about so long, so that there is something new to be seen. */
const [SHORT_MILLISECONDS, LONG_MILLISECONDS] = [150, 500];

/**
 * @typedef {object} Listeners
 * @property {(share: number) => void} returning how far they have come on their way to the step of the fork
 * @property {(losses: Record<string, number>[]) => Promise<void>} slice both have trained as far
 * @property {(error: unknown) => void} failed
 */

export class Branches {
  step = 0;
  running = false;
  #ending = new AbortController();
  /** @type {Companion[]} */
  #companions = [];
  /** @type {Record<string, number>[]} */
  #losses = [{}, {}];
  /** The slice under way. @type {Promise<unknown>} */
  #slice = Promise.resolve();

  /** @param {Listeners} on */
  constructor(on) {
    this.on = on;
  }

  get ended() {
    return this.#ending.signal.aborted;
  }

  /** Both at the step of the fork. @param {Page} page @param {PastStep} past @param {Partial<State>} part of the settings, which the second has */
  async open(page, past, part) {
    this.step = past.step;
    const come = [past.from, past.from];
    const on = {
      batch: (/** @type {number} */ index, /** @type {import("../../types/page").BatchMessage} */ { step, losses }) => {
        this.#losses[index] = losses;
        come[index] = step;
        if (step <= past.step) this.on.returning((Math.min(...come) - past.from) / (past.step - past.from || 1));
      },
      failed: (/** @type {number} */ _, /** @type {unknown} */ error) => this.#fail(error),
    };
    const sources = [
      { state: {}, past },
      { state: part, past },
    ];
    this.#companions = await page.beside(sources, on, this.#ending.signal);
  }

  /** @param {number} steps of each; fewer where they are told to pause */
  async run(steps) {
    const last = this.step + steps;
    let slice = 1;
    this.running = true;
    try {
      while (this.running && this.step < last) {
        const began = performance.now();
        const count = Math.min(slice, last - this.step);
        this.#slice = Promise.all(this.#companions.map((companion) => companion.train(count)));
        await this.#slice;
        this.step += count;
        const took = performance.now() - began;
        if (took < SHORT_MILLISECONDS) slice *= 2;
        else if (took > LONG_MILLISECONDS) slice = Math.max(1, Math.floor(slice / 2));
        await this.on.slice(this.#losses);
      }
    } catch (error) {
      this.#fail(error);
    } finally {
      this.running = false;
    }
  }

  /** Resolves when both rest. */
  pause() {
    this.running = false;
    return this.#slice.catch(() => {});
  }

  /** @param {Query[]} queries one of each @returns {Promise<Answer[]>} of each its answer */
  async query(queries) {
    const told = await Promise.all(this.#companions.map((companion, index) => companion.query([queries[index]])));
    return told.flatMap((each) => each?.answers ?? []);
  }

  /** @param {number} index */
  save(index) {
    return this.#companions[index].save();
  }

  end() {
    this.running = false;
    this.#ending.abort();
  }

  /** What is under way when they are ended fails for that alone. @param {unknown} error */
  #fail(error) {
    this.running = false;
    if (!this.ended) this.on.failed(error);
  }
}
