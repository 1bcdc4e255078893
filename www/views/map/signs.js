// The labels by their colours and, for those who cannot tell these apart, by signs: each label's own, where all are of one
// letter or figure, and letters in turn where they are words.

import { make, words } from "../../elements.js";
import { say } from "../../languages/index.js";
import { withoutColours } from "../../told-apart.js";
import { labelColour } from "./dots.js";

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** @param {string[]} names as they are said @returns {string[]} */
export function signsOf(names) {
  if (names.every((name) => [...name].length === 1)) return names;
  return names.map((_, label) => LETTERS[label] ?? String(label + 1));
}

export class Signs {
  /** By a person; null where that is left to the system. @type {boolean|null} */
  #chosen = null;
  /** @type {string[]} */
  #classes = [];
  #list = make("ul", { id: "map-legend", label: "views.map.legend" });
  #button = make("button", {
    id: "map-signs",
    words: "views.map.signs",
    title: "views.map.signs.note",
    attributes: { type: "button" },
  });
  element = make("div", { class: "map-labels" }, this.#list, this.#button);

  /** @param {() => void} changed */
  constructor(changed) {
    this.#button.addEventListener("click", () => {
      this.#chosen = !this.#on;
      this.draw();
      changed();
    });
  }

  get #on() {
    return this.#chosen ?? withoutColours.matches;
  }

  /** By label; null where dots are enough. */
  get shown() {
    return this.#on ? signsOf(this.#classes.map((name) => say(name))) : null;
  }

  /** Undefined where nobody has chosen. */
  keep() {
    return this.#chosen ?? undefined;
  }

  /** @param {unknown} kept */
  restore(kept) {
    if (typeof kept !== "boolean") return;
    this.#chosen = kept;
    this.draw();
  }

  /** @param {string[]} classes keys of the labels' names */
  reset(classes) {
    this.#classes = classes;
    this.element.hidden = classes.length === 0;
    this.draw();
  }

  draw() {
    const signs = this.shown;
    this.#button.setAttribute("aria-pressed", String(this.#on));
    this.#list.replaceChildren(
      ...this.#classes.map((key, label) => {
        const name = make("span");
        words(name, key);
        const sign = signs && signs[label] !== say(key) ? [make("b", { text: signs[label] })] : [];
        return make("li", { style: { "--dot": `var(${labelColour(label)})` } }, ...sign, name);
      }),
    );
  }
}
