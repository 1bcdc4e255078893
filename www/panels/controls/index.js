// The settings of the experiment as fields, the families as tabs. It shows what is wanted, and asks for changes; what
// becomes of them is the experiment's affair.

import { moveAlong } from "../../arrow-keys.js";
import { make, words } from "../../elements.js";
import { readWidths } from "../../experiment/address.js";
import { DATA_SETS } from "../../experiment/datasets.js";
import { experimentOf } from "../../experiment/rules.js";
import { find } from "../../find.js";
import { hasWords, number } from "../../languages/index.js";
import { DataSets } from "../data-sets/index.js";
import "./controls.css";
import { FIELDS, settingKey } from "./fields.js";
import { makeNumberField } from "./number-field.js";

/** @import {Family, FieldDescription} from "../../types/library" */
/** @import {Rules} from "../../experiment/rules.js" */
/** @import {Experiment, Hold, State} from "../../types/page" */
/** @import {Field} from "./fields.js" */

/** Each separator that people write between numbers, and none that could be a sign. */
const BETWEEN_WIDTHS = /[\s,;]+/;

/**
 * @typedef {object} Shown a field on the page
 * @property {Field} field
 * @property {HTMLElement} place
 * @property {HTMLElement} label
 * @property {(experiment: Experiment) => void} show
 */

export class Controls {
  /** @type {Experiment|null} */
  experiment = null;
  /** @type {Shown[]} */
  #fields;
  #dataSets;
  #tabs = [...document.querySelectorAll("[data-family]")].filter((tab) => tab instanceof HTMLButtonElement);

