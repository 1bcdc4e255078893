// The life of an experiment, as a machine of states without a page around it:
//
//   nothing -> preparing -> running <-> paused
//                ^             |
//                +--- next ----+     a next experiment is prepared beside the one that is there
//
// What is wanted next takes the place of what is there only when its first step is done; until then, and after
// any failure, the one that is there goes on.

import { pageError, toFailure } from "../errors.js";

/** @import {State} from "../types/page" */
/** @import {Rules} from "./rules.js" */

/** How often a worker may die of one experiment, within a minute each, before it is left alone. */
const MOST_DEATHS = 2;
const DEATHS_APART_MILLISECONDS = 60_000;

/**
 * @typedef {object} Source where an experiment comes from, if not from settings alone
 * @property {Uint8Array|null} [bytes] of a saved session
 * @property {string|undefined} [id] of an experiment that is opened again
 * @property {boolean} [onOtherData] a person has chosen data other than those it was trained on
 * @property {boolean} [anew] from its first step, although its settings are the same
 * @property {string} [trained] the idea whose trained model it is
 * @property {unknown} [origin] for whoever is told of the adoption
 */

/**
 * @typedef {object} Entry
 * @property {string} id
 * @property {number} run
 * @property {State} state what trains
 * @property {Source} source
 */

/**
 * `state` is what is wanted, `applied` what has been prepared of it.
 * `before` is what was being prepared when this was wanted instead.
 * @typedef {Entry & {applied: State, promise: Promise<Outcome>, before: Next|null, refusal?: {state: State, error: unknown}}} Next
 */

/** @typedef {"adopted"|"changed"|"unchanged"|"superseded"} Outcome */
/** @typedef {{step: number}} Prepared */

/**
 * @typedef {object} Engine what trains; see engine/engines.js
 * @property {() => boolean} isPlaying
 * @property {() => void} stop training rests until a person goes on
 * @property {(run: number, state: State, source: Source) => Promise<Prepared>} prepare
 * @property {(run: number, state: State) => Promise<void>} changePrepared
 * @property {(run: number) => void} discard
 * @property {(run: number) => Promise<void>} adopt
 * @property {(run: number, state: State) => Promise<void>} change does nothing where another run trains by now
 */

/**
 * @typedef {object} Listeners
 * @property {() => void} wanted what is shown in fields has changed: see `wanted`, `phase`
 * @property {(leaving: Entry) => Promise<void>} leaving just before another experiment takes its place
 * @property {(entry: Entry, before: Entry|null, step: number) => void} adopted
 * @property {(entry: Entry) => void} changed a running experiment was changed
 * @property {(error: unknown) => void} refused what was taken up again after something else was refused
 */

export class Life {
  /** @type {Entry|null} */
  current = null;
  /** @type {Next|null} */
  next = null;
  /** A change on its way to the running session. @type {State|null} */
  #changing = null;
  #changes = Promise.resolve();
  #runs = 0;
  /** Deaths by experiment. @type {Map<string, {count: number, last: number}>} */
  #deaths = new Map();
  /** The worker died of what was being prepared in it, and not of what it trained. */
  #nextWasToBlame = false;

  /**
   * @param {Engine} engine
   * @param {Rules} rules
   * @param {Listeners} on
   * @param {() => string} newId
   */
  constructor(engine, rules, on, newId = () => crypto.randomUUID()) {
    this.engine = engine;
    this.rules = rules;
    this.on = on;
    this.newId = newId;
  }

  /** @returns {"nothing"|"preparing"|"running"|"paused"} of what is there; see `next` for what comes */
  get phase() {
    if (this.current) return this.engine.isPlaying() ? "running" : "paused";
    return this.next ? "preparing" : "nothing";
  }

  /** What fields show: it trains, or will when it is prepared. */
  get wanted() {
    return this.next?.state ?? this.#changing ?? this.current?.state ?? null;
  }

  /**
   * Wants this experiment. Resolves when it trains, or when something else is wanted instead; rejects where it is
   * refused, and then everything is as it was.
   * @param {State} state
   * @param {Source} [source]
   * @returns {Promise<Outcome>}
   */
  async request(state, source = {}) {
    const { wanted } = this;
    if (wanted && !source.bytes && !source.anew) {
      if (this.rules.changed(wanted, state).length === 0) return "unchanged";
      if (this.rules.isLive(wanted, state)) return this.next ? this.#join(this.next, state) : this.#change(state);
    }
    const next = /** @type {Next} */ ({
      id: source.id ?? this.newId(),
      run: ++this.#runs,
      state,
      applied: state,
      source,
      before: this.next,
    });
    // What was to come until now is not wanted any more, unless this is refused.
    if (this.next) this.engine.discard(this.next.run);
    this.#begin(next);
    return next.promise;
  }

