// What views and panels tell each other without knowing of each other.

/** @template Value */
export class Channel {
  /** @type {((value: Value) => void)[]} */
  #listeners = [];

  /** @param {(value: Value) => void} listener */
  listen(listener) {
    this.#listeners.push(listener);
  }

  /** @param {Value} value */
  tell(value) {
    for (const listener of this.#listeners) listener(value);
  }
}
