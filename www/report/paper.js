// What a report of an experiment says, from its title to the link.

import { make } from "../elements.js";
import { hasWords, say } from "../languages/index.js";
import { told } from "../panels/data-sets/told.js";
import { settingsInWords } from "./settings.js";

/** @import {WordsChoice} from "../elements.js" */
/** @import {Experiment, View} from "../types/page" */
/** @import {Rules} from "../experiment/rules.js" */

/**
 * @typedef {object} Reported
 * @property {Experiment} experiment
 * @property {Rules} rules
 * @property {number} step
 * @property {View} view that is shown
 * @property {HTMLElement[]} figures what the panels say
 * @property {string} made what the pictures say of themselves
 * @property {string} address where the experiment can be opened again: a link, or what follows # alone
 */

/** @param {WordsChoice} title @param {...(Node|string)} content */
const part = (title, ...content) => make("section", {}, make("h3", { words: title }), ...content);

/** @param {Reported} reported */
function head({ experiment, step }) {
  const { family, dataset, seed } = experiment.state;
  // As ISO 8601 has it, which nobody takes for another day: 2026-11-27 17:14.
  const when = new Date().toLocaleString("sv", { dateStyle: "short", timeStyle: "short" });
  return make(
    "header",
    {},
    make("h2", { id: "report-title", text: `${say(`families.${family}`)}: ${say(`datasets.${dataset}`)}` }),
    make("p", { words: experiment.story }),
    make("p", { class: "report-facts", words: ["report.facts", { when, step, seed: String(seed) }] }),
  );
}

/** @param {Reported} reported */
function seen({ view, made }) {
  const name = say(view.title);
  const canvas = view.picture?.();
  const told = [make("p", { text: view.summary() })];
  if (canvas) {
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", name);
    told.push(make("p", { class: "report-note", text: made }));
  }
  const content = make("figure", {}, ...(canvas ? [canvas] : []), make("figcaption", {}, ...told));
  return part(["report.view", { view: name }], content);
}

/** @param {Reported} reported */
function settings({ experiment, rules }) {
  const rows = settingsInWords(experiment, rules).map(({ name, value }) =>
    make("tr", {}, make("th", { text: name, attributes: { scope: "row" } }), make("td", { text: value })),
  );
  const half = Math.ceil(rows.length / 2);
  const tables = [rows.slice(0, half), rows.slice(half)].map((some) =>
    make("table", { class: "report-table" }, make("tbody", {}, ...some)),
  );
  return part("report.settings", make("div", { class: "report-settings" }, ...tables));
}

/** @param {Reported} reported */
function data({ experiment: { state, classes } }) {
  const nameOf = (/** @type {number} */ label) => (hasWords(classes[label]) ? say(classes[label]) : classes[label]);
  const only = state.only.map(nameOf);
  const learned = only.length > 0 ? [make("p", { words: ["report.only", { labels: only.join(", ") }] })] : [];
  if (typeof state.scarce === "number") {
    const few = { label: nameOf(state.scarce), count: state.scarceCount };
    learned.push(make("p", { words: ["report.scarce", few] }));
  }
  return part(
    "report.data",
    make("p", { class: "report-name", words: `datasets.${state.dataset}` }),
    make("p", { words: told(state.dataset) }),
    ...learned,
  );
}

/** @param {Reported} reported */
const link = ({ address }) =>
  part(
    "report.link",
    make("p", { words: address.startsWith("#") ? "report.link.any-copy" : "report.link.lead" }),
    make("code", { id: "report-address", text: address, attributes: { lang: "zxx" } }),
  );

/** In the order in which they stand. @type {((reported: Reported) => HTMLElement[])[]} */
export const PARTS = [
  (reported) => [head(reported)],
  (reported) => [seen(reported)],
  ({ figures }) => figures,
  (reported) => [settings(reported), data(reported), link(reported)],
];