  /**
   * @param {Rules} rules
   * @param {(state: State) => void} change
   * @param {Hold} hold
   */
  constructor(rules, change, hold) {
    this.rules = rules;
    this.change = change;
    this.#dataSets = new DataSets((part) => this.#choose(part), hold);
    this.#fields = FIELDS.map((field) => this.#make(field));
    const more = find("#more", HTMLDetailsElement);
    for (const { field, place } of this.#fields) {
      if (field.more) more.insertBefore(place, find("#engine-figures", HTMLElement));
      else more.before(place);
    }
    // There is room for all on a wide screen; on a small one the first few are enough.
    more.open = matchMedia("(width >= 68.75em)").matches;
    this.#tabs.forEach((tab, index) => {
      tab.addEventListener("click", () => this.#choose({ family: /** @type {Family} */ (tab.dataset.family) }));
      tab.addEventListener("keydown", (event) => {
        const move = moveAlong(event);
        if (!move) return;
        event.preventDefault();
        const next = this.#tabs[(index + move + this.#tabs.length) % this.#tabs.length];
        next.focus();
        next.click();
      });
    });
  }

  /** @param {Field} field @returns {Shown} */
  #make(field) {
    const description = this.rules.description.fields[field.name] ?? { kind: "choice", live: true, families: [] };
    // A group has its name by another way.
    const label =
      field.input === "labels"
        ? make("span", { id: `${field.id}-label`, class: "label" })
        : make("label", { attributes: { for: field.id } });
    const { parts, show } = {
      number: () => this.#number(field, description),
      slider: () => this.#slider(field, description),
      choice: () => this.#choice(field),
      "data set": () => this.#dataSet(field),
      widths: () => this.#widths(field),
      labels: () => this.#labels(field),
    }[field.input]();
    const classes = ["field", field.wide && "wide", field.input === "slider" && "slide"].filter(Boolean).join(" ");
    const place = make("div", { class: classes, id: `${field.id}-field` }, label, ...parts);
    return { field, place, label, show };
  }

  /** @param {Field} field @param {FieldDescription} description */
  #number(field, description) {
    const { input, show } = makeNumberField(field.id, description, (value) => this.#set({ [field.name]: value }));
    const note = make("p", { id: `${field.id}-note`, class: "aside" });
    if (field.noted) {
      words(note, `settings.${field.name}.note`);
      input.setAttribute("aria-describedby", note.id);
    }
    return {
      parts: field.noted ? [input, note] : [input],
      show: (/** @type {Experiment} */ { state }) => show(/** @type {number|string} */ (state[field.name])),
    };
  }

  /** @param {Field} field */
  #dataSet(field) {
    const { parts, show } = this.#choice(field);
    return {
      parts: [...parts, this.#dataSets.element],
      show: (/** @type {Experiment} */ experiment) => {
        show(experiment);
        this.#dataSets.show(experiment.state);
      },
    };
  }

  /** @param {Field} field @param {FieldDescription} description */
  #slider(field, description) {
    const { least, most, step } = /** @type {Required<FieldDescription>} */ (description).usual;
    const output = make("output", { attributes: { for: field.id } });
    const input = make("input", {
      id: field.id,
      attributes: { type: "range", min: String(least), max: String(most), step: String(step) },
      on: { input: () => this.#set({ [field.name]: Number(input.value) }) },
    });
    const note = make("p", { id: `${field.id}-note`, class: "aside" });
    if (field.noted) {
      words(note, `settings.${field.name}.note`);
      input.setAttribute("aria-describedby", note.id);
    }
    return {
      parts: field.noted ? [output, input, note] : [output, input],
      show: (/** @type {Experiment} */ { state }) => {
        const value = Number(state[field.name]);
        input.value = String(value);
        input.setAttribute("aria-valuetext", number(value));
        output.textContent = number(value);
      },
    };
  }

  /** @param {Field} field */
  #choice(field) {
    const select = make("select", {
      id: field.id,
      on: { change: () => this.#choose({ [field.name]: select.value }) },
    });
    const note = make("p", { id: `${field.id}-note`, class: "aside", hidden: true });
    if (field.noted) select.setAttribute("aria-describedby", note.id);
    return {
      parts: field.noted ? [select, note] : [select],
      show: (/** @type {Experiment} */ experiment) => {
        const choices = field.choices?.(experiment, this.rules) ?? [];
        const same = choices.map(({ value }) => value).join() === [...select.options].map(({ value }) => value).join();
        if (!same) {
          select.replaceChildren(
            ...choices.map(({ value, key }) => make("option", { words: key, attributes: { value } })),
          );
        }
        choices.forEach(({ disabled }, index) => {
          if (disabled !== undefined) select.options[index].disabled = disabled;
        });
        select.value = String(experiment.state[field.name]);
        const key = `${choices[select.selectedIndex]?.key}.note`;
        note.hidden = !hasWords(key);
        if (!note.hidden) words(note, key);
      },
    };
  }

  /** A button for each label: those that are pressed are learnt from, all where none is. @param {Field} field */
  #labels(field) {
    const group = make("div", {
      id: field.id,
      class: "labels",
      attributes: { role: "group", "aria-labelledby": `${field.id}-label` },
    });
    const note = make("p", { class: "aside" });
    return {
      parts: [group, note],
      show: (/** @type {Experiment} */ { state, classes }) => {
        if (group.dataset.classes !== classes.join()) {
          group.dataset.classes = classes.join();
          group.toggleAttribute("data-short", !classes.some(hasWords));
          group.replaceChildren(...classes.map((name, label) => this.#label(field, name, label)));
        }
        const only = Array.isArray(state.only) ? state.only : [];
        [...group.children].forEach((button, label) => {
          button.setAttribute("aria-pressed", String(only.includes(label)));
        });
        words(note, only.length > 0 ? "settings.only.some" : "settings.only.all");
      },
    };
  }

  /** @param {Field} field @param {string} name @param {number} label */
  #label(field, name, label) {
    return make("button", {
      ...(hasWords(name) ? { words: name } : { text: name }),
      attributes: { type: "button", "aria-pressed": "false" },
      data: { label: String(label) },
      on: {
        click: () => {
          const { only = [] } = this.experiment?.state ?? {};
          const others = only.filter((each) => each !== label);
          const next = others.length < only.length ? others : [...only, label].sort((one, other) => one - other);
          // With all of them nothing would be left to be odd.
          const all = next.length === this.experiment?.classes.length;
          this.#set({ [field.name]: all ? [] : next });
        },
      },
    });
  }

  /** @param {Field} field */
  #widths(field) {
    let committed = "";
    const leave = () => {
      if (input.value === committed) return;
      committed = input.value;
      this.#set({ [field.name]: readWidths(input.value, BETWEEN_WIDTHS) });
    };
    const input = make("input", {
      id: field.id,
      attributes: { type: "text", spellcheck: "false", autocomplete: "off", inputmode: "text" },
      on: {
        change: leave,
        blur: leave,
        keydown: (/** @type {KeyboardEvent} */ event) => {
          if (event.key === "Enter") leave();
          if (event.key === "Escape") input.value = committed;
        },
      },
    });
    return {
      parts: [input],
      show: (/** @type {Experiment} */ { state }) => {
        if (document.activeElement === input && input.value !== committed) return;
        input.value = Array.isArray(state.hidden) ? state.hidden.join(", ") : String(state.hidden);
        committed = input.value;
      },
    };
  }

  /** Pictures of a person's own, to be looked through and learnt from. @param {File[]} files */
  bring(files) {
    return this.#dataSets.bring(files);
  }

  /** @param {Record<string, unknown>} part */
  #set(part) {
    const state = this.experiment?.state;
    if (state) this.change(/** @type {State} */ ({ ...state, ...part }));
  }

  /** Another family, data set or kind of network brings the settings that suit it. @param {Partial<State>} part */
  #choose(part) {
    const state = this.experiment?.state;
    if (!state) return;
    const { network, own, ...wanted } = { ...state, ...part };
    const { family, dataset } = this.rules.together(wanted, part.family !== undefined);
    if (DATA_SETS[dataset].own && !own) {
      // They have to be brought first.
      this.show(state);
      return this.#dataSets.bring();
    }
    const both = { family, dataset };
    if (family !== state.family) return this.#set({ ...this.rules.preset(family, dataset, own), ...part, ...both });
    const another = dataset !== state.dataset || network !== state.network;
    if (!another) return this.#set(part);
    const sameKind = this.rules.kindOf(dataset) === this.rules.kindOf(state.dataset);
    const told = sameKind ? { condition: this.rules.toldOf(dataset, state.condition, own) } : {};
    this.#set({
      ...this.rules.usual(family, dataset, network),
      ...told,
      own: DATA_SETS[dataset].own ? own : "",
      ...part,
    });
  }

  /** @param {State} state that is wanted */
  show(state) {
    const experiment = experimentOf(state);
    this.experiment = experiment;
    const root = document.documentElement.dataset;
    root.family = state.family;
    root.kind = experiment.kind;
    for (const tab of this.#tabs) {
      const selected = tab.dataset.family === state.family;
      tab.setAttribute("aria-selected", String(selected));
      tab.tabIndex = selected ? 0 : -1;
    }
    find("#stage", HTMLElement).setAttribute("aria-labelledby", `tab-${state.family}`);
    for (const { field, place, label, show } of this.#fields) {
      place.hidden = !(field.shown?.(experiment, this.rules) ?? true);
      words(label, settingKey(field.name, experiment));
      show(experiment);
    }
  }
}
