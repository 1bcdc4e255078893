// Models that train at once for so many seconds, are looked at meanwhile, and are measured in the end.

import { NOISE_SEED } from "../drawing/constants.js";

/** @import {Evaluation} from "../../types/library" */
/** @import {Companion, Page, Query} from "../../types/page" */
/** @import {Model} from "./models.js" */

/**
 * What one of them makes, and rebuilds where it has an encoder.
 * @typedef {{step: number, seconds: number, made: Float32Array, real: Float32Array, rebuilt: Float32Array|null}} Look
 */
/** @typedef {"opening"|"training"|"measuring"} Phase */

/**
 * @typedef {object} Listeners
 * @property {(phase: Phase) => void} phase
 * @property {(index: number, look: Look) => void} look
 * @property {(index: number, bytes: Uint8Array) => void} saved
 * @property {(index: number, evaluation: Evaluation) => void} measured
 * @property {(index: number, error: unknown) => void} failed the others go on
 */

const LOOK_MILLISECONDS = 500;

export class Comparison {
  #ended = new AbortController();
  #enough = new AbortController();
  /** @type {Set<number>} */
  #failed = new Set();
  /** @type {Companion[]} */
  #companions = [];
  #began = 0;
  /** That they trained for, once that is over. @type {number|null} */
  #seconds = null;
  /** What all are asked to decode. @type {Float32Array} */
  #codes = new Float32Array();
  /** @type {Float32Array} */
  #real = new Float32Array();

  /**
   * @param {Page} page
   * @param {Model[]} models
   * @param {{made: number, rebuilt: number}} counts of examples
   * @param {Listeners} on
   */
  constructor(page, models, counts, on) {
    this.page = page;
    this.models = models;
    this.counts = counts;
    this.on = on;
  }

  /** Seconds that they have trained for. */
  get seconds() {
    return this.#seconds ?? (this.#began === 0 ? 0 : (performance.now() - this.#began) / 1000);
  }

  /** Resolves when it has come to its end, or was ended; rejects where it could not begin. @param {number} seconds */
  async run(seconds) {
    const { signal } = this.#ended;
    try {
      this.on.phase("opening");
      await this.#open(signal);
      if (this.#companions.length === 0) return;
      this.on.phase("training");
      await this.#train(seconds);
      this.on.phase("measuring");
      await this.#measure();
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      this.end();
    }
  }

  /** They train no more, and are measured. */
  enough() {
    this.#enough.abort();
  }

  /** They are gone, and what rested goes on. */
  end() {
    this.#enough.abort();
    this.#ended.abort();
  }

  /** @param {AbortSignal} signal */
  async #open(signal) {
    const sources = this.models.map(({ state }) => ({ state }));
    /** @param {number} index @param {unknown} error */
    const failed = (index, error) => this.#fail(index, error);
    this.#companions = await this.page.beside(sources, { batch() {}, failed }, signal);
    if (this.#companions.length === 0) return;
    // One with a prior: its codes are drawn from N(0, I).
    const drawing = this.models.findIndex(({ has }) => has.spreads || has.discriminates);
    const found = await this.#companions[drawing].query([
      { method: "sampleCodes", numbers: [this.counts.made, NOISE_SEED] },
      { method: "testExamples", numbers: [0, this.counts.rebuilt] },
    ]);
    [this.#codes, this.#real] = /** @type {Float32Array[]} */ (found?.answers ?? [this.#codes, this.#real]);
  }

  /** @param {number} seconds */
  async #train(seconds) {
    this.#began = performance.now();
    await this.#each((companion) => companion.play());
    const watching = this.#each((companion, index) => this.#watch(companion, index));
    await wait(1000 * seconds, this.#enough.signal);
    this.#enough.abort();
    await this.#each((companion) => companion.pause());
    this.#seconds = this.seconds;
    await watching;
  }

  async #measure() {
    await this.#each(async (companion, index) => {
      await this.#look(companion, index);
      const saved = await companion.save();
      if (saved) this.on.saved(index, saved.bytes);
      const evaluation = await companion.evaluate();
      if (evaluation) this.on.measured(index, evaluation);
    });
  }

  /** @param {Companion} companion @param {number} index */
  async #watch(companion, index) {
    while (!this.#enough.signal.aborted && !this.#failed.has(index)) {
      await this.#look(companion, index);
      await wait(LOOK_MILLISECONDS, this.#enough.signal);
    }
  }

  /** @param {Companion} companion @param {number} index */
  async #look(companion, index) {
    /** @type {Query[]} */
    const queries = [{ method: "decode", values: this.#codes }];
    if (this.models[index].has.encodes) queries.push({ method: "reconstruct", tests: [0, this.counts.rebuilt] });
    const found = await companion.query(queries);
    // One that has ended would begin anew when it is called.
    this.#ended.signal.throwIfAborted();
    if (!found) return;
    const [made, rebuilt = null] = /** @type {Float32Array[]} */ (found.answers);
    this.on.look(index, { step: found.step, seconds: this.seconds, made, rebuilt, real: this.#real });
  }

  /** What goes wrong with one is told, and the others go on. @param {(companion: Companion, index: number) => Promise<unknown>} task */
  async #each(task) {
    this.#ended.signal.throwIfAborted();
    await Promise.all(
      this.#companions.map(async (companion, index) => {
        if (this.#failed.has(index)) return;
        try {
          await task(companion, index);
        } catch (error) {
          this.#fail(index, error);
        }
      }),
    );
  }

  /** @param {number} index @param {unknown} error */
  #fail(index, error) {
    if (this.#ended.signal.aborted || this.#failed.has(index)) return;
    this.#failed.add(index);
    this.on.failed(index, error);
    if (this.#failed.size === this.models.length) this.#enough.abort();
  }
}

/** @param {number} milliseconds @param {AbortSignal} signal ends it */
function wait(milliseconds, signal) {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve(undefined);
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener("abort", done);
    if (signal.aborted) done();
  });
}
