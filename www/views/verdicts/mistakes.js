// Both kinds of the detector's mistakes, counted: real pictures that it accuses, and made ones that it lets pass.

import { make, words } from "../../elements.js";
import "./mistakes.css";

/** @import {Row} from "./row.js" */

export class Mistakes {
  #columns;
  element;

  /** @param {Row[]} real @param {Row[]} made */
  constructor(real, made) {
    this.#columns = [column("accused", real), column("missed", made)];
    this.element = make(
      "section",
      { class: "verdicts-mistakes", attributes: { "aria-labelledby": "verdicts-mistakes" } },
      make("h3", { id: "verdicts-mistakes", words: "views.verdicts.mistakes" }),
      make("div", { class: "verdicts-columns" }, ...this.#columns.map(({ element }) => element)),
      make("p", { words: "views.verdicts.use" }),
      make("p", { words: "views.verdicts.misuse" }),
    );
  }

  draw() {
    for (const { kind, lines } of this.#columns) {
      for (const { row, line } of lines) {
        const { counts } = row;
        line.hidden = !counts;
        if (!counts) continue;
        const { judged, taken } = counts;
        const count = kind === "accused" ? judged - taken : taken;
        words(line, `views.verdicts.${kind}.${row.id}`, { judged, count });
      }
    }
  }

  /** In words. */
  summary() {
    const lines = this.#columns.flatMap(({ lines: all }) => all.filter(({ line }) => !line.hidden));
    return lines.map(({ line }) => line.textContent).join(" ");
  }
}

/** @param {"accused"|"missed"} kind @param {Row[]} rows */
function column(kind, rows) {
  const lines = rows.map((row) => ({ row, line: make("li", { id: `verdicts-${kind}-${row.id}`, hidden: true }) }));
  const element = make(
    "div",
    { class: kind === "accused" ? "real" : "made" },
    make("h4", { words: `views.verdicts.${kind}` }),
    make("ul", {}, ...lines.map(({ line }) => line)),
  );
  return { kind, lines, element };
}
