// Saves the time line of a view as an animated picture: what it showed at each step that can be looked back to.

import * as Comlink from "comlink";
import { Captioned } from "../../animation/captioned.js";
import { withEncoder } from "../../animation/encoding.js";
import { download } from "../../download.js";
import { make } from "../../elements.js";
import { pageError } from "../../errors.js";
import { find } from "../../find.js";
import { say } from "../../languages/index.js";
import { nextTask } from "../../next-task.js";
import { intoGif } from "../../provenance/containers.js";
import { currentProvenance } from "../../provenance/current.js";
import { announce, confirmOn } from "../notice/index.js";
import "./saving.css";

/** @import {Frame} from "../../frame/frame.js" */
/** @import {View} from "../../types/page" */
/** @import {TimelinePanel} from "./index.js" */

/** How long each step is seen, and the last one, in milliseconds. */
const [EACH, LAST] = [120, 2000];

/** Why it came to no end. @extends {Error} */
class Ended extends Error {}

export class TimelineSaving {
  #cancelled = false;
  #save = make("button", {
    id: "save-timeline",
    class: "quiet",
    words: "timeline.animation",
    attributes: { type: "button" },
    data: { say: "timeline.animation" },
    on: { click: () => this.#begin() },
  });
  #cancel = make("button", {
    id: "cancel-timeline",
    class: "quiet",
    words: "timeline.animation.cancel",
    attributes: { type: "button" },
    on: {
      // The second click of two is still about the button that stood there.
      click: (/** @type {MouseEvent} */ { detail }) => {
        if (detail < 2) this.#cancelled = true;
      },
    },
  });
  #progress = make("progress", { label: "timeline.animation.busy", hidden: true, attributes: { max: "1" } });
  #element = make("span", { id: "timeline-saving" }, this.#save, this.#cancel, this.#progress);

  /**
   * @param {Frame} frame
   * @param {TimelinePanel} timeline
   * @param {{name: () => string, failed: (error: unknown) => void}} on the name of the file, without its ending
   */
  constructor(frame, timeline, on) {
    this.frame = frame;
    this.timeline = timeline;
    this.on = on;
    find("#save-picture", HTMLButtonElement).after(this.#element);
  }

  async #begin() {
    const { frame } = this;
    const view = frame.active;
    if (!view?.picture?.() || frame.steps.length < 2) return this.on.failed(pageError("no-time-line"));
    const [name, provenance, before] = [this.on.name(), currentProvenance(), frame.lookingBack];
    this.#busy = true;
    try {
      const bytes = await this.#animation(view, frame.steps);
      const told = intoGif(bytes, provenance);
      download(new Blob([/** @type {BlobPart} */ (told)], { type: "image/gif" }), `${name}.gif`);
      confirmOn(this.#save, "timeline.animation.saved");
    } catch (error) {
      if (error instanceof Ended) announce("timeline.animation.ended");
      else this.on.failed(error);
    }
    this.#busy = false;
    // Another experiment has begun meanwhile.
    if (frame.lookingBack === null) return;
    frame.lookBack(before ?? frame.steps.at(-1) ?? null);
    if (before === null) frame.lookBack(null);
    frame.on.timeline();
  }

  /** The two buttons stand in the same place: what is drawn keeps its size. @param {boolean} busy */
  set #busy(busy) {
    const focused = this.#element.contains(document.activeElement);
    this.#cancelled = false;
    this.#progress.value = 0;
    this.#progress.hidden = !busy;
    this.#element.classList.toggle("busy", busy);
    this.timeline.hold(busy);
    if (focused) (busy ? this.#cancel : this.#save).focus();
  }

  /** @param {View} view @param {number[]} steps @returns {Promise<Uint8Array>} */
  #animation(view, steps) {
    return withEncoder(async (encoder) => {
      /** @type {Captioned|null} */
      let captioned = null;
      let shown = -1;
      for (const [index, step] of steps.entries()) {
        const found = this.frame.lookBack(step);
        this.frame.on.timeline();
        await this.frame.drawn;
        await nextTask();
        if (this.#cancelled || this.frame.active !== view || this.frame.lookingBack !== step) throw new Ended();
        const picture = view.picture?.();
        // Fewer steps are kept, where many have come meanwhile.
        if (!picture || found === null || found === shown) continue;
        shown = found;
        captioned ??= new Captioned(picture);
        await nextTask();
        const bitmap = await captioned.draw(picture, say("timeline.step", { step: found }));
        const delay = index === steps.length - 1 ? LAST : EACH;
        await encoder.add(Comlink.transfer({ bitmap, delay }, [bitmap]));
        this.#progress.value = (index + 1) / steps.length;
      }
      return encoder.finish();
    });
  }
}
