// Reads what a picture says of itself: a file that is chosen, dropped or pasted into a dialog.

import { make, words } from "../../elements.js";
import { acceptDrops } from "../../pictures/gathering.js";
import { readStatement } from "../../provenance/xmp.js";
import "./picture-reader.css";

/** @import {Statement} from "../../provenance/xmp.js" */

/** Which words there are for how a picture came about, by the IPTC's. */
const TOLD = /** @type {Record<string, string>} */ ({
  trainedAlgorithmicMedia: "made",
  compositeWithTrainedAlgorithmicMedia: "partly",
  digitalCapture: "camera",
});
/** A larger file is read no further: what it says stands before that. */
const MOST_BYTES = 2 ** 26;

export class PictureReader {
  #file = make("input", {
    id: "picture-reader-file",
    class: "unseen",
    attributes: { type: "file", accept: "image/*", tabindex: "-1", "aria-hidden": "true" },
    on: { change: () => this.#take([...(this.#file.files ?? [])]) },
  });
  #choose = make("button", {
    id: "picture-reader-choose",
    class: "plain",
    words: "picture-reader.choose",
    attributes: { type: "button" },
    on: { click: () => this.#file.click() },
  });
  #told = make("div", { id: "picture-reader-told", attributes: { role: "status" } });
  element = make("dialog", { id: "picture-reader", attributes: { "aria-labelledby": "picture-reader-title" } });

  /** @param {HTMLButtonElement} opener */
  constructor(opener) {
    const close = make("button", {
      id: "picture-reader-close",
      class: "plain",
      words: "picture-reader.close",
      attributes: { type: "button" },
      on: { click: () => this.element.close() },
    });
    this.element.append(
      make(
        "div",
        { class: "picture-reader-head" },
        make("h2", { id: "picture-reader-title", words: "picture-reader.title" }),
        close,
      ),
      make("p", { words: "picture-reader.lead" }),
      make("p", { class: "picture-reader-ways" }, this.#choose, make("span", { words: "picture-reader.ways" })),
      this.#file,
      this.#told,
      make("p", { class: "aside", words: "picture-reader.proves" }),
    );
    acceptDrops(this.element, (files) => files.then((all) => this.#take(all)));
    this.element.addEventListener("paste", (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      this.#take(files);
    });
    opener.addEventListener("click", () => {
      this.#told.replaceChildren();
      this.element.showModal();
      this.#choose.focus();
    });
    document.body.append(this.element);
  }

  /** @param {File[]} files of which the first is read */
  async #take([file]) {
    this.#file.value = "";
    if (!file) return;
    this.#told.replaceChildren(make("p", { words: "picture-reader.reading" }));
    const bytes = await file
      .slice(0, MOST_BYTES)
      .arrayBuffer()
      .catch(() => new ArrayBuffer(0));
    this.#show(file.name, readStatement(new Uint8Array(bytes)));
  }

  /** @param {string} name @param {Statement|null} statement */
  #show(name, statement) {
    const key = !statement ? "nothing" : (TOLD[statement.sourceType] ?? (statement.sourceType ? "other" : "untold"));
    const first = make("p", { class: "picture-reader-first" });
    words(first, `picture-reader.${key}`, { name, type: statement?.sourceType ?? "" });
    const { description = "", tool = "", source = "" } = statement ?? {};
    const from = source.startsWith("#") ? "picture-reader.from-any-copy" : "picture-reader.from";
    // As text alone: whoever wrote it may have meant no good.
    const rest = [
      description && make("p", { text: description }),
      tool && make("p", { words: ["picture-reader.by", { tool }] }),
      source && make("p", {}, make("span", { words: from }), make("code", { text: source })),
    ];
    this.#told.replaceChildren(first, ...rest.filter((part) => part !== ""));
  }
}
