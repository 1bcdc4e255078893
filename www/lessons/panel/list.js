// The lessons to choose from, and how far one has come in each.

import { make, words } from "../../elements.js";
import { LESSONS } from "../index.js";
import { forgetProgress, hasProgress } from "../progress.js";
import { Item } from "./item.js";

/** @import {Lesson} from "../../types/lessons" */

export class List {
  /** @type {HTMLDialogElement} */
  #element;
  #forgotten = make("p", { class: "aside", attributes: { role: "status" } });
  #forget = make("button", {
    id: "lessons-forget",
    class: "plain",
    words: "lessons.forget",
    attributes: { type: "button" },
    on: { click: () => this.#forgetAll() },
  });
  #kept = make("div", { class: "lessons-kept" }, make("p", { class: "aside", words: "lessons.kept" }), this.#forget);
  #items;

  /** @param {(lesson: Lesson, at: number) => void} choose */
  constructor(choose) {
    const close = make("button", {
      id: "lessons-close",
      class: "plain",
      words: "lessons.close",
      attributes: { type: "button" },
      on: { click: () => this.#element.close() },
    });
    this.#items = LESSONS.map(
      (lesson) =>
        new Item(lesson, (at) => {
          this.#element.close();
          choose(lesson, at);
        }),
    );
    this.#element = make(
      "dialog",
      { id: "lessons", attributes: { "aria-labelledby": "lessons-title" } },
      make("div", { class: "lessons-head" }, make("h2", { id: "lessons-title", words: "lessons.title" }), close),
      make("p", { class: "aside", words: "lessons.note" }),
      make("ol", {}, ...this.#items.map(({ element }) => element)),
      this.#kept,
      this.#forgotten,
    );
    document.body.append(this.#element);
  }

  open() {
    this.#forgotten.replaceChildren();
    this.#update();
    this.#element.showModal();
    // Where one goes on: what was left in the middle, or else what has not been taken yet.
    const [first] = this.#items;
    const next = this.#items.find(({ isLeft }) => isLeft) ?? this.#items.find(({ isFinished }) => !isFinished);
    (next ?? first).focus();
  }

  #update() {
    for (const item of this.#items) item.update();
    this.#kept.hidden = !hasProgress();
  }

  #forgetAll() {
    forgetProgress();
    this.#update();
    words(this.#forgotten, "lessons.forgotten");
    this.#items[0].focus();
  }
}
