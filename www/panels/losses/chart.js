// The chart of losses, in the colours of the theme and the words of the language.

import "uplot/dist/uPlot.min.css";
import UPlot from "uplot";
import { property } from "../../elements.js";
import { say, short } from "../../languages/index.js";
import { nextTask } from "../../next-task.js";
import { DASHES } from "./lines.js";

/** @import {Line} from "./lines.js" */
/** @import {LossHistory} from "./history.js" */

/** The first losses, far above all that follow, may leave the chart. */
const MOST_LEFT_OUT = 8;

/** From 0 to a little above the largest. @param {LossHistory} history @returns {[number, number]} */
export function range({ steps, values }) {
  const from = Math.min(MOST_LEFT_OUT, Math.floor(steps.length / 8));
  const most = Math.max(0, ...values.flatMap((line) => line.slice(from).filter(Number.isFinite)));
  return [0, most > 0 ? 1.08 * most : 1];
}

export class LossChart {
  /** @type {UPlot|null} */
  #chart = null;
  #place;
  /** @type {LossHistory|null} */
  #history = null;
  /** @type {Line[]} */
  #lines = [];

  /** @param {HTMLElement} place */
  constructor(place) {
    this.#place = place;
    new ResizeObserver(() => {
      if (place.clientWidth === 0) return;
      if (this.#chart) this.#chart.setSize(this.#size());
      else this.#build();
    }).observe(place);
  }

  #size() {
    return { width: this.#place.clientWidth, height: this.#place.clientHeight };
  }

  /** @param {LossHistory} history @param {Line[]} lines */
  show(history, lines) {
    this.#history = history;
    this.#lines = lines;
    this.#clear();
    this.#build();
  }

  /** In a task of its own: a whole experiment is shown in the one that asks for it. */
  async #build() {
    await nextTask();
    if (!this.#chart) this.rebuild();
  }

  #clear() {
    this.#chart?.destroy();
    this.#chart = null;
  }

  /** There are more points. */
  update() {
    this.#chart?.setData(this.#table());
  }

  rebuild() {
    this.#clear();
    if (!this.#history || this.#place.clientWidth === 0) return;
    const axis = {
      stroke: property("--ink-soft"),
      grid: { stroke: property("--line"), width: 1 },
      ticks: { show: false },
      font: `12px ${property("--font")}`,
      gap: 4,
      values: (/** @type {unknown} */ _, /** @type {number[]} */ ticks) => ticks.map((tick) => short(tick)),
    };
    this.#chart = new UPlot(
      {
        ...this.#size(),
        legend: { show: false },
        cursor: { y: false, drag: { x: false, y: false } },
        padding: [8, 16, 0, 0],
        scales: { x: { time: false }, y: { range: () => range(/** @type {LossHistory} */ (this.#history)) } },
        axes: [
          { ...axis, size: 26, space: 60 },
          { ...axis, size: 44, space: 28 },
        ],
        series: [
          { label: say("panels.losses.step") },
          ...this.#lines.map(({ label, colour }, line) => ({
            label: say(label),
            stroke: property(colour),
            dash: DASHES[line],
            width: 1.75,
            points: { show: false },
          })),
        ],
      },
      this.#table(),
      this.#place,
    );
  }

  #table() {
    const { steps, values } = /** @type {LossHistory} */ (this.#history);
    return /** @type {UPlot.AlignedData} */ ([steps, ...values]);
  }
}
