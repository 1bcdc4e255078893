// Each number of the code: how far it is from N(0, 1), and so how much it tells; posterior collapse shows here.

import { make, words } from "../../elements.js";
import { number, say, short } from "../../languages/index.js";
import { Description } from "../drawing/description.js";
import { Frame } from "../drawing/frame.js";
import "./divergences.css";
import { UnitRow } from "./row.js";

/** @import {LatentReport} from "../../types/library" */
/** @import {About, Moment, Page, View} from "../../types/page" */

/** In nats; what tells less than this tells the decoder next to nothing. */
const UNUSED = 0.05;

/** @type {About} */
export const about = {
  id: "divergences",
  group: "inside",
  title: "views.divergences.title",
  ideas: ["collapse"],
  suits: ({ spreads }) => (spreads ? 0.6 : 0),
};

/** @param {Page} _page @returns {View} */
export default function create(_page) {
  /** @type {(LatentReport & {divergences: number[]})|null} */
  let report = null;
  /** @type {Moment|null} */
  let moment = null;
  /** @type {UnitRow[]} */
  let rows = [];

  const frame = new Frame("divergences", draw);
  const used = make("p", { id: "units-used", class: "units-used" });
  const body = make("tbody");
  const heads = ["unit", "divergence", "mean", "variance"].map((name) =>
    make("th", { words: `views.divergences.${name}`, attributes: { scope: "col" } }),
  );
  const table = make("table", { id: "units" }, make("thead", {}, make("tr", {}, ...heads)), body);
  const region = { role: "region", tabindex: "0" };
  const scroller = make("div", { class: "units-place", label: "views.divergences.heading", attributes: region }, table);
  const note = make("p", { class: "aside", words: "views.divergences.note" });
  const description = new Description("divergences-summary", table, summary);
  const whole = make("div", { class: "divergences-body", hidden: true }, used, scroller, note);
  frame.place.append(whole, description.element);

  function draw() {
    whole.hidden = report === null;
    if (!report) return;
    const { divergences, means, variances, order } = report;
    if (rows.length !== order.length) {
      rows = order.map(() => new UnitRow());
      body.replaceChildren(...rows.map(({ element }) => element));
    }
    // The longest bar is that of the unit which matters most.
    const most = divergences[order[0]];
    for (const [place, unit] of order.entries()) {
      const divergence = divergences[unit];
      const idle = divergence < UNUSED;
      const figures = { unit: unit + 1, divergence, mean: means[unit], variance: variances[unit] };
      rows[place].show(figures, divergence / Math.max(most, UNUSED), idle);
    }
    const { key, values } = told(divergences);
    words(used, key, values);
  }

  /** @param {number[]} divergences */
  function told(divergences) {
    const count = divergences.length;
    const idle = divergences.filter((divergence) => divergence < UNUSED).length;
    const key = idle === 0 ? "views.divergences.all" : "views.divergences.collapse";
    return { key, values: { count, used: count - idle, least: UNUSED } };
  }

  function summary() {
    if (!report || !moment) return say("views.waiting");
    const { divergences, means, variances, order } = report;
    const { key, values } = told(divergences);
    const [unit] = order;
    const plain = (/** @type {number} */ value) => number(value, { maximumFractionDigits: 2 });
    const first = {
      step: moment.step,
      unit: unit + 1,
      divergence: short(divergences[unit]),
      mean: plain(means[unit]),
      variance: plain(variances[unit]),
    };
    return `${say(key, values)} ${say("views.divergences.summary", first)}`;
  }

  return {
    ...about,
    element: frame.element,

    reset() {
      report = null;
      moment = null;
      frame.name("views.divergences.heading", []);
      frame.wait(true);
      draw();
      description.updateNow();
    },

    queries: () => [{ method: "latent" }],

    show([latent], now) {
      const found = /** @type {LatentReport} */ (/** @type {unknown} */ (latent));
      report = found.divergences ? { ...found, divergences: found.divergences } : null;
      moment = now;
      frame.wait(false);
      draw();
      description.update();
    },

    summary,

    redraw() {
      draw();
      description.updateNow();
    },
  };
}
