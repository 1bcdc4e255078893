// The path as an animation: a large picture that goes along it again and again, by itself or by hand.

import { make, makeCanvas, words } from "../../elements.js";
import { SIDE } from "../drawing/constants.js";
import { countOf, drawPicture } from "../drawing/pictures.js";
import { duration, isSpeed, SPEEDS, STEPS } from "./timing.js";

/** @import {Pictures} from "../drawing/pictures.js" */
/** @import {Speed} from "./timing.js" */

export class Player {
  /** The stages of the path, one after the other. @type {Pictures} */
  #stages = new Float32Array();
  #at = 0;
  #playing = false;
  #timer = 0;
  canvas = makeCanvas({ id: "journey-picture", class: "pixels", label: "views.journey.picture" });
  #play = make("button", {
    id: "journey-play",
    class: "plain",
    attributes: { type: "button" },
    on: { click: () => this.#set(!this.#playing) },
  });
  #speed = make(
    "select",
    { id: "journey-speed" },
    ...Object.keys(SPEEDS).map((speed) =>
      make("option", { words: `views.journey.speed.${speed}`, attributes: { value: speed } }),
    ),
  );
  #place = make("input", {
    id: "journey-place",
    label: "views.journey.place",
    attributes: { type: "range", min: "0", step: "1" },
    on: { input: () => this.stopAt(Number(this.#place.value)) },
  });
  #figure = make("output", { attributes: { for: "journey-place" } });

  /**
   * @param {(stage: number) => void} moved
   * @param {...HTMLElement} others that stand below the picture
   */
  constructor(moved, ...others) {
    this.moved = moved;
    const speed = make("label", { words: "views.journey.speed", attributes: { for: "journey-speed" } });
    this.element = make(
      "div",
      { class: "journey-player" },
      this.canvas,
      make("div", { class: "journey-place" }, this.#place, this.#figure),
      make("div", { class: "button-row" }, this.#play, make("span", {}, speed, this.#speed)),
      ...others,
    );
  }

  /** @returns {Speed} */
  get speed() {
    return isSpeed(this.#speed.value) ? this.#speed.value : "usual";
  }

  set speed(speed) {
    this.#speed.value = speed;
  }

  get #count() {
    return countOf(this.#stages);
  }

  reset() {
    this.#stages = new Float32Array();
    this.#at = 0;
    this.speed = "usual";
    this.#set(!matchMedia("(prefers-reduced-motion: reduce)").matches);
    this.seek(0);
  }

  /** @param {Pictures} stages */
  show(stages) {
    this.#stages = stages;
    this.seek(this.#at);
    this.go();
  }

  /** @param {number} stage */
  seek(stage) {
    this.#at = Math.max(0, Math.min(stage, this.#count - 1));
    this.draw();
    this.moved(this.#at);
  }

  /** Stops, where somebody wants to look at one stage. @param {number} stage */
  stopAt(stage) {
    this.#set(false);
    this.seek(stage);
  }

  /** Plays on, where it is to play and can be seen. */
  go() {
    if (this.#timer || !this.#playing || this.#count === 0) return;
    this.#timer = window.setTimeout(
      () => {
        this.#timer = 0;
        // It is told when it is shown again.
        if (!this.#playing || this.element.offsetParent === null) return;
        this.seek((this.#at + 1) % this.#count);
        this.go();
      },
      duration(this.#at, this.speed),
    );
  }

  /** @param {number} scale CSS pixels per pixel of the picture */
  layout(scale) {
    this.canvas.style.width = `${SIDE * scale}px`;
    this.canvas.style.height = this.canvas.style.width;
    this.element.style.setProperty("--side", this.canvas.style.width);
  }

  draw() {
    drawPicture(this.canvas, this.#stages, "made", this.#at);
    const count = this.#count;
    this.#place.max = String(Math.max(0, count - 1));
    this.#place.value = String(this.#at);
    this.#place.disabled = count === 0;
    this.#play.setAttribute("aria-disabled", String(count === 0));
    const from = Math.floor(this.#at / STEPS);
    const values = { stage: this.#at + 1, count, from: from + 1, to: ((from + 1) % Math.max(1, count / STEPS)) + 1 };
    this.#figure.textContent = count === 0 ? "" : `${values.from} → ${values.to}`;
    // While it plays, where it is would be read again and again.
    words(this.#place, this.#playing ? "views.journey.playing" : "views.journey.stage", values, "aria-valuetext");
  }

  /** @param {boolean} playing */
  #set(playing) {
    this.#playing = playing;
    words(this.#play, playing ? "views.journey.pause" : "views.journey.play");
    this.draw();
    this.go();
  }
}
