// The past of an experiment, to be gone on from at any step: sessions saved on the way, as many as there is room for, and
// what was changed between them. From the last one before a step, training gives that step again, to the bit.

/** @import {PastChange, PastStep, State} from "../types/page" */

const MOST_PLACES = 12;
const MOST_BYTES = 60_000_000;

/** @typedef {{step: number, bytes: Uint8Array}} Saved */
/** Without a file it is made anew from its settings. @typedef {{step: number, file: Blob|null}} Place */

export class Past {
  /** The first stays. @type {Place[]} */
  #places;
  /** Steps between places, at least. */
  #interval = 1;
  /** @type {PastChange[]} */
  #changes = [];

  /**
   * @param {State} began
   * @param {number} step at which it was there
   * @param {Uint8Array|null} bytes of the saved session that it goes on from
   */
  constructor(began, step, bytes) {
    this.began = began;
    this.#places = [{ step, file: bytes && fileOf(bytes) }];
  }

  /** @param {Omit<PastChange, "step">} told @param {number} step after which */
  changed(told, step = this.#places[0].step) {
    this.#changes.push({ ...told, step });
  }

  /** @param {Saved|null} session @returns {Saved|null} the same */
  saved(session) {
    if (!session) return null;
    const { step, bytes } = session;
    this.#rewind(step);
    const last = /** @type {Place} */ (this.#places.at(-1));
    if (step - last.step < this.#interval) return session;
    this.#places.push({ step, file: fileOf(bytes) });
    while (this.#places.length > MOST_PLACES || (this.#places.length > 1 && this.#size > MOST_BYTES)) this.#thin();
    return session;
  }

  /** After a return to an earlier step, what came later did not happen; what was changed stays changed. @param {number} step */
  #rewind(step) {
    this.#places = this.#places.filter((place, index) => index === 0 || place.step <= step);
    for (const change of this.#changes) change.step = Math.min(change.step, step);
  }

  get #size() {
    return this.#places.reduce((sum, { file }) => sum + (file?.size ?? 0), 0);
  }

  #thin() {
    const [first] = this.#places;
    this.#places = this.#places.filter((_, index) => index % 2 === 0);
    const last = /** @type {Place} */ (this.#places.at(-1));
    this.#interval = Math.max(2 * this.#interval, (last.step - first.step) / Math.max(1, this.#places.length - 1));
  }

  /**
   * What it takes to be at a step again; at the first that is kept where it lies before that, at the last one where it is to come.
   * @param {number|null} step null for the last one
   * @param {Saved} latest
   * @returns {Promise<PastStep>}
   */
  async at(step, latest) {
    const wanted = Math.max(this.#places[0].step, Math.min(step ?? latest.step, latest.step));
    const place = this.#places.findLast((each) => each.step <= wanted) ?? this.#places[0];
    const now = wanted === latest.step;
    const from = now ? latest.step : place.step;
    const until = this.#changes.filter((change) => change.step <= wanted);
    const before = until.filter((change) => change.step <= from);
    const file = place.file && new Uint8Array(await place.file.arrayBuffer());
    return {
      step: wanted,
      from,
      began: this.began,
      bytes: now ? latest.bytes : file,
      update: before.findLast(({ update }) => update)?.update ?? "both",
      // One of the very step may have come after the saving.
      changes: until.filter((change) => change.step >= from),
      state: until.findLast(({ state }) => state)?.state ?? this.began,
    };
  }
}

/** @param {Uint8Array} bytes */
const fileOf = (bytes) => new Blob([/** @type {BlobPart} */ (bytes)]);
