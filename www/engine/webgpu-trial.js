// WebGPU is made ready behind the experiment that trains on the CPU: tested once, compiled for this model, timed.

import { toFailure } from "../errors.js";
import { inOneFile } from "../one-file/carried.js";

/** @import {Engine} from "../types/library" */
/** @import {Engines} from "./engines.js" */

/** The first pictures are not to wait for a second engine. */
const DELAY_MILLISECONDS = 1500;
const TIMED_MILLISECONDS = 150;
/** What the library says where the browser has no adapter for it. */
const NOT_OFFERED = "adapter-missing";
/** Where a step on WebGPU takes longer, it is timed beside the CPU's: training does not rest so long. */
const LONGEST_REST_MILLISECONDS = 300;

export class WebGpuTrial {
  /** @type {"left-out"|"absent"|"unreachable"|"waiting"|"preparing"|"ready"|"failed"} */
  status = inOneFile ? "left-out" : "waiting";
  #timer = 0;
  #tested = false;

  /** @param {Engines} engines */
  constructor(engines) {
    this.engines = engines;
  }

  /** For the experiment that has just been adopted. @param {number} run */
  begin(run) {
    if (this.status === "left-out") return;
    // What could not be fetched may be there by now.
    if (this.status === "ready" || this.status === "unreachable") this.status = "waiting";
    this.#later(run, DELAY_MILLISECONDS);
  }

  /** @param {Engine} engine */
  workerDied(engine) {
    if (engine === "webgpu") this.status = "failed";
  }

  /** @param {number} run @param {number} milliseconds */
  #later(run, milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#prepare(run), milliseconds);
  }

  /** @param {number} run */
  async #prepare(run) {
    const { engines } = this;
    const { webgpu } = engines.workers;
    if (this.status === "absent" || this.status === "failed" || run !== engines.run) return;
    if (engines.choice === "reproducible") return;
    if (this.status === "preparing") return this.#later(run, DELAY_MILLISECONDS);
    this.status = "preparing";
    try {
      engines.listeners.engine();
      await webgpu.call("open");
      if (!this.#tested) await webgpu.call("selfTest");
      this.#tested = true;
      const saved = engines.data && (await engines.save());
      if (!saved || !engines.data || run !== engines.run) throw new Error("Another experiment was started.");
      await webgpu.call("prepare", run, saved.bytes, engines.data);
      await webgpu.call("adopt", run);
      const rough = await webgpu.call("warmUp");
      if (run !== engines.run) throw new Error("Another experiment was started.");
      engines.figures.webgpu = rough > LONGEST_REST_MILLISECONDS ? rough : await this.#timeAlone();
      this.status = run === engines.run ? "ready" : "waiting";
    } catch (error) {
      this.#fail(error, run);
    }
    engines.listeners.engine();
    await engines.settle();
  }

  /** @param {unknown} error @param {number} run */
  #fail(error, run) {
    const { code } = toFailure(error);
    if (code === NOT_OFFERED) this.status = "absent";
    else if (code === "engine-unreachable") this.status = "unreachable";
    else if (run !== this.engines.run) this.status = "waiting";
    else {
      this.status = "failed";
      console.warn("WebGPU is not used:", error);
    }
  }

  /** Milliseconds of a step while the CPU rests: on few cores the two would wait for each other. */
  #timeAlone() {
    const { engines } = this;
    return engines.inTurn(async () => {
      try {
        await engines.rest();
        return await engines.workers.webgpu.call("time", TIMED_MILLISECONDS);
      } finally {
        await engines.resume();
      }
    });
  }
}
