// The dialog that makes a link: the link first, to be copied at once; then how it has the page shown; the link as a QR code,
// and as a frame on another page.

import { make, words } from "../elements.js";
import { say } from "../languages/index.js";
import { Choices } from "./choices.js";
import { Code } from "./code.js";
import { Copying } from "./copying.js";
import "./share.css";
import { makeLetterKeys } from "./letter-keys.js";

/** @import {About} from "../types/page" */
/** @import {Presentation} from "./presentation.js" */

const TAG = "iframe";
/** Of the frame, where whoever puts it somewhere says no other. */
const [WIDTH, HEIGHT] = [720, 620];
/** What the page in it may: have threads, where the page around it may; and the full screen. */
const ALLOWED = "cross-origin-isolated; fullscreen; clipboard-write";

/** @param {string} text */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** @param {string} link */
function recipe(link) {
  const attributes = {
    src: link,
    title: say("page.title"),
    width: WIDTH,
    height: HEIGHT,
    allow: ALLOWED,
    style: "border: 0; max-width: 100%",
    loading: "lazy",
  };
  const said = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(String(value))}"`);
  return `<${TAG} ${said.join("\n  ")}></${TAG}>`;
}

export class ShareDialog {
  #link = new Copying({ id: "share-link", label: "share.link", copy: "share.copy", rows: 2, class: "primary" });
  #choices = new Choices(() => this.#write());
  #code = new Code();
  #embed = new Copying({
    id: "share-embed",
    label: "share.embed.recipe",
    copy: "share.embed.copy",
    rows: 4,
    class: "plain",
  });
  #close = make("button", {
    id: "share-close",
    class: "plain",
    words: "share.close",
    attributes: { type: "button" },
    on: { click: () => this.#element.close() },
  });
  #lead = make("p", { class: "share-lead aside" });
  #element = make(
    "dialog",
    { id: "share", attributes: { "aria-labelledby": "share-title" } },
    make("header", {}, make("h2", { id: "share-title", words: "share.title" }), this.#close),
    this.#lead,
    this.#link.element,
    this.#choices.element,
    this.#code.element,
    make(
      "section",
      { class: "share-embed", attributes: { "aria-labelledby": "share-embed-title" } },
      make("h3", { id: "share-embed-title", words: "share.embed" }),
      make("p", { class: "aside", words: "share.embed.note" }),
      this.#embed.element,
    ),
    make("section", { class: "share-keys" }, make("h3", { words: "share.letter-keys.title" }), makeLetterKeys()),
  );

  /** @param {(presentation: Presentation, others: Record<string, string>) => string} linkOf */
  constructor(linkOf) {
    this.linkOf = linkOf;
    document.body.append(this.#element);
  }

  /** @param {Presentation} presentation of the page as it is @param {{language: string, views: About[], own: boolean, alike: boolean}} others */
  open(presentation, others) {
    this.#choices.show(presentation, others);
    words(this.#lead, others.own ? "share.lead.own" : "share.lead");
    this.#write();
    this.#element.showModal();
    this.#element.scrollTop = 0;
    this.#link.button.focus();
  }

  #write() {
    const { presentation, language, engine } = this.#choices;
    const link = this.linkOf(presentation, { language, ...engine });
    this.#link.show(link);
    this.#code.show(link);
    this.#embed.show(
      recipe(
        this.linkOf({ ...presentation, embedded: true, hidden: embeddable(presentation) }, { language, ...engine }),
      ),
    );
  }
}

/** What a frame does not show at all need not be said. @param {Presentation} presentation */
const embeddable = ({ hidden }) => hidden.filter((part) => part === "views");
