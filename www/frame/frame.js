// The frame around the views: those that suit the experiment as tabs over the stage, panels in their regions. It knows
// none of them by name.

import { Timeline, Timelines } from "../experiment/timeline.js";
import { find } from "../find.js";
import { nextTask } from "../next-task.js";
import { Live } from "./live.js";
import { pageOf } from "./page.js";
import { Tabs } from "./tabs.js";
import { ViewOnDemand } from "./view-on-demand.js";

/** @import {Evaluation, Update} from "../types/library" */
/** @import {Answer, BatchMessage, Experiment, Moment, Page, Panel, Query, View, ViewModule} from "../types/page" */
/** @import {Host} from "./host.js" */

/** Panels that are made in one task. */
const AT_ONCE = 4;
const SUMMARY_MILLISECONDS = 5000;
/** Networks that a link can have updated alone. @type {Update[]} */
const ALONE = ["generator", "discriminator"];

export class Frame {
  /** @type {ViewOnDemand[]} */
  #views = [];
  /** @type {Panel[]} */
  #panels;
  /** @type {ViewOnDemand|null} */
  #active = null;
  /** The step that a person looks back to; null for now. @type {number|null} */
  lookingBack = null;
  /** Until what is looked back to has been drawn. @type {void|Promise<void>} */
  drawn = undefined;
  /** @type {Experiment|null} */
  #experiment = null;
  #timelines = new Timelines();
  #timeline = new Timeline();
  #tabs;
  /** The views that are offered alone; all, where there are none. @type {string[]} */
  #only = [];
  /** What those who come later have missed: what is on the draw pad, and which networks are updated. */
  #told;
  /** The last of this experiment, for views that come later. @type {BatchMessage|null} */
  #batch = null;
  /** @type {Evaluation|null|undefined} */
  #evaluation;

  /** @param {((page: Page) => Panel)[]} panels that do not wait for an experiment @param {Host} on */
  constructor(panels, on) {
    this.on = on;
    this.live = new Live(on.query, on);
    const { page, ...told } = pageOf(on, () => this.live.refresh());
    this.#told = told;
    this.page = page;
    this.#tabs = new Tabs(({ id }) => this.turnTo(id));
    this.#panels = this.#create(panels);
    setInterval(() => this.#summarise(), SUMMARY_MILLISECONDS);
  }

  /** Takes the views and panels which have to be there before an experiment is. @param {ViewModule[]} views @param {((page: Page) => Panel)[]} panels */
  async take(views, panels) {
    const make = (/** @type {ViewModule["default"]} */ create) => this.#place(create(this.page));
    this.#views = views.map((module) => new ViewOnDemand(module, make, (view) => this.#catchUp(view)));
    const created = [];
    for (let from = 0; from < panels.length; from += AT_ONCE) {
      await nextTask();
      created.push(...this.#create(panels.slice(from, from + AT_ONCE)));
    }
    this.#panels = [...created, ...this.#panels];
  }

  /** Makes the view in which an experiment is going to be seen, so that it is there by then. @param {Experiment} experiment @param {string} [id] */
  make(experiment, id) {
    const views = this.#active ? [] : this.#suiting(experiment);
    (views.find((view) => view.id === id) ?? views[0])?.make();
  }

  /** @param {((page: Page) => Panel)[]} panels */
  #create(panels) {
    const created = panels.map((create) => create(this.page));
    for (const { element, region } of created) {
      element.hidden = true;
      find(`[data-region="${region}"]`, HTMLElement).append(element);
    }
    return created;
  }

  /** @param {View} view */
  #place(view) {
    view.element.hidden = true;
    view.element.setAttribute("role", "tabpanel");
    view.element.setAttribute("aria-labelledby", `tab-${view.id}`);
    find("#view-place", HTMLElement).append(view.element);
    return view;
  }

