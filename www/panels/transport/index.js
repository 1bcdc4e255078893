// Play, pause, one step, start over, speed; and how far and how fast it goes.

import { find } from "../../find.js";
import { number, onLanguage } from "../../languages/index.js";
import "./transport.css";

/** @import {BatchMessage} from "../../types/page" */

const RATE_MILLISECONDS = 3000;
/** The speed at which a step can be followed. */
const SLOW = "slow";
/** Where Space means something already, it keeps that meaning. */
const OWN_SPACE = "button, input, select, textarea, summary, a, dialog, [role=application], [contenteditable]";

export class Transport {
  #step = 0;
  #play = find("#play", HTMLButtonElement);
  #stepText = find("#step", HTMLElement);
  #rate = find("#steps-per-second", HTMLElement);
  #speed = find("#speed", HTMLSelectElement);
  /** @type {{time: number, step: number}[]} */
  #recent = [];

  /**
   * @param {{play: (playing: boolean) => void, single: () => void, restart: () => void, slow: (slow: boolean) => void}} on
   */
  constructor(on) {
    this.#play.addEventListener("click", () => on.play(!this.playing));
    find("#single-step", HTMLButtonElement).addEventListener("click", on.single);
    find("#restart", HTMLButtonElement).addEventListener("click", on.restart);
    this.#speed.addEventListener("change", () => on.slow(this.#speed.value === SLOW));
    document.addEventListener("keydown", (event) => {
      if (event.key !== " " || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (event.target instanceof Element && event.target.closest(OWN_SPACE)) return;
      event.preventDefault();
      if (!event.repeat) on.play(!this.playing);
    });
    // A button held by Space is pressed once as well: only Enter repeats.
    this.#play.addEventListener("keydown", (event) => {
      if (event.repeat) event.preventDefault();
    });
    onLanguage(() => this.#write());
  }

  slowDown() {
    if (this.#speed.value === SLOW) return;
    this.#speed.value = SLOW;
    this.#speed.dispatchEvent(new Event("change"));
  }

  get step() {
    return this.#step;
  }

  get playing() {
    return this.#play.getAttribute("aria-pressed") === "true";
  }

  /** @param {boolean} playing */
  showPlaying(playing) {
    if (playing === this.playing) return;
    this.#play.setAttribute("aria-pressed", String(playing));
    this.#recent = [];
    this.#rate.textContent = "–";
  }

  /** Another experiment, at this step. @param {number} step */
  reset(step) {
    this.#step = step;
    this.#recent = [];
    this.#rate.textContent = "–";
    this.#write();
  }

  #write() {
    this.#stepText.textContent = number(this.#step);
  }

  /** @param {BatchMessage} message */
  progress({ step }) {
    this.#step = step;
    this.#write();
    const time = performance.now();
    this.#recent.push({ time, step });
    while (this.#recent.length > 2 && time - this.#recent[0].time > RATE_MILLISECONDS) this.#recent.shift();
    const first = this.#recent[0];
    // What a person sees passing, with the time that looking takes.
    if (this.playing && time - first.time > 500) {
      const rate = (1000 * (step - first.step)) / (time - first.time);
      this.#rate.textContent = number(rate, rate < 10 ? { maximumFractionDigits: 1 } : { maximumFractionDigits: 0 });
    }
  }
}
