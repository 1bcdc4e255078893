// What is said of a fork while it is there, with the buttons that pause it, keep one of its branches and end it.

import { make, words } from "../../elements.js";
import { percent } from "../../languages/index.js";

/** @typedef {"idle"|"returning"|"running"|"resting"|"keeping"|"failed"} Phase */

/**
 * @typedef {object} Said
 * @property {number|null} from the step of the fork; null before it is known
 * @property {number} step that both have come to
 * @property {number} steps that they are trained at a time
 * @property {number} share of the way back that they have come
 * @property {string} change of the second branch, in words
 */

/**
 * @typedef {object} Presses
 * @property {() => void} go trains on, or rests
 * @property {(index: number) => void} keep
 * @property {() => void} end
 */

export class Bar {
  #status = make("p", { id: "branches-status" });
  /** The same, as often as somebody can listen to it. */
  heard = make("p", { class: "unseen", attributes: { role: "status" } });
  #go;
  #keeps;
  end;
  element;

  /** @param {Presses} on */
  constructor(on) {
    const button = (/** @type {string} */ id, /** @type {string} */ key, /** @type {() => void} */ click) =>
      make("button", { id, class: "plain", words: key, attributes: { type: "button" }, on: { click } });
    this.#go = button("branches-go", "views.branches.pause", on.go);
    this.#keeps = [
      button("branches-keep-first", "views.branches.keep.first", () => on.keep(0)),
      button("branches-keep-second", "views.branches.keep.second", () => on.keep(1)),
    ];
    this.end = button("branches-end", "views.branches.end", on.end);
    this.element = make("div", { class: "branches-bar" }, this.#status, this.#go, ...this.#keeps, this.end);
  }

  /** @param {Phase} phase @param {Said} said */
  enter(phase, said) {
    this.element.hidden = phase === "idle";
    const there = !["idle", "returning"].includes(phase);
    for (const each of this.#keeps) each.hidden = !there;
    this.#go.hidden = !there || phase === "failed";
    for (const each of [this.#go, ...this.#keeps]) each.setAttribute("aria-disabled", String(phase === "keeping"));
    this.tell(phase, said);
    this.heard.textContent = ["returning", "resting"].includes(phase) ? this.#status.textContent : "";
  }

  /** @param {Phase} phase @param {Said} said */
  tell(phase, { from, step, steps, share, change }) {
    if (phase === "running") words(this.#go, "views.branches.pause");
    else words(this.#go, "views.branches.go-on", { count: steps });
    if (from === null) words(this.#status, "views.branches.finding");
    else if (phase === "returning")
      words(this.#status, "views.branches.returning", { step: from, share: percent(share) });
    else
      words(this.#status, phase === "failed" ? "views.branches.stopped" : "views.branches.status", {
        from,
        step,
        change,
      });
  }
}
