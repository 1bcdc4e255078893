// Light or dark: as the system says, until a person says otherwise.

import { withoutColours } from "../../told-apart.js";

const KEY = "theme";
const system = matchMedia("(prefers-color-scheme: dark)");
/** The system's own colours are light or dark as it says. */
const forced = matchMedia("(forced-colors: active)");

/** Storage may be refused, as in a private window; the choice then lasts as long as the page. */
function stored() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** What a link says, which comes before what a person has chosen elsewhere. */
let linked = "";

function apply() {
  const chosen = forced.matches ? "" : linked || stored();
  document.documentElement.dataset.theme = chosen || (system.matches ? "dark" : "light");
}

/** @param {string} theme of a link; empty where it leaves it to the reader @returns {boolean} whether another is shown by it */
export function linkTheme(theme) {
  const before = document.documentElement.dataset.theme;
  linked = theme;
  apply();
  return document.documentElement.dataset.theme !== before;
}

/**
 * What is drawn meanwhile is dark on light, as on paper.
 * @template Result
 * @param {() => void} redraw
 * @param {() => Promise<Result>} draw
 */
export async function inLight(redraw, draw) {
  const root = document.documentElement.dataset;
  const { theme } = root;
  if (theme === "light") return draw();
  root.theme = "light";
  redraw();
  try {
    return await draw();
  } finally {
    root.theme = theme;
    redraw();
  }
}

/**
 * @param {HTMLButtonElement} button
 * @param {() => void} changed
 */
export function startTheme(button, changed) {
  apply();
  for (const query of [system, forced, withoutColours]) {
    query.addEventListener("change", () => {
      apply();
      changed();
    });
  }
  button.addEventListener("click", () => {
    const next = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    linked = "";
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // Nothing to keep it in.
    }
    changed();
  });
}
