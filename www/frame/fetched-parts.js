// Views and panels are fetched once the page can be seen: they are most of its scripts, and nothing is in them before something
// trains.

import { pageError } from "../errors.js";
import { firstPaint } from "../first-paint.js";

/** @typedef {typeof import("./parts.js")} Parts */

export class FetchedParts {
  /** @type {Promise<void>|null} */
  #fetched = null;

  /** @param {(parts: Parts) => Promise<void>} take called once */
  constructor(take) {
    this.take = take;
  }

  /** Resolves when they are there; after a failure it is tried again. */
  ready() {
    this.#fetched ??= firstPaint()
      .then(() => import("./parts.js"))
      .then(this.take, () => {
        this.#fetched = null;
        throw pageError("part-unreachable");
      });
    return this.#fetched;
  }
}
