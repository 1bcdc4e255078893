// What is kept of experiments in this browser: the saved session, its settings, what panels remember of it. Where the
// browser refuses a database, as in some private windows, it is kept as long as the page.

import { openDB } from "idb";

/** @import {Kept} from "../types/page" */

const NAME = "generative-playground";
const STORE = "experiments";
const MOST_EXPERIMENTS = 24;
const MOST_BYTES = 200_000_000;

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
      await database.put(STORE, kept);
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

  /** @param {Kept} kept @returns {Kept} */
  #completed(kept) {
    return { ...kept, state: this.complete(kept.state) };
  }

  /** The last that was kept and that suits. @param {(kept: Kept) => boolean} suits @returns {Promise<Kept|null>} */
  async latest(suits) {
    const kept = [...this.#memory.values()].sort((a, b) => b.time - a.time).find(suits);
    if (kept) return kept;
    const database = await this.#database;
    try {
      let cursor = await database?.transaction(STORE).store.index("time").openCursor(null, "prev");
      for (; cursor; cursor = await cursor.continue()) {
        const kept = this.#completed(cursor.value);
        if (suits(kept)) return kept;
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
        bytes += cursor.value.bytes?.length ?? 0;
        if (count > MOST_EXPERIMENTS || (bytes > MOST_BYTES && count > 1)) await cursor.delete();
      }
      await transaction.done;
    } catch {
      // The next time, then.
    }
  }
}
