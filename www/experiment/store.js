// What is kept of experiments in this browser: the saved session, its settings, what panels remember of it. Where the
// browser refuses a database, as in some private windows, it is kept as long as the page.

import { openDB } from "idb";

/** @import {Kept} from "../types/page" */

const NAME = "generative-playground";
const STORE = "experiments";
const MOST_EXPERIMENTS = 24;
const MOST_BYTES = 200_000_000;

/** As the database has it. Earlier editions kept the bytes themselves. @typedef {Omit<Kept, "bytes"> & {bytes: Blob|Uint8Array|null}} Stored */

/**
 * A large session as a file: the browser takes it over at once, where numbers are copied on the page's thread, a tenth of a
 * second for fifteen megabytes.
 * @param {Kept} kept @returns {Stored}
 */
const stored = (kept) => ({
  ...kept,
  bytes: kept.bytes && new Blob([/** @type {BlobPart} */ (kept.bytes)]),
});

export class Store {
  /** @type {Promise<import("idb").IDBPDatabase|null>} */
  #database;
  /** @type {Map<string, Kept>} */
  #memory = new Map();

  /** @param {(state: Kept["state"]) => Kept["state"]} complete what an earlier edition kept, to what this one knows */
  constructor(complete) {
    this.complete = complete;
    this.#database = openDB(NAME, 1, {
      upgrade(database) {
        database.createObjectStore(STORE, { keyPath: "id" }).createIndex("time", "time");
      },
    }).catch(() => null);
  }

  /** @param {Kept} kept */
  async put(kept) {
    const database = await this.#database;
    try {
      if (!database) throw new Error("no database");
      await database.put(STORE, stored(kept));
      this.#memory.delete(kept.id);
    } catch {
      // No database, or no room in it.
      this.#memory.set(kept.id, kept);
    }
  }

  /** @param {string} id @returns {Promise<Kept|null>} */
  async get(id) {
    const known = this.#memory.get(id);
    if (known) return known;
    const database = await this.#database;
    const kept = await database?.get(STORE, id).catch(() => null);
    return kept ? this.#completed(kept) : null;
  }

  /** @param {Stored} stored @returns {Promise<Kept>} */
  async #completed({ bytes, ...kept }) {
    const whole = bytes instanceof Blob ? new Uint8Array(await bytes.arrayBuffer()) : bytes;
    return { ...kept, bytes: whole, state: this.complete(kept.state) };
  }

  /** The last that was kept and that suits. @param {(kept: Kept) => boolean} suits @returns {Promise<Kept|null>} */
  async latest(suits) {
    const kept = [...this.#memory.values()].sort((a, b) => b.time - a.time).find(suits);
    if (kept) return kept;
    const database = await this.#database;
    try {
      let cursor = await database?.transaction(STORE).store.index("time").openCursor(null, "prev");
      for (; cursor; cursor = await cursor.continue()) {
        const { value } = cursor;
        if (suits({ ...value, state: this.complete(value.state) })) return this.#completed(value);
      }
    } catch {
      // A database that cannot be read has nothing for us.
    }
    return null;
  }

  /** Leaves the youngest, as many as there is room for. */
  async prune() {
    const database = await this.#database;
    if (!database) return;
    let count = 0;
    let bytes = 0;
    try {
      const transaction = database.transaction(STORE, "readwrite");
      let cursor = await transaction.store.index("time").openCursor(null, "prev");
      for (; cursor; cursor = await cursor.continue()) {
        count += 1;
        bytes += cursor.value.bytes?.size ?? cursor.value.bytes?.length ?? 0;
        if (count > MOST_EXPERIMENTS || (bytes > MOST_BYTES && count > 1)) await cursor.delete();
      }
      await transaction.done;
    } catch {
      // The next time, then.
    }
  }
}
