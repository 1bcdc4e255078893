// All data sets to choose from, each with a few of its examples.

import previews from "virtual:previews";
import { context, make, makeCanvas, property } from "../../elements.js";
import { DATA_SETS } from "../../experiment/datasets.js";
import { REACH as PLANE_REACH, unpackPoints } from "../../experiment/drawn-points.js";
import { drawMolecule, moleculeColours } from "../../molecules/drawing.js";
import { inOneFile } from "../../one-file/carried.js";
import { drawPictures } from "../../views/drawing/pictures.js";
import { across, down } from "../../views/drawing/places.js";
import { drawSignal, REACH as SIGNAL_REACH } from "../../views/drawing/signal-lines.js";
import { told } from "./told.js";

const KINDS = /** @type {const} */ (["pictures", "points", "signals", "molecules"]);
/** Of an outline, in its own pixels; of a row of pictures. */
const [WIDTH, HEIGHT] = [231, 57];
const PICTURES = { columns: 8, rows: 1, gap: 1 };
const DOT = 1.6;
/** About a molecule. */
const GAP = 3;

/** @import {Molecule} from "../../types/molecules" */

/** @param {string} name */
const bytesOf = (name) => Uint8Array.from(atob(previews[name] ?? ""), (letter) => letter.charCodeAt(0));

/** @param {Uint8Array} bytes @param {number} reach */
const valuesOf = (bytes, reach) => Float32Array.from(bytes, (byte) => (byte / 255) * 2 * reach - reach);

export class Gallery {
  #element = make("dialog", { id: "data-sets", attributes: { "aria-labelledby": "data-sets-title" } });
  /** @type {Map<string, {button: HTMLButtonElement, canvas: HTMLCanvasElement}>} */
  #cards = new Map();

  /** @param {(dataset: string) => void} choose */
  constructor(choose) {
    this.choose = choose;
    const close = make("button", {
      id: "data-sets-close",
      class: "plain",
      words: "data-sets.close",
      attributes: { type: "button" },
      on: { click: () => this.#element.close() },
    });
    const names = Object.keys(DATA_SETS);
    this.#element.append(
      make("div", { class: "data-sets-head" }, make("h2", { id: "data-sets-title", words: "data-sets.title" }), close),
      make("p", { id: "data-sets-in-file", class: "aside", words: "data-sets.in-file", hidden: !inOneFile }),
      ...KINDS.filter((kind) => names.some((name) => DATA_SETS[name].kind === kind)).flatMap((kind) => [
        make("h3", { words: `data-sets.kind.${kind}` }),
        make(
          "ul",
          { class: "data-sets-cards" },
          ...names.filter((name) => DATA_SETS[name].kind === kind).map((name) => this.#card(name)),
        ),
      ]),
    );
    document.body.append(this.#element);
  }

  /** @param {string} current the data set that is learnt from */
  open(current) {
    for (const [name, { button }] of this.#cards) button.setAttribute("aria-current", String(name === current));
    this.#element.showModal();
    for (const [name, { canvas }] of this.#cards) draw(canvas, name);
    this.#cards.get(current)?.button.focus();
  }

  /** @param {string} name */
  #card(name) {
    const { own } = DATA_SETS[name];
    const canvas = makeCanvas({ class: "pixels", attributes: { "aria-hidden": "true" } });
    const note = make("span", { class: "aside", words: told(name) });
    const button = make(
      "button",
      {
        class: "data-sets-card",
        attributes: { type: "button" },
        data: { dataset: name },
        on: {
          click: () => {
            this.#element.close();
            this.choose(name);
          },
        },
      },
      make("b", { words: `datasets.${name}` }),
      ...(own ? [] : [canvas]),
      note,
    );
    this.#cards.set(name, { button, canvas });
    return make("li", {}, button);
  }
}

/** @param {CanvasRenderingContext2D} drawing @param {string} name @param {number} density */
function drawMolecules(drawing, name, density) {
  /** @type {Molecule[]} */
  const molecules = JSON.parse(new TextDecoder().decode(bytesOf(name)));
  drawing.scale(density, density);
  const width = WIDTH / molecules.length;
  for (const [index, molecule] of molecules.entries()) {
    const box = { x: index * width + GAP, y: GAP, width: width - 2 * GAP, height: HEIGHT - 2 * GAP };
    drawMolecule(drawing, molecule, box, moleculeColours());
  }
}

/** @param {HTMLCanvasElement} canvas @param {string} name */
function draw(canvas, name) {
  const { kind, points, signals } = DATA_SETS[name];
  if (kind === "pictures") {
    const values = bytesOf(name);
    drawPictures(canvas, PICTURES, (index) => ({ values, index, tone: "real" }));
    return;
  }
  const density = window.devicePixelRatio || 1;
  [canvas.width, canvas.height] = [WIDTH * density, HEIGHT * density];
  const drawing = context(canvas);
  if (kind === "molecules") return drawMolecules(drawing, name, density);
  if (signals) {
    const values = valuesOf(bytesOf(name), SIGNAL_REACH);
    const box = { x: 0, y: 0, width: canvas.width, height: canvas.height };
    drawSignal(drawing, box, values, {
      index: 0,
      length: values.length / 4,
      colour: property("--real"),
      width: 1.5 * density,
    });
    return;
  }
  const places = points?.shape === "drawn" ? unpackPoints("") : valuesOf(bytesOf(name), PLANE_REACH);
  drawing.fillStyle = property("--real");
  for (let at = 0; at + 1 < places.length; at += 2) {
    const side = canvas.height;
    drawing.fillRect(across(places[at], side), down(places[at + 1], side), DOT * density, DOT * density);
  }
}
