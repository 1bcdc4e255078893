// Asks the model for what the views show, as often as leaves most of the time to training.

/** @import {Query} from "./types/page" */

const SHORTEST_WAIT_MILLISECONDS = 110;
/** Looking takes at most about a fifth of the engine's time. */
const WAIT_PER_LOOK = 4;

/**
 * @typedef {object} View
 * @property {() => Query[]} queries
 * @property {(answers: (Float32Array|Uint8Array)[], step: number) => void} show
 */

const nextTask = () => new Promise((resolve) => setTimeout(resolve, 0));

export class Live {
  /** @type {View[]} */
  views = [];
  #querying = false;
  #wanted = false;
  #epoch = 0;
  #timer = 0;

  /**
   * @param {(queries: Query[]) => Promise<(Float32Array|Uint8Array)[]>} query
   * @param {{step: () => number, failed: (error: unknown) => void, shown: () => void}} page
   */
  constructor(query, page) {
    this.query = query;
    this.page = page;
  }

  /** Answers to what was asked before are of another experiment. */
  reset() {
    this.#epoch += 1;
  }

  /** Looks soon; many wishes in between make one look. */
  refresh() {
    this.#wanted = true;
    if (this.#querying || this.#timer) return;
    this.#timer = window.setTimeout(() => this.#look(), 0);
  }

  async #look() {
    this.#timer = 0;
    if (document.hidden || this.#querying) return;
    this.#querying = true;
    this.#wanted = false;
    const epoch = this.#epoch;
    const views = this.views;
    const queries = views.map((view) => view.queries());
    const began = performance.now();
    try {
      const answers = await this.query(queries.flat());
      if (epoch === this.#epoch && views === this.views) {
        const step = this.page.step();
        let at = 0;
        for (const [index, view] of views.entries()) {
          const own = answers.slice(at, at + queries[index].length);
          at += queries[index].length;
          view.show(own, step);
          // A task each, so that a click never waits for all of them.
          await nextTask();
          if (epoch !== this.#epoch || views !== this.views) break;
        }
        this.page.shown();
      } else this.#wanted = true;
    } catch (error) {
      if (epoch === this.#epoch) this.page.failed(error);
      else this.#wanted = true;
    }
    this.#querying = false;
    const wait = Math.min(2000, Math.max(SHORTEST_WAIT_MILLISECONDS, WAIT_PER_LOOK * (performance.now() - began)));
    this.#timer = window.setTimeout(() => {
      this.#timer = 0;
      if (this.#wanted) this.#look();
    }, wait);
  }
}
