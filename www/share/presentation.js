// How a link has the page shown, in the fields of the address: what is hidden, which views are offered, a text and a question
// of whoever made it, where training begins, light or dark, embedded or whole.

/** In the order in which they stand in a link: the long ones last. */
export const FIELDS = ["hide", "only-views", "start", "theme", "embed", "question", "text"];

/** What a link can hide. */
export const HIDEABLE = /** @type {const} */ (["controls", "results", "families", "views"]);

/** Characters of what whoever makes a link may say: it has to fit into one. */
export const MOST = { text: 500, question: 200 };

/** At rest from the beginning. */
const PAUSED = "paused";

/** @typedef {(typeof HIDEABLE)[number]} Hideable */

/**
 * @typedef {object} Presentation
 * @property {Hideable[]} hidden
 * @property {string[]} views by id, those that are offered alone; empty for all
 * @property {number|null} start the step at which training rests: 0 from the beginning, null for none
 * @property {string} theme
 * @property {boolean} embedded
 * @property {string} question
 * @property {string} text
 */

/** @param {string|undefined} text */
const listed = (text) => (text ?? "").split(",").filter(Boolean);

/** @param {string} text */
function readStart(text) {
  if (text === PAUSED) return 0;
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** What it cannot read is as if it were not there. @param {Record<string, string|undefined>} values @returns {Presentation} */
export function readPresentation(values) {
  const { theme = "", start = "", embed, question = "", text = "" } = values;
  const hidden = listed(values.hide);
  return {
    hidden: HIDEABLE.filter((part) => hidden.includes(part)),
    views: listed(values["only-views"]),
    start: readStart(start),
    theme: ["light", "dark"].includes(theme) ? theme : "",
    embedded: embed === "1",
    question: question.slice(0, MOST.question),
    text: text.slice(0, MOST.text),
  };
}

/** @param {Presentation} presentation @returns {Record<string, string>} empty where a link says nothing of it */
export function writePresentation({ hidden, views, start, theme, embedded, question, text }) {
  return {
    hide: hidden.join(","),
    "only-views": views.join(","),
    start: start === null ? "" : start === 0 ? PAUSED : String(start),
    theme,
    embed: embedded ? "1" : "",
    question: question.trim(),
    text: text.trim(),
  };
}
