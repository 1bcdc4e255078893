// The map of codes: a dot for each real picture at its code, coloured by label; under the pointer, what the decoder
// makes of that place.

import { DATA_SETS, MAP_EXTENT } from "../defaults.js";
import { canvas, context, find, property } from "../find.js";
import { drawPicture } from "./pictures.js";

/** @import {Query} from "../types/page" */

const SHOWN = 500;

export class CodeMap {
  dataset = "mnist-small";
  #canvas = canvas("#map");
  #probe = canvas("#probe");
  #legend = find("#map-legend", HTMLElement);
  /** @type {ArrayLike<number>} */
  #codes = [];
  /** @type {ArrayLike<number>} */
  #labels = [];
  /** @type {[number, number]|null} */
  #at = null;

  /** @param {() => void} refresh */
  constructor(refresh) {
    for (const surface of [this.#canvas, canvas("#wall")]) {
      surface.addEventListener("pointermove", (event) => {
        if (find("#wall-frame", HTMLElement).dataset.mode !== "manifold") return;
        const box = surface.getBoundingClientRect();
        this.#at = [
          MAP_EXTENT * ((2 * (event.clientX - box.left)) / box.width - 1),
          -MAP_EXTENT * ((2 * (event.clientY - box.top)) / box.height - 1),
        ];
        refresh();
      });
    }
    this.#canvas.addEventListener("keydown", (event) => {
      const move = { ArrowLeft: [-0.1, 0], ArrowRight: [0.1, 0], ArrowUp: [0, 0.1], ArrowDown: [0, -0.1] }[event.key];
      if (!move) return;
      event.preventDefault();
      const [x, y] = this.#at ?? [0, 0];
      const held = (/** @type {number} */ value) => Math.max(-MAP_EXTENT, Math.min(MAP_EXTENT, value));
      this.#at = [held(x + move[0]), held(y + move[1])];
      refresh();
    });
  }

  /** @param {string} dataset */
  reset(dataset) {
    this.dataset = dataset;
    this.#codes = [];
    this.#labels = [];
    this.#at = null;
    this.#probe.hidden = true;
    const names = DATA_SETS[dataset].classes ?? [];
    this.#legend.replaceChildren(
      ...names.map((name, label) => {
        const item = document.createElement("li");
        item.textContent = name;
        item.style.setProperty("--dot", `var(--label-${label})`);
        return item;
      }),
    );
  }

  /** @returns {Query[]} */
  queries() {
    /** @type {Query[]} */
    const queries = [{ method: "encode", examples: [0, SHOWN] }];
    if (this.#labels.length === 0) queries.push({ method: "labels", numbers: [0, SHOWN] });
    if (this.#at) queries.push({ method: "decode", values: Float32Array.from(this.#at) });
    return queries;
  }

  /** @param {(Float32Array|Uint8Array)[]} answers */
  show(answers) {
    const rest = [...answers];
    this.#codes = rest.shift() ?? [];
    if (rest[0] instanceof Uint8Array) this.#labels = rest.shift() ?? [];
    const probe = rest.shift();
    if (probe instanceof Float32Array && this.#at) {
      this.#probe.hidden = false;
      drawPicture(this.#probe, probe, "made");
      // Kept out of the way of the pointer.
      this.#probe.dataset.corner = this.#at[0] > 0 ? "left" : "right";
    }
    this.draw();
  }

  draw() {
    const density = window.devicePixelRatio || 1;
    const side = Math.round(this.#canvas.clientWidth * density);
    if (side === 0) return;
    if (this.#canvas.width !== side) {
      this.#canvas.width = side;
      this.#canvas.height = side;
    }
    const drawing = context(this.#canvas);
    drawing.clearRect(0, 0, side, side);
    /** @param {number} value */
    const across = (value) => ((value + MAP_EXTENT) / (2 * MAP_EXTENT)) * side;
    drawing.strokeStyle = property("--axis");
    drawing.lineWidth = density;
    // Where one, two and three deviations of the normal distribution lie that the codes are pulled towards.
    for (const deviations of [1, 2, 3]) {
      drawing.beginPath();
      drawing.arc(side / 2, side / 2, (deviations / MAP_EXTENT / 2) * side, 0, 2 * Math.PI);
      drawing.stroke();
    }
    const colours = Array.from({ length: 10 }, (_, label) => property(`--label-${label}`));
    const radius = 2.1 * density;
    drawing.globalAlpha = 0.85;
    for (let index = 0; 2 * index + 1 < this.#codes.length; index++) {
      drawing.fillStyle = colours[this.#labels[index] ?? 0] ?? colours[0];
      drawing.beginPath();
      drawing.arc(across(this.#codes[2 * index]), across(-this.#codes[2 * index + 1]), radius, 0, 2 * Math.PI);
      drawing.fill();
    }
    drawing.globalAlpha = 1;
    if (this.#at) {
      drawing.strokeStyle = property("--ink");
      drawing.lineWidth = 1.5 * density;
      drawing.beginPath();
      drawing.arc(across(this.#at[0]), across(-this.#at[1]), 7 * density, 0, 2 * Math.PI);
      drawing.stroke();
    }
  }
}
