// The experiment on one of two engines. It starts on the CPU at once; WebGPU is made ready behind it, and the
// experiment moves between the two without losing a step. A next experiment is prepared on the CPU beside it.

import { pageError, toFailure } from "../errors.js";
import { forgetData, sameData, testData, trainingData } from "../experiment/data.js";
import { Past } from "../experiment/past.js";
import { isReproducible, liveSettingsOf, settingsOf } from "../experiment/rules.js";
import { Beside } from "./beside.js";
import { Stepping } from "./stepping.js";
import { WebGpuTrial } from "./webgpu-trial.js";
import { WorkerHandle } from "./worker-handle.js";

/** @import {Engine} from "../types/library" */
/** @import {BatchMessage, Data, Failure, Query, State, WorkerMessage} from "../types/page" */
/** @import {Source} from "../experiment/life.js" */

/** How much faster WebGPU must be before an experiment is moved by itself. */
const WORTH_MOVING = 0.9;

/**
 * @typedef {object} Listeners
 * @property {(message: BatchMessage) => void} batch
 * @property {(failure: Failure) => void} failed training has stopped by itself; the last steps are undone
 * @property {(reason: string) => void} death the worker of the engine in use is gone, and the session with it
 * @property {(error: unknown) => void} stayed an experiment could not be moved to another engine
 * @property {() => void} engine the engine in use, or what is known of the two, has changed
 */

/** Queries of what was not learnt from. */
const OF_TEST_DATA = new Set(["probe", "testExamples", "copying", "labelReport", "nearest", "classify", "fitFeatures"]);

/** @typedef {{run: number, state: State, data: Data, past: Past}} Running */

export class Engines {
  /** @type {Engine} */
  inUse = "cpu";
  /** @type {State["engine"]} */
  choice = "auto";
  /** Milliseconds of a step. @type {Record<Engine, number|null>} */
  figures = { cpu: null, webgpu: null };
  /** On which the CPU engine works. */
  threads = 1;
  playing = true;
  slow = false;

  /** @type {Running|null} */
  #current = null;
  /** @type {Running|null} */
  #next = null;
  /** How many wait for it to rest. */
  #holds = 0;
  /** What moves, changes or saves the session comes one after the other. @type {Promise<unknown>} */
  #turn = Promise.resolve();

  /** @param {Listeners} listeners */
  constructor(listeners) {
    this.listeners = listeners;
    /** @param {Engine} engine */
    const handle = (engine) =>
      new WorkerHandle(engine, {
        message: (message) => this.#hear(engine, message),
        death: (reason) => this.#mourn(engine, reason),
      });
    /** @type {Record<Engine, WorkerHandle>} */
    this.workers = { cpu: handle("cpu"), webgpu: handle("webgpu") };
    this.workers.cpu.spawn();
    this.stepping = new Stepping(this);
    this.beside = new Beside(this);
    this.trial = new WebGpuTrial(this);
  }

