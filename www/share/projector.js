// For a projector: the view and what is to be seen in it, large, with keys for whoever presents.

import { make } from "../elements.js";
import { find } from "../find.js";
import { currentLanguage, number } from "../languages/index.js";
import { isForThePage, isLetterForThePage } from "./letter-keys.js";
import "./projector.css";

/** @import {App} from "../app.js" */

const CAPTION_MILLISECONDS = 1500;
/** Where arrows mean something already. */
const OWN_ARROWS = "[role=tab], [role=slider], summary";
const KEYS = ["play", "forward", "back", "view", "restart", "full", "leave"];

export class Projector {
  active = false;
  /** Whether it took the whole screen by itself. */
  #took = false;
  #timer = 0;
  #step = make("b");
  // Those who hear the page hear its summary.
  #caption = make("p", { id: "projector-caption", attributes: { "aria-hidden": "true" } });
  #keys = make(
    "ul",
    { id: "projector-keys", hidden: true },
    ...KEYS.map((key) => make("li", { words: `share.projector.keys.${key}` })),
  );
  #help = make("button", {
    id: "projector-help",
    class: "plain",
    words: "share.projector.keys",
    attributes: {
      type: "button",
      "aria-expanded": "false",
      "aria-controls": "projector-keys",
      "aria-keyshortcuts": "?",
    },
    on: { click: () => this.#toggleKeys() },
  });
  #bar = make(
    "section",
    { id: "projector-bar", label: "share.projector", hidden: true },
    this.#caption,
    make(
      "div",
      { class: "projector-ways" },
      make("p", { class: "projector-step" }, make("span", { words: "transport.step" }), " ", this.#step),
      this.#help,
      make("button", {
        id: "projector-leave",
        class: "plain",
        words: "share.projector.leave",
        attributes: { type: "button" },
        on: { click: () => this.toggle(false) },
      }),
    ),
    this.#keys,
  );
  #button = make("button", {
    id: "projector",
    class: "plain",
    words: "share.projector",
    hidden: true,
    attributes: { type: "button", "aria-keyshortcuts": "P" },
    on: { click: () => this.toggle(true) },
  });

  /** @param {App} app @param {() => void} changed */
  constructor(app, changed) {
    this.app = app;
    this.changed = changed;
    find("#stage", HTMLElement).append(this.#bar);
    find(".transport", HTMLElement).append(this.#button);
    document.addEventListener("keydown", (event) => this.#key(event));
    document.addEventListener("fullscreenchange", () => {
      this.#button.hidden = document.fullscreenElement === null;
      if (document.fullscreenElement === null && this.#took) this.toggle(false);
    });
  }

  /** @param {boolean} on */
  async toggle(on) {
    if (on === this.active) return;
    this.active = on;
    this.#bar.hidden = !on;
    document.documentElement.toggleAttribute("data-projector", on);
    clearInterval(this.#timer);
    if (on) {
      this.#took = document.fullscreenElement === null;
      this.#timer = window.setInterval(() => this.#tell(), CAPTION_MILLISECONDS);
      this.#tell();
      // Where there is none it is as large as the window.
      if (this.#took) await document.documentElement.requestFullscreen?.().catch(() => {});
    } else if (this.#took && document.fullscreenElement) {
      await document.exitFullscreen().catch(() => {});
    }
    this.changed();
    find("#stage", HTMLElement).focus();
  }

  /** What is to be seen now, in a sentence. */
  #tell() {
    const { active: view, lookingBack } = this.app.frame;
    const [first] = new Intl.Segmenter(currentLanguage(), { granularity: "sentence" }).segment(view?.summary() ?? "");
    const text = first?.segment.trim() ?? "";
    if (this.#caption.textContent !== text) this.#caption.textContent = text;
    this.#step.textContent = number(lookingBack ?? this.app.transport.step);
  }

  #toggleKeys() {
    this.#keys.hidden = !this.#keys.hidden;
    this.#help.setAttribute("aria-expanded", String(!this.#keys.hidden));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { target, key } = event;
    if (!isForThePage(event) || (key.length === 1 && !isLetterForThePage(event))) return;
    if (key.toLowerCase() === "p") return void this.toggle(!this.active);
    if (!this.active) return;
    /** @type {Record<string, () => void>} */
    const ways = {
      ArrowRight: () => press("#lesson-next") || press("#single-step"),
      ArrowLeft: () => press("#lesson-back") || this.#lookBack(),
      v: () => this.#nextView(),
      r: () => press("#restart"),
      "?": () => this.#toggleKeys(),
      Escape: () => this.toggle(false),
    };
    // What a presenter's clicker sends.
    const name = { PageDown: "ArrowRight", PageUp: "ArrowLeft" }[key] ?? (key.length === 1 ? key.toLowerCase() : key);
    if (!ways[name] || (name.startsWith("Arrow") && target instanceof Element && target.closest(OWN_ARROWS))) return;
    event.preventDefault();
    ways[name]();
    this.#tell();
  }

  #lookBack() {
    const slider = find("#timeline", HTMLInputElement);
    slider.stepDown();
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #nextView() {
    const { suitable, active } = this.app.frame;
    const next = suitable[(suitable.findIndex(({ id }) => id === active?.id) + 1) % suitable.length];
    document.querySelector(`#tab-${next?.id}`)?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  }
}

/** Whether it is there to be pressed. @param {string} selector */
function press(selector) {
  const button = document.querySelector(selector);
  if (!(button instanceof HTMLButtonElement) || button.closest('[data-region="lesson"] [hidden]')) return false;
  button.click();
  return true;
}
