// The network as a small drawing: what goes in, the layers with their true widths, what comes out, the probability of being real.

import { DATA_SETS, SIDE } from "../defaults.js";
import { find } from "../find.js";
import { drawPicture } from "./pictures.js";

/** @import {State} from "../types/page" */

const HEIGHT = 64;
const PITCH = 42;

export class Network {
  #place = find("#network", HTMLElement);
  /** @type {HTMLCanvasElement|null} */
  #real = null;
  /** @type {HTMLCanvasElement|null} */
  #made = null;
  /** @type {Record<string, HTMLElement>} */
  #live = {};
  #points = false;

  /** @param {State} state */
  reset({ family, dataset, network, hidden, code }) {
    this.#points = DATA_SETS[dataset].kind === "points";
    const features = this.#points ? 2 : SIDE * SIDE;
    // What lies between the example and the code, in the encoder's order.
    const between = hidden.map((width, index) => {
      if (network === "dense") return plain(width);
      const side = SIDE >> (index + 1);
      return { units: side * side * width, label: `${side}²×${width}` };
    });
    const back = [...between].reverse();
    const [example, ends] = [plain(features), plain(code)];
    const [real, made] = [
      this.#thing("real", "Real"),
      this.#thing("made", family === "adversarial" ? "Made" : "Rebuilt"),
    ];
    this.#real = real.querySelector("canvas");
    this.#made = made.querySelector("canvas");
    this.#live = {};
    if (family === "adversarial") {
      const pair = group("pair", [made, real]);
      this.#line(
        column("Noise", code),
        layers("Generator", [ends, ...back, example], "made"),
        pair,
        layers("Discriminator", [example, ...between, plain(1)], "ink"),
        this.#scores(),
      );
      return;
    }
    this.#line(
      real,
      layers("Encoder", [example, ...between, ends], "real"),
      column(family === "variational" ? "Code ± spread" : "Code", code),
      layers("Decoder", [ends, ...back, example], "made"),
      made,
    );
  }

  /** One after the other, joined by lines. @param {HTMLElement[]} parts */
  #line(...parts) {
    const joined = parts.flatMap((part, index) => (index === 0 ? [part] : [group("join", []), part]));
    this.#place.replaceChildren(...joined);
  }

  /** @param {"real"|"made"} kind @param {string} label */
  #thing(kind, label) {
    const figure = document.createElement("figure");
    figure.className = `thing ${kind}`;
    const caption = document.createElement("figcaption");
    caption.textContent = label;
    if (this.#points) {
      const dots = document.createElement("span");
      dots.className = "dots";
      dots.textContent = "x, y";
      figure.append(dots, caption);
    } else {
      const picture = document.createElement("canvas");
      picture.width = SIDE;
      picture.height = SIDE;
      picture.className = "pixels";
      picture.setAttribute("role", "img");
      picture.setAttribute("aria-label", `${label} picture`);
      figure.append(picture, caption);
    }
    return figure;
  }

  #scores() {
    const list = document.createElement("dl");
    list.className = "scores";
    for (const [name, label] of [
      ["realScore", "real is real"],
      ["madeScore", "made is real"],
    ]) {
      const item = document.createElement("div");
      item.className = name === "realScore" ? "real" : "made";
      const term = document.createElement("dt");
      term.textContent = label;
      const value = document.createElement("dd");
      value.textContent = "–";
      item.append(term, value);
      list.append(item);
      this.#live[name] = value;
    }
    return list;
  }

  /** @param {Record<string, number>} losses */
  showLosses(losses) {
    for (const [name, element] of Object.entries(this.#live)) {
      const percent = `${Math.round(100 * (losses[name] ?? 0))} %`;
      if (element.textContent === percent) continue;
      element.textContent = percent;
      element.parentElement?.style.setProperty("--share", String(losses[name] ?? 0));
    }
  }

  /** @param {{real: Float32Array, made: ArrayLike<number>}} first pictures of the wall */
  showPictures({ real, made }) {
    if (this.#real && real.length > 0) drawPicture(this.#real, real, "real");
    if (this.#made && made.length > 0) drawPicture(this.#made, /** @type {Float32Array} */ (made), "made");
  }
}

/** @param {string} className @param {HTMLElement[]} parts */
function group(className, parts) {
  const element = document.createElement("div");
  element.className = className;
  element.append(...parts);
  return element;
}

/** A code: so many numbers, drawn as at most seven cells. @param {string} label @param {number} size */
function column(label, size) {
  const figure = document.createElement("figure");
  figure.className = "code";
  const cells = document.createElement("span");
  cells.className = "cells";
  for (let cell = 0; cell < Math.min(size, 7); cell++) cells.append(document.createElement("i"));
  const caption = document.createElement("figcaption");
  caption.textContent = `${label} ${size}`;
  figure.append(cells, caption);
  return figure;
}

/** @typedef {{units: number, label: string}} Width */

/** @param {number} units @returns {Width} */
const plain = (units) => ({ units, label: String(units) });

/**
 * @param {string} label
 * @param {Width[]} widths
 * @param {"real"|"made"|"ink"} tone
 */
function layers(label, widths, tone) {
  const figure = document.createElement("figure");
  figure.className = `layers ${tone}`;
  const width = PITCH * (widths.length - 1) + 6;
  const tall = widths.map(({ units }) => 10 + (HEIGHT - 10) * Math.min(1, Math.log2(1 + units) / Math.log2(785)));
  const at = (/** @type {number} */ index) => 3 + index * PITCH;
  const flows = tall
    .slice(1)
    .map((next, index) => {
      const [x, y, here] = [at(index), HEIGHT / 2, tall[index]];
      return `<path d="M${x} ${y - here / 2}L${x + PITCH} ${y - next / 2}V${y + next / 2}L${x} ${y + here / 2}Z"/>`;
    })
    .join("");
  const bars = tall
    .map((here, index) => `<rect x="${at(index) - 2}" y="${(HEIGHT - here) / 2}" width="4" height="${here}" rx="1"/>`)
    .join("");
  const words = widths
    .map(({ label: text }, index) => {
      const anchor = index === 0 ? "start" : index === widths.length - 1 ? "end" : "middle";
      const x = index === 0 ? 0 : index === widths.length - 1 ? width : at(index);
      return `<text x="${x}" y="${HEIGHT + 13}" text-anchor="${anchor}">${text}</text>`;
    })
    .join("");
  figure.innerHTML = `<svg viewBox="0 0 ${width} ${HEIGHT + 16}" width="${width}" height="${HEIGHT + 16}" role="img"
    aria-label="${label}, layers of ${widths.map((width) => width.label).join(", ")}">${flows}${bars}${words}</svg>`;
  const caption = document.createElement("figcaption");
  caption.textContent = label;
  figure.append(caption);
  return figure;
}
