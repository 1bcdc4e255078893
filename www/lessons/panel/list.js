// The lessons to choose from.

import { make } from "../../elements.js";
import { LESSONS } from "../index.js";
import { speak } from "../text.js";

/** @import {Lesson} from "../../types/lessons" */

export class List {
  /** @type {HTMLDialogElement} */
  #element;
  /** @type {HTMLButtonElement|undefined} */
  #first;

  /** @param {(lesson: Lesson) => void} choose */
  constructor(choose) {
    const close = make("button", {
      id: "lessons-close",
      class: "plain",
      words: "lessons.close",
      attributes: { type: "button" },
      on: { click: () => this.#element.close() },
    });
    const items = LESSONS.map((lesson) => {
      const minutes = make("span", { class: "aside", words: ["lessons.minutes", { count: lesson.minutes }] });
      const click = () => {
        this.#element.close();
        choose(lesson);
      };
      const button = make(
        "button",
        { attributes: { type: "button" }, data: { lesson: lesson.id }, on: { click } },
        speak(make("b"), lesson.title),
        minutes,
        speak(make("span"), lesson.aim),
      );
      this.#first ??= button;
      return make("li", {}, button);
    });
    this.#element = make(
      "dialog",
      { id: "lessons", attributes: { "aria-labelledby": "lessons-title" } },
      make("div", { class: "lessons-head" }, make("h2", { id: "lessons-title", words: "lessons.title" }), close),
      make("p", { class: "aside", words: "lessons.note" }),
      make("ol", {}, ...items),
    );
    document.body.append(this.#element);
  }

  open() {
    this.#element.showModal();
    this.#first?.focus();
  }
}
