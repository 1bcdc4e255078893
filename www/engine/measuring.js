// Measures the experiment on test data, now and then and when it is asked for. What was measured of another experiment,
// or before it was started over, is not told.

/** @import {Evaluation} from "../types/library" */
/** @import {Engines} from "./engines.js" */

const FIRST_MILLISECONDS = 6000;
const SHORTEST_MILLISECONDS = 5000;
/** Measuring stops training: it takes at most a fortieth of the time. */
const SHARE = 40;

export class Measuring {
  #timer = 0;
  /** The run that is being measured. */
  #measured = 0;

  /**
   * @param {Engines} engines
   * @param {{measured: (evaluation: Evaluation|null|undefined) => void, failed: (error: unknown) => void}} on
   *   null when measuring begins, undefined where it came to nothing
   */
  constructor(engines, on) {
    this.engines = engines;
    this.on = on;
  }

  /**
   * Another experiment: it is measured for the first time in a while, and at rest, too, where it has learnt something.
   * @param {number} step that it is at
   */
  reset(step) {
    this.#measured = 0;
    this.#later(FIRST_MILLISECONDS, step > 0);
  }

  /** @param {number} milliseconds @param {boolean} [atRest] */
  #later(milliseconds, atRest = false) {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      if ((this.engines.playing || atRest) && !document.hidden) this.measure();
      else this.#later(SHORTEST_MILLISECONDS, atRest);
    }, milliseconds);
  }

  async measure() {
    const { run } = this.engines;
    if (run === 0 || this.#measured === run) return;
    this.#measured = run;
    this.on.measured(null);
    const began = performance.now();
    /** @type {Evaluation|undefined} */
    let evaluation;
    try {
      evaluation = (await this.engines.evaluate()) ?? undefined;
    } catch (error) {
      if (run === this.engines.run) this.on.failed(error);
    }
    // Another experiment has a measurement of its own by now.
    if (run !== this.engines.run) return;
    this.#measured = 0;
    this.on.measured(evaluation);
    this.#later(Math.max(SHORTEST_MILLISECONDS, SHARE * (performance.now() - began)));
  }
}
