// A picture as the networks take one: grey, light on dark, in the middle of a square of 28 by 28.

import { SIDE } from "../views/drawing/constants.js";

/** Grey values as bytes. @param {Float32Array} values 0 to 1 */
export const bytesOf = (values) => Uint8Array.from(values, (value) => Math.round(255 * value));

/** In the middle of a dark square. @param {ImageBitmap} picture no larger than 28 by 28 @returns {Float32Array} `[784]` */
export function lightOnDark(picture) {
  const { width, height } = picture;
  const onPaper = greys(picture, "#fff");
  // White on nothing is not seen on paper.
  const seen = onPaper.every((value) => value > 0.95) ? greys(picture, "#000") : onPaper;
  return inSquare(lightAtTheEdge(seen, width) ? seen.map((value) => 1 - value) : seen, width, height);
}

/** The same of one that is light on dark already, whatever it looks like. @param {ImageBitmap} picture */
export const asItIs = (picture) => inSquare(greys(picture, "#000"), picture.width, picture.height);

/** @param {Float32Array} values @param {number} width @param {number} height */
function inSquare(values, width, height) {
  const square = new Float32Array(SIDE * SIDE);
  const [left, top] = [SIDE - width, SIDE - height].map((rest) => Math.floor(rest / 2));
  for (let row = 0; row < height; row++) {
    square.set(values.subarray(row * width, (row + 1) * width), (top + row) * SIDE + left);
  }
  return square;
}

/** @param {ImageBitmap} picture @param {string} ground where it is transparent @returns {Float32Array} */
function greys(picture, ground) {
  const { width, height } = picture;
  const drawing = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (!drawing) throw new Error("The browser gave no canvas to draw on.");
  drawing.fillStyle = ground;
  drawing.fillRect(0, 0, width, height);
  drawing.drawImage(picture, 0, 0);
  const { data } = drawing.getImageData(0, 0, width, height);
  const values = new Float32Array(width * height);
  for (let pixel = 0; pixel < values.length; pixel++) {
    const at = 4 * pixel;
    values[pixel] = (0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2]) / 255;
  }
  return values;
}

/** Dark on paper, as most are drawn. @param {Float32Array} values @param {number} width */
function lightAtTheEdge(values, width) {
  const height = values.length / width;
  const edge = values.filter((_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    return x === 0 || y === 0 || x === width - 1 || y === height - 1;
  });
  return edge.reduce((sum, value) => sum + value, 0) > edge.length / 2;
}
