// Parts of the page that are not there for a while: hidden from the eye, from the keys and from who hears the page alike.

import { find } from "../find.js";

/** @type {Record<string, string>} */
const PARTS = {
  header: ".top",
  families: ".tabs",
  controls: ".controls",
  results: ".results",
  views: ".view-choice",
  transport: ".transport",
};

/** All but the stage and what runs the training. */
export const AROUND_THE_STAGE = ["header", "controls", "results"];

/** @param {Set<string>} hidden names of parts */
export function arrange(hidden) {
  const focused = document.activeElement;
  for (const [name, selector] of Object.entries(PARTS)) find(selector, HTMLElement).hidden = hidden.has(name);
  document.documentElement.dataset.hides = [...hidden].join(" ");
  // What had the focus may be gone.
  if (focused?.closest("[hidden]")) find("#stage", HTMLElement).focus();
}
