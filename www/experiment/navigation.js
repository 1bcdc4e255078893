// Experiments in the browser's history: Back and Forward go between them, a typed address or a link opens one.

/** @import {State} from "../types/page" */

/** @typedef {{id: string, index: number}} Place in the history */

/**
 * @typedef {object} Listeners
 * @property {(id: string) => void} back Back or Forward was pressed, to this experiment
 * @property {(hash: string) => void} typed another address was opened on this page
 */

export class Navigation {
  /** @type {Place|null} */
  #place = history.state?.id ? history.state : null;
  /** Steps through the history that are the page's own doing. */
  #ownSteps = 0;

  /** @param {(state: State) => string} addressOf @param {Listeners} on */
  constructor(addressOf, on) {
    this.addressOf = addressOf;
    window.addEventListener("popstate", (event) => {
      if (this.#ownSteps > 0) {
        this.#ownSteps -= 1;
        return;
      }
      const place = /** @type {Place|null} */ (event.state?.id ? event.state : null);
      if (place) on.back(place.id);
      else on.typed(location.hash);
    });
  }

  /** The experiment that this entry of the history has, from a visit before. */
  get id() {
    return this.#place?.id ?? null;
  }

  /** The experiment of this entry is not to be had: what trains next takes its entry. */
  forget() {
    this.#place = null;
  }

  /**
   * An experiment trains now: under the address that led to it, or as a further entry.
   * @param {string} id
   * @param {State} state
   */
  adopted(id, state) {
    const shown = /** @type {Place|null} */ (history.state);
    // Come to by Back, by a typed address, on arrival, or still the same.
    const here = !this.#place || shown?.id === id || !shown?.id || this.#place.id === id;
    const index = here ? (shown?.index ?? (this.#place?.index ?? -1) + 1) : this.#place ? this.#place.index + 1 : 0;
    this.#place = { id, index };
    if (here) history.replaceState(this.#place, "", this.addressOf(state));
    else history.pushState(this.#place, "", this.addressOf(state));
  }

  /** The same experiment under a new address. @param {State} state */
  changed(state) {
    history.replaceState(this.#place, "", this.addressOf(state));
  }

  /** What the address asked for could not be had: it shows again what trains. @param {State} state */
  refused(state) {
    const shown = /** @type {Place|null} */ (history.state);
    if (!this.#place) return;
    if (shown?.id && shown.id !== this.#place.id) {
      // Back or Forward had led away.
      this.#ownSteps += 1;
      history.go(this.#place.index - shown.index);
      return;
    }
    if (!shown?.id) this.#place = { id: this.#place.id, index: this.#place.index + 1 };
    history.replaceState(this.#place, "", this.addressOf(state));
  }
}
