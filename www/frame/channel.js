// What views and panels tell each other without knowing of each other.

/** @template Value */
export class Channel {
  /** @type {((value: Value) => void)[]} */
  #listeners = [];
  /** What was told last. @type {{value: Value}|null} */
  #last = null;

  /** @param {(value: Value) => void} listener */
  listen(listener) {
    this.#listeners.push(listener);
  }

  /** @param {Value} value */
  tell(value) {
    this.#last = { value };
    for (const listener of this.#listeners) listener(value);
  }

  /** For those who came later. */
  repeat() {
    if (this.#last) this.tell(this.#last.value);
  }
}
