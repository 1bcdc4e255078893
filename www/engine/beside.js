// Other experiments beside the running one, on the same data; that rests until they are done.

import { settingsOf } from "../experiment/rules.js";
import { tryAugmentation } from "./augmentation.js";
import { Companion } from "./companion.js";
import { sweep } from "./sweep.js";

/** @import {AugmentationListeners, AugmentationTrial} from "../types/page" */
/** @import {Companion as Other, CompanionListeners, CompanionSource, PastStep, State} from "../types/page" */
/** @import {Engines} from "./engines.js" */
/** @import {SweepListeners} from "./sweep.js" */

export class Beside {
  /** @param {Engines} engines */
  constructor(engines) {
    this.engines = engines;
  }

  /**
   * The running experiment with other settings, one after the other, each trained for so many steps.
   * @param {Partial<State>[]} parts what differs
   * @param {number} steps
   * @param {SweepListeners} on
   * @param {AbortSignal} signal ends it
   */
  async sweep(parts, steps, on, signal) {
    const current = await this.engines.whole();
    if (!current) return;
    const all = parts.map((part) => settingsOf({ ...current.state, ...part }));
    // Both at once would take twice as long.
    await this.engines.hold(() => sweep(all, current.data, steps, on, signal));
  }

  /**
   * What a classifier with few labels gains from something beside them, on the data of the running experiment.
   * @param {AugmentationTrial[]} trials
   * @param {AugmentationListeners} on
   * @param {AbortSignal} signal ends it
   */
  async augmentation(trials, on, signal) {
    const current = await this.engines.whole();
    if (!current) return;
    await this.engines.hold(() => tryAugmentation(trials, current.data, on, signal));
  }

  /** Where the running experiment was at a step, null for now; null where there is none. @param {number|null} step @returns {Promise<PastStep|null>} */
  async past(step) {
    const { past } = this.engines;
    const latest = await this.engines.save();
    return past && latest ? past.at(step, latest) : null;
  }

  /**
   * Several at once, each in a worker of its own. The running experiment rests until the signal ends them.
   * @param {CompanionSource[]} sources
   * @param {CompanionListeners} on
   * @param {AbortSignal} signal
   * @returns {Promise<Other[]>} at rest, after their first step; none where there is nothing to be beside
   */
  async open(sources, on, signal) {
    const current = await this.engines.whole();
    signal.throwIfAborted();
    if (!current) return [];
    const { state, data } = current;
    const companions = sources.map(
      (_, index) =>
        new Companion(
          (message) => on.batch(index, message),
          (error) => on.failed(index, error),
        ),
    );
    let end = () => {};
    const ended = new Promise((resolve) => {
      end = () => {
        for (const companion of companions) companion.end();
        resolve(undefined);
      };
    });
    signal.addEventListener("abort", end, { once: true });
    // A worker that died meanwhile is told of by itself.
    this.engines.hold(() => ended).catch(() => {});
    try {
      await Promise.all(companions.map((companion, index) => companion.open(sources[index], state, data)));
    } catch (error) {
      end();
      throw error;
    }
    return companions;
  }
}
