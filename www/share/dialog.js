// The dialog that makes a link: the link first, to be copied at once; then how it has the page shown; the link as a QR code,
// and as a frame on another page. Where the page is a file, what follows # is all that there is to share.

import { make, words } from "../elements.js";
import { say } from "../languages/index.js";
import { nextTask } from "../next-task.js";
import { Choices } from "./choices.js";
import { Code } from "./code.js";
import { Copying } from "./copying.js";
import { Elsewhere } from "./elsewhere.js";
import "./share.css";
import { makeLetterKeys } from "./letter-keys.js";

/** @import {About} from "../types/page" */
/** @import {Presentation} from "./presentation.js" */

const TAG = "iframe";
/** Of the frame, where whoever puts it somewhere says no other. */
const [WIDTH, HEIGHT] = [720, 620];
/** What the page in it may: have threads, where the page around it may; and the full screen. */
const ALLOWED = "cross-origin-isolated; fullscreen; clipboard-write";

/** What the text to be copied is called, and the button that copies it. @type {[label: string, copy: string][]} */
const [WHOLE, SETTINGS] = [
  ["share.link", "share.copy"],
  ["share.settings", "share.settings.copy"],
];

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
  #recipe = new Copying({
    id: "share-embed",
    label: "share.embed.recipe",
    copy: "share.embed.copy",
    rows: 4,
    class: "plain",
  });
  #embed = make(
    "section",
    { class: "share-embed", attributes: { "aria-labelledby": "share-embed-title" } },
    make("h3", { id: "share-embed-title", words: "share.embed" }),
    make("p", { class: "aside", words: "share.embed.note" }),
    this.#recipe.element,
  );
  #close = make("button", {
    id: "share-close",
    class: "plain",
    words: "share.close",
    attributes: { type: "button" },
    on: { click: () => this.#element.close() },
  });
  #told = make("p", { class: "aside" });
  #lead = make("div", { class: "share-lead" }, this.#told);
  /** For a page that others cannot open where it is. @type {Elsewhere|null} */
  #elsewhere = null;
  #element = make(
    "dialog",
    { id: "share", attributes: { "aria-labelledby": "share-title" } },
    make("header", {}, make("h2", { id: "share-title", words: "share.title" }), this.#close),
    this.#lead,
    this.#link.element,
    this.#choices.element,
    this.#code.element,
    this.#embed,
    make("section", { class: "share-keys" }, make("h3", { words: "share.letter-keys.title" }), makeLetterKeys()),
  );

  /**
   * @param {(presentation: Presentation, others: Record<string, string>, page: string) => string} linkOf
   * @param {boolean} isOnDisk others cannot open the page where it is
   */
  constructor(linkOf, isOnDisk) {
    this.linkOf = linkOf;
    this.#link.button.autofocus = true;
    if (isOnDisk) {
      this.#elsewhere = new Elsewhere(() => this.#write());
      this.#lead.append(this.#elsewhere.element);
    }
    document.body.append(this.#element);
  }

  /** In several tasks: what is behind it gets another style at once. @param {Presentation} presentation of the page as it is @param {{language: string, views: About[], own: boolean, alike: boolean}} others */
  async open(presentation, others) {
    this.#choices.show(presentation, others);
    words(this.#told, others.own ? "share.lead.own" : "share.lead");
    this.#write();
    await nextTask();
    if (!this.#element.open) this.#element.showModal();
    this.#element.scrollTop = 0;
  }

  #write() {
    const { presentation, language, engine } = this.#choices;
    const { page = "" } = this.#elsewhere ?? {};
    const others = { language, ...engine };
    const link = this.linkOf(presentation, others, page);
    this.#link.show(link);
    const isWhole = !this.#elsewhere || page !== "";
    this.#link.call(...(isWhole ? WHOLE : SETTINGS));
    this.#code.element.hidden = !isWhole;
    this.#embed.hidden = !isWhole;
    if (!isWhole) return;
    this.#code.show(link);
    const embedded = { ...presentation, embedded: true, hidden: embeddable(presentation) };
    this.#recipe.show(recipe(this.linkOf(embedded, others, page)));
  }
}

/** What a frame does not show at all need not be said. @param {Presentation} presentation */
const embeddable = ({ hidden }) => hidden.filter((part) => part === "views");
