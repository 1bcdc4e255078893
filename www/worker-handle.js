// One worker as the page holds it: calls that fail instead of hanging when the worker dies, and a fresh one after.

import * as Comlink from "comlink";

/** @import {Engine} from "./types/library" */
/** @import {WorkerMessage} from "./types/page" */
/** @import {Commands} from "./worker.js" */

/** A panic in the library: its memory cannot be trusted any more. */
const FATAL = "RuntimeError";

export class WorkerHandle {
  /** @type {Worker|null} */
  #worker = null;
  /** @type {Comlink.Remote<Commands>|null} */
  #remote = null;
  /** @type {(error: Error) => void} */
  #fail = () => {};
  /** @type {Promise<never>} */
  #death = new Promise(() => {});

  /**
   * @param {Engine} engine
   * @param {{message: (message: WorkerMessage) => void, death: (reason: string) => void}} listeners
   */
  constructor(engine, listeners) {
    this.engine = engine;
    this.listeners = listeners;
  }

  get alive() {
    return this.#worker !== null;
  }

  /** Starts the worker; its package begins to load at once. */
  spawn() {
    this.#death = new Promise((_, reject) => {
      this.#fail = reject;
    });
    this.#death.catch(() => {});
    const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module", name: this.engine });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#die(event.message || "the worker could not be started");
    });
    worker.addEventListener("message", ({ data }) => {
      if (data?.type !== "batch" && data?.type !== "failure") return;
      if (data.type === "failure" && data.fatal) this.#die(data.message);
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
    const command = /** @type {(...values: unknown[]) => Promise<any>} */ (/** @type {any} */ (this.#remote)[name]);
    try {
      return await Promise.race([command(...values), this.#death]);
    } catch (error) {
      if (error instanceof Error && error.name === FATAL) this.#die(error.message);
      throw error;
    }
  }

  /** @param {string} reason */
  #die(reason) {
    if (!this.#worker) return;
    this.stop();
    this.listeners.death(reason);
  }

  stop() {
    this.#worker?.terminate();
    this.#worker = null;
    this.#remote = null;
    this.#fail(new Error("The engine stopped. It is started again by itself."));
  }
}
