// What the button opens: the list of lessons. List and lessons are fetched when somebody wants them.

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
  find("#lessons-open", HTMLButtonElement).addEventListener("click", async () => {
    const found = await app.attempt(reached(import("./list.js")));
    if (!found) return;
    list ??= new found.List(start);
    list.open();
  });
}

/** @param {App} app @param {string} id @returns {Promise<Lesson|undefined>} undefined also where none could be fetched, which is told then */
export async function findLesson(app, id) {
  const root = document.documentElement.dataset;
  // Seen before the card is there, what stands below it would be pushed away.
  if (!app.life.current) root.awaits = "lesson";
  const found = await app.attempt(reached(import("../index.js")));
  delete root.awaits;
  return found?.LESSONS.find((lesson) => lesson.id === id);
}
