// What the network makes of the drawing: rebuilt from its code and how odd it is, or how real it looks.

import { context, make, makeCanvas, property, words } from "../../elements.js";
import { number, percent, say, short } from "../../languages/index.js";
import { drawPicture } from "../../views/drawing/pictures.js";
import { verdictOf } from "../../views/drawing/verdict.js";

/** @import {Answer} from "../../types/page" */

const MOST_BARS = 64;
/** Three deviations of a normal distribution fill the half of the room. */
const USUAL_LARGEST = 3;

/** What the encoder is shown where that is corrupted, code, rebuilt picture and anomaly score. */
export class Rebuilt {
  #bars = makeCanvas({ id: "code-bars", label: "panels.draw-pad.code" });
  #rebuilt = makeCanvas({ id: "rebuilt", class: "pixels", label: "panels.draw-pad.rebuilt" });
  #score = make("span", { id: "anomaly-score", text: "–" });
  #usual = make("span", { id: "anomaly-usual" });
  #corrupted = makeCanvas({ id: "corrupted", class: "pixels", label: "panels.draw-pad.corrupted" });
  beside = [this.#corrupted, this.#bars, this.#rebuilt];
  below = make(
    "p",
    { class: "anomaly" },
    make("span", { words: "panels.draw-pad.anomaly" }),
    " ",
    this.#score,
    this.#usual,
  );
  /** @type {Float32Array|null} */
  #code = null;
  /** @type {Float32Array|null} */
  #picture = null;
  /** @type {Float32Array|null} */
  #encoderInput = null;
  /** The anomaly score, and how many times the usual one that is; 0 where nothing is usual. */
  #odd = { score: Number.NaN, times: 0 };

  forget() {
    this.#code = null;
    this.#picture = null;
    this.#encoderInput = null;
    this.#odd = { score: Number.NaN, times: 0 };
    this.#writeScore();
    for (const canvas of this.beside) context(canvas).clearRect(0, 0, canvas.width, canvas.height);
  }

  /** Which of its parts are to be seen. @param {boolean} there @param {boolean} corrupts */
  hide(there, corrupts) {
    for (const part of [...this.beside, this.below]) part.hidden = !there;
    this.#corrupted.hidden = !there || !corrupts;
  }

  /** @param {Answer[]} answers to the queries for score, typical scores, code, rebuilt picture, and encoder's input */
  show([score, typical, code, rebuilt, encoderInput]) {
    this.#code = /** @type {Float32Array} */ (code);
    this.#picture = /** @type {Float32Array} */ (rebuilt);
    this.#encoderInput = /** @type {Float32Array|undefined} */ (encoderInput) ?? null;
    const usual = [...typical].sort((a, b) => a - b)[typical.length >> 1];
    this.#odd = { score: score[0], times: usual > 0 ? score[0] / usual : 0 };
    this.draw();
  }

  get #times() {
    return number(this.#odd.times, { maximumSignificantDigits: 2 });
  }

  #writeScore() {
    this.#score.textContent = short(this.#odd.score);
    this.#usual.hidden = this.#odd.times === 0;
    words(this.#usual, "panels.draw-pad.times-usual", { times: this.#times });
  }

  draw() {
    this.#writeScore();
    if (this.#encoderInput) drawPicture(this.#corrupted, this.#encoderInput, "ink");
    if (this.#picture) drawPicture(this.#rebuilt, this.#picture, "made");
    if (this.#code) this.#drawBars(this.#code);
  }

  /** Each number of the code as a bar from the middle. @param {Float32Array} code */
  #drawBars(code) {
    const density = window.devicePixelRatio || 1;
    const width = Math.round(this.#bars.clientWidth * density);
    const height = Math.round(this.#bars.clientHeight * density);
    if (width === 0) return;
    this.#bars.width = width;
    this.#bars.height = height;
    const shown = code.subarray(0, MOST_BARS);
    const largest = shown.reduce((most, value) => Math.max(most, Math.abs(value)), USUAL_LARGEST);
    const pitch = Math.min(height / shown.length, 18 * density);
    const top = (height - pitch * shown.length) / 2;
    const drawing = context(this.#bars);
    drawing.fillStyle = property("--ink");
    shown.forEach((value, index) => {
      const length = (value / largest) * (width / 2);
      drawing.fillRect(width / 2, top + index * pitch, length, Math.max(1, pitch - density));
    });
    drawing.fillStyle = property("--line");
    drawing.fillRect(Math.round(width / 2), 0, density, height);
  }

  summary() {
    if (!this.#code) return say("views.waiting");
    const { score } = this.#odd;
    const values = { score: short(score), times: this.#times, count: this.#code.length };
    const mended = this.#encoderInput ? `${say("panels.draw-pad.summary.corrupted")} ` : "";
    return `${mended}${say("panels.draw-pad.summary.rebuilt", values)}`;
  }
}

/** The discriminator's probability that the drawing is real. */
export class Probability {
  #verdict = make("p", { id: "discriminator-verdict", text: "–" });
  #share = make("p", { id: "probability-real-text" });
  #meter = make("meter", {
    id: "probability-real",
    label: "panels.draw-pad.probability",
    attributes: { min: "0", max: "1", value: "0.5" },
  });
  beside = [
    make(
      "div",
      { class: "discriminator-says" },
      make("p", { words: "panels.draw-pad.discriminator-says" }),
      this.#verdict,
      this.#share,
      this.#meter,
      make(
        "p",
        { class: "ends" },
        make("span", { words: "views.key.made" }),
        make("span", { words: "views.key.real" }),
      ),
    ),
  ];
  /** @type {number|null} */
  #probability = null;

  forget() {
    this.#probability = null;
    this.draw();
  }

  /** @param {Answer[]} answers to the query for the score @param {boolean} empty nothing is drawn */
  show([score], empty) {
    this.#probability = empty ? null : score[0];
    this.draw();
  }

  draw() {
    this.#meter.value = this.#probability ?? 0.5;
    this.#share.hidden = this.#probability === null;
    if (this.#probability === null) return words(this.#verdict, "panels.draw-pad.draw-something");
    words(this.#verdict, verdictOf(this.#probability));
    words(this.#share, "panels.draw-pad.real", { share: percent(this.#probability) });
  }

  summary() {
    if (this.#probability === null) return say("panels.draw-pad.draw-something");
    const told = say("panels.draw-pad.summary.probability", { share: percent(this.#probability) });
    return `${say(verdictOf(this.#probability))}. ${told}`;
  }
}
