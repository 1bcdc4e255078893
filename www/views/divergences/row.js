// One number of the code: a bar of its divergence, and its mean and variance beside those of N(0, 1).

import { make } from "../../elements.js";
import { number } from "../../languages/index.js";

/** @typedef {{unit: number, divergence: number, mean: number, variance: number}} Figures */

export class UnitRow {
  #unit = make("th", { attributes: { scope: "row" } });
  #bar = make("span", { class: "bar", attributes: { "aria-hidden": "true" } });
  #divergence = make("span", { class: "nats" });
  #idle = make("span", { class: "idle", words: "views.divergences.idle", hidden: true });
  #mean = make("td", { class: "number" });
  #variance = make("td", { class: "number" });
  element = make(
    "tr",
    {},
    this.#unit,
    make("td", { class: "told" }, make("div", {}, this.#bar, this.#divergence, this.#idle)),
    this.#mean,
    this.#variance,
  );

  /** @param {Figures} figures @param {number} length of the bar, as a share of the longest @param {boolean} idle */
  show({ unit, divergence, mean, variance }, length, idle) {
    const figure = (/** @type {number} */ value) =>
      number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: "negative" });
    this.#unit.textContent = number(unit);
    this.#bar.style.setProperty("--length", String(Math.max(0, length)));
    this.#divergence.textContent = figure(divergence);
    this.#idle.hidden = !idle;
    this.element.toggleAttribute("data-idle", idle);
    this.#mean.textContent = figure(mean);
    this.#variance.textContent = figure(variance);
  }
}
