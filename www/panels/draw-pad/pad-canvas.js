// A pad to draw a picture on: by mouse, pen or finger, and by the keyboard.

import { context, make, makeCanvas, property, words } from "../../elements.js";
import { SIDE } from "../../views/drawing/constants.js";
import { drawPicture } from "../../views/drawing/pictures.js";
import { followPointer } from "../../views/drawing/pointer.js";
import { Pad } from "./pad.js";

/** @import {Place} from "./pad.js" */

const MOVES = /** @type {Record<string, Place>} */ ({
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
});

export class PadCanvas {
  pad = new Pad();
  canvas;
  /** Where the cursor is, for those who hear the page; it stands beside the canvas. */
  spoken = make("span", { class: "unseen", attributes: { "aria-live": "polite" } });
  /** Of the keyboard. */
  #cursor = { x: SIDE / 2, y: SIDE / 2, shown: false };

  /**
   * @param {string} id
   * @param {{drawn: () => void, clear: () => void}} on something was drawn; the keyboard asks for an empty pad
   * @param {{label?: string, keys?: string}} [said] keys of its name, and of how to draw
   */
  constructor(id, on, { label = "panels.draw-pad.label", keys = "panels.draw-pad.keys" } = {}) {
    this.on = on;
    this.canvas = makeCanvas({
      id,
      class: "pixels",
      label,
      title: keys,
      attributes: { role: "application", tabindex: "0", width: String(SIDE), height: String(SIDE) },
    });
    /** @type {Place} */
    let last = [0, 0];
    followPointer(this.canvas, (part, x, y) => {
      const place = /** @type {Place} */ ([x * SIDE, y * SIDE]);
      if (part === "start") this.#stroke(place, place);
      if (part === "move") this.#stroke(last, place);
      last = place;
    });
    this.canvas.addEventListener("keydown", (event) => this.#key(event));
    this.canvas.addEventListener("blur", () => {
      this.#cursor.shown = false;
      this.draw();
    });
    this.draw();
  }

  /** @param {Place} from @param {Place} to */
  #stroke(from, to) {
    this.pad.stroke(from, to);
    this.on.drawn();
  }

  /** Arrows move; with Shift, or by Space, they draw. @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = MOVES[event.key];
    const space = event.key === " ";
    const clears = event.key === "Delete" || event.key === "Backspace";
    if (!move && !space && !clears) return;
    event.preventDefault();
    event.stopPropagation();
    if (clears) return this.on.clear();
    const held = (/** @type {number} */ value) => Math.max(0, Math.min(SIDE - 1, value));
    const { x, y } = this.#cursor;
    this.#cursor = { x: held(x + (move?.[0] ?? 0)), y: held(y + (move?.[1] ?? 0)), shown: true };
    const [column, row] = [this.#cursor.x, this.#cursor.y];
    words(this.spoken, "views.grid.cursor", { row: row + 1, column: column + 1 });
    if (space || event.shiftKey) this.#stroke([x + 0.5, y + 0.5], [column + 0.5, row + 0.5]);
    else this.draw();
  }

  draw() {
    drawPicture(this.canvas, this.pad.values, "ink");
    if (!this.#cursor.shown) return;
    const drawing = context(this.canvas);
    // Seen on paper and on ink.
    drawing.fillStyle = property("--made");
    drawing.fillRect(this.#cursor.x, this.#cursor.y, 1, 1);
  }
}
