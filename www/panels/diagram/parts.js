// The parts of the diagram: pictures, codes, layers with their true widths, and the lines between them.

import { make, makeCanvas, makeSvg } from "../../elements.js";
import { number, say } from "../../languages/index.js";
import { SIDE } from "../../views/drawing/constants.js";

/** @import {Experiment} from "../../types/page" */
/** @import {Tone} from "../../views/drawing/pictures.js" */

/** Of the root's font, in the units of the drawings: they grow with the words in them. */
const REM = 15;
const HEIGHT = 64;
const PITCH = 42;
const LEAST_HEIGHT = 10;
/** As tall as the room. */
const MOST_UNITS = 784;
const MOST_CELLS = 7;

/** @typedef {{units: number, label: string}} Width of a layer */

/** @param {number} units @returns {Width} */
export const plain = (units) => ({ units, label: number(units) });

/** So many examples side by side. @param {number} count @param {number} features @returns {Width} */
export const pack = (count, features) => ({ units: count * features, label: `${count}×${number(features)}` });

/** What lies between an example and its code, in the encoder's order. @param {Experiment} experiment @returns {Width[]} */
export function between({ state: { hidden, network }, features, kind }) {
  if (network === "dense") return hidden.map(plain);
  if (kind === "signals") {
    return hidden.map((channels, index) => {
      const now = features / 2 ** (index + 1);
      return { units: now * channels, label: `${now}×${channels}` };
    });
  }
  const side = Math.sqrt(features);
  return hidden.map((channels, index) => {
    // Each layer halves the side.
    const now = Math.floor(side / 2 ** (index + 1));
    return { units: now * now * channels, label: `${now}²×${channels}` };
  });
}

/** An example. @param {Tone} tone @param {string} key of its name @param {string|null} drawn in the place of a picture */
export function thing(tone, key, drawn) {
  const caption = make("figcaption", { words: key });
  const shown = drawn
    ? make("span", { class: "dots", text: drawn, attributes: { "aria-hidden": "true" } })
    : makeCanvas({ class: "pixels", label: key, attributes: { width: String(SIDE), height: String(SIDE) } });
  return make("figure", { class: `thing ${tone}` }, shown, caption);
}

/** A code: so many numbers, drawn as a few cells. @param {string} key of its name @param {number} size */
export function code(key, size) {
  const cells = make("span", { class: "cells", attributes: { "aria-hidden": "true" } });
  for (let cell = 0; cell < Math.min(size, MOST_CELLS); cell++) cells.append(make("i"));
  return make("figure", { class: "code" }, cells, make("figcaption", { words: [key, { size }] }));
}

/** @param {...HTMLElement} parts side by side */
export const together = (...parts) => make("div", { class: "together" }, ...parts);

/** One after the other, joined by lines. @param {HTMLElement[]} parts */
export const joined = (parts) =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [make("div", { class: "join" }), part]));

/**
 * A network. Heights grow with the logarithm of the widths, or the small layers could not be seen.
 * @param {string} key of its name
 * @param {Width[]} widths
 * @param {Tone} tone
 */
export function layers(key, widths, tone) {
  const last = widths.length - 1;
  const width = PITCH * last + 6;
  const at = (/** @type {number} */ index) => 3 + index * PITCH;
  const tall = widths.map(
    ({ units }) =>
      LEAST_HEIGHT + (HEIGHT - LEAST_HEIGHT) * Math.min(1, Math.log2(1 + units) / Math.log2(1 + MOST_UNITS)),
  );
  const flows = tall.slice(1).map((next, index) => {
    const [x, middle, here] = [at(index), HEIGHT / 2, tall[index]];
    const [right, left] = [`${x + PITCH} ${middle - next / 2}V${middle + next / 2}`, `${x} ${middle + here / 2}Z`];
    return makeSvg("path", { d: `M${x} ${middle - here / 2}L${right}L${left}` });
  });
  const bars = tall.map((here, index) =>
    makeSvg("rect", { x: at(index) - 2, y: (HEIGHT - here) / 2, width: 4, height: here, rx: 1 }),
  );
  const labels = widths.map(({ label }, index) => {
    const anchor = index === 0 ? "start" : index === last ? "end" : "middle";
    const x = index === 0 ? 0 : index === last ? width : at(index);
    return makeSvg("text", { x, y: HEIGHT + 13, "text-anchor": anchor }, label);
  });
  const all = widths.map(({ label }) => label).join(", ");
  const drawing = makeSvg(
    "svg",
    {
      viewBox: `0 0 ${width} ${HEIGHT + 16}`,
      width: `${width / REM}rem`,
      height: `${(HEIGHT + 16) / REM}rem`,
      role: "img",
      "aria-label": say("panels.diagram.layers", { name: say(key), widths: all }),
    },
    ...flows,
    ...bars,
    ...labels,
  );
  return make("figure", { class: `layers ${tone}` }, drawing, make("figcaption", { words: key }));
}
