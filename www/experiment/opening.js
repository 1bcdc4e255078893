// How experiments are found and opened again: on arrival, by Back and Forward, from the address, from a file.

import { toFailure } from "../errors.js";
import { readAddress } from "./address.js";
import { modelFile } from "./data.js";
import { DATA_SETS } from "./datasets.js";
import { experimentOfFile } from "./files.js";
import { trainedIdea } from "./ideas.js";
import { own } from "./ownership.js";

/** @import {Inspection} from "../types/library" */
/** @import {Beside} from "../engine/beside.js" */
/** @import {Arrival} from "../lessons/panel/arriving.js" */
/** @import {Forks, Kept, State} from "../types/page" */
/** @import {Idea} from "./ideas.js" */
/** @import {Life, Outcome, Source} from "./life.js" */
/** @import {Navigation} from "./navigation.js" */
/** @import {Rules} from "./rules.js" */
/** @import {Store} from "./store.js" */

/** What was not to be had may be there later. */
const LATER = /^(engine-unreachable|(data|model)-(unreachable|refused|broke-off))$/;

/** Pictures would take longer than anybody waits; not every browser tells. */
function isOnSlowNetwork() {
  const { connection } = /** @type {{connection?: {saveData?: boolean, effectiveType: string}}} */ (navigator);
  return connection !== undefined && (connection.saveData === true || connection.effectiveType !== "4g");
}

/** @param {unknown} error */
const canBeTriedAgain = (error) => LATER.test(toFailure(error).code ?? "");

/**
 * @typedef {object} Page
 * @property {(error: unknown, again?: () => void) => void} tell
 * @property {(state: State) => Promise<Arrival|null>} lesson that the address opens by itself, in the place of this state
 * @property {(playing: boolean) => void} playing whether what is opened next trains or rests
 * @property {(kept: Kept) => void} found an experiment of an earlier visit goes on
 * @property {(names: string[]) => Promise<string|null>} chooseData
 * @property {(bytes: Uint8Array) => Promise<Inspection>} inspect what a saved model is
 */

export class Opening {
  /**
   * @param {{life: Life, rules: Rules, store: Store, navigation: Navigation, page: Page}} parts
   */
  constructor({ life, rules, store, navigation, page }) {
    this.life = life;
    this.rules = rules;
    this.store = store;
    this.navigation = navigation;
    this.page = page;
  }

  /** On arrival: what was left here, what the address says, or what the page opens on. */
  async arrive() {
    const linked = this.#readAddress(location.hash);
    const lesson = await this.page.lesson(linked ?? this.rules.first());
    // Another experiment may have been left here, for the way back.
    const kept = await this.#left(lesson ? null : linked);
    if (lesson) {
      lesson.leads(kept);
      if (lesson.playing !== undefined) this.page.playing(lesson.playing);
      return this.start(lesson.state);
    }
    if (kept) {
      // Before it is there: one that was left paused makes no step.
      this.page.playing(kept.playing);
      const opened = await this.#reopen(kept).catch(() => false);
      if (opened) return this.page.found(kept);
    }
    const id = await this.#ownId();
    if (!linked) return this.start(isOnSlowNetwork() ? this.rules.light() : this.rules.first());
    const idea = this.#linkedIdea(linked);
    try {
      if (idea) await this.trained(idea, id, linked.engine);
      else await this.life.request(linked, { id });
    } catch (error) {
      if (canBeTriedAgain(error)) return this.page.tell(error, () => this.arrive());
      // A link that asks for what cannot be: its words are read, and something trains.
      await this.start(this.#soundPart(linked));
      this.page.tell(error);
    }
  }

  /** The name under which this entry of the history goes on, where nothing was kept of it yet. */
  async #ownId() {
    const { id } = this.navigation;
    if (id && (await own(id))) return id;
    this.navigation.forget();
    return undefined;
  }

  /** The only experiment that there is to be: what can be tried again is offered again. @param {State} state */
  async start(state) {
    try {
      await this.life.request(state);
    } catch (error) {
      this.page.tell(error, () => this.start(state));
    }
  }

