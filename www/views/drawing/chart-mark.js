// Words at a place along a chart: beside the line that stands there, on the side that has room for them.

import { make } from "../../elements.js";
import "./chart-mark.css";

/** @param {string} key of the words */
export const chartMark = (key) => make("span", { class: "chart-mark", words: key, hidden: true });

/** @param {HTMLElement} mark @param {number} share of the chart's width */
export function placeMark(mark, share) {
  mark.style.left = `${100 * share}%`;
  mark.toggleAttribute("data-before", share > 0.5);
}
