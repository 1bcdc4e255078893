// The choice of a view: by name or, where there are more than a person takes in at a glance, by what one does there first.

import { moveAlong } from "../arrow-keys.js";
import { make } from "../elements.js";
import { find } from "../find.js";

/** @import {About, ViewGroup} from "../types/page" */

/** In the order in which one comes to them. @type {ViewGroup[]} */
const GROUPS = ["watch", "inside", "create", "judge", "compare"];
/** So many are taken in at a glance. */
const AT_A_GLANCE = 4;
/** What a heading and its key need, in CSS pixels. */
const HEADING_WIDTH = 270;

export class Tabs {
  #groups = find("#view-groups", HTMLElement);
  #tabs = find("#views", HTMLElement);
  #stage = find("#stage", HTMLElement);
  /** Those that there are, the best first. @type {About[]} */
  #views = [];
  /** The view that was last looked at in each group. @type {Map<ViewGroup, About>} */
  #last = new Map();
  #choose;

  /** @param {(view: About) => void} choose by a person */
  constructor(choose) {
    this.#choose = choose;
    const place = new ResizeObserver(() => this.#place());
    place.observe(this.#tabs);
    place.observe(this.#stage);
  }

  /** @param {About[]} views those that suit the experiment, the best first */
  offer(views) {
    this.#views = views;
    this.#tabs.hidden = views.length < 2;
    this.#groups.hidden = views.length <= AT_A_GLANCE;
    this.#tabs.replaceChildren(...views.map((view) => this.#tab(view)));
    const groups = GROUPS.filter((group) => this.#of(group).length > 0);
    this.#groups.replaceChildren(...groups.map((group) => this.#group(group)));
  }

  /** @param {About} active */
  select(active) {
    this.#last.set(active.group, active);
    for (const tab of /** @type {HTMLElement[]} */ ([...this.#tabs.children])) {
      const selected = tab.id === `tab-${active.id}`;
      tab.setAttribute("aria-selected", String(selected));
      tab.tabIndex = selected ? 0 : -1;
      tab.hidden = !this.#groups.hidden && tab.dataset.group !== active.group;
    }
    for (const button of /** @type {HTMLElement[]} */ ([...this.#groups.children])) {
      button.setAttribute("aria-current", String(button.dataset.group === active.group));
    }
    this.#place();
  }

  /** @param {ViewGroup} group */
  #of(group) {
    return this.#views.filter((view) => view.group === group);
  }

  /** @param {ViewGroup} group */
  #group(group) {
    return make("button", {
      id: `views-${group}`,
      words: `views.groups.${group}`,
      attributes: { type: "button" },
      data: { group },
      on: {
        click: () => {
          const [best, ...others] = this.#of(group);
          const last = this.#last.get(group);
          this.#choose(last && others.includes(last) ? last : best);
        },
      },
    });
  }

  /** @param {About} view */
  #tab(view) {
    return make("button", {
      id: `tab-${view.id}`,
      words: view.title,
      attributes: { type: "button", role: "tab", "aria-controls": `view-${view.id}` },
      data: { view: view.id, group: view.group },
      on: {
        click: () => this.#choose(view),
        keydown: (/** @type {KeyboardEvent} */ event) => {
          const move = moveAlong(event);
          if (!move) return;
          event.preventDefault();
          const row = this.#groups.hidden ? this.#views : this.#of(view.group);
          const next = row[(row.indexOf(view) + move + row.length) % row.length];
          const button = find(`#tab-${next.id}`, HTMLButtonElement);
          button.focus();
          button.click();
        },
      },
    });
  }

  /** They stand beside the heading of the view, which leaves them room; above it, where they would leave it too little. */
  #place() {
    // Where there are groups nothing has to be measured.
    const width = this.#groups.hidden ? this.#width() : 0;
    const above = !this.#groups.hidden || width > this.#stage.clientWidth - HEADING_WIDTH;
    this.#stage.dataset.tabs = above ? "above" : "beside";
    this.#stage.style.setProperty("--tabs-width", `${above ? 0 : width}px`);
  }

  /** Of all tabs, in CSS pixels. */
  #width() {
    const tabs = /** @type {HTMLElement[]} */ ([...this.#tabs.children]);
    return this.#tabs.hidden ? 0 : tabs.reduce((sum, tab) => sum + tab.offsetWidth, 0);
  }
}
