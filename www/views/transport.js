// Play, pause, one step, start over, speed; and how far and how fast it goes.

import { find } from "../find.js";

/** @import {BatchMessage} from "../types/page" */

export class Transport {
  step = 0;
  #play = find("#play", HTMLButtonElement);
  #step = find("#step", HTMLElement);
  #rate = find("#steps-per-second", HTMLElement);
  /** @type {{time: number, step: number}[]} */
  #recent = [];

  /**
   * @param {{play: (playing: boolean) => void, single: () => void, restart: () => void, slow: (slow: boolean) => void}} on
   */
  constructor(on) {
    this.#play.addEventListener("click", () => on.play(!this.playing));
    find("#single-step", HTMLButtonElement).addEventListener("click", on.single);
    find("#restart", HTMLButtonElement).addEventListener("click", on.restart);
    const speed = find("#speed", HTMLSelectElement);
    speed.addEventListener("change", () => on.slow(speed.value === "slow"));
    document.addEventListener("keydown", (event) => {
      if (event.key !== " " || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      // Where Space means something already, it keeps that meaning.
      if (target instanceof Element && target.closest("button, input, select, summary, a, canvas[role=application]"))
        return;
      event.preventDefault();
      on.play(!this.playing);
    });
  }

  get playing() {
    return this.#play.getAttribute("aria-pressed") === "true";
  }

  /** @param {boolean} playing */
  showPlaying(playing) {
    this.#play.setAttribute("aria-pressed", String(playing));
    this.#recent = [];
    if (!playing) this.#rate.textContent = "–";
  }

  reset() {
    this.step = 0;
    this.#recent = [];
    this.#step.textContent = "0";
    this.#rate.textContent = "–";
  }

  /** @param {BatchMessage} message */
  show({ step }) {
    this.step = step;
    this.#step.textContent = String(step);
    const time = performance.now();
    this.#recent.push({ time, step });
    while (this.#recent.length > 2 && time - this.#recent[0].time > 3000) this.#recent.shift();
    const first = this.#recent[0];
    // What a person sees passing, with the time that looking takes.
    if (this.playing && time - first.time > 500) {
      const rate = (1000 * (step - first.step)) / (time - first.time);
      this.#rate.textContent = rate < 10 ? rate.toFixed(1) : String(Math.round(rate));
    }
  }
}
