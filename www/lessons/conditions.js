// When a step of a lesson is done, and from what experiment it begins: no page around it, so that tests can ask.

/** @import {Done, Lesson, Situation} from "../types/lessons" */
/** @import {State} from "../types/page" */

/** @param {number|undefined} value @param {{above?: number, below?: number}} bounds */
const within = (value, { above = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY }) =>
  value !== undefined && value > above && value < below;

/** @param {unknown} one @param {unknown} other */
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** @param {Done} done @param {Situation} now @returns {boolean} */
export function isDone(done, now) {
  if (done.kind === "trained") return now.trained >= done.steps;
  if (done.kind === "paused") return !now.playing;
  if (done.kind === "view") return now.view === done.id;
  if (done.kind === "measure") return within(now.measures.get(done.name), done);
  if (done.kind === "pressed") return now.pressed.has(done.on);
  if (done.kind === "guess") return now.guessed;
  const value = now.state[done.field];
  const bounded = done.above !== undefined || done.below !== undefined;
  return done.is?.some((each) => same(each, value)) || (bounded && within(Number(value), done));
}

/** The last step up to this one that sets up an experiment. @param {Lesson} lesson @param {number} at */
const origin = ({ steps }, at) => steps.slice(0, at + 1).findLastIndex(({ link }) => link !== null);

/** What steps ask a person to change. @param {Lesson} lesson @param {number} from @param {number} until */
const asked = ({ steps }, from, until) =>
  steps.slice(from, until).flatMap(({ done }) => (done.kind === "setting" ? [done] : []));

/**
 * The experiment from which a step begins: what was set up last, with what has been changed since because a step asked for it.
 * @param {Lesson} lesson
 * @param {number} at
 * @param {(link: string) => State} read
 * @returns {State}
 */
export function beginningOf(lesson, at, read) {
  const first = origin(lesson, at);
  const changes = asked(lesson, first, at).flatMap(({ field, is }) => (is ? [[field, is[0]]] : []));
  return { ...read(/** @type {string} */ (lesson.steps[first].link)), ...Object.fromEntries(changes) };
}

/**
 * The view in which a step is to be seen: its own, or that of the last step that has one.
 * @param {Lesson} lesson @param {number} at
 */
export const viewOf = ({ steps }, at) => steps.slice(0, at + 1).findLast(({ view }) => view)?.view ?? null;

/**
 * Whether what trains is something else than the step is about; what a person was asked to change may differ.
 * @param {Lesson} lesson
 * @param {number} at
 * @param {State} state that trains
 * @param {State} beginning
 */
export function hasWandered(lesson, at, state, beginning) {
  const free = new Set(asked(lesson, origin(lesson, at), at + 1).map(({ field }) => field)).add("engine");
  const names = /** @type {(keyof State)[]} */ (Object.keys(beginning));
  return names.some((name) => !free.has(name) && !same(state[name], beginning[name]));
}