  /** @param {Next} next */
  #begin(next) {
    this.next = next;
    next.promise = this.#prepare(next);
    this.on.wanted();
  }

  /** What was being prepared when something was wanted that has been refused. @param {Next} before */
  #takeUpAgain(before) {
    const next = { ...before, run: ++this.#runs, applied: before.state };
    this.#begin(next);
    next.promise.catch(this.on.refused);
  }

  /** A change to what is being prepared: it is told before it takes its place. @param {Next} next @param {State} state */
  async #join(next, state) {
    next.state = state;
    this.on.wanted();
    const outcome = await next.promise;
    if (outcome === "adopted" && this.current?.run === next.run && next.refusal?.state === state) {
      throw next.refusal.error;
    }
    return outcome;
  }

  /** What is being prepared is not wanted any more. */
  abandonNext() {
    if (!this.next) return;
    this.engine.discard(this.next.run);
    this.next = null;
    this.on.wanted();
  }

  /** @param {State} state */
  #change(state) {
    this.#changing = state;
    this.on.wanted();
    const change = this.#changes.then(async () => {
      const entry = this.current;
      // A later change holds this one too, as a slider makes many.
      if (!entry || this.#changing !== state) return /** @type {const} */ ("superseded");
      try {
        await this.engine.change(entry.run, state);
        if (this.current === entry) {
          entry.state = state;
          this.on.changed(entry);
        }
        return /** @type {const} */ ("changed");
      } finally {
        if (this.#changing === state) this.#changing = null;
        this.on.wanted();
      }
    });
    this.#changes = change.then(
      () => {},
      () => {},
    );
    return change;
  }

  /** @param {Next} next @returns {Promise<Outcome>} */
  async #prepare(next) {
    try {
      const prepared = await this.engine.prepare(next.run, next.state, next.source);
      await this.#applyChanges(next);
      if (this.next !== next) return this.#abandon(next);
      const leaving = this.current;
      if (leaving) await this.on.leaving(leaving);
      // Once more: what was changed while the other was being kept.
      await this.#applyChanges(next);
      if (this.next !== next) return this.#abandon(next);
      await this.engine.adopt(next.run);
      this.current = { id: next.id, run: next.run, state: next.applied, source: next.source };
      if (this.next === next) this.next = null;
      this.on.adopted(this.current, leaving, prepared.step);
      this.on.wanted();
      return "adopted";
    } catch (error) {
      this.engine.discard(next.run);
      if (this.next !== next) return "superseded";
      this.#nextWasToBlame = toFailure(error).code === "engine-stopped";
      this.next = null;
      if (next.before && !this.#nextWasToBlame) this.#takeUpAgain(next.before);
      else this.on.wanted();
      throw error;
    }
  }

  /** @param {Next} next */
  async #applyChanges(next) {
    while (this.next === next && next.applied !== next.state) {
      const { state } = next;
      try {
        await this.engine.changePrepared(next.run, state);
        next.applied = state;
      } catch (error) {
        next.refusal = { state, error };
        if (next.state === state) next.state = next.applied;
        this.on.wanted();
      }
    }
  }

  /** @param {Next} next @returns {Outcome} */
  #abandon(next) {
    this.engine.discard(next.run);
    return "superseded";
  }

  /**
   * The session is gone with its worker: goes on from what was kept of it, from the start where nothing was.
   * @param {Uint8Array|null} bytes
   * @param {string} reason
   * @returns {Promise<Outcome>}
   */
  async recover(bytes, reason) {
    const lost = this.current;
    if (!lost) return "unchanged";
    // What was being prepared in the same worker fails first, and is told by itself.
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (this.current !== lost) return "superseded";
    if (!this.#nextWasToBlame && this.#countDeath(lost.id) > MOST_DEATHS) {
      this.engine.stop();
      throw pageError("engine-stops-again", { reason });
    }
    this.#nextWasToBlame = false;
    const waiting = this.next;
    const outcome = await this.request(lost.state, {
      ...lost.source,
      bytes,
      id: lost.id,
      anew: true,
      origin: "recovered",
    });
    if (waiting && outcome === "adopted" && !this.next) await this.request(waiting.state, waiting.source);
    return outcome;
  }

  /** @param {string} id */
  #countDeath(id) {
    const now = Date.now();
    const { count, last } = this.#deaths.get(id) ?? { count: 0, last: 0 };
    const deaths = now - last < DEATHS_APART_MILLISECONDS ? count + 1 : 1;
    this.#deaths.set(id, { count: deaths, last: now });
    return deaths;
  }
}
