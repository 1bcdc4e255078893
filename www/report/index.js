// A report of the experiment as a page of its own, to be read and printed. It is no modal dialog to the browser, which would
// not spread one over several sheets: what is behind it is inert.

import { make } from "../elements.js";
import { nextTask } from "../next-task.js";
import { PARTS } from "./paper.js";
import "./report.css";

/** @import {Reported} from "./paper.js" */

export class Report {
  #print = make("button", {
    id: "report-print",
    class: "plain",
    words: "report.print",
    attributes: { type: "button" },
    on: { click: () => window.print() },
  });
  #close = make("button", {
    id: "report-close",
    class: "plain",
    words: "report.close",
    attributes: { type: "button" },
    on: { click: () => this.close() },
  });
  #paper = make("article", { class: "report-paper" });
  #element = make(
    "dialog",
    { id: "report", class: "paper", attributes: { "aria-modal": "true", "aria-labelledby": "report-title" } },
    make("div", { class: "report-bar" }, this.#print, this.#close),
    this.#paper,
  );
  #turn = 0;
  /** What was there before it. @type {HTMLElement[]} */
  #behind = [];
  /** @type {HTMLElement|null} */
  #focused = null;

  constructor() {
    document.body.append(this.#element);
  }

  /** @param {HTMLElement} opener */
  open(opener) {
    this.#focused = opener;
    this.#paper.replaceChildren(make("h2", { id: "report-title", words: "report.busy" }));
    this.#behind = /** @type {HTMLElement[]} */ ([...document.body.children]).filter(
      (each) => each !== this.#element && !each.inert,
    );
    for (const each of this.#behind) each.inert = true;
    this.#element.show();
    this.#element.scrollTop = 0;
    this.#print.focus();
    document.addEventListener("keydown", this.#escape);
  }

  /** Part by part, unless it is closed meanwhile. @param {Reported} reported */
  async show(reported) {
    const turn = ++this.#turn;
    for (const [index, part] of PARTS.entries()) {
      await nextTask();
      if (turn !== this.#turn) return;
      if (index === 0) this.#paper.replaceChildren();
      this.#paper.append(...part(reported));
    }
  }

  close() {
    this.#turn += 1;
    this.#element.close();
    document.removeEventListener("keydown", this.#escape);
    for (const each of this.#behind) each.inert = false;
    this.#focused?.focus();
  }

  /** @param {KeyboardEvent} event */
  #escape = (event) => {
    if (event.key === "Escape") this.close();
  };
}
