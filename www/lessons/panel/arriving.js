// A lesson that the address opens by itself: its own experiment is the first that is prepared.

import { readAddress } from "../../experiment/address.js";
import { beginningOf, viewOf } from "../conditions.js";
import { findLesson } from "./choosing.js";
import { keepOwn, NOTHING } from "./own.js";

/** @import {App} from "../../app.js" */
/** @import {Kept, State} from "../../types/page" */

/** What the address says of a lesson; `whole` where it says the experiment as well. */
export function linked() {
  const fields = new URLSearchParams(location.hash.slice(1));
  return { id: fields.get("lesson"), at: Number(fields.get("at") ?? 1) - 1, whole: fields.has("family") };
}

/** From what a step begins, whether it trains, and what is to be told where it leads back to. @typedef {{state: State, playing: boolean|undefined, leads: (kept: Kept|null) => void}} Arrival */

/**
 * @param {App} app
 * @param {State["engine"]} engine
 * @returns {Promise<Arrival|null>} null where the address opens no lesson, or says the experiment
 */
export async function arrivingAt(app, engine) {
  const { id, at, whole } = linked();
  const lesson = id && !whole ? await findLesson(app, id) : null;
  if (!lesson?.steps[at]) return null;
  const view = viewOf(lesson, at);
  if (view) app.choose({ view });
  const read = (/** @type {string} */ link) => ({ ...(readAddress(link) ?? app.rules.first()), engine });
  return {
    state: beginningOf(lesson, at, read),
    playing: lesson.steps[at].playing,
    leads: (kept) => keepOwn({ id: kept?.id ?? NOTHING, playing: kept?.playing ?? true, view: "" }),
  };
}
