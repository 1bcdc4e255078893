// The stage and what runs the training over the whole screen, by a button or by a key.

import { make, makeSvg, words } from "../elements.js";
import { find } from "../find.js";
import { isLetterForThePage } from "./letter-keys.js";

const CORNERS = "M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4";

export class FullScreen {
  #button = make(
    "button",
    {
      id: "full-screen",
      class: "quiet icon",
      label: "share.full-screen",
      title: "share.full-screen.key",
      hidden: !document.fullscreenEnabled,
      attributes: { type: "button", "aria-keyshortcuts": "F" },
      on: { click: () => this.#toggle() },
    },
    makeSvg(
      "svg",
      { viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" },
      makeSvg("path", { d: CORNERS, fill: "none", stroke: "currentColor", "stroke-width": 1.8 }),
    ),
  );

  /** @param {{changed: () => void, failed: (error: unknown) => void}} on */
  constructor(on) {
    this.on = on;
    find(".transport", HTMLElement).append(this.#button);
    if (!document.fullscreenEnabled) return;
    document.addEventListener("fullscreenchange", () => {
      words(this.#button, this.active ? "share.full-screen.leave" : "share.full-screen", {}, "aria-label");
      on.changed();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key.toLowerCase() === "f" && isLetterForThePage(event)) this.#toggle();
    });
  }

  get active() {
    return document.fullscreenElement === document.documentElement;
  }

  #toggle() {
    const done = this.active ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    done.catch(this.on.failed);
  }
}
