// A picture of a person's own as the networks take one: 28 by 28, grey, light on dark. It stays on this machine.

import { pageError } from "../../errors.js";
import { SIDE } from "../drawing/constants.js";

const MEGABYTE = 1_000_000;
const MOST_MEGABYTES = 20;
const MOST_MEGAPIXELS = 50;
/** Where the sizes of a picture stand in its file is told by its first bytes. */
const FIRST_BYTES = 200_000;

/**
 * @param {File} file
 * @returns {Promise<Float32Array>} `[784]`, 0 to 1
 */
export async function readPicture(file) {
  if (file.size > MOST_MEGABYTES * MEGABYTE) {
    throw pageError("picture-too-long", { size: Math.ceil(file.size / MEGABYTE), most: MOST_MEGABYTES });
  }
  const told = sizeIn(new DataView(await file.slice(0, FIRST_BYTES).arrayBuffer()));
  if (told) refuseLarge(told);
  const { width, height } = await decoded(file);
  refuseLarge({ width, height });
  const scale = SIDE / Math.max(width, height);
  const [resizeWidth, resizeHeight] = [width, height].map((side) => Math.max(1, Math.round(side * scale)));
  const small = await createImageBitmap(file, { resizeWidth, resizeHeight, resizeQuality: "high" });
  return lightOnDark(small);
}

/** @param {{width: number, height: number}} size */
function refuseLarge({ width, height }) {
  if (width * height > MOST_MEGAPIXELS * 1e6)
    throw pageError("picture-too-large", { width, height, most: MOST_MEGAPIXELS });
}

/** @param {File} file */
async function decoded(file) {
  try {
    const whole = await createImageBitmap(file);
    const { width, height } = whole;
    whole.close();
    return { width, height };
  } catch {
    throw pageError("picture-unreadable", { name: file.name });
  }
}

/**
 * What the head of a PNG, GIF or JPEG says, so that a small file of a vast picture is never unpacked.
 * @param {DataView} head
 */
function sizeIn(head) {
  const { byteLength: length } = head;
  if (length >= 24 && head.getUint32(0) === 0x89504e47)
    return { width: head.getUint32(16), height: head.getUint32(20) };
  if (length >= 10 && head.getUint32(0) === 0x47494638) {
    return { width: head.getUint16(6, true), height: head.getUint16(8, true) };
  }
  if (length < 4 || head.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 <= length && head.getUint8(at) === 0xff; at += 2 + head.getUint16(at + 2)) {
    const kind = head.getUint8(at + 1);
    // A frame of any kind of coding; the other three of this range are tables.
    const frame = kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind);
    if (frame) return { width: head.getUint16(at + 7), height: head.getUint16(at + 5) };
  }
  return null;
}

/** In the middle of a dark square. @param {ImageBitmap} picture no larger than 28 by 28 @returns {Float32Array} `[784]` */
function lightOnDark(picture) {
  const { width, height } = picture;
  const onPaper = greys(picture, "#fff");
  // White on nothing is not seen on paper.
  const seen = onPaper.every((value) => value > 0.95) ? greys(picture, "#000") : onPaper;
  picture.close();
  const values = lightAtTheEdge(seen, width) ? seen.map((value) => 1 - value) : seen;
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
  const drawing = new OffscreenCanvas(width, height).getContext("2d");
  if (!drawing) throw new Error("The browser gave no canvas to draw on.");
  drawing.fillStyle = ground;
  drawing.fillRect(0, 0, width, height);
  drawing.drawImage(picture, 0, 0);
  const { data } = drawing.getImageData(0, 0, width, height);
  return Float32Array.from({ length: width * height }, (_, pixel) => {
    const [red, green, blue] = data.subarray(4 * pixel, 4 * pixel + 3);
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
  });
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
