// Pictures that are being brought together: each once, with what could not be read.

import * as Comlink from "comlink";
import { fromFailure, pageError } from "../errors.js";
import { SIDE } from "../views/drawing/constants.js";
import { bytesOf } from "./grey.js";
import { labelOf, MOST_LABELS } from "./labels.js";
import { readVector } from "./vector.js";

/** @import {Found, ReadingWorker} from "./reading-worker.js" */

const SIZE = SIDE * SIDE;
/** Files that are given to the worker at a time: each takes the page a moment. */
const GIVEN = 50;

/** @typedef {{name: string, error: unknown}} Refused */
/** Grey values, `[784]`, and its label; "" for none. @typedef {{values: Uint8Array, label: string}} Picture */

export class Collection {
  /** @type {Picture[]} */
  pictures = [];
  /** @type {Refused[]} */
  refused = [];
  /** Left out: those that are there already, those that are too many, and those with labels beyond what can be told. */
  doubles = 0;
  surplus = 0;
  untold = 0;
  /** How many there are of each label. @type {Map<string, number>} */
  counts = new Map();
  /** Files that are read now, and how many of them have been. @type {{done: number, count: number}|null} */
  reading = null;
  /** @type {Map<string, Picture>} */
  #seen = new Map();
  /** @type {Worker|null} */
  #worker = null;
  /** @type {Comlink.Remote<ReadingWorker>|null} */
  #reader = null;
  /** Which reading counts. */
  #turn = 0;
  /** Of the reading that counts: until it is stopped. */
  #stopped = Promise.resolve();
  #stop = () => {};

  /** @param {number} most @param {() => void} changed */
  constructor(most, changed) {
    this.most = most;
    this.changed = changed;
  }

  clear() {
    this.stop();
    [this.pictures, this.refused, this.doubles, this.surplus, this.untold] = [[], [], 0, 0, 0];
    this.#seen.clear();
    this.counts.clear();
    this.changed();
  }

  /** @param {Uint8Array} pixels of pictures that have been read before @param {string[]} labels of each */
  take(pixels, labels) {
    labels.forEach((label, index) => {
      this.#add(pixels.slice(index * SIZE, (index + 1) * SIZE), label);
    });
    this.changed();
  }

  /** @param {Picture} picture @returns {Picture|null} null where there is one like it already, or no room for it */
  add({ values, label }) {
    const before = this.pictures.length;
    this.#add(values, label);
    this.changed();
    return this.pictures[before] ?? null;
  }

  /** All of them, one after the other. */
  get all() {
    const pixels = new Uint8Array(this.pictures.length * SIZE);
    this.pictures.forEach(({ values }, index) => {
      pixels.set(values, index * SIZE);
    });
    return { pixels, labels: this.pictures.map(({ label }) => label) };
  }

  /** @param {Picture} picture @returns {() => void} takes it back */
  remove(picture) {
    const index = this.pictures.indexOf(picture);
    if (index < 0) return () => {};
    this.pictures.splice(index, 1);
    this.#seen.delete(keyOf(picture.values));
    this.#count(picture.label, -1);
    this.changed();
    return () => {
      // It may have come again meanwhile.
      if (this.#seen.has(keyOf(picture.values))) return;
      this.pictures.splice(index, 0, picture);
      this.#seen.set(keyOf(picture.values), picture);
      this.#count(picture.label, 1);
      this.changed();
    };
  }

  /** @param {Picture} picture @param {string} label @returns {() => void} takes it back */
  relabel(picture, label) {
    const before = picture.label;
    if (!this.#canTell(label)) throw pageError("too-many-labels", { most: MOST_LABELS });
    this.#label(picture, label);
    return () => this.#label(picture, before);
  }

  /** @param {Picture} picture @param {string} label */
  #label(picture, label) {
    if (!this.pictures.includes(picture)) return;
    this.#count(picture.label, -1);
    picture.label = label;
    this.#count(label, 1);
    this.changed();
  }

  /** @param {string} label */
  #canTell(label) {
    return this.counts.has(label) || this.counts.size < MOST_LABELS;
  }

  /** @param {string} label @param {number} change */
  #count(label, change) {
    const count = (this.counts.get(label) ?? 0) + change;
    if (count > 0) this.counts.set(label, count);
    else this.counts.delete(label);
  }

  /** What has been read stays. */
  stop() {
    this.#turn += 1;
    this.#stop();
    this.#worker?.terminate();
    this.#worker = null;
    this.#reader = null;
    this.reading = null;
  }

  /** @param {File[]} files */
  async read(files) {
    if (files.length === 0) return;
    if (this.reading) this.reading.count += files.length;
    else this.reading = { done: 0, count: files.length };
    this.changed();
    const turn = this.#turn;
    const wanted = () => turn === this.#turn;
    const reader = this.#start();
    for (let start = 0; start < files.length && wanted(); start += GIVEN) {
      const some = files.slice(start, start + GIVEN);
      const tell = async (/** @type {Found} */ found) => wanted() && (await this.#take(found, wanted));
      const read = reader.read(some, some.map(labelOf), Comlink.proxy(tell)).catch((error) => {
        if (wanted()) this.refused.push(...some.map(({ name }) => ({ name, error })));
      });
      // A worker that has been ended answers nothing.
      await Promise.race([read, this.#stopped]);
      if (!wanted() || !this.reading) return;
      this.reading.done += some.length;
      if (this.reading.done === this.reading.count) this.reading = null;
      this.changed();
    }
  }

  /** As a file with a folder for each label. @returns {Promise<Uint8Array>} */
  write() {
    const { pixels, labels } = this.all;
    return this.#start().write(Comlink.transfer(pixels, [pixels.buffer]), labels);
  }

  #start() {
    if (!this.#worker) {
      this.#worker = new Worker(new URL("./reading-worker.js", import.meta.url), { type: "module" });
      this.#stopped = new Promise((resolve) => {
        this.#stop = resolve;
      });
    }
    this.#reader ??= /** @type {Comlink.Remote<ReadingWorker>} */ (Comlink.wrap(this.#worker));
    return this.#reader;
  }

  /** @param {Found} found @param {() => boolean} wanted whether more is */
  async #take({ pixels, labels, failures, vectors }, wanted) {
    this.take(pixels, labels);
    this.refused.push(...failures.map(({ name, failure }) => ({ name, error: fromFailure(failure) })));
    for (const { file, label } of vectors) {
      if (!wanted()) return false;
      try {
        const values = await readVector(file);
        this.#add(bytesOf(values), label);
      } catch (error) {
        this.refused.push({ name: file.name, error });
      }
    }
    this.changed();
    return wanted() && this.pictures.length < this.most;
  }

  /** @param {Uint8Array} values @param {string} label */
  #add(values, label) {
    const key = keyOf(values);
    const known = this.#seen.get(key);
    if (known) {
      this.doubles += 1;
      // Somebody else has told what it is.
      if (known.label === "" && this.#canTell(label)) this.#label(known, label);
      return;
    }
    if (this.pictures.length >= this.most) this.surplus += 1;
    else if (!this.#canTell(label)) this.untold += 1;
    else {
      const picture = { values, label };
      this.#seen.set(key, picture);
      this.pictures.push(picture);
      this.#count(label, 1);
    }
  }
}

/** @param {Uint8Array} picture */
const keyOf = (picture) => String.fromCharCode(...picture);
