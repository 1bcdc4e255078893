// One setting to be changed, of those that a running session can be told, and its value.

import description from "virtual:settings";
import { make, words } from "../../elements.js";
import { makeRules } from "../../experiment/rules.js";
import { hasWords, number, say } from "../../languages/index.js";
import { FIELDS, settingKey } from "../../panels/controls/fields.js";
import { makeNumberField } from "../../panels/controls/number-field.js";

/** @import {FieldDescription} from "../../types/library" */
/** @import {Experiment, State} from "../../types/page" */
/** @import {Field} from "../../panels/controls/fields.js" */

const rules = makeRules(description);
const VALUE = "branches-value";

/** Those that concern the experiment and can be told to it, the usual ones first. @param {Experiment} experiment */
const fieldsOf = (experiment) =>
  FIELDS.filter(({ name, shown }) => description.fields[name]?.live && (shown?.(experiment, rules) ?? true)).sort(
    (one, other) => Number(one.more ?? false) - Number(other.more ?? false),
  );

export class Setting {
  /** @type {Experiment|null} */
  #experiment = null;
  /** @type {Field|null} */
  #field = null;
  /** @type {unknown} */
  #value = "";
  #select = make("select", { id: "branches-setting", on: { change: () => this.#choose() } });
  #place = make("span", { class: "branches-value" });
  element = make(
    "div",
    { class: "branches-field" },
    make("label", { words: "views.branches.setting", attributes: { for: this.#select.id } }),
    this.#select,
    this.#place,
  );

  /** The value is that of the experiment, until a person gives another. @param {Experiment} experiment */
  reset(experiment) {
    const name = this.#select.value;
    const [field, value, before] = [this.#field, this.#value, this.#experiment?.state];
    this.#experiment = experiment;
    const fields = fieldsOf(experiment);
    this.#select.replaceChildren(
      ...fields.map((each) =>
        make("option", { words: settingKey(each.name, experiment), attributes: { value: each.name } }),
      ),
    );
    if (fields.some((each) => each.name === name)) this.#select.value = name;
    // What a person has given stays, while another setting changes.
    const stays = field?.name === this.#select.value && before?.[field.name] === experiment.state[field.name];
    this.#choose(stays ? value : undefined);
  }

  focus() {
    this.#select.focus();
  }

  /** @param {unknown} [value] that of the experiment, where it is left out */
  #choose(value) {
    const experiment = /** @type {Experiment} */ (this.#experiment);
    this.#field = FIELDS.find(({ name }) => name === this.#select.value) ?? null;
    if (!this.#field) return;
    this.#value = value ?? experiment.state[this.#field.name];
    const input = this.#input(this.#field, experiment);
    words(input, settingKey(this.#field.name, experiment), {}, "aria-label");
  }

  /** @param {Field} field @param {Experiment} experiment */
  #input(field, experiment) {
    const told = /** @type {FieldDescription} */ (description.fields[field.name]);
    if (field.input === "choice") return this.#choices(field, experiment);
    if (field.input === "slider" && told.usual) return this.#slider(told.usual);
    const { input, show } = makeNumberField(VALUE, told, (value) => this.#set(value));
    show(/** @type {number|string} */ (this.#value));
    this.#place.replaceChildren(input);
    return input;
  }

  /** @param {{least: number, most: number, step: number}} range */
  #slider({ least, most, step }) {
    const output = make("output", { attributes: { for: VALUE } });
    const tell = () => {
      const text = number(Number(this.#value));
      output.textContent = text;
      input.setAttribute("aria-valuetext", text);
    };
    const input = make("input", {
      id: VALUE,
      attributes: { type: "range", min: String(least), max: String(most), step: String(step) },
      on: {
        input: () => {
          this.#set(Number(input.value));
          tell();
        },
      },
    });
    input.value = String(this.#value);
    tell();
    this.#place.replaceChildren(input, output);
    return input;
  }

  /** Not those that need a session of another kind. @param {Field} field @param {Experiment} experiment */
  #choices(field, experiment) {
    const fitting = (field.choices?.(experiment, rules) ?? []).filter(({ value, disabled }) => {
      const other = /** @type {State} */ ({ ...experiment.state, [field.name]: value });
      return !disabled && rules.isLive(experiment.state, other);
    });
    const select = make(
      "select",
      { id: VALUE, on: { change: () => this.#set(select.value) } },
      ...fitting.map(({ value, key }) => make("option", { words: key, attributes: { value } })),
    );
    select.value = String(this.#value);
    this.#place.replaceChildren(select);
    return select;
  }

  /** @param {unknown} value */
  #set(value) {
    this.#value = value;
  }

  /** @returns {Partial<State>} */
  get part() {
    return /** @type {Partial<State>} */ (this.#field ? { [this.#field.name]: this.#value } : {});
  }

  /** What the second branch has that the first has not, in words. @param {State} state @param {Partial<State>} part */
  change(state, part) {
    const same = Object.entries(part).every(([name, value]) => state[/** @type {keyof State} */ (name)] === value);
    return same ? say("views.branches.nothing") : this.#say(part);
  }

  /** Its name and its value, as they stood beside each other. @param {Partial<State>} part */
  #say(part) {
    const experiment = /** @type {Experiment} */ (this.#experiment);
    const [[name, value]] = Object.entries(part);
    const field = FIELDS.find((each) => each.name === name);
    const key = field?.choices?.(experiment, rules).find((choice) => choice.value === value)?.key;
    const said = key && hasWords(key) ? say(key) : typeof value === "number" ? number(value) : String(value);
    return `${say(settingKey(name, experiment))} ${said}`;
  }
}
