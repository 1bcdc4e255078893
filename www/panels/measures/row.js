// One measure: its name, which opens what it means, the network's figure, and the baseline's.

import { make, words } from "../../elements.js";
import { say } from "../../languages/index.js";
import { baselineName, figure, measureName, measureNote } from "./names.js";

/** @import {Measure} from "../../types/library" */

export class MeasureRow {
  #name = make("span");
  #summary = make("summary");
  #note = make("p", { class: "aside" });
  #title = make("th", { attributes: { scope: "row" } });
  #ours = make("td", { class: "number" });
  #theirs = make("td", { class: "baseline" });
  element = make("tr", {}, this.#title, this.#ours, this.#theirs);

  /** @param {Measure} measure the same one each time, with another value */
  show({ name, value, unit, better, baseline, others = [], count }) {
    this.element.dataset.measure = name;
    const note = [measureNote(name), count ? say("panels.measures.of-count", { count }) : ""].filter(Boolean).join(" ");
    this.#name.textContent = measureName(name);
    this.#note.textContent = note;
    if (!this.#title.hasChildNodes()) this.#title.append(note ? this.#details() : this.#name);
    this.#ours.textContent = figure(value, unit);
    const ahead = baseline && (better === "lower" ? value <= baseline.value : value >= baseline.value);
    this.#ours.toggleAttribute("data-ahead", Boolean(ahead));
    if (ahead) this.#ours.append(make("span", { class: "unseen", words: "panels.measures.ahead" }));
    if (baseline) {
      this.#theirs.replaceChildren(
        ...[baseline, ...others].map((each) => {
          const theirs = make("span", { class: "number", text: figure(each.value, unit) });
          return make("div", {}, theirs, ` ${baselineName(each.name)}`);
        }),
      );
    } else {
      const direction = make("span");
      words(direction, better === "lower" ? "panels.measures.lower" : "panels.measures.higher");
      this.#theirs.replaceChildren(direction);
    }
  }

  #details() {
    this.#summary.append(this.#name);
    return make("details", {}, this.#summary, this.#note);
  }
}
