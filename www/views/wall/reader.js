// The wall, read: a classifier counts what was made, at rest and when a person asks; said as text, and by a voice.

import { make } from "../../elements.js";
import { say } from "../../languages/index.js";
import { Readings } from "./readings.js";
import { canBeRead, sentenceOf } from "./sentence.js";
import { hasVoice, hush, onVoices, speak } from "./voice.js";

/** @import {ClassReport} from "../../types/library" */
/** @import {Experiment, Query} from "../../types/page" */
/** @import {Reading, Wall} from "./readings.js" */

/** Longer without a step, and training rests. */
const REST_MILLISECONDS = 1500;
/** Between two readings while it goes on. */
const READING_MILLISECONDS = 10_000;
/** What its answer is called. */
const CLASSES = "classes";

export class Reader {
  /** @type {Experiment|null} */
  #experiment = null;
  #readings = new Readings();
  /** What is shown. @type {Wall|null} */
  #wall = null;
  /** A person looks back, where nothing can be asked. */
  #looksBack = false;
  /** The next queries are to have it counted; it was asked for, and the answer is due. */
  #wanted = false;
  #due = false;
  /** By a person, who is told what comes of it. */
  #asked = false;
  /** It came to nothing once: only a person asks again. */
  #failed = false;
  #last = 0;
  #timer = 0;
  /** What a person was told last. @type {() => string} */
  #told = () => "";

  #status = make("p", { id: "wall-reading", attributes: { role: "status" } });
  #aloud = make("input", {
    id: "wall-aloud",
    attributes: { type: "checkbox" },
    on: { change: () => (this.#aloud.checked ? this.#speak() : hush()) },
  });
  #voice = make("label", { class: "wall-voice" }, this.#aloud, make("span", { words: "views.wall.aloud" }));
  #button = make("button", {
    id: "wall-read",
    words: "views.wall.read",
    attributes: { type: "button" },
    on: { click: () => this.#press() },
  });
  element = make("div", { class: "wall-reader", hidden: true }, this.#button, this.#voice, this.#status);

  /** @param {() => void} refresh asks the page for new queries */
  constructor(refresh) {
    this.refresh = refresh;
    onVoices(() => this.redraw());
  }

  /** @param {Experiment} experiment */
  reset(experiment) {
    this.#experiment = canBeRead(experiment) ? experiment : null;
    this.element.hidden = this.#experiment === null;
    this.#readings.clear();
    this.#wall = null;
    this.#looksBack = this.#wanted = this.#due = this.#asked = this.#failed = false;
    this.#last = performance.now();
    clearTimeout(this.#timer);
    hush();
    this.#tell(() => "");
    this.redraw();
  }

  /** What it has to know beside the pictures. @param {Query} pictures the query of them @returns {Query[]} */
  queries(pictures) {
    if (!this.#experiment) return [];
    if (this.#due) this.#giveUp();
    if (!this.#wanted) return [];
    this.#wanted = false;
    this.#due = true;
    // Where this is refused, the next queries find it still due.
    this.refresh();
    return [{ ...pictures, next: "classify", part: CLASSES }];
  }

  /**
   * @param {Wall} wall
   * @param {unknown} report
   * @param {boolean} looksBack
   */
  show(wall, report, looksBack) {
    if (!this.#experiment) return;
    this.#wall = wall;
    this.#looksBack = looksBack;
    if (report) this.#read(wall, /** @type {ClassReport} */ (report));
    else this.#later();
  }

  /** Training goes on. */
  progress() {
    if (!this.#experiment) return;
    if (performance.now() - this.#last > READING_MILLISECONDS && !this.#failed) this.#wanted = true;
    this.#later();
  }

  /** The page may have dropped an answer that was due: the view was left, and is shown again. */
  again() {
    this.#wanted ||= this.#due;
    this.#due = false;
  }

  redraw() {
    this.#voice.hidden = !hasVoice();
    this.#status.textContent = this.#told();
  }

  /** What is known of the pictures that are shown; "" where nothing is. */
  get sentence() {
    const reading = this.#wall && this.#readings.of(this.#wall);
    return reading ? this.#say(reading) : "";
  }

  #press() {
    // What is said again word by word would not be heard again.
    this.#tell(() => say("views.wall.reading"));
    if (this.#looksBack) return this.#answer(this.sentence ? "" : "views.wall.reading.looking-back");
    this.#asked = this.#wanted = true;
    this.refresh();
  }

  /** Once training rests. */
  #later() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      if (this.#failed || !this.#wall || this.#looksBack || this.sentence || !this.element.checkVisibility()) return;
      this.#wanted = true;
      this.refresh();
    }, REST_MILLISECONDS);
  }

  /** @param {Wall} wall @param {ClassReport} report */
  #read(wall, { counts, unclear }) {
    this.#due = this.#failed = false;
    this.#last = performance.now();
    this.#readings.add({ ...wall, counts, unclear });
    if (this.#asked) this.#answer();
  }

  #giveUp() {
    this.#due = false;
    this.#failed = true;
    if (this.#asked) this.#answer("views.wall.reading.nothing");
  }

  /** @param {string} [key] of what is told in the place of a reading */
  #answer(key) {
    this.#asked = false;
    const reading = this.#wall && this.#readings.of(this.#wall);
    if (key) this.#tell(() => say(key));
    else if (reading) this.#tell(() => this.#say(reading));
    this.#speak();
  }

  /** @param {() => string} told in the language of then */
  #tell(told) {
    this.#told = told;
    this.#status.textContent = told();
  }

  #speak() {
    if (this.#aloud.checked && hasVoice()) speak(this.#told());
  }

  /** @param {Reading} reading */
  #say(reading) {
    return this.#experiment ? sentenceOf(reading, this.#readings.change(reading), this.#experiment) : "";
  }
}

/** Its answer among those of the view. @param {unknown[]} answers @param {(string|undefined)[]} [parts] */
export const reportIn = (answers, parts) => answers[parts?.indexOf(CLASSES) ?? -1];
