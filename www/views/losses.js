// The losses over time, their last values, and in words what they mean.

import "uplot/dist/uPlot.min.css";
import UPlot from "uplot";
import { find, property } from "../find.js";

/** @import {Family} from "../types/library" */

const MOST_POINTS = 500;

/**
 * @typedef {object} Line
 * @property {string} name
 * @property {string} label
 * @property {string} colour custom property
 */

/** @type {Record<Family, Line[]>} */
const LINES = {
  adversarial: [
    { name: "discriminator", label: "Discriminator", colour: "--ink" },
    { name: "generator", label: "Generator", colour: "--made" },
  ],
  variational: [
    { name: "negativeElbo", label: "Sum (−ELBO)", colour: "--ink" },
    { name: "reconstruction", label: "Rebuilding", colour: "--made" },
    { name: "divergence", label: "Pull on codes (KL)", colour: "--real" },
  ],
  autoencoder: [{ name: "reconstruction", label: "Rebuilding", colour: "--made" }],
};

export class Losses {
  /** @type {Family} */
  #family = "adversarial";
  /** @type {number[]} */
  #steps = [];
  /** @type {number[][]} */
  #values = [];
  #interval = 1;
  /** Sums since the last kept point. @type {{count: number, sums: number[]}} */
  #pending = { count: 0, sums: [] };
  /** @type {UPlot|null} */
  #chart = null;
  #place = find("#loss-chart", HTMLElement);
  #list = find("#losses", HTMLElement);
  #words = find("#loss-words", HTMLElement);
  /** @type {HTMLElement[]} */
  #numbers = [];
  /** @type {Record<string, number>} */
  #smooth = {};
  #drawnAt = 0;

  constructor() {
    new ResizeObserver(() => {
      if (this.#chart && this.#place.clientWidth > 0) this.#chart.setSize(this.#size());
    }).observe(this.#place);
  }

  #size() {
    return { width: this.#place.clientWidth, height: this.#place.clientHeight };
  }

  /** @param {Family} family */
  reset(family) {
    this.#family = family;
    this.#steps = [];
    this.#values = LINES[family].map(() => []);
    this.#interval = 1;
    this.#pending = { count: 0, sums: LINES[family].map(() => 0) };
    this.#smooth = {};
    this.#words.textContent = "";
    this.#list.replaceChildren();
    this.#numbers = LINES[family].map(({ label, colour }) => {
      const item = document.createElement("div");
      const name = document.createElement("dt");
      const number = document.createElement("dd");
      name.textContent = label;
      name.style.setProperty("--dot", `var(${colour})`);
      number.textContent = "–";
      item.append(name, number);
      this.#list.append(item);
      return number;
    });
    this.rebuild();
  }

  /** With the colours of the theme. */
  rebuild() {
    this.#chart?.destroy();
    const axis = {
      stroke: property("--ink-soft"),
      grid: { stroke: property("--line"), width: 1 },
      ticks: { show: false },
      font: `12px ${property("--font")}`,
    };
    this.#chart = new UPlot(
      {
        ...this.#size(),
        legend: { show: false },
        cursor: { y: false, drag: { x: false, y: false } },
        padding: [8, 8, 0, 0],
        scales: { x: { time: false }, y: { range: () => this.#range() } },
        axes: [
          { ...axis, size: 26, gap: 4, space: 60, values: (_, ticks) => ticks.map((tick) => short(tick)) },
          { ...axis, size: 40, gap: 4, space: 28, values: (_, ticks) => ticks.map((tick) => short(tick)) },
        ],
        series: [
          { label: "Step" },
          ...LINES[this.#family].map(({ label, colour }) => ({
            label,
            stroke: property(colour),
            width: 1.75,
            points: { show: false },
          })),
        ],
      },
      this.#table(),
      this.#place,
    );
  }

  /** From 0; the first losses, far above all that follow, may leave the chart. @returns {[number, number]} */
  #range() {
    const from = Math.min(8, Math.floor(this.#steps.length / 8));
    const most = Math.max(0, ...this.#values.flatMap((values) => values.slice(from).filter(Number.isFinite)));
    return [0, most > 0 ? 1.08 * most : 1];
  }

  #table() {
    return /** @type {UPlot.AlignedData} */ ([this.#steps, ...this.#values]);
  }

  /** @param {number} step @param {Record<string, number>} losses */
  add(step, losses) {
    for (const [name, value] of Object.entries(losses)) {
      const before = this.#smooth[name] ?? value;
      this.#smooth[name] = before + 0.15 * (value - before);
    }
    const lines = LINES[this.#family];
    this.#pending.count += 1;
    lines.forEach(({ name }, line) => {
      this.#pending.sums[line] += losses[name] ?? Number.NaN;
    });
    if (this.#pending.count >= this.#interval) {
      this.#steps.push(step);
      lines.forEach((_, line) => {
        this.#values[line].push(this.#pending.sums[line] / this.#pending.count);
      });
      this.#pending = { count: 0, sums: lines.map(() => 0) };
      if (this.#steps.length > MOST_POINTS) this.#halve();
    }
    const now = performance.now();
    if (now - this.#drawnAt > 200) {
      this.#drawnAt = now;
      this.#show(losses);
    }
  }

  /** Half as many points, each the mean of two. */
  #halve() {
    this.#interval *= 2;
    const odd = (/** @type {number} */ index) => index % 2 === 1;
    this.#values = this.#values.map((values) =>
      values.map((value, index) => (odd(index) ? (value + values[index - 1]) / 2 : value)).filter((_, i) => odd(i)),
    );
    this.#steps = this.#steps.filter((_, index) => odd(index));
  }

  /** @param {Record<string, number>} losses */
  #show(losses) {
    this.#chart?.setData(this.#table());
    LINES[this.#family].forEach(({ name }, line) => {
      this.#numbers[line].textContent = short(losses[name]);
    });
    this.#words.textContent = explain(this.#family, this.#smooth);
  }
}

/** @param {Family} family @param {Record<string, number>} losses */
function explain(family, losses) {
  if (family === "adversarial") {
    const [real, made] = [losses.realScore, losses.madeScore];
    if (real - made > 0.75)
      return "The discriminator tells real from made almost every time: little to learn from for the generator.";
    if (real - made > 0.35) return "The discriminator is ahead, and what it says shows the generator where to improve.";
    if (real - made > 0.1)
      return "Close: many made ones pass for real. These losses need not fall; look at what is made.";
    return "The discriminator can hardly tell them apart. That is the aim, if what is made is good and varied.";
  }
  if (family === "variational") {
    if (losses.divergence < 0.5)
      return "The codes carry almost nothing: the pull towards a normal distribution is too strong, or it is early.";
    return "Rebuilding well costs spread-out codes; the KL pull keeps them near a normal distribution. The sum is minimised.";
  }
  return "How far the rebuilt ones are from what went in. It falls fast, then slowly: the code is the bottleneck.";
}

/** @param {number} value */
export function short(value) {
  if (value === undefined || value === null || Number.isNaN(value)) return "–";
  const size = Math.abs(value);
  if (size >= 1e6) return `${+(value / 1e6).toFixed(1)}M`;
  if (size >= 10000) return `${+(value / 1000).toFixed(1)}k`;
  if (size >= 100) return value.toFixed(0);
  if (size === 0) return "0";
  if (size < 0.001) return value.toExponential(0);
  return String(+value.toPrecision(3));
}
