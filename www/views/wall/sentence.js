// What was counted on the wall, as a sentence.

import { hasWords, say } from "../../languages/index.js";

/** @import {Experiment} from "../../types/page" */
/** @import {Change, Reading} from "./readings.js" */

/** Labels of which there is none are named one by one, where they are no more. */
const MOST_MISSING = 3;

/** Whether there is a classifier of such pictures, and a word for each of what it knows. @param {Experiment} experiment */
export const canBeRead = ({ kind, classified, classes }) =>
  kind === "pictures" && classified && classes.every((name) => hasWords(`views.wall.digits.${name}`));

/**
 * @param {Reading} reading @param {Change|null} change
 * @param {Pick<Experiment, "classes"|"state">} experiment
 */
export function sentenceOf(reading, change, { classes, state }) {
  const { step, count, label, counts, unclear } = reading;
  const kind = (/** @type {number} */ digit) => say(`views.wall.kinds.${classes[digit]}`);
  const opening =
    label === undefined
      ? say("views.wall.counted", { count, step })
      : say("views.wall.counted.asked", { count, step, name: kind(label) });
  const expected = label !== undefined ? [label] : state.only.length > 0 ? state.only : [...classes.keys()];
  const missing = expected.filter((digit) => counts[digit] === 0);
  const named = missing.length <= MOST_MISSING;

  const parts = [];
  for (const digit of classes.keys()) {
    if (counts[digit] > 0) parts.push(say(`views.wall.digits.${classes[digit]}`, { count: counts[digit] }));
    else if (named && missing.includes(digit)) parts.push(say("views.wall.none", { name: kind(digit) }));
  }
  if (unclear === count) parts.splice(0, parts.length, say("views.wall.unclear.all"));
  else {
    if (!named) parts.push(say("views.wall.no-others"));
    parts.push(unclear > 0 ? say("views.wall.unclear", { count: unclear }) : say("views.wall.unclear.none"));
  }
  const counted = `${opening}: ${parts.join(", ")}`;
  if (!change) return `${counted}.`;
  const beside = say(`views.wall.change.${change.is}`, { count: change.steps });
  return `${counted}; ${beside}.`;
}
