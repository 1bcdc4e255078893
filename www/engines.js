// The experiment on one of two engines. It starts on the CPU at once; WebGPU is made ready behind it, and the
// experiment moves between the two without losing a step.

import { testData, trainingData } from "./data.js";
import { settingsFor } from "./state.js";
import { WorkerHandle } from "./worker-handle.js";

/** @import {Engine, Settings} from "./types/library" */
/** @import {BatchMessage, Data, Query, State, WorkerMessage} from "./types/page" */

/** The first pictures are not to wait for a second engine. */
const WARM_UP_DELAY_MILLISECONDS = 1500;
const CHECKPOINT_MILLISECONDS = 8000;
const TIMED_MILLISECONDS = 150;
/** Where a step on WebGPU takes longer, it is timed beside the CPU's: training does not rest so long. */
const LONGEST_REST_MILLISECONDS = 300;
/** How much faster WebGPU must be before an experiment is moved by itself. */
const WORTH_MOVING = 0.9;

/**
 * @typedef {object} Listeners
 * @property {(message: BatchMessage) => void} batch
 * @property {(playing: boolean) => void} playing
 * @property {(text: string) => void} notice
 * @property {() => void} engine when the engine in use, or what is known of the two, has changed
 */

export class Engines {
  /** @type {Engine} */
  inUse = "cpu";
  /** @type {"auto"|Engine} */
  choice = "auto";
  /** @type {"absent"|"waiting"|"preparing"|"ready"|"failed"} */
  webgpu = "waiting";
  /** Milliseconds of a step. @type {Record<Engine, number|null>} */
  figures = { cpu: null, webgpu: null };
  /** On which the CPU engine works. */
  threads = 1;
  playing = true;
  slow = false;

  #run = 0;
  #moving = false;
  #tested = false;
  /** @type {State|null} */
  #state = null;
  /** @type {Data|null} */
  #data = null;
  /** @type {{run: number, bytes: Uint8Array}|null} */
  #checkpoint = null;
  #warmUp = 0;

  /** @param {Listeners} listeners */
  constructor(listeners) {
    this.listeners = listeners;
    /** @param {Engine} engine */
    const handle = (engine) =>
      new WorkerHandle(engine, {
        message: (message) => this.#hear(engine, message),
        death: (reason) => this.#recover(engine, reason),
      });
    /** @type {Record<Engine, WorkerHandle>} */
    this.workers = { cpu: handle("cpu"), webgpu: handle("webgpu") };
    this.workers.cpu.spawn();
    setInterval(() => this.#keep(), CHECKPOINT_MILLISECONDS);
  }

  get #active() {
    return this.workers[this.inUse];
  }

