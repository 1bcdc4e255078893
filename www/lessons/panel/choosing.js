// The button that opens the list of lessons. List and lessons are fetched when somebody wants them.

import { make } from "../../elements.js";
import { pageError } from "../../errors.js";
import { find } from "../../find.js";

/** @import {App} from "../../app.js" */
/** @import {Lesson} from "../../types/lessons" */

/** @template Result @param {Promise<Result>} fetched @returns {Promise<Result>} */
const reached = (fetched) =>
  fetched.catch(() => {
    throw pageError("lessons-unreachable");
  });

/** @param {App} app @param {(lesson: Lesson, at: number) => void} start */
export function startChoosing(app, start) {
  /** @type {import("./list.js").List|null} */
  let list = null;
  const click = async () => {
    const found = await app.attempt(reached(import("./list.js")));
    if (!found) return;
    list ??= new found.List(start);
    list.open();
  };
  const open = make("button", {
    id: "lessons-open",
    class: "quiet",
    words: "lessons.open",
    attributes: { type: "button", "aria-haspopup": "dialog" },
    on: { click },
  });
  find(".tools", HTMLElement).prepend(open);
}

/** @param {App} app @param {string} id @returns {Promise<Lesson|undefined>} undefined also where none could be fetched, which is told then */
export async function findLesson(app, id) {
  const found = await app.attempt(reached(import("../index.js")));
  return found?.LESSONS.find((lesson) => lesson.id === id);
}
