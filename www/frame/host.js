// What the views and panels may ask of the page.

import { beginIdea } from "../panels/ideas/index.js";

/** @import {App} from "../app.js" */
/** @import {Answer, Page, Query} from "../types/page" */

/**
 * @typedef {object} Host
 * @property {(queries: Query[]) => Promise<{answers: Answer[], step: number}|null>} query
 * @property {(error: unknown) => void} failed
 * @property {() => Record<string, number>} losses
 * @property {() => void} viewed another view is shown, by a person's choice
 * @property {() => void} timeline there is more, or something else, to look back to
 * @property {() => void} measure
 * @property {Page["playing"]} playing
 * @property {Page["choose"]} choose
 * @property {Page["usual"]} usual
 * @property {Page["begin"]} begin
 * @property {Page["sweep"]} sweep
 * @property {Page["augmentation"]} augmentation
 * @property {Page["beside"]} beside
 * @property {Page["forks"]} forks
 * @property {Page["sampleSaved"]} sampleSaved
 * @property {Page["trace"]} trace
 * @property {Page["update"]} update
 */

/** @param {App} app @returns {Host} */
export const hostOf = (app) => ({
  query: (queries) => (app.life.current ? app.engines.query(queries) : Promise.resolve(null)),
  // A dead worker speaks for itself.
  failed: (error) => app.engines.workers[app.engines.inUse].alive && app.tell(error),
  sampleSaved: (...asked) => app.engines.workers.cpu.call("sampleSaved", ...asked),
  trace: () => app.setPlaying(false).then(() => app.attempt(app.engines.stepping.trace())),
  update: (update) => {
    app.choose({ update: update === "both" ? "" : update });
    app.attempt(app.engines.stepping.setUpdate(update));
  },
  losses: () => app.steps.losses,
  viewed: () => {
    if (app.frame.active) app.choose({ view: app.frame.active.id });
  },
  timeline: () => app.timeline.show(app.frame.steps, app.frame.lookingBack),
  measure: () => app.measuring.measure(),
  playing: () => app.engines.playing,
  choose: (part) => app.life.wanted && app.change({ ...app.life.wanted, ...part }),
  usual: (dataset, family = (app.life.wanted ?? app.rules.first()).family) => app.rules.usual(family, dataset),
  beside: (...asked) => app.engines.beside.open(...asked),
  forks: app.opening.forks(app.engines.beside),
  begin: (dataset, part, idea) => beginIdea(app, { name: idea, dataset, part }),
  sweep: (parts, steps, on, signal) =>
    app.engines.beside.sweep(parts, steps, on, signal).catch((error) => {
      if (!signal.aborted) app.tell(error);
    }),
  augmentation: (trials, on, signal) =>
    app.engines.beside.augmentation(trials, on, signal).catch((error) => {
      if (!signal.aborted) app.tell(error);
    }),
});
