// Things to try, a press away; some have a trained model beside them.

import { make } from "../../elements.js";
import { IDEAS, stateOfIdea } from "../../experiment/ideas.js";
import { find } from "../../find.js";
import { clearNotice } from "../notice/index.js";
import "./ideas.css";

/** @import {App} from "../../app.js" */
/** @import {Idea} from "../../experiment/ideas.js" */
/** @import {State} from "../../types/page" */

/** @param {App} app @param {State} state that trains */
export function showIdeas(app, state) {
  const { family } = state;
  const items = IDEAS[family].map((idea) => {
    const key = `ideas.${family}.${idea.name}`;
    const button = make("button", {
      words: key,
      attributes: { type: "button" },
      on: { click: () => tryIdea(app, app.life.wanted ?? state, idea) },
    });
    if (!idea.trained) return make("li", {}, button);
    const trained = make("button", {
      id: `trained-${idea.name}`,
      class: "trained",
      words: "ideas.trained",
      label: `${key}.trained`,
      attributes: { type: "button" },
      on: { click: () => openTrained(app, idea) },
    });
    return make("li", { class: "has-trained" }, button, trained);
  });
  find("#ideas", HTMLElement).replaceChildren(...items);
}

/** @param {App} app @param {State} state @param {Idea} idea */
async function tryIdea(app, state, idea) {
  const outcome = await app.change(stateOfIdea(state, idea, app.rules));
  if (outcome) app.frame.choose(idea.name);
}

/** @param {App} app @param {Idea} idea */
async function openTrained(app, idea) {
  clearNotice();
  const outcome = await app.opening.trained(idea).catch((error) => app.opening.refuse(error));
  if (outcome === "adopted") app.frame.choose(idea.name);
}

/**
 * From the first step on, even where a running experiment could take the change.
 * @param {App} app
 * @param {Idea} idea
 */
export async function beginIdea(app, idea) {
  clearNotice();
  const { life, rules, opening } = app;
  const state = stateOfIdea(life.wanted ?? rules.first(), idea, rules);
  const outcome = await life.request(state, { anew: true }).catch((error) => opening.refuse(error));
  if (outcome === "adopted") app.frame.choose(idea.name);
  return outcome;
}
