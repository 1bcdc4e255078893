// Pictures that are being brought together: each once, with what could not be read.

import * as Comlink from "comlink";
import { fromFailure } from "../errors.js";
import { SIDE } from "../views/drawing/constants.js";
import { bytesOf } from "./grey.js";
import { readVector } from "./vector.js";

/** @import {Found, ReadingWorker} from "./reading-worker.js" */

const SIZE = SIDE * SIDE;
/** Files that are given to the worker at a time: each takes the page a moment. */
const GIVEN = 50;

/** @typedef {{name: string, error: unknown}} Refused */

export class Collection {
  /** One by one, grey values, `[784]`. @type {Uint8Array[]} */
  pictures = [];
  /** @type {Refused[]} */
  refused = [];
  /** Left out: those that are there already, and those that are too many. */
  doubles = 0;
  surplus = 0;
  /** Files that are read now, and how many of them have been. @type {{done: number, count: number}|null} */
  reading = null;
  #seen = new Set();
  /** @type {Worker|null} */
  #worker = null;
  /** @type {Comlink.Remote<ReadingWorker>|null} */
  #reader = null;
  /** Which reading counts. */
  #turn = 0;

  /** @param {number} most @param {() => void} changed */
  constructor(most, changed) {
    this.most = most;
    this.changed = changed;
  }

  clear() {
    this.stop();
    [this.pictures, this.refused, this.doubles, this.surplus] = [[], [], 0, 0];
    this.#seen.clear();
    this.changed();
  }

  /** @param {Uint8Array} pixels of pictures that have been read before */
  take(pixels) {
    for (let start = 0; start < pixels.length; start += SIZE) this.#add(pixels.slice(start, start + SIZE));
    this.changed();
  }

  /** All of them, one after the other. */
  get pixels() {
    const all = new Uint8Array(this.pictures.length * SIZE);
    this.pictures.forEach((picture, index) => {
      all.set(picture, index * SIZE);
    });
    return all;
  }

  /** @param {number} index @returns {Uint8Array} what `putBack` takes */
  remove(index) {
    const [picture] = this.pictures.splice(index, 1);
    this.#seen.delete(keyOf(picture));
    this.changed();
    return picture;
  }

  /** @param {Uint8Array} picture @param {number} index */
  putBack(picture, index) {
    this.pictures.splice(index, 0, picture);
    this.#seen.add(keyOf(picture));
    this.changed();
  }

  /** What has been read stays. */
  stop() {
    this.#turn += 1;
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
      await reader.read(some, Comlink.proxy(tell)).catch((error) => {
        if (wanted()) this.refused.push(...some.map(({ name }) => ({ name, error })));
      });
      if (!wanted() || !this.reading) return;
      this.reading.done += some.length;
      if (this.reading.done === this.reading.count) this.reading = null;
      this.changed();
    }
  }

  #start() {
    this.#worker ??= new Worker(new URL("./reading-worker.js", import.meta.url), { type: "module" });
    this.#reader ??= /** @type {Comlink.Remote<ReadingWorker>} */ (Comlink.wrap(this.#worker));
    return this.#reader;
  }

  /** @param {Found} found @param {() => boolean} wanted whether more is */
  async #take({ pixels, failures, vectors }, wanted) {
    this.take(pixels);
    this.refused.push(...failures.map(({ name, failure }) => ({ name, error: fromFailure(failure) })));
    for (const file of vectors) {
      if (!wanted()) return false;
      try {
        const values = await readVector(file);
        this.#add(bytesOf(values));
      } catch (error) {
        this.refused.push({ name: file.name, error });
      }
    }
    this.changed();
    return wanted() && this.pictures.length < this.most;
  }

  /** @param {Uint8Array} picture */
  #add(picture) {
    const key = keyOf(picture);
    if (this.#seen.has(key)) {
      this.doubles += 1;
      return;
    }
    if (this.pictures.length >= this.most) {
      this.surplus += 1;
      return;
    }
    this.#seen.add(key);
    this.pictures.push(picture);
  }
}

/** @param {Uint8Array} picture */
const keyOf = (picture) => String.fromCharCode(...picture);