  get #active() {
    return this.workers[this.inUse];
  }

  get run() {
    return this.#current?.run ?? 0;
  }

  get data() {
    return this.#current?.data ?? null;
  }

  get past() {
    return this.#current?.past ?? null;
  }

  /** @template Result @param {() => Promise<Result>} task @returns {Promise<Result>} */
  inTurn(task) {
    const result = this.#turn.then(task);
    this.#turn = result.catch(() => {});
    return result;
  }

  /**
   * A next experiment beside the one that is trained: settings checked, data fetched, session created, first step made.
   * @param {number} run
   * @param {State} state
   * @param {Source} source
   * @param {(share: number) => void} [progress] of fetching
   */
  async prepare(run, state, { bytes, onOtherData }, progress) {
    const { cpu } = this.workers;
    const fetching = trainingData(state, progress);
    fetching.catch(() => {});
    const inspected = bytes ? await cpu.call("inspect", bytes) : await cpu.call("check", settingsOf(state));
    const data = await fetching;
    try {
      const prepared = await cpu.call("prepare", run, bytes ?? settingsOf(state), data, isReproducible(state));
      if (inspected?.data && !onOtherData && !sameData(inspected.data, prepared.data)) throw pageError("other-data");
      this.#next = { run, state, data, past: new Past(state, prepared.step, bytes ?? null) };
      return prepared;
    } catch (error) {
      // What the library cannot read may have come damaged.
      if (/^(idx|gzip)-/.test(toFailure(error).code ?? "")) forgetData(state.dataset);
      throw error;
    }
  }

  /** @param {number} run @param {State} state differs from the prepared one in what a session can be told */
  async changePrepared(run, state) {
    await this.workers.cpu.call("changePrepared", run, liveSettingsOf(state));
    if (this.#next?.run === run) Object.assign(this.#next, { state }).past.changed({ state });
  }

  /** @param {number} run */
  discard(run) {
    if (this.#next?.run === run) this.#next = null;
    if (this.workers.cpu.alive) this.workers.cpu.call("discard", run).catch(() => {});
  }

  /** The prepared experiment takes the place of the one that is trained. @param {number} run */
  adopt(run) {
    return this.inTurn(async () => {
      if (this.#next?.run !== run) throw new Error("Another experiment was prepared meanwhile.");
      const before = this.#current;
      this.#current = this.#next;
      try {
        await this.workers.cpu.call("adopt", run);
      } catch (error) {
        this.#current = before;
        throw error;
      }
      this.#next = null;
      if (this.inUse === "webgpu" && this.workers.webgpu.alive) this.workers.webgpu.call("close").catch(() => {});
      this.inUse = "cpu";
      this.figures = { cpu: null, webgpu: null };
      this.stepping.reset();
      this.listeners.engine();
      await this.resume();
      this.trial.begin(run);
    });
  }

  /** Training rests until `resume`, whatever a person has chosen. */
  rest() {
    return this.#active.alive ? this.#active.call("pause") : Promise.resolve();
  }

  async resume() {
    await this.#active.call("setSlow", this.slow);
    await this.stepping.tell();
    if (this.playing && this.#holds === 0) await this.#active.call("play", this.stepping.until);
  }

  /** @param {boolean} playing */
  setPlaying(playing) {
    this.playing = playing;
    return this.inTurn(async () => {
      if (this.#current) await this.#active.call(playing && this.#holds === 0 ? "play" : "pause", this.stepping.until);
    });
  }

  /** @param {boolean} slow */
  async setSlow(slow) {
    this.slow = slow;
    if (this.#current) await this.#active.call("setSlow", slow);
  }

  /** Null where another experiment is there by now. @param {Query[]} queries */
  async query(queries) {
    const ofTest = (/** @type {Query} */ { method, next, tests }) =>
      tests || OF_TEST_DATA.has(method) || (next && OF_TEST_DATA.has(next));
    if (queries.some(ofTest)) await this.#loadTest();
    return this.#active.call("query", queries, this.run);
  }

  /** @param {number} run nothing is changed where it is not this that trains by now @param {State} state */
  change(run, state) {
    return this.inTurn(async () => {
      if (run !== this.run) return;
      const step = await this.#active.call("change", liveSettingsOf(state), run);
      if (this.#current) this.#current.state = state;
      this.past?.changed({ state }, step);
    });
  }

  save() {
    return this.inTurn(async () => this.past?.saved(await this.#active.call("save", this.run)) ?? null);
  }

  async evaluate() {
    const { run } = this;
    await this.#loadTest();
    // Training goes on between the pieces.
    while (await this.#active.call("fitBaselines", run));
    return this.#active.call("evaluate", run);
  }

  /** It rests meanwhile, whatever a person has chosen. @template Result @param {() => Promise<Result>} use */
  async hold(use) {
    this.#holds += 1;
    try {
      await this.rest();
      return await use();
    } finally {
      this.#holds -= 1;
      if (this.#current && this.#active.alive) await this.resume();
    }
  }

  /** What trains, with the data that it is measured on. */
  async whole() {
    await this.#loadTest();
    return this.#current;
  }

  /** The part that is measured on comes after the part that is learnt from. */
  async #loadTest() {
    const current = this.#current;
    if (current?.data.kind !== "pictures" || current.data.test) return;
    const test = await testData(current.state);
    if (!test || current !== this.#current) return;
    await this.#active.call("loadTest", test, current.run);
    // Only now: a part that was refused is fetched and tried again.
    current.data.test = test;
  }

  /** @param {State["engine"]} choice of a person */
  async choose(choice) {
    this.choice = choice;
    await this.settle();
  }

  /** Moves to the engine that the choice and the figures call for, if it is ready. */
  async settle() {
    const { cpu, webgpu } = this.figures;
    /** @type {Engine} */
    let wanted = this.inUse;
    if (this.choice !== "auto") wanted = this.choice === "webgpu" ? "webgpu" : "cpu";
    else if (cpu !== null && webgpu !== null) wanted = webgpu < cpu * WORTH_MOVING ? "webgpu" : "cpu";
    if (wanted === this.inUse || (wanted === "webgpu" && this.trial.status !== "ready")) return;
    await this.inTurn(() => this.#move(wanted));
  }

  /** @param {Engine} target */
  async #move(target) {
    const current = this.#current;
    if (!current || target === this.inUse) return;
    try {
      await this.rest();
      const saved = await this.#active.call("save", current.run);
      if (!saved) return;
      await this.workers[target].call("prepare", current.run, saved.bytes, current.data);
      await this.workers[target].call("adopt", current.run);
      this.inUse = target;
    } catch (error) {
      this.listeners.stayed(error);
    } finally {
      await this.resume();
      this.listeners.engine();
    }
  }

  /** @param {Engine} engine @param {WorkerMessage} message */
  #hear(engine, message) {
    if (message.run !== this.run) return;
    if (message.type === "batch") {
      // The first steps are slower than the rest: lean towards what came last.
      const known = this.figures[engine];
      const figure = message.millisecondsPerStep;
      this.figures[engine] = known === null ? figure : 0.9 * known + 0.1 * figure;
      if (engine === "cpu") this.threads = message.threads;
      if (engine === this.inUse) this.listeners.batch(message);
      return;
    }
    if (engine !== this.inUse) return;
    this.playing = false;
    this.listeners.failed(message.failure);
  }

  /** @param {Engine} engine @param {string} reason */
  #mourn(engine, reason) {
    this.trial.workerDied(engine);
    const lost = engine === this.inUse && this.#current !== null;
    this.inUse = "cpu";
    this.listeners.engine();
    if (lost) this.listeners.death(reason);
  }
}
