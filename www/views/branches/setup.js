// What a person says before a fork: from which step, with which setting changed, and how far both are to be trained.

import { make, words } from "../../elements.js";
import { makeNumberField } from "../../panels/controls/number-field.js";
import { Setting } from "./setting.js";

/** @import {Experiment} from "../../types/page" */

const USUAL_STEPS = 500;
/** @type {import("../../types/library").FieldDescription} */
const COUNT = { kind: "integer", least: 1, live: true, families: [] };

export class Setup {
  /** Empty for now. @type {number|string} */
  #from = "";
  /** @type {number|string} */
  #steps = USUAL_STEPS;
  #fromField = makeNumberField("branches-from", COUNT, (value) => {
    this.#from = value;
  });
  #stepsField = makeNumberField("branches-steps", COUNT, (value) => {
    this.#steps = value;
  });
  setting = new Setting();
  button;
  element;

  /** @param {() => void} begin */
  constructor(begin) {
    const { input: from } = this.#fromField;
    const { input: steps } = this.#stepsField;
    words(from, "views.branches.now", {}, "placeholder");
    this.#stepsField.show(this.#steps);
    this.button = make("button", {
      id: "branches-begin",
      class: "primary",
      words: "views.branches.begin",
      attributes: { type: "button" },
      on: { click: begin },
    });
    this.element = make(
      "div",
      { class: "branches-setup" },
      make("p", { class: "aside", words: "views.branches.note" }),
      make("div", { class: "branches-field" }, label(from.id, "views.branches.from"), from),
      this.setting.element,
      make("div", { class: "branches-field" }, label(steps.id, "views.branches.steps"), steps),
      this.button,
    );
  }

  /** @param {Experiment} experiment */
  reset(experiment) {
    this.at(null);
    this.setting.reset(experiment);
  }

  /** @param {number|null} step null for now */
  at(step) {
    this.#from = step ?? "";
    this.#fromField.show(this.#from);
  }

  /** Null for now, undefined where what was typed is none. @returns {number|null|undefined} */
  get from() {
    return this.#from === "" ? null : counted(this.#from);
  }

  /** Undefined where what was typed is no number of steps. */
  get steps() {
    return counted(this.#steps);
  }
}

/** @param {string} id @param {string} key */
const label = (id, key) => make("label", { words: key, attributes: { for: id } });

/** @param {number|string} value */
const counted = (value) => (Number.isInteger(value) && Number(value) > 0 ? Number(value) : undefined);
