// What was found, as a table: a row for each number of labels, a column for what stood beside them.

import { make, makeSvg, words } from "../../elements.js";
import { number, say } from "../../languages/index.js";

/** @import {Augmentation} from "../../types/library" */
/** @import {AugmentationResult} from "../../types/page" */

export const LABELS = [5, 10, 50, 100];
/** @type {Augmentation[]} */
export const BESIDE = ["none", "moved", "variational", "adversarial"];

/** @param {number} percentage */
const accuracy = (percentage) =>
  number(percentage / 100, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** @param {number} points with their sign */
const gained = (points) =>
  number(points, { signDisplay: "exceptZero", minimumFractionDigits: 1, maximumFractionDigits: 1 });

export class Findings {
  #rows;
  #tests = make("p", { class: "aside", hidden: true });
  #found = make("div", { id: "few-labels-found" });

  /** @param {(labels: number) => void} measure a row was asked for */
  constructor(measure) {
    this.#rows = LABELS.map((labels) => new Row(labels, () => measure(labels)));
    const heads = BESIDE.map((beside) =>
      make("th", { words: `views.few-labels.${beside}`, attributes: { scope: "col" } }),
    );
    const first = make("th", { words: "views.few-labels.labels", attributes: { scope: "col" } });
    const table = make(
      "table",
      { class: "few-labels-table" },
      make("caption", { class: "unseen", words: "views.few-labels.heading" }),
      make("thead", {}, make("tr", {}, first, ...heads)),
      make("tbody", {}, ...this.#rows.map(({ element }) => element)),
    );
    this.element = make("div", { class: "few-labels-findings" }, table, this.#tests, this.#found);
  }

  /** @param {AugmentationResult[]} results @param {boolean} busy */
  show(results, busy) {
    for (const row of this.#rows) row.show(results, busy);
    const [first] = results;
    this.#tests.hidden = !first;
    if (first) words(this.#tests, "views.few-labels.tested", { count: first.count });
    this.#found.replaceChildren(...this.told(results).map((text) => make("p", { text })));
  }

  /** A sentence for each row that is whole. @param {AugmentationResult[]} results */
  told(results) {
    return LABELS.flatMap((labels) => {
      const row = results.filter((result) => result.labels === labels);
      const draws = new Set(row.map((result) => result.draws.length));
      // Every one has had as many draws as the others.
      if (row.length < BESIDE.length || draws.size > 1) return [];
      const parts = row.flatMap(({ beside, compared }) => {
        if (!compared || compared.gain === null) return [];
        const points = gained(compared.gain);
        const key = compared.clear ? "views.few-labels.found.clear" : "views.few-labels.found.unclear";
        return [say(key, { what: say(`views.few-labels.${beside}`), points })];
      });
      const alone = row.find(({ beside }) => beside === "none")?.compared;
      return alone
        ? [say("views.few-labels.found", { labels, alone: accuracy(alone.mean), parts: parts.join("; ") })]
        : [];
    });
  }
}

class Row {
  #cells = BESIDE.map(() => make("td"));
  #button;

  /** @param {number} labels @param {() => void} measure */
  constructor(labels, measure) {
    this.labels = labels;
    this.#button = make("button", {
      class: "plain",
      words: "views.few-labels.row",
      attributes: { type: "button" },
      on: { click: measure },
    });
    words(this.#button, "views.few-labels.row", { labels });
    const head = make("th", { attributes: { scope: "row" } }, this.#button);
    this.element = make("tr", { attributes: { "data-labels": String(labels) } }, head, ...this.#cells);
  }

  /** @param {AugmentationResult[]} results @param {boolean} busy */
  show(results, busy) {
    this.#button.disabled = busy;
    words(this.#button, "views.few-labels.row", { labels: this.labels });
    for (const [index, beside] of BESIDE.entries()) {
      const found = results.find((result) => result.labels === this.labels && result.beside === beside);
      this.#cells[index].replaceChildren(...(found?.compared ? filled(found) : [make("span", { text: "–" })]));
    }
  }
}

/** The mean, what was gained, and a dot for each draw. @param {AugmentationResult} result */
function filled({ draws, compared }) {
  if (!compared) return [];
  const { mean, gain, clear } = compared;
  // From 0 at the left to all of them right; a line of no length, with a round end, is a dot.
  const dots = makeSvg(
    "svg",
    { viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
    makeSvg("path", { class: "scale", d: "M0 5H100" }),
    makeSvg("path", { class: "dots", d: draws.map((draw) => `M${draw} 5h0`).join("") }),
  );
  const points = gain === null ? [] : [make("span", { class: clear ? "gain clear" : "gain", text: gained(gain) })];
  return [make("span", { class: "mean", text: accuracy(mean) }), ...points, dots];
}