  /** The family and the data of a link, with the settings that suit them. @param {State} linked @returns {State} */
  #soundPart({ family, dataset: linked }) {
    // Pictures of somebody's own are not in a link.
    const shared = DATA_SETS[linked].own ? this.rules.first().dataset : linked;
    const { dataset } = this.rules.together({ family, dataset: shared }, true);
    return { ...this.rules.first(), family, dataset, ...this.rules.usual(family, dataset) };
  }

  /** What was kept under this entry of the history, or last under this address. @param {State|null} linked */
  async #left(linked) {
    const { id } = this.navigation;
    /** @param {Kept|null} kept */
    const suits = (kept) =>
      kept !== null && kept.bytes !== null && (!linked || this.rules.changed(kept.state, linked).length === 0);
    const here = id ? await this.store.get(id) : null;
    // Where a link says at which step it rests, it begins anew.
    const anew = id !== null || new URLSearchParams(location.hash.slice(1)).has("start");
    const kept = suits(here) ? here : anew ? null : await this.store.latest(suits);
    return kept && (await own(kept.id)) ? kept : null;
  }

  /** An experiment that was left, as it was. @param {string} id */
  async reopen(id) {
    try {
      const kept = await this.store.get(id);
      if (kept) await this.#reopen(kept);
    } catch (error) {
      this.refuse(error);
    }
  }

  /** @param {Kept} kept @returns {Promise<boolean>} */
  async #reopen(kept) {
    const { id, state, bytes } = kept;
    return (await this.life.request(state, { id, bytes, anew: true, origin: kept })) === "adopted";
  }

  /** Back or Forward. @param {string} id */
  async back(id) {
    const { current } = this.life;
    if (id === current?.id && !this.life.next) return;
    try {
      const kept = await this.store.get(id);
      if (id === current?.id) await this.#stay(current.state);
      else if (kept) await this.#reopen(kept);
      else await this.typed(location.hash);
    } catch (error) {
      this.refuse(error);
    }
  }

  /** Forward again to what trains, while something else was being prepared. @param {State} state */
  async #stay(state) {
    this.life.abandonNext();
    this.navigation.changed(state);
  }

  /** An address was typed, or a link pressed. @param {string} hash */
  async typed(hash) {
    try {
      const state = readAddress(hash);
      if (!state) return this.#showAddress();
      const idea = this.#linkedIdea(state);
      const outcome = idea ? await this.trained(idea, undefined, state.engine) : await this.life.request(state);
      if (outcome !== "adopted") this.#showAddress();
    } catch (error) {
      this.refuse(error);
    }
  }

  /** @param {Uint8Array} bytes of a model that a person has saved */
  async file(bytes) {
    try {
      const found = await this.#experimentOf(bytes);
      if (found) await this.life.request(found.state, { bytes, onOtherData: found.onOtherData });
    } catch (error) {
      this.refuse(error);
    }
  }

  /** For whoever goes on from the past another way. @param {Beside} beside @returns {Forks} */
  forks = (beside) => ({
    state: () => this.life.current?.state ?? null,
    at: (step) => beside.past(step),
    keep: (state, bytes) => this.life.request(state, { bytes }).catch((error) => this.refuse(error)),
  });

  /**
   * The model of an idea that comes trained with the page, at rest: it is seen as it is.
   * @param {Idea} idea @param {string} [id] @param {State["engine"]} [engine]
   * @returns {Promise<Outcome|undefined>}
   */
  async trained(idea, id, engine) {
    const bytes = await modelFile(idea.name, idea.trained ?? 0);
    const found = await this.#experimentOf(bytes, engine);
    if (!found) return;
    this.page.playing(false);
    return this.life.request(found.state, { id, bytes, trained: idea.name });
  }

  /** The idea whose trained model the address asks for. @param {State} linked */
  #linkedIdea({ family }) {
    return trainedIdea(family, new URLSearchParams(location.hash.slice(1)).get("trained"));
  }

  /** @param {Uint8Array} bytes of a saved model @param {State["engine"]} [engine] */
  async #experimentOf(bytes, engine = this.life.wanted?.engine ?? "auto") {
    return experimentOfFile(await this.page.inspect(bytes), engine, this.rules, this.page.chooseData);
  }

  /** What was wanted is refused: what trains goes on under its address. @param {unknown} error */
  refuse(error) {
    this.#showAddress();
    this.page.tell(error);
  }

  #showAddress() {
    if (this.life.current && !this.life.next) this.navigation.refused(this.life.current.state);
  }

  /** @param {string} hash */
  #readAddress(hash) {
    try {
      return readAddress(hash);
    } catch (error) {
      this.page.tell(error);
      return null;
    }
  }
}
