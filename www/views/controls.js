// The settings of the experiment as fields.

import { DATA_SETS, OBJECTIVES, tuningFor } from "../defaults.js";
import { find } from "../find.js";
import { parseWidths } from "../state.js";

/** @import {Family, NetworkKind} from "../types/library" */
/** @import {State} from "../types/page" */

/** Fields of the state that are plain numbers, and where they are on the page. */
const NUMBERS = /** @type {const} */ ([
  ["code", "#code"],
  ["divergenceWeight", "#divergence-weight"],
  ["learningRate", "#learning-rate"],
  ["batchSize", "#batch-size"],
  ["amount", "#amount"],
  ["seed", "#seed"],
]);

/** Fields of the state that are chosen from a list. */
const CHOICES = /** @type {const} */ ([
  ["objective", "#objective"],
  ["corruption", "#corruption"],
  ["engine", "#engine"],
]);

export class Controls {
  /** @type {State} */
  #state;
  #hidden = find("#hidden", HTMLInputElement);
  #dataset = find("#dataset", HTMLSelectElement);
  #network = find("#network-kind", HTMLSelectElement);
  #objective = find("#objective", HTMLSelectElement);
  #tabs = [...document.querySelectorAll("[role=tab]")].filter((tab) => tab instanceof HTMLButtonElement);

  /**
   * @param {State} state
   * @param {{change: (state: State) => void, refuse: (message: string) => void}} on
   */
  constructor(state, on) {
    this.#state = state;
    this.on = on;
    for (const [value, { label }] of Object.entries(DATA_SETS)) this.#dataset.append(new Option(label, value));
    this.#dataset.addEventListener("change", () => this.#choose({ dataset: this.#dataset.value }));
    this.#network.addEventListener("change", () =>
      this.#choose({ network: /** @type {NetworkKind} */ (this.#network.value) }),
    );
    this.#hidden.addEventListener("change", () => {
      const hidden = parseWidths(this.#hidden.value);
      if (hidden) this.#set({ hidden });
      else
        this.#refuse(
          "Hidden layers are widths or channels, as 512, 256. Expected whole numbers above 0 with commas between.",
        );
    });
    for (const [name, selector] of NUMBERS) this.#listenToNumber(name, find(selector, HTMLInputElement));
    for (const [name, selector] of CHOICES) {
      const select = find(selector, HTMLSelectElement);
      select.addEventListener("change", () => this.#set({ [name]: select.value }));
    }
    this.#tabs.forEach((tab, index) => {
      tab.addEventListener("click", () => this.#choose({ family: /** @type {Family} */ (tab.dataset.family) }));
      tab.addEventListener("keydown", (event) => {
        const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!move) return;
        const next = this.#tabs[(index + move + this.#tabs.length) % this.#tabs.length];
        next.focus();
        next.click();
      });
    });
    // There is room for all on a wide screen; on a small one the first few are enough.
    find("#more", HTMLDetailsElement).open = matchMedia("(min-width: 1100px)").matches;
  }

  /** @param {typeof NUMBERS[number][0]} name @param {HTMLInputElement} input */
  #listenToNumber(name, input) {
    input.addEventListener("input", () => this.#showOutput(input));
    input.addEventListener("change", () => {
      const value = Number(input.value);
      const [least, most] = [Number(input.min), Number(input.max)];
      const whole = input.step === "1";
      if (input.value === "" || !(value >= least && value <= most) || (whole && !Number.isInteger(value))) {
        const label = input.labels?.[0]?.textContent?.trim() ?? name;
        this.#refuse(
          `${label} was "${input.value}". Expected a ${whole ? "whole " : ""}number from ${least} to ${most}.`,
        );
      } else this.#set({ [name]: value });
    });
  }

  /** @param {HTMLInputElement} input */
  #showOutput(input) {
    const output = document.querySelector(`output[for="${input.id}"]`);
    if (output) output.textContent = input.value;
  }

  /** @param {string} message */
  #refuse(message) {
    this.show(this.#state);
    this.on.refuse(message);
  }

  /** @param {Partial<State>} part */
  #set(part) {
    this.on.change({ ...this.#state, ...part });
  }

  /**
   * Another family, data set or kind of network, with the settings that suit it.
   * @param {{family?: Family, dataset?: string, network?: NetworkKind}} part
   */
  #choose(part) {
    const { family, dataset, network } = { ...this.#state, ...part };
    const { family: before, dataset: shown, network: kind } = this.#state;
    if (family === before && dataset === shown && network === kind) return;
    this.#set({ ...part, ...tuningFor(family, dataset, network) });
  }

  /** @param {State} state */
  show(state) {
    this.#state = state;
    document.documentElement.dataset.family = state.family;
    document.documentElement.dataset.kind = DATA_SETS[state.dataset].kind;
    document.documentElement.dataset.network = state.network;
    for (const tab of this.#tabs) {
      const selected = tab.dataset.family === state.family;
      tab.setAttribute("aria-selected", String(selected));
      tab.tabIndex = selected ? 0 : -1;
    }
    find("#stage", HTMLElement).setAttribute("aria-labelledby", `tab-${state.family}`);
    for (const element of document.querySelectorAll("[data-for]")) {
      if (element instanceof HTMLElement) {
        element.hidden = !element.dataset.for?.split(" ").includes(state.family);
      }
    }
    if (state.corruption === "none") find("#amount-field", HTMLElement).hidden = true;
    this.#dataset.value = state.dataset;
    this.#network.value = state.network;
    this.#hidden.value = state.hidden.join(", ");
    this.#objective.replaceChildren(...OBJECTIVES[state.family].map(({ value, label }) => new Option(label, value)));
    if (DATA_SETS[state.dataset].kind === "points") {
      const crossEntropy = this.#objective.querySelector("[value=binary-cross-entropy]");
      // It is for values from 0 to 1, which coordinates are not.
      if (crossEntropy instanceof HTMLOptionElement) crossEntropy.disabled = true;
    }
    for (const [name, selector] of NUMBERS) {
      const input = find(selector, HTMLInputElement);
      input.value = String(state[name]);
      this.#showOutput(input);
    }
    for (const [name, selector] of CHOICES) find(selector, HTMLSelectElement).value = state[name];
  }
}
