// What whoever made the link says, above the stage, as plain text; where training rests; and below it the way to the whole page.

import { make, makeSvg, words } from "../elements.js";
import { find } from "../find.js";

/** @import {Presentation} from "./presentation.js" */

/** The mark of the page. */
const mark = () =>
  makeSvg(
    "svg",
    { viewBox: "0 0 34 24", width: 25, height: 18, "aria-hidden": "true" },
    makeSvg("rect", { class: "mark-real", x: 0, y: 2, width: 20, height: 20 }),
    makeSvg("circle", { class: "mark-made", cx: 22, cy: 12, r: 11 }),
    makeSvg("path", { class: "mark-both", d: "M20 2.2A11 11 0 0 0 20 21.8Z" }),
  );

export class Told {
  #text = make("p", { id: "told-text" });
  #question = make("p", { id: "told-question" });
  #rest = make("p", { id: "told-rest", class: "aside", attributes: { role: "status" } });
  // It scrolls where it is long, by keys as well.
  #said = make(
    "section",
    { id: "told", label: "share.told", attributes: { tabindex: "0" } },
    this.#text,
    this.#question,
  );
  #part = make("span", { words: "share.part" });
  #whole = make("button", {
    id: "show-everything",
    class: "quiet",
    words: "share.everything",
    attributes: { type: "button" },
  });
  #link = make(
    "a",
    { id: "open-whole", attributes: { target: "_blank", rel: "noopener" } },
    mark(),
    make("span", { words: "share.open-whole" }),
  );
  #foot = make("p", { id: "told-foot", class: "aside" }, this.#part, this.#whole, this.#link);

  /** @param {() => void} everything is to be shown */
  constructor(everything) {
    find("#stage", HTMLElement).prepend(this.#said, this.#rest);
    find("#stage", HTMLElement).append(this.#foot);
    this.#whole.addEventListener("click", everything);
  }

  /** @param {Presentation} presentation */
  show({ text, question, hidden, views, embedded }) {
    this.#text.textContent = text;
    this.#text.hidden = text === "";
    this.#question.textContent = question;
    this.#question.hidden = question === "";
    this.#said.hidden = text === "" && question === "";
    const partial = hidden.length > 0 || views.length > 0;
    this.#part.hidden = embedded;
    this.#whole.hidden = embedded;
    this.#link.hidden = !embedded;
    this.#foot.hidden = !embedded && !partial;
  }

  /** @param {string} address of the whole page, with what trains now */
  leadTo(address) {
    if (this.#link.getAttribute("href") !== address) this.#link.href = address;
  }

  /** Where training rests, or is to rest. @param {number|null} start @param {number} step that it has come to */
  showRest(start, step) {
    this.#rest.hidden = start === null || step > Math.max(start, 1);
    if (start === null || this.#rest.hidden) return;
    if (start === 0) words(this.#rest, "share.rests-first");
    else words(this.#rest, step < start ? "share.trains-to" : "share.rests", { step: start });
  }
}
