// One of the models: what it does, what it makes and rebuilds now, and how far it has come.

import { make, words } from "../../elements.js";
import { hasWords, number } from "../../languages/index.js";
import { sayError } from "../../say-error.js";
import { Shown } from "./shown.js";

/** @import {Evaluation, Family} from "../../types/library" */
/** @import {Look} from "./comparison.js" */
/** @import {Model} from "./models.js" */

const [REAL, MADE] = /** @type {const} */ (["real", "made"]);

/** Message key of the name by which a lecture calls it. @param {Family} family */
export const nameKey = (family) =>
  hasWords(`families.${family}.brief`) ? `families.${family}.brief` : `families.${family}`;

/** @param {number} seconds */
export const whole = (seconds) => number(seconds, { maximumFractionDigits: 0 });

export class Column {
  /** @type {Model|null} */
  model = null;
  /** @type {Look|null} */
  look = null;
  /** @type {Evaluation|null} */
  evaluation = null;
  /** The model as it was in the end, a saved session. @type {Uint8Array|null} */
  bytes = null;
  /** @type {unknown} */
  #error = null;
  #made;
  #rebuilt;
  #madeWords = make("p", { class: "aside" });
  #rebuiltWords = make("p", { class: "aside" });
  #steps = make("span", { class: "side-by-side-steps" });
  #refusal = make("p", { class: "side-by-side-refusal", hidden: true, attributes: { role: "status" } });
  #onward;

  /** @param {Family} family @param {(column: Column) => void} goOn */
  constructor(family, goOn) {
    this.family = family;
    const id = (/** @type {string} */ part) => `side-by-side-${family}-${part}`;
    this.#made = new Shown(`${id("name")} ${id("made")}`);
    this.#rebuilt = new Shown(`${id("name")} ${id("rebuilt")}`);
    this.#madeWords.id = id("made");
    words(this.#madeWords, `views.side-by-side.made.${family}`);
    this.#rebuiltWords.id = id("rebuilt");
    this.#onward = make("button", {
      id: id("go-on"),
      class: "plain",
      words: "views.side-by-side.go-on",
      hidden: true,
      attributes: { type: "button", "aria-describedby": id("name") },
      on: { click: () => goOn(this) },
    });
    this.element = make(
      "article",
      { class: "side-by-side-column", attributes: { "aria-labelledby": id("name") } },
      make("div", { class: "side-by-side-head" }, make("h3", { id: id("name"), words: nameKey(family) }), this.#steps),
      make("p", { class: "side-by-side-does", words: `views.side-by-side.does.${family}` }),
      this.#madeWords,
      make("div", {}, this.#made.canvas),
      this.#rebuiltWords,
      make("div", {}, this.#rebuilt.canvas),
      make("div", {}, this.#onward, this.#refusal),
    );
  }

  /** @param {Model} model */
  reset(model) {
    this.model = model;
    this.look = null;
    this.evaluation = null;
    this.bytes = null;
    this.#error = null;
    this.draw();
  }

  /** @param {Look} look */
  async show(look) {
    this.look = look;
    this.#sayAll();
    this.#drawMade();
    // Lets a click in between two drawings.
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (this.look === look) this.#drawRebuilt();
  }

  /** @param {unknown} error */
  fail(error) {
    this.#error = error;
    this.#sayAll();
  }

  /** Whether it can take the place of what trains. @param {boolean} offered */
  offer(offered) {
    this.#onward.hidden = !offered || this.bytes === null;
  }

  draw() {
    this.#sayAll();
    this.#drawMade();
    this.#drawRebuilt();
  }

  #sayAll() {
    const { look, model } = this;
    words(this.#rebuiltWords, model?.has.encodes ? "views.side-by-side.rebuilt" : "views.side-by-side.rebuilt.none");
    for (const element of [this.#madeWords, this.#rebuiltWords, this.#steps]) element.hidden = look === null;
    if (look) words(this.#steps, "views.side-by-side.steps", { count: look.step, seconds: whole(look.seconds) });
    this.#refusal.hidden = this.#error === null;
    if (this.#error !== null) this.#refusal.textContent = sayError(this.#error);
  }

  #drawMade() {
    const made = this.look ? [{ tone: MADE, values: this.look.made }] : [];
    this.#made.show(this.#points ? [...this.#real, ...made] : made, this.#points);
  }

  #drawRebuilt() {
    const rebuilt = this.look?.rebuilt;
    this.#rebuilt.show(rebuilt ? [...this.#real, { tone: MADE, values: rebuilt }] : [], this.#points);
  }

  get #points() {
    return this.model?.has.kind === "points";
  }

  get #real() {
    return this.look ? [{ tone: REAL, values: this.look.real }] : [];
  }
}
