// The molecules that a view shows, by their SMILES, once they have been read: a drawing does not wait for them.

import { make } from "../elements.js";
import { sayError } from "../say-error.js";
import { readMolecules } from "./chemistry.js";

/** @import {Molecule} from "../types/molecules" */

/** What a query for molecules has for an answer. @param {unknown} answer */
export const smilesIn = (answer) => /** @type {string[]} */ (answer);

/** Beyond these, those are forgotten that nobody has asked for longest: training gives others at every look. */
const MOST = 2000;

export class KnownMolecules {
  /** What was asked for last stands last. @type {Map<string, Molecule|null>} */
  #known = new Map();
  /** Being read. @type {Set<string>} */
  #asked = new Set();
  /** @type {Promise<unknown>} */
  #reading = Promise.resolve();
  #changed;
  /** The looks that have been begun, and the one that is shown. */
  #turn = 0;
  #shown = 0;
  /** Why there are none, where the reader could not be had; the next look tries again. */
  element = make("p", { class: "aside", hidden: true, attributes: { role: "status" } });

  /** @param {() => void} changed some more have been read */
  constructor(changed) {
    this.#changed = changed;
  }

  /** @param {string} smiles @returns {Molecule|null|undefined} null where it is none, undefined while it is being read */
  get(smiles) {
    if (smiles === "") return null;
    const molecule = this.#known.get(smiles);
    if (molecule !== undefined && this.#known.delete(smiles)) this.#known.set(smiles, molecule);
    return molecule;
  }

  /** Whether two strings are the same molecule, however it is written; undefined while one is being read. @param {string} one @param {string} other */
  same(one, other) {
    const [first, second] = [this.get(one), this.get(other)];
    if (first === undefined || second === undefined) return undefined;
    return first !== null && first.canonical === second?.canonical;
  }

  /**
   * Shows what a look found as soon as it has been read, unless what a later look found is shown by then: until then what
   * there is stays.
   * @param {string[]} smiles @param {() => void} show
   */
  async whenRead(smiles, show) {
    const turn = ++this.#turn;
    await this.#read(smiles);
    if (turn < this.#shown) return;
    this.#shown = turn;
    show();
  }

  /** What is being read is of another experiment. */
  forget() {
    this.#turn += 1;
    this.#shown = this.#turn;
  }

  /** @param {string[]} smiles */
  async read(smiles) {
    await this.#read(smiles);
    this.#changed();
  }

  /** Until these have been read, and those that were asked for before. @param {string[]} smiles */
  #read(smiles) {
    const unknown = smiles.filter((one) => one !== "" && !this.#known.has(one) && !this.#asked.has(one));
    if (unknown.length > 0) this.#reading = Promise.all([this.#reading, this.#take([...new Set(unknown)])]);
    return this.#reading;
  }

  /** @param {string[]} smiles */
  async #take(smiles) {
    for (const one of smiles) this.#asked.add(one);
    try {
      const read = await readMolecules(smiles);
      for (const [index, one] of smiles.entries()) this.#known.set(one, read[index]);
      const oldest = [...this.#known.keys()].slice(0, Math.max(0, this.#known.size - MOST));
      for (const one of oldest) this.#known.delete(one);
      this.element.hidden = true;
    } catch (error) {
      this.element.textContent = sayError(error);
      this.element.hidden = false;
    } finally {
      for (const one of smiles) this.#asked.delete(one);
    }
  }
}
