// What a person has chosen in fields of a view that are marked `data-kept`: kept with the experiment, and chosen again.

/** @typedef {HTMLInputElement|HTMLSelectElement} Field */

/** @param {Field} field */
const isTicked = (field) => field.type === "radio" || field.type === "checkbox";

export class KeptFields {
  /** By id, in the order in which they were changed. @type {Set<string>} */
  #changed = new Set();

  /** @param {HTMLElement} element which they are in */
  constructor(element) {
    this.element = element;
    element.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLElement && target.dataset.kept !== undefined) this.#changed.add(target.id);
    });
  }

  /** @param {string} id @returns {Field|null} */
  #field(id) {
    return this.element.querySelector(`#${CSS.escape(id)}[data-kept]`);
  }

  /** Undefined where nothing was chosen. @returns {Record<string, string|boolean>|undefined} */
  keep() {
    /** @type {[string, string|boolean][]} */
    const values = [...this.#changed].flatMap((id) => {
      const field = this.#field(id);
      return field ? [[id, isTicked(field) ? /** @type {HTMLInputElement} */ (field).checked : field.value]] : [];
    });
    return values.length > 0 ? Object.fromEntries(values) : undefined;
  }

  /** @param {unknown} kept what is not offered any more is left as it is */
  restore(kept) {
    for (const [id, value] of Object.entries(kept instanceof Object ? kept : {})) {
      const field = this.#field(id);
      if (!field) continue;
      const before = field.value;
      if (field instanceof HTMLInputElement && isTicked(field)) field.checked = value === true;
      else field.value = String(value);
      if (field.value === "") field.value = before;
      for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
    }
  }
}
