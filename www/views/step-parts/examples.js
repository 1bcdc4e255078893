// What a part shows: examples with or without a verdict, noise, figures.

import { context, make, property } from "../../elements.js";
import { percent, say } from "../../languages/index.js";
import { countOf, drawPicture } from "../drawing/pictures.js";
import { drawArrows, drawLines, drawPoints } from "../plane/draw.js";

/** @import {Tone} from "../drawing/pictures.js" */

const PICTURES = 8;
const NOISE_ROWS = 8;
/** A cell of the noise in CSS pixels. */
const CELL = 11;
/** Of the plane in pixels. */
const SIDE = 560;
const RADIUS = 5;
/** What the discriminator takes for real is drawn so many times as large, at most; what it does not, so small at least. */
const LARGEST = 2;
const SMALLEST = 0.5;

/**
 * @param {string} key of what they are
 * @param {"real"|"made"|"weight"} tone
 * @param {Float32Array} values pictures one after the other
 * @param {Float32Array} [scores] what the discriminator says of each, 0 to 1
 */
export function pictureRow(key, tone, values, scores) {
  const count = Math.min(PICTURES, countOf(values));
  const verdicts = [...(scores ?? [])].slice(0, count).map((score) => percent(score));
  const cells = Array.from({ length: count }, (_, index) => {
    const canvas = make("canvas", { class: "pixels" });
    drawPicture(canvas, values, /** @type {Tone} */ (tone), index);
    const verdict = scores ? [make("span", { text: say("views.step-parts.verdict", { share: verdicts[index] }) })] : [];
    return make("div", {}, canvas, ...verdict);
  });
  const label = [say(key), ...verdicts].join(", ");
  const row = make("div", { class: "step-pictures", attributes: { role: "img", "aria-label": label } }, ...cells);
  return make("figure", { class: `step-figure ${tone}` }, make("figcaption", { words: key }), row);
}

/**
 * @typedef {object} Cloud
 * @property {string} key of what they are
 * @property {"real"|"made"} tone
 * @property {Float32Array} values x, y, one after the other
 * @property {Float32Array} [scores] what the discriminator says of each: the surer it is that one is real, the larger it is
 * @property {Float32Array} [arrows] from each of them
 */

/** Points in the plane. @param {Cloud[]} clouds */
export function plane(clouds) {
  const label = clouds.map(({ key }) => say(key)).join(", ");
  const canvas = make("canvas", { class: "step-plane", attributes: { role: "img", "aria-label": label } });
  canvas.width = SIDE;
  canvas.height = SIDE;
  const drawing = context(canvas);
  drawLines(drawing, SIDE);
  for (const { tone, values, scores, arrows } of clouds) {
    if (arrows) drawArrows(drawing, values, arrows, SIDE, 3, "--back");
    const colour = property(`--${tone}`);
    const form = tone === "made" ? "triangle" : "round";
    if (!scores) drawPoints(drawing, values, { colour, radius: RADIUS, form }, SIDE);
    for (const [index, score] of (scores ?? []).entries()) {
      const radius = RADIUS * (SMALLEST + (LARGEST - SMALLEST) * score);
      drawPoints(drawing, values.subarray(2 * index, 2 * index + 2), { colour, radius, form }, SIDE);
    }
  }
  const captions = clouds.map(({ key, tone }) => make("span", { class: `dot ${tone}`, words: key }));
  const sizes = clouds[0].scores ? [make("p", { class: "aside", words: "views.step-parts.sizes" })] : [];
  const caption = make("figcaption", {}, make("p", { class: "key" }, ...captions), ...sizes);
  return make("figure", { class: "step-figure" }, caption, canvas);
}

/** The gradient at pictures as pictures: ink where a pixel should be darker. @param {string} key @param {Float32Array} gradient */
export function gradientRow(key, gradient) {
  const largest = gradient.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-12);
  return pictureRow(
    key,
    "weight",
    gradient.map((value) => 0.5 - value / (2 * largest)),
  );
}

/** A row of cells for each example: light for small numbers, dark for large ones. @param {Float32Array} noise @param {number} code */
export function noiseCells(noise, code) {
  const rows = Math.min(NOISE_ROWS, noise.length / code);
  const key = "views.step-parts.noise";
  const canvas = make("canvas", { class: "step-noise", attributes: { role: "img", "aria-label": say(key) } });
  canvas.width = code * CELL;
  canvas.height = rows * CELL;
  const drawing = context(canvas);
  drawing.fillStyle = property("--ink");
  for (let cell = 0; cell < rows * code; cell++) {
    drawing.globalAlpha = Math.max(0.04, Math.min(1, 0.5 + noise[cell] / 5));
    drawing.fillRect((cell % code) * CELL, Math.floor(cell / code) * CELL, CELL - 1, CELL - 1);
  }
  return make("figure", { class: "step-figure" }, make("figcaption", { words: key }), canvas);
}

/** Figures by name. @param {{key: string, text: string, tone?: string}[]} entries */
export const figures = (entries) =>
  make(
    "dl",
    { class: "step-figures" },
    ...entries.map(({ key, text, tone = "" }) =>
      make("div", { class: tone }, make("dt", { words: key }), make("dd", { text })),
    ),
  );
