// Pictures drawn one after the other, each with its label.

import { make, words } from "../../elements.js";
import { labelsIn } from "../../experiment/own-labels.js";
import { say } from "../../languages/index.js";
import { bytesOf } from "../../pictures/grey.js";
import { cleanLabel, MOST_LETTERS } from "../../pictures/labels.js";
import { PadCanvas } from "../draw-pad/pad-canvas.js";
import { LabelButtons } from "./label-buttons.js";
import "./labels.css";

/** @import {Collection, Picture} from "../../pictures/collection.js" */

/** Before a person has named any. */
const PROPOSED = [..."0123456789"];
const FIRST = PROPOSED[0];
const NONE = "";

export class Drawing {
  #collection;
  /** The latest last. @type {Picture[]} */
  #drawn = [];
  #pad = new PadCanvas(
    "own-draw-pad",
    { drawn: () => this.#pad.draw(), clear: () => this.#clear() },
    { label: "own-labels.pad", keys: "own-labels.pad.keys" },
  );
  #label = make("input", {
    id: "own-draw-label",
    attributes: {
      type: "text",
      value: FIRST,
      maxlength: String(MOST_LETTERS),
      autocomplete: "off",
      spellcheck: "false",
    },
    on: { input: () => this.draw() },
  });
  #labels = new LabelButtons("own-draw-labels", "own-labels.choose", { [NONE]: "own-labels.none" }, (label) => {
    this.#label.value = label;
    this.draw();
  });
  #next = this.#button("own-draw-next", "own-labels.next", () => this.#store());
  #back = this.#button("own-draw-back", "own-labels.back", () => this.#takeBack());
  #told = make("p", { id: "own-draw-told", attributes: { role: "status" } });
  element = make(
    "section",
    { id: "own-draw", class: "own-draw", label: "own-labels.draw", hidden: true },
    make(
      "div",
      { class: "own-draw-pad" },
      this.#pad.canvas,
      this.#pad.spoken,
      make(
        "div",
        { class: "own-draw-buttons" },
        this.#next,
        this.#button("own-draw-clear", "panels.draw-pad.clear", () => this.#clear()),
        this.#back,
      ),
      this.#told,
    ),
    make(
      "div",
      { class: "own-draw-beside" },
      make(
        "div",
        { class: "own-draw-label" },
        make("label", { words: "own-labels.label", attributes: { for: this.#label.id } }),
        this.#label,
      ),
      this.#labels.element,
      make("p", { class: "aside", words: "own-labels.draw.note" }),
    ),
  );

  /** @param {Collection} collection */
  constructor(collection) {
    this.#collection = collection;
    this.#next.classList.add("primary");
    this.#pad.canvas.addEventListener("keydown", (event) => this.#key(event));
    this.#label.addEventListener("keydown", (event) => this.#key(event));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== "Enter" || event.isComposing || event.repeat) return;
    event.preventDefault();
    this.#store();
  }

  /** @returns {boolean} whether it is to be seen now */
  toggle() {
    this.element.hidden = !this.element.hidden;
    if (this.element.hidden) return false;
    this.draw();
    this.#pad.draw();
    this.#pad.canvas.focus();
    return true;
  }

  #store() {
    const { pad } = this.#pad;
    if (pad.empty) return words(this.#told, "panels.draw-pad.draw-something");
    const picture = this.#collection.add({ values: bytesOf(pad.centred()), label: this.#chosen });
    if (!picture) return words(this.#told, "own-labels.not-stored");
    this.#drawn.push(picture);
    const label = picture.label || say("own-labels.none");
    const count = this.#collection.counts.get(picture.label) ?? 0;
    words(this.#told, "own-labels.stored", { label, count });
    this.#clear();
    this.draw();
  }

  #takeBack() {
    const last = this.#drawn.pop();
    if (!last) return;
    this.#collection.remove(last);
    words(this.#told, "own-labels.taken-back");
    if (this.#drawn.length === 0) this.#pad.canvas.focus();
    this.draw();
  }

  #clear() {
    this.#pad.pad.clear();
    this.#pad.draw();
  }

  get #chosen() {
    return cleanLabel(this.#label.value);
  }

  draw() {
    if (this.element.hidden) return;
    const { counts, pictures } = this.#collection;
    this.#drawn = this.#drawn.filter((picture) => pictures.includes(picture));
    this.#back.hidden = this.#drawn.length === 0;
    const labels = labelsIn([...PROPOSED, ...counts.keys()]);
    this.#labels.show(
      labels.map((value) => ({ value, count: counts.get(value) ?? 0 })),
      this.#chosen,
    );
  }

  /** @param {string} id @param {string} key @param {() => void} click */
  #button(id, key, click) {
    return make("button", { id, class: "plain", words: key, attributes: { type: "button" }, on: { click } });
  }
}