  /**
   * A new experiment, on the CPU, from its first step.
   * @param {State} state
   */
  async start(state) {
    this.#run += 1;
    const run = this.#run;
    this.#state = state;
    this.#checkpoint = null;
    clearTimeout(this.#warmUp);
    if (this.workers[this.inUse].alive) this.#active.call("pause").catch(() => {});
    const data = await trainingData(state.dataset);
    if (run !== this.#run) return;
    await this.workers.cpu.call("start", settingsFor(state), data, run);
    if (run !== this.#run) return;
    this.#data = data;
    this.inUse = "cpu";
    this.figures = { cpu: null, webgpu: null };
    if (this.webgpu === "ready") this.webgpu = "waiting";
    this.listeners.engine();
    await this.#continue();
    this.#warmUp = window.setTimeout(() => this.#prepare(run), WARM_UP_DELAY_MILLISECONDS);
  }

  /** @param {Uint8Array} bytes of a saved session @param {State} state with the same model */
  async open(bytes, state) {
    await this.start(state);
    const data = /** @type {Data} */ (this.#data);
    await this.workers.cpu.call("restore", bytes, data, this.#run);
    await this.#continue();
  }

  async #continue() {
    await this.#active.call("setSlow", this.slow);
    if (this.playing) await this.#active.call("play");
  }

  /** @param {boolean} playing */
  async setPlaying(playing) {
    this.playing = playing;
    this.listeners.playing(playing);
    if (!this.#moving) await this.#active.call(playing ? "play" : "pause");
  }

  /** @param {boolean} slow */
  async setSlow(slow) {
    this.slow = slow;
    await this.#active.call("setSlow", slow);
  }

  async single() {
    await this.setPlaying(false);
    await this.#active.call("single");
  }

  /** @param {Query[]} queries */
  query(queries) {
    return this.#active.call("query", queries);
  }

  /** @param {Partial<Settings>} settings @param {State} state */
  async change(settings, state) {
    this.#state = state;
    await this.#active.call("change", settings);
  }

  save() {
    return this.#active.call("save");
  }

  async evaluate() {
    const run = this.#run;
    await this.#loadTest();
    return run === this.#run ? this.#active.call("evaluate") : null;
  }

  /** The part that is measured on comes after the part that is learnt from. */
  async #loadTest() {
    const data = this.#data;
    if (data?.kind !== "pictures" || data.testImages || !this.#state) return;
    const run = this.#run;
    const test = await testData(this.#state.dataset);
    if (!test || run !== this.#run) return;
    data.testImages = test.images;
    data.testLabels = test.labels;
    await this.#active.call("loadTest", test.images, test.labels);
  }

  /** @param {"auto"|Engine} choice of a person */
  async choose(choice) {
    this.choice = choice;
    await this.#settle();
  }

  /** Moves to the engine that the choice and the figures call for, if it is ready. */
  async #settle() {
    const { cpu, webgpu } = this.figures;
    /** @type {Engine} */
    let wanted = this.inUse;
    if (this.choice !== "auto") wanted = this.choice;
    else if (cpu !== null && webgpu !== null) wanted = webgpu < cpu * WORTH_MOVING ? "webgpu" : "cpu";
    if (wanted === this.inUse || (wanted === "webgpu" && this.webgpu !== "ready")) return;
    await this.#move(wanted);
  }

  /** @param {Engine} target */
  async #move(target) {
    if (this.#moving || !this.#data) return;
    this.#moving = true;
    const run = this.#run;
    try {
      await this.#active.call("pause");
      const bytes = await this.#active.call("save");
      await this.workers[target].call("restore", bytes, this.#data, run);
      if (run === this.#run) this.inUse = target;
    } catch (error) {
      this.listeners.notice(`The experiment stayed on ${this.inUse === "cpu" ? "the CPU" : "WebGPU"}. ${text(error)}`);
    } finally {
      this.#moving = false;
      if (run === this.#run) await this.#continue();
      this.listeners.engine();
    }
  }

  /** Milliseconds of a step while the CPU rests: on few cores the two would wait for each other. @param {number} run */
  async #timeWebGpu(run) {
    try {
      await this.workers.cpu.call("pause");
      return await this.workers.webgpu.call("time", TIMED_MILLISECONDS);
    } finally {
      if (run === this.#run) await this.#continue();
    }
  }

  /** Compiles this model on WebGPU while the CPU goes on, and times it. @param {number} run */
  async #prepare(run) {
    if (this.webgpu === "absent" || this.webgpu === "failed" || run !== this.#run) return;
    if (this.webgpu === "preparing") {
      this.#warmUp = window.setTimeout(() => this.#prepare(run), WARM_UP_DELAY_MILLISECONDS);
      return;
    }
    if (!(await this.workers.cpu.call("offersWebGpu"))) {
      this.webgpu = "absent";
      this.listeners.engine();
      return;
    }
    this.webgpu = "preparing";
    this.listeners.engine();
    const worker = this.workers.webgpu;
    try {
      await worker.call("open");
      if (!this.#tested) await worker.call("selfTest");
      this.#tested = true;
      if (run !== this.#run || !this.#data) throw new Error("Another experiment was started.");
      const bytes = await this.workers.cpu.call("save");
      await worker.call("restore", bytes, this.#data, run);
      const rough = await worker.call("warmUp");
      if (run !== this.#run) throw new Error("Another experiment was started.");
      this.figures.webgpu = rough > LONGEST_REST_MILLISECONDS ? rough : await this.#timeWebGpu(run);
      this.webgpu = run === this.#run ? "ready" : "waiting";
    } catch (error) {
      this.webgpu = run === this.#run ? "failed" : "waiting";
      if (run === this.#run) console.warn("WebGPU is not used:", error);
    }
    this.listeners.engine();
    await this.#settle();
  }

  /** @param {Engine} engine @param {WorkerMessage} message */
  #hear(engine, message) {
    if (message.run !== this.#run) return;
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
    this.listeners.playing(false);
    this.listeners.notice(message.message);
  }

  async #keep() {
    if (!this.playing || this.#moving || !this.#data || document.hidden) return;
    const run = this.#run;
    const bytes = await this.save().catch(() => null);
    if (bytes && run === this.#run) this.#checkpoint = { run, bytes };
  }

  /** After the death of a worker: on from the last checkpoint, on the CPU. @param {Engine} engine @param {string} reason */
  async #recover(engine, reason) {
    if (engine === "webgpu") this.webgpu = "failed";
    if (engine !== this.inUse) return this.listeners.engine();
    const kept = this.#checkpoint?.run === this.#run ? this.#checkpoint.bytes : null;
    const name = engine === "cpu" ? "The CPU engine" : "WebGPU";
    this.listeners.notice(
      `${name} stopped (${reason}). It was started again ${kept ? "from a few seconds ago" : "from the beginning"}.`,
    );
    this.inUse = "cpu";
    this.listeners.engine();
    try {
      if (kept && this.#data) {
        await this.workers.cpu.call("restore", kept, this.#data, this.#run);
        await this.#continue();
      } else if (this.#state && this.#data) await this.start(this.#state);
    } catch (error) {
      this.listeners.notice(`The engine could not be started again. ${text(error)} Reload the page.`);
    }
  }
}

/** @param {unknown} error */
function text(error) {
  return error instanceof Error ? error.message : String(error);
}
