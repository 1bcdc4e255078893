// What more of their data does to a label: the experiment anew with few of its pictures, or with all, and what came of both.

import { make, words } from "../../elements.js";
import { say } from "../../languages/index.js";
import { figuresOf } from "./reports.js";
import { written } from "./rows.js";

/** @import {LabelReport} from "../../types/library" */
/** @import {State} from "../../types/page" */

export class Mending {
  #few = make("button", {
    id: "worst-served-few",
    class: "plain",
    attributes: { type: "button" },
    on: { click: () => this.#press(this.#few, this.#wanted) },
  });
  #all = make("button", {
    id: "worst-served-all",
    class: "plain",
    words: "views.worst-served.all",
    attributes: { type: "button" },
    on: { click: () => this.#press(this.#all, { scarce: "" }) },
  });
  #compared = make("p", { id: "worst-served-compared" });
  /** @type {Partial<State>} */
  #wanted = {};
  #begin;
  element;

  /** @param {(part: Partial<State>) => void} begin */
  constructor(begin) {
    this.#begin = begin;
    this.element = make(
      "section",
      { class: "worst-served-mending", label: "views.worst-served.mending" },
      make("h3", { words: "views.worst-served.mending" }),
      make("div", { class: "worst-served-buttons" }, this.#few, this.#all),
      this.#compared,
    );
  }

  /** @param {HTMLElement} button @param {Partial<State>} part */
  #press(button, part) {
    if (button.getAttribute("aria-disabled") !== "true") this.#begin(part);
  }

  /**
   * @param {State} state
   * @param {number} chosen label
   * @param {number} few pictures
   * @param {(label: number) => string} nameOf
   */
  offer(state, chosen, few, nameOf) {
    this.#wanted = { scarce: chosen, scarceCount: few };
    words(this.#few, "views.worst-served.few", { label: nameOf(chosen), count: few });
    this.#few.setAttribute("aria-disabled", String(state.scarce === chosen && state.scarceCount === few));
    this.#all.setAttribute("aria-disabled", String(state.scarce === ""));
  }

  /**
   * @param {LabelReport|null} report
   * @param {LabelReport|null} before
   * @param {number} label whose pictures are not as many as before
   * @param {string} name
   */
  compare(report, before, label, name) {
    this.#compared.textContent = this.#told(report, before, label, name);
  }

  /** @param {LabelReport|null} report @param {LabelReport|null} before @param {number} label @param {string} name */
  #told(report, before, label, name) {
    const had = figuresOf(before, label);
    const has = figuresOf(report, label);
    if (!report || !before || !had || !has) return say("views.worst-served.mending.note");
    const told = (/** @type {LabelReport} */ { step, mean }, /** @type {typeof had} */ { training, value }) => ({
      ...{ label: name, step, count: training },
      ...{ value: written(report, value), mean: written(report, mean) },
    });
    return [
      say(`views.worst-served.before.${report.figure}`, told(before, had)),
      say(`views.worst-served.now.${report.figure}`, told(report, has)),
    ].join(" ");
  }

  get text() {
    return this.#compared.textContent ?? "";
  }
}
