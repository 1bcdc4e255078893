// A lesson in the list: its part of the lecture, its time, and whether it is finished or was left in the middle.

import { make, words } from "../../elements.js";
import LECTURE from "../lecture.json" with { type: "json" };
import { beginAgain, progressOf } from "../progress.js";
import { speak } from "../text.js";

/** @import {Lesson} from "../../types/lessons" */

export class Item {
  isFinished = false;
  /** In the middle. */
  isLeft = false;
  #finished = make("b", { class: "lesson-finished", words: "lessons.finished" });
  #goOn = make("span");
  #state = make("span", { class: "lesson-state" }, this.#finished, this.#goOn);
  #button;
  #again;

  /** @param {Lesson} lesson @param {(at: number) => void} choose */
  constructor(lesson, choose) {
    this.lesson = lesson;
    const { id, title, aim, minutes, lecture } = lesson;
    const part = LECTURE.findIndex((each) => each.id === lecture);
    this.#button = make(
      "button",
      { attributes: { type: "button" }, data: { lesson: id }, on: { click: () => choose(this.#at) } },
      speak(make("b", { id: `lessons-${id}` }), title),
      make("span", { class: "aside", words: ["lessons.minutes", { count: minutes }] }),
      make(
        "span",
        { class: "aside lesson-part" },
        make("span", { words: ["lessons.part", { number: part + 1 }] }),
        " ",
        speak(make("span"), LECTURE[part].title),
      ),
      speak(make("span", { class: "lesson-aim" }), aim),
      this.#state,
    );
    this.#again = make("button", {
      id: `lessons-${id}-again`,
      class: "quiet",
      words: "lessons.from-the-beginning",
      attributes: { type: "button", "aria-labelledby": `lessons-${id}-again lessons-${id}` },
      on: {
        click: () => {
          beginAgain(id);
          choose(0);
        },
      },
    });
    this.element = make("li", {}, this.#button, this.#again);
  }

  /** The step that was reached, where this page has it: as one file it has fewer. */
  get #at() {
    const { at } = progressOf(this.lesson.id);
    return this.lesson.steps[at] ? at : 0;
  }

  update() {
    const at = this.#at;
    this.isFinished = progressOf(this.lesson.id).finished;
    this.isLeft = at > 0;
    this.#finished.hidden = !this.isFinished;
    this.#goOn.hidden = !this.isLeft;
    this.#again.hidden = !this.isLeft;
    words(this.#goOn, "lessons.go-on", { at: at + 1, count: this.lesson.steps.length });
    this.#state.hidden = !this.isFinished && !this.isLeft;
  }

  focus() {
    this.#button.focus();
  }
}
