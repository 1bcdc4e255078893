// One worker as the page holds it: calls that fail instead of hanging when the worker dies, and a fresh one after.

import * as Comlink from "comlink";
import { CodedError, pageError, toFailure } from "../errors.js";

/** @import {Engine} from "../types/library" */
/** @import {WorkerMessage} from "../types/page" */
/** @import {Commands} from "./worker.js" */

/** A panic in the library: its memory cannot be trusted any more. */
const FATAL = "RuntimeError";
/** The library's package did not come: it can be tried again, by a worker that has not tried yet. */
const NOT_LOADED = "load-failed";

export class WorkerHandle {
  /** @type {Worker|null} */
  #worker = null;
  /** @type {Comlink.Remote<Commands>|null} */
  #remote = null;
  /** Whether it has ever answered: what never did could not be loaded. */
  #answered = false;
  /** @type {(error: Error) => void} */
  #fail = () => {};
  /** @type {Promise<never>} */
  #death = new Promise(() => {});

  /**
   * @param {Engine} engine
   * @param {{message: (message: WorkerMessage) => void, death: (reason: string) => void}} listeners
   * @param {string} name of the worker, from which it knows what it is for
   */
  constructor(engine, listeners, name = engine) {
    this.engine = engine;
    this.name = name;
    this.listeners = listeners;
  }

  get alive() {
    return this.#worker !== null;
  }

  /** Starts the worker; its package begins to load at once. */
  spawn() {
    this.#answered = false;
    this.#death = new Promise((_, reject) => {
      this.#fail = reject;
    });
    this.#death.catch(() => {});
    const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module", name: this.name });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      if (worker === this.#worker) this.#die(event.message || "");
    });
    worker.addEventListener("message", ({ data }) => {
      if (worker !== this.#worker || (data?.type !== "batch" && data?.type !== "failure")) return;
      if (data.type === "failure" && data.fatal) this.#die(data.failure.message);
      else this.listeners.message(data);
    });
    this.#worker = worker;
    this.#remote = Comlink.wrap(worker);
  }

  /**
   * @template {keyof Commands} Name
   * @param {Name} name
   * @param {Parameters<Commands[Name]>} values
   * @returns {Promise<Awaited<ReturnType<Commands[Name]>>>}
   */
  async call(name, ...values) {
    if (!this.#remote) this.spawn();
    const worker = this.#worker;
    const command = /** @type {(...values: unknown[]) => Promise<any>} */ (/** @type {any} */ (this.#remote)[name]);
    try {
      const result = await Promise.race([command(...values), this.#death]);
      this.#answered = true;
      return result;
    } catch (error) {
      if (worker !== this.#worker) throw error;
      const { code, message } = toFailure(error);
      if (error instanceof Error && error.name === FATAL) {
        this.#die(message);
        throw pageError("engine-stopped", { reason: message });
      }
      if (code === NOT_LOADED) {
        this.#stop();
        throw pageError("engine-unreachable");
      }
      this.#answered = true;
      throw error;
    }
  }

  /** It is wanted no more. */
  end() {
    if (this.#worker) this.#stop();
  }

  /** @param {string} reason */
  #die(reason) {
    if (!this.#worker) return;
    const wasLoaded = this.#answered;
    this.#stop(wasLoaded ? pageError("engine-stopped", { reason }) : pageError("engine-unreachable"));
    if (wasLoaded) this.listeners.death(reason);
  }

  /** @param {CodedError} [error] what calls under way are told */
  #stop(error = pageError("engine-unreachable")) {
    this.#worker?.terminate();
    this.#worker = null;
    this.#remote = null;
    this.#fail(error);
  }
}
