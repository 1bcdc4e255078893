// Keeps the running experiment every few seconds, and when the page is hidden: a reload, a crash or a closed lid goes on
// from there.

/** @import {Kept, State} from "../types/page" */
/** @import {Entry} from "./life.js" */
/** @import {Store} from "./store.js" */

const INTERVAL_MILLISECONDS = 4000;
/** After an experiment has begun, and its first pictures are there. */
const FIRST_MILLISECONDS = 1000;
/** Saving takes at most this share of the time, as long as no more than ten seconds go by. */
const SHARE = 20;
const LONGEST_INTERVAL_MILLISECONDS = 8000;

/**
 * @typedef {object} Source
 * @property {() => Entry|null} current
 * @property {() => Promise<{bytes: Uint8Array, step: number}|null>} save
 * @property {() => {playing: boolean, slow: boolean, panels: Record<string, unknown>}} rest what else is kept with it
 */

export class Keeper {
  /** The last that was kept of the current experiment. @type {Kept|null} */
  last = null;
  #wait = INTERVAL_MILLISECONDS;
  /** @type {Promise<void>} */
  #keeping = Promise.resolve();
  #timer = 0;

  /** @param {Store} store @param {Source} source */
  constructor(store, source) {
    this.store = store;
    this.source = source;
  }

  start() {
    const hide = () => {
      if (document.hidden) this.keep();
    };
    document.addEventListener("visibilitychange", hide);
    window.addEventListener("pagehide", () => this.keep());
  }

  /** Another experiment has begun. */
  begin() {
    this.#later(FIRST_MILLISECONDS);
  }

  /** @param {number} [milliseconds] */
  #later(milliseconds = this.#wait) {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.keep().finally(() => this.#later()), milliseconds);
  }

  /** Keeps what there is now; one after the other. @returns {Promise<void>} */
  keep() {
    this.#keeping = this.#keeping.then(() => this.#keep()).catch(() => {});
    return this.#keeping;
  }

  async #keep() {
    const entry = this.source.current();
    if (!entry) return;
    const began = performance.now();
    const saved = await this.source.save();
    if (!saved || this.source.current() !== entry) return;
    const { playing, slow, panels } = this.source.rest();
    const { id, state } = entry;
    const rests = this.last?.id === id && this.last.step === saved.step && this.last.playing === playing;
    // At rest a person may draw, or play.
    const { last } = this;
    if (rests && last?.state === state && last.slow === slow && alike(last.panels, panels)) return;
    /** @type {Kept} */
    const kept = { id, state, ...saved, playing, slow, panels, time: Date.now() };
    this.last = kept;
    await this.store.put(kept);
    const took = performance.now() - began;
    this.#wait = Math.min(LONGEST_INTERVAL_MILLISECONDS, Math.max(INTERVAL_MILLISECONDS, SHARE * took));
  }
}

/** @param {Record<string, unknown>} one @param {Record<string, unknown>} other */
const alike = (one, other) => JSON.stringify(one) === JSON.stringify(other);
