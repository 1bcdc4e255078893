// What whoever makes a link can choose of how it has the page shown.

import { make } from "../elements.js";
import { LANGUAGES } from "../languages/index.js";
import { languageOptions } from "../panels/tools/language-names.js";
import { HIDEABLE, MOST } from "./presentation.js";

/** @import {WordsChoice} from "../elements.js" */
/** @import {About, State} from "../types/page" */
/** @import {Presentation} from "./presentation.js" */

/** Where a person says no other. */
const FIRST_STEP = 200;

/** @param {WordsChoice} legend @param {(Node|string)[]} children */
const group = (legend, ...children) => make("fieldset", {}, make("legend", { words: legend }), ...children);

/** @param {HTMLElement} field @param {WordsChoice} name */
const labelled = (field, name) =>
  make("label", { class: "share-field", attributes: { for: field.id } }, make("span", { words: name }), field);

/** @param {HTMLInputElement} box @param {WordsChoice} name */
const ticked = (box, name) => make("label", { class: "share-tick" }, box, make("span", { words: name }));

/** @param {string} id @param {Record<string, string>} [attributes] */
const tick = (id, attributes = {}) => make("input", { id, attributes: { type: "checkbox", ...attributes } });

/** @param {string} value */
const start = (value) =>
  make("input", { id: `share-start-${value}`, attributes: { type: "radio", name: "share-start", value } });

/** @param {string} id @param {HTMLOptionElement[]} options */
const select = (id, options) => make("select", { id }, ...options);

/** @param {string} value @param {WordsChoice} words */
const option = (value, words) => make("option", { words, attributes: { value } });

export class Choices {
  #parts = HIDEABLE.map((part) => ({ part, box: tick(`share-shown-${part}`) }));
  /** @type {{id: string, box: HTMLInputElement}[]} */
  #views = [];
  #viewList = make("div", { class: "share-views" });
  #text = make("textarea", { id: "share-text", attributes: { rows: "3", maxlength: String(MOST.text) } });
  #question = make("input", { id: "share-question", attributes: { type: "text", maxlength: String(MOST.question) } });
  #starts = ["at-once", "paused", "until"].map(start);
  #step = make("input", {
    id: "share-start-step",
    class: "number",
    label: "share.start.step",
    attributes: { type: "number", min: "1", step: "1", inputmode: "numeric" },
    // Whoever says a step means it.
    on: { input: () => this.#choose("until") },
  });
  #alike = tick("share-reproducible", { "aria-describedby": "share-reproducible-note" });
  #language = select("share-language", [option("", "share.language.own"), ...languageOptions()]);
  #theme = select("share-theme", [
    option("", "share.theme.own"),
    option("light", "share.theme.light"),
    option("dark", "share.theme.dark"),
  ]);
  element = make(
    "form",
    { id: "share-choices", on: { input: () => this.changed(), submit: (event) => event.preventDefault() } },
    group(
      "share.words",
      labelled(this.#text, "share.text"),
      labelled(this.#question, "share.question"),
      make("p", { class: "aside", words: "share.words.note" }),
    ),
    group(
      "share.shown",
      ...this.#parts.map(({ part, box }) => ticked(box, `share.shown.${part}`)),
      make(
        "details",
        {},
        make("summary", { words: "share.views" }),
        make("p", { class: "aside", words: "share.views.note" }),
        this.#viewList,
      ),
    ),
    group(
      "share.start",
      make(
        "div",
        { class: "share-starts" },
        ...this.#starts.map((radio) => ticked(radio, `share.start.${radio.value}`)),
        this.#step,
      ),
      ticked(this.#alike, "same-run.link"),
      make("p", { id: "share-reproducible-note", class: "aside", words: "same-run.link.note" }),
    ),
    group("share.reader", labelled(this.#language, "share.language"), labelled(this.#theme, "share.theme")),
  );

  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
  }

  /** @param {Presentation} presentation @param {{language: string, views: About[], alike: boolean}} others the language of the link; views that there are;
   * whether every machine rounds alike already */
  show({ hidden, views, start, theme, question, text }, { language, views: all, alike }) {
    for (const { part, box } of this.#parts) box.checked = !hidden.includes(part);
    this.#views = all.map(({ id }) => {
      const box = tick(`share-view-${id}`, { value: id });
      box.checked = views.length === 0 || views.includes(id);
      return { id, box };
    });
    this.#viewList.replaceChildren(...all.map(({ title }, index) => ticked(this.#views[index].box, title)));
    this.#text.value = text;
    this.#question.value = question;
    this.#choose(start === null ? "at-once" : start === 0 ? "paused" : "until");
    this.#step.value = String(start || FIRST_STEP);
    this.#language.value = language in LANGUAGES ? language : "";
    this.#theme.value = theme;
    this.#alike.checked = alike;
    this.#alike.disabled = alike;
  }

  /** @returns {Presentation} */
  get presentation() {
    const chosen = this.#views.filter(({ box }) => box.checked).map(({ id }) => id);
    const all = chosen.length === this.#views.length;
    return {
      hidden: this.#parts.filter(({ box }) => !box.checked).map(({ part }) => part),
      views: all ? [] : chosen,
      start: this.#start,
      theme: this.#theme.value,
      embedded: false,
      question: this.#question.value,
      text: this.#text.value,
    };
  }

  /** Where a machine may round as it likes, nothing is said. @returns {{engine?: State["engine"]}} */
  get engine() {
    return this.#alike.checked ? { engine: "reproducible" } : {};
  }

  /** Empty where it is the reader's own. */
  get language() {
    return this.#language.value;
  }

  get #start() {
    const chosen = this.#starts.find(({ checked }) => checked)?.value;
    if (chosen === "paused") return 0;
    return chosen === "until" ? Math.max(1, Math.round(this.#step.valueAsNumber) || FIRST_STEP) : null;
  }

  /** @param {string} value */
  #choose(value) {
    for (const radio of this.#starts) radio.checked = radio.value === value;
  }
}
