// One thing that goes wrong: what it is, how one tells, two buttons, and what was measured after each.

import { make, words } from "../../elements.js";
import { say } from "../../languages/index.js";
import { figure, measureName } from "../../panels/measures/names.js";

/** @import {Evaluation, Measure} from "../../types/library" */
/** @import {Failure, Phase} from "../../experiment/failures.js" */

const PHASES = /** @type {const} */ (["broken", "mended"]);

export class FailureCard {
  /** @type {Record<Phase, Measure|null>} */
  #found = { broken: null, mended: null };
  /** @type {Record<Phase, HTMLElement>} */
  #figures = { broken: make("dd"), mended: make("dd") };
  /** @type {Record<Phase, HTMLButtonElement>} */
  #buttons;
  #outcome = make("p", { class: "failure-outcome", attributes: { role: "status" } });

  /** @param {Failure} failure @param {(phase: Phase) => void} begin */
  constructor(failure, begin) {
    this.failure = failure;
    const key = `views.failure-modes.${failure.name}`;
    const button = (/** @type {Phase} */ phase) =>
      make("button", {
        id: `${failure.name}-${phase}`,
        class: "plain",
        words: `views.failure-modes.${phase}`,
        attributes: { type: "button", "aria-pressed": "false", "aria-describedby": `${failure.name}-name` },
        on: { click: () => begin(phase) },
      });
    this.#buttons = { broken: button("broken"), mended: button("mended") };
    const measured = PHASES.map((phase) =>
      make("div", {}, make("dt", { words: `views.failure-modes.after.${phase}` }), this.#figures[phase]),
    );
    this.element = make(
      "article",
      { class: "failure", id: `failure-${failure.name}` },
      make("h3", { id: `${failure.name}-name`, words: `${key}.name` }),
      make("p", { words: `${key}.what` }),
      make("p", { class: "aside", words: `${key}.tell` }),
      make("div", { class: "failure-buttons" }, this.#buttons.broken, this.#buttons.mended),
      make("p", { class: "aside", words: `${key}.cure` }),
      make("dl", { class: "failure-figures" }, ...measured),
      this.#outcome,
    );
  }

  /** It trains anew: what was measured of it before does not count. @param {Phase} phase */
  begin(phase) {
    this.#found[phase] = null;
  }

  /** @param {Phase} phase @param {Evaluation} evaluation */
  found(phase, { measures }) {
    this.#found[phase] = measures.find(({ name }) => name === this.failure.measure) ?? null;
  }

  /** @param {Phase|null} training what of it trains now @param {number} step */
  mark(training, step) {
    this.element.toggleAttribute("data-current", training !== null);
    for (const phase of PHASES) {
      this.#buttons[phase].setAttribute("aria-pressed", String(training === phase));
      this.#figures[phase].textContent = this.#figure(phase, training, step);
    }
    const outcome = this.#outcomeOf(training);
    this.#outcome.hidden = !outcome;
    if (outcome) words(this.#outcome, outcome);
  }

  /** @param {Phase} phase @param {Phase|null} training @param {number} step */
  #figure(phase, training, step) {
    const measure = this.#found[phase];
    if (measure) {
      const values = { value: figure(measure.value, measure.unit), name: measureName(measure.name) };
      return measure.baseline
        ? say("views.failure-modes.figure.beside", { ...values, real: figure(measure.baseline.value, measure.unit) })
        : say("views.failure-modes.figure", values);
    }
    const { steps } = this.failure;
    if (training === phase && step < steps) return say("views.failure-modes.wait", { step, steps });
    return say(training === phase ? "panels.measures.busy" : "panels.measures.not-yet");
  }

  /** What the latest figure says; "" before there is one. @param {Phase|null} training */
  #outcomeOf(training) {
    const measure = training && this.#found[training];
    if (!measure) return "";
    const { failed, well } = this.failure;
    if (measure.value <= failed) return "views.failure-modes.outcome.failed";
    return measure.value >= well ? "views.failure-modes.outcome.well" : "views.failure-modes.outcome.between";
  }

  /** What was measured of it; undefined where nothing was. */
  keep() {
    return PHASES.some((phase) => this.#found[phase]) ? this.#found : undefined;
  }

  /** @param {Partial<Record<Phase, Measure|null>>|undefined} kept */
  restore(kept) {
    for (const phase of PHASES) this.#found[phase] ??= kept?.[phase] ?? null;
  }

  summary() {
    return PHASES.filter((phase) => this.#found[phase])
      .map((phase) => `${say(`views.failure-modes.after.${phase}`)}: ${this.#figure(phase, null, 0)}.`)
      .join(" ");
  }
}