  /** @param {View} view that has not heard what those heard that were there before */
  #catchUp(view) {
    for (const channel of Object.values(this.#told)) channel.repeat();
    if (this.#batch) view.progress?.(this.#batch);
    if (this.#evaluation !== undefined) view.measured?.(this.#evaluation);
  }

  /** The view that is shown. */
  get active() {
    return this.#active?.known ?? null;
  }

  /**
   * @param {string} id of the experiment
   * @param {Experiment} experiment
   * @param {{view?: string, update?: string}} wanted view, and networks that the coming steps update
   * @param {boolean} linked they stood in the address: otherwise a view gives way to one that suits better than before
   */
  open(id, experiment, { view, update }, linked) {
    const before = this.#experiment;
    this.#experiment = experiment;
    this.lookingBack = null;
    this.#timeline = this.#timelines.of(id);
    [this.#batch, this.#evaluation] = [null, undefined];
    for (const part of this.#all) part.reset(experiment);
    const one = experiment.discriminates && ALONE.find((network) => network === update);
    if (one) this.page.update(one);
    else this.#told.updated.tell("both");
    for (const panel of this.#panels) panel.element.hidden = !panel.suits(experiment);
    const [best] = this.#suitable;
    const better = !linked && before && best.about.suits(experiment) > best.about.suits(before);
    this.#choose(better ? best.id : (view ?? this.#active?.id ?? null));
  }

  /** A setting has changed, and the experiment is the same. @param {Experiment} experiment */
  update(experiment) {
    const before = this.#experiment;
    this.#experiment = experiment;
    // At rest nothing else would show what it does.
    if (before?.corrupts === experiment.corrupts) return this.live.refresh();
    // Earlier looks have other rows.
    this.#timeline.forget();
    this.lookingBack = null;
    for (const view of this.#views) {
      const kept = view.keep();
      view.reset(experiment);
      // What a person has chosen there is not lost by it.
      if (kept !== undefined) view.restore(kept);
    }
    for (const panel of this.#panels) panel.update?.(experiment);
    this.#choose(this.#active?.id ?? null);
  }

  /** Shows the view that something to try is about, where there is one. @param {string} idea its name */
  choose(idea) {
    const view = this.#suitable.find(({ about }) => about.ideas?.includes(idea));
    if (!view) return;
    view.wanted.from?.(this.lookingBack);
    this.#show(view);
    this.on.viewed();
  }

  /** Offers these views alone, or all that suit where none of these does. @param {string[]} ids */
  offer(ids) {
    const before = this.#only;
    this.#only = ids;
    if (this.#experiment && ids.join() !== before.join()) this.#choose(this.#active?.id ?? null);
  }

  /** Shows the view of this name, where the experiment has it. @param {string} id */
  turnTo(id) {
    const view = this.#suitable.find((each) => each.id === id);
    if (!view || view === this.#active) return;
    this.#show(view);
    this.on.viewed();
  }

  /** All that may be told, and may keep something. */
  get #all() {
    return [...this.#views, ...this.#panels];
  }

  /** Views that know the experiment, and panels. */
  get #parts() {
    return [...this.#views.flatMap(({ known }) => known ?? []), ...this.#panels];
  }

  /** Those of them that are offered. */
  get #suitable() {
    const all = this.#suiting();
    const offered = all.filter(({ id }) => this.#only.includes(id));
    return offered.length > 0 ? offered : all;
  }

  /** Those that suit the experiment, the best first. */
  get suitable() {
    return this.#suiting().map(({ about }) => about);
  }

  #suiting(experiment = this.#experiment) {
    if (!experiment) return [];
    return this.#views
      .map((view) => ({ view, fit: view.about.suits(experiment) }))
      .filter(({ fit }) => fit > 0)
      .sort((one, other) => other.fit - one.fit)
      .map(({ view }) => view);
  }

  /** @param {string|null} wanted */
  #choose(wanted) {
    const suitable = this.#suitable;
    this.#tabs.offer(suitable.map(({ about }) => about));
    this.#show(suitable.find(({ id }) => id === wanted) ?? suitable[0]);
  }

  /** @param {ViewOnDemand} chosen */
  #show(chosen) {
    this.#active = chosen;
    const view = chosen.wanted;
    for (const element of find("#view-place", HTMLElement).children) {
      if (element instanceof HTMLElement) element.hidden = element !== view.element;
    }
    this.#tabs.select(chosen.about);
    const panels = this.#panels.filter((panel) => panel.queries && !panel.element.hidden);
    const askers = panels.map((panel) => ({
      queries: () => panel.queries?.() ?? [],
      show: (/** @type {Answer[]} */ answers, /** @type {Moment} */ moment) => panel.show?.(answers, moment),
    }));
    this.live.reset([this.#recorded(view), ...askers]);
    view.redraw();
    this.on.timeline();
    if (this.lookingBack !== null) this.lookBack(this.lookingBack);
  }

  /** The view, which is shown what is new unless a person looks back. @param {View} view */
  #recorded(view) {
    return {
      queries: () => view.queries(),
      show: (/** @type {Answer[]} */ answers, /** @type {Moment} */ moment) => {
        this.#timeline.record(view.id, answers, moment);
        if (this.lookingBack === null) view.show(answers, moment);
        this.on.timeline();
      },
    };
  }

  /** The steps that the active view can be looked back to. */
  get steps() {
    return this.active ? this.#timeline.steps(this.active.id) : [];
  }

  /** @param {number|null} step null for now @returns {number|null} the step that is shown */
  lookBack(step) {
    const look = step === null || !this.active ? null : this.#timeline.at(this.active.id, step);
    this.lookingBack = look && step;
    if (look && this.active) this.drawn = this.active.show(look.answers, look.moment);
    else this.live.refresh();
    return look?.moment.step ?? null;
  }

  /** @param {BatchMessage} message */
  progress(message) {
    this.#batch = message;
    for (const part of this.#parts) part.progress?.(message);
    this.live.refresh();
  }

  /** @param {Evaluation|null|undefined} evaluation null while it is being measured, undefined where that failed */
  measured(evaluation) {
    this.#evaluation = evaluation;
    for (const part of this.#parts) part.measured?.(evaluation);
  }

  /** What the panels say in a report. */
  get reported() {
    return this.#panels.flatMap((panel) => (panel.element.hidden ? [] : (panel.report?.() ?? [])));
  }

  /** What views and panels want to be kept with the experiment. */
  keep() {
    const all = this.#all.map((part) => [part.id, part.keep?.()]);
    return Object.fromEntries(all.filter(([, kept]) => kept !== undefined));
  }

  /** @param {Record<string, unknown>} kept */
  restore(kept) {
    for (const part of this.#all) if (part.id in kept) part.restore?.(kept[part.id]);
  }

  /** The theme, the language or the size has changed. */
  redraw() {
    for (const part of this.#parts) if (!part.element.hidden) part.redraw?.();
    this.#summarise();
  }

  #summarise() {
    const panels = this.#panels.filter(({ element }) => !element.hidden);
    const parts = [this.active?.summary(), ...panels.map((panel) => panel.summary?.())];
    const text = parts.filter(Boolean).join(" ");
    const place = find("#summary", HTMLElement);
    if (place.textContent !== text) place.textContent = text;
  }
}
