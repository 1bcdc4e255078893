// An experiment of its own beside the running one, in a worker of its own, on one thread.

import { pageError } from "../errors.js";
import { isReproducible, liveSettingsOf, settingsOf } from "../experiment/rules.js";
import { WorkerHandle } from "./worker-handle.js";

/** @import {BatchMessage, CompanionSource, Data, PastStep, Query, State} from "../types/page" */

/** A worker has one experiment here. */
const RUN = 1;

export class Companion {
  #handle;
  /** @type {State|null} */
  #state = null;

  /** @param {(message: BatchMessage) => void} batch @param {(error: unknown) => void} failed */
  constructor(batch, failed) {
    this.#handle = new WorkerHandle(
      "cpu",
      {
        message: (message) => {
          if (message.type === "batch") batch(message);
          else failed(Object.assign(new Error(message.failure.message), message.failure));
        },
        death: (reason) => failed(pageError("engine-stopped", { reason })),
      },
      "companion",
    );
  }

  /** @param {CompanionSource} source @param {State} beside what it is beside @param {Data} data */
  async open({ state, bytes, past }, beside, data) {
    if (past) return this.#openPast(past, state, data);
    this.#state = { ...beside, ...state };
    // Several are not ready at the same moment: the page's thread copies large data to one of them at a time.
    await this.#handle.call("open");
    await this.#handle.call("prepare", RUN, bytes ?? settingsOf(this.#state), data, isReproducible(this.#state));
    if (bytes) await this.#handle.call("changePrepared", RUN, liveSettingsOf(this.#state));
    await this.#handle.call("adopt", RUN);
  }

  /** As the running experiment was then, to the bit; only then what differs. @param {PastStep} past @param {Partial<State>} part @param {Data} data */
  async #openPast({ step, from, bytes, began, update, changes, state }, part, data) {
    await this.#handle.call("prepare", RUN, bytes ?? settingsOf(began), data, isReproducible(began));
    await this.#handle.call("adopt", RUN);
    await this.#handle.call("setUpdate", update);
    let at = from;
    for (const change of [...changes, { step, state: undefined, update: undefined }]) {
      if (change.step > at) await this.train(change.step - at);
      at = Math.max(at, change.step);
      if (change.state) await this.#handle.call("change", liveSettingsOf(change.state), RUN);
      if (change.update) await this.#handle.call("setUpdate", change.update);
    }
    const told = different(liveSettingsOf(state), liveSettingsOf({ ...state, ...part }));
    if (Object.keys(told).length > 0) await this.#handle.call("change", told, RUN);
  }

  play() {
    return this.#handle.call("play");
  }

  /** Resolves when no batch is under way. */
  pause() {
    return this.#handle.call("pause");
  }

  /** @param {number} steps resolves when these are done */
  train(steps) {
    return this.#handle.call("steps", steps);
  }

  /** @param {Query[]} queries */
  query(queries) {
    return this.#handle.call("query", queries, RUN);
  }

  async evaluate() {
    while (await this.#handle.call("fitBaselines", RUN));
    return this.#handle.call("evaluate", RUN);
  }

  save() {
    return this.#handle.call("save", RUN);
  }

  end() {
    this.#handle.end();
  }
}

/**
 * What is not the same in the other. What is the same is not told again: the page may know it in fewer digits.
 * @template {object} Part
 * @param {Part} one @param {Part} other
 * @returns {Partial<Part>}
 */
const different = (one, other) =>
  /** @type {Partial<Part>} */ (
    Object.fromEntries(
      Object.entries(other).filter(([name, value]) => {
        const same = /** @type {Record<string, unknown>} */ (one)[name];
        return JSON.stringify(same) !== JSON.stringify(value);
      }),
    )
  );
