// A picture of a person's own as the networks take one: 28 by 28, grey, light on dark. It stays on this machine.

import { pageError } from "../errors.js";
import { SIDE } from "../views/drawing/constants.js";
import { asItIs, lightOnDark } from "./grey.js";
import { isWrittenHere } from "./png.js";
import { isJpeg, sizeIn } from "./sizes.js";

/** @import {Size} from "./sizes.js" */

const MEGABYTE = 1_000_000;
const MOST_MEGABYTES = 20;
export const MOST_PICTURE_BYTES = MOST_MEGABYTES * MEGABYTE;
const MOST_MEGAPIXELS = 50;
/** Of a narrower one not one pixel in a row would be left. */
const MOST_ASPECT = 28;
/** Where the sizes of a picture stand in its file is told by its first bytes. */
const FIRST_BYTES = 200_000;

/** @param {File} file */
export const headOf = async (file) => new Uint8Array(await file.slice(0, FIRST_BYTES).arrayBuffer());

/**
 * @param {File} file
 * @param {Uint8Array} [known] its first bytes, where they are at hand
 * @returns {Promise<Float32Array>} `[784]`, 0 to 1
 */
export async function readPicture(file, known) {
  if (file.size > MOST_PICTURE_BYTES) {
    throw pageError("picture-too-long", { size: Math.ceil(file.size / MEGABYTE), most: MOST_MEGABYTES });
  }
  const first = known ?? (await headOf(file));
  const head = new DataView(first.buffer, first.byteOffset, Math.min(first.byteLength, FIRST_BYTES));
  const told = sizeIn(head);
  if (told) fitted(told);
  // What has been read whole is not read from the disk once more.
  const source = first.byteLength === file.size ? new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (first)]) : file;
  // A photograph may lie on its side.
  const size =
    told && !isJpeg(head) ? told : await decoded(file.name, source, {}, ({ width, height }) => ({ width, height }));
  const read = isWrittenHere(first) ? asItIs : lightOnDark;
  return decoded(file.name, source, { ...fitted(size), resizeQuality: "high" }, read);
}

/**
 * The sides of a picture as large as the square.
 * @param {Size} size of a picture, which is refused where it is too large or too narrow
 */
export function fitted({ width, height }) {
  if (width * height > MOST_MEGAPIXELS * 1e6)
    throw pageError("picture-too-large", { width, height, most: MOST_MEGAPIXELS });
  if (Math.max(width, height) > MOST_ASPECT * Math.min(width, height))
    throw pageError("picture-too-narrow", { width, height, most: MOST_ASPECT });
  const scale = SIDE / Math.max(width, height);
  const [resizeWidth, resizeHeight] = [width, height].map((side) => Math.max(1, Math.round(side * scale)));
  return { resizeWidth, resizeHeight };
}

/**
 * @template Result
 * @param {string} name
 * @param {Blob} source
 * @param {ImageBitmapOptions} options
 * @param {(picture: ImageBitmap) => Result} use
 */
async function decoded(name, source, options, use) {
  const picture = await createImageBitmap(source, options).catch(() => {
    throw pageError("picture-unreadable", { name });
  });
  try {
    return use(picture);
  } finally {
    picture.close();
  }
}
