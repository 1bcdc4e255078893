// Steps taken one at a time, whole or in their parts, or up to one at which training rests; and which networks of a GAN the coming steps update.

/** @import {Update} from "../types/library" */
/** @import {Engines} from "./engines.js" */

export class Stepping {
  /** @type {Update} */
  update = "both";
  /** The step at which training rests by itself. @type {number|undefined} */
  until;
  /** The same of the experiment that begins next. @type {number|undefined} */
  untilOfNext;

  /** @param {Engines} engines */
  constructor(engines) {
    this.engines = engines;
  }

  get #active() {
    const { workers, inUse } = this.engines;
    return workers[inUse];
  }

  /** Another experiment begins, with both. */
  reset() {
    this.update = "both";
    this.until = this.untilOfNext;
    this.untilOfNext = undefined;
  }

  /** Tells the engine in use, which may be another by now. */
  tell() {
    return this.#active.call("setUpdate", this.update);
  }

  /** @param {Update} update */
  setUpdate(update) {
    this.update = update;
    return this.engines.inTurn(async () => {
      if (this.engines.data) this.engines.past?.changed({ update }, await this.tell());
    });
  }

  /** Training rests by now. */
  single() {
    return this.engines.inTurn(async () => {
      if (this.engines.data) await this.#active.call("single");
    });
  }

  /** One step of a GAN in its parts; null where there is nothing to be trained. */
  trace() {
    return this.engines.inTurn(async () => (this.engines.data ? this.#active.call("trace", this.engines.run) : null));
  }
}
