// The losses over the steps as lines that can be printed at any size, for a report.

import { make, makeSvg } from "../../elements.js";
import { say, short } from "../../languages/index.js";
import { range } from "./chart.js";
import { DASHES, lineMark } from "./lines.js";

/** @import {LossHistory} from "./history.js" */
/** @import {Line} from "./lines.js" */

const [WIDTH, HEIGHT] = [680, 200];
const MARGIN = { left: 48, right: 16, top: 8, bottom: 24 };
/** Parts of an axis, about. */
const [PARTS_ACROSS, PARTS_UP] = [6, 4];

/** Round numbers from nothing to the largest. @param {number} least @param {number} most @param {number} parts */
function ticks(least, most, parts) {
  const power = 10 ** Math.floor(Math.log10((most - least) / parts || 1));
  const between = power * ([1, 2, 5].find((size) => size * power * parts >= most - least) ?? 10);
  const found = [];
  for (let tick = Math.ceil(least / between); tick * between <= most; tick++) found.push(tick * between);
  return found;
}

/** @param {LossHistory} history @param {Line[]} lines */
function chart(history, lines) {
  const { steps, values } = history;
  const [first, last] = [steps[0], steps.at(-1) ?? steps[0]];
  const [lowest, highest] = range(history);
  const x = (/** @type {number} */ step) =>
    MARGIN.left + ((step - first) / (last - first || 1)) * (WIDTH - MARGIN.left - MARGIN.right);
  const y = (/** @type {number} */ value) =>
    HEIGHT - MARGIN.bottom - ((value - lowest) / (highest - lowest)) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const across = ticks(first, last, PARTS_ACROSS).map((step) =>
    makeSvg("text", { x: x(step), y: HEIGHT - 6, "text-anchor": "middle" }, short(step)),
  );
  const up = ticks(lowest, highest, PARTS_UP).flatMap((value) => [
    makeSvg("path", { class: "report-line", d: `M${MARGIN.left} ${y(value)}H${WIDTH - MARGIN.right}` }),
    makeSvg("text", { x: MARGIN.left - 8, y: y(value) + 4, "text-anchor": "end" }, short(value)),
  ]);
  const drawn = lines.map(({ colour }, line) => {
    const places = steps.flatMap((step, at) => {
      const value = values[line][at];
      // What lies above the chart is left out of it, as it is on the page.
      return Number.isFinite(value) ? [`${x(step).toFixed(1)},${Math.max(0, y(value)).toFixed(1)}`] : [];
    });
    const look = { stroke: `var(${colour})`, "stroke-width": 2, "stroke-dasharray": DASHES[line].join(" ") };
    return makeSvg("polyline", { points: places.join(" "), fill: "none", ...look });
  });
  return [...up, ...across, ...drawn];
}

/** @param {LossHistory} history @param {Line[]} lines @param {string} summary */
export function lossesReport(history, lines, summary) {
  const svg = makeSvg("svg", {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    role: "img",
    "aria-label": say("panels.losses.chart"),
  });
  if (history.last) svg.append(...chart(history, lines));
  const key = lines.map(({ label, colour }, line) => make("span", { words: label, ...lineMark(colour, line) }));
  return make(
    "section",
    {},
    make("h3", { words: "panels.losses.heading" }),
    make("p", { text: summary }),
    ...(history.last ? [svg, make("p", { class: "report-keys" }, ...key)] : []),
  );
}
