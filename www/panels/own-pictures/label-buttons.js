// A button for each label, with how many pictures have it; one is pressed.

import { make, words } from "../../elements.js";
import { number } from "../../languages/index.js";

/** @typedef {{value: string, count: number}} Entry a label, or what else can be chosen; how many pictures */

export class LabelButtons {
  /** @type {Map<string, {button: HTMLButtonElement, count: HTMLElement}>} */
  #buttons = new Map();

  /**
   * @param {string} id
   * @param {string} label key of what is chosen
   * @param {Record<string, string>} keys of what no person has named, by value
   * @param {(value: string) => void} choose
   */
  constructor(id, label, keys, choose) {
    this.keys = keys;
    this.choose = choose;
    this.element = make("div", { id, class: "label-buttons", label, attributes: { role: "group" } });
  }

  /** @param {Entry[]} entries @param {string|null} chosen */
  show(entries, chosen) {
    const same = entries.map(({ value }) => value).join("\n") === [...this.#buttons.keys()].join("\n");
    if (!same) this.#renew(entries);
    for (const { value, count } of entries) {
      const shown = this.#buttons.get(value);
      if (!shown) continue;
      shown.button.setAttribute("aria-pressed", String(value === chosen));
      shown.count.textContent = number(count);
      shown.count.hidden = count === 0;
    }
  }

  /** Those that stay keep the focus. @param {Entry[]} entries */
  #renew(entries) {
    const before = this.#buttons;
    this.#buttons = new Map(entries.map(({ value }) => [value, before.get(value) ?? this.#make(value)]));
    const focused = document.activeElement;
    this.element.replaceChildren(...[...this.#buttons.values()].map(({ button }) => button));
    if (focused instanceof HTMLElement && this.element.contains(focused)) focused.focus();
  }

  /** @param {string} value */
  #make(value) {
    const name = make("span", { class: "label-name", attributes: { translate: "no" } });
    if (Object.hasOwn(this.keys, value)) words(name, this.keys[value]);
    else name.textContent = value;
    const count = make("span", { class: "label-count" });
    const click = () => this.choose(value);
    const attributes = { type: "button", "aria-pressed": "false" };
    const button = make("button", { attributes, data: { label: value }, on: { click } }, name, " ", count);
    return { button, count };
  }
}
