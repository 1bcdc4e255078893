// Queries the model for what is shown, as often as leaves most of the time to training.

import { nextTask } from "../next-task.js";

/** @import {Answer, Moment, Query} from "../types/page" */

const SHORTEST_WAIT_MILLISECONDS = 110;
const LONGEST_WAIT_MILLISECONDS = 2000;
/** Querying takes at most about a fifth of the engine's time. */
const WAIT_PER_QUERY = 4;

/**
 * @typedef {object} Asker what has queries
 * @property {() => Query[]} queries
 * @property {(answers: Answer[], moment: Moment) => void} show
 */

export class Live {
  /** @type {Asker[]} */
  askers = [];
  #querying = false;
  #wanted = false;
  #epoch = 0;
  #timer = 0;

  /**
   * @param {(queries: Query[]) => Promise<{answers: Answer[], step: number}|null>} query null where nothing can answer
   * @param {{losses: () => Record<string, number>, failed: (error: unknown) => void}} page
   */
  constructor(query, page) {
    this.query = query;
    this.page = page;
    document.addEventListener("visibilitychange", () => this.refresh());
  }

  /** Answers to what was queried before are of another experiment, or for other views. @param {Asker[]} askers */
  reset(askers) {
    this.askers = askers;
    this.#epoch += 1;
    this.refresh();
  }

  /** Queries soon; many wishes in between make one. */
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
    const { askers } = this;
    const began = performance.now();
    try {
      const queries = askers.map((asker) => asker.queries());
      const answered = await this.query(queries.flat());
      if (answered && epoch === this.#epoch) {
        await this.#show(askers, queries, answered, () => epoch === this.#epoch);
      } else this.#wanted = epoch !== this.#epoch;
    } catch (error) {
      if (epoch === this.#epoch) this.page.failed(error);
      else this.#wanted = true;
    }
    this.#querying = false;
    const wait = Math.max(SHORTEST_WAIT_MILLISECONDS, WAIT_PER_QUERY * (performance.now() - began));
    this.#timer = window.setTimeout(
      () => {
        this.#timer = 0;
        if (this.#wanted) this.#look();
      },
      Math.min(LONGEST_WAIT_MILLISECONDS, wait),
    );
  }

  /**
   * @param {Asker[]} askers
   * @param {Query[][]} queries of each
   * @param {{answers: Answer[], step: number}} answered
   * @param {() => boolean} current
   */
  async #show(askers, queries, { answers, step }, current) {
    const moment = { step, losses: this.page.losses() };
    let at = 0;
    for (const [index, asker] of askers.entries()) {
      const own = answers.slice(at, at + queries[index].length);
      at += queries[index].length;
      const parts = queries[index].map(({ part }) => part);
      if (own.length > 0) asker.show(own, { ...moment, parts });
      await nextTask();
      if (!current()) return;
    }
  }
}
