// An experiment of its own beside the running one, in a worker of its own, on one thread.

import { pageError } from "../errors.js";
import { liveSettingsOf, settingsOf } from "../experiment/rules.js";
import { WorkerHandle } from "./worker-handle.js";

/** @import {BatchMessage, CompanionSource, Data, Query, State} from "../types/page" */

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
  async open({ state, bytes }, beside, data) {
    this.#state = { ...beside, ...state };
    await this.#handle.call("prepare", RUN, bytes ?? settingsOf(this.#state), data);
    if (bytes) await this.#handle.call("changePrepared", RUN, liveSettingsOf(this.#state));
    await this.#handle.call("adopt", RUN);
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
