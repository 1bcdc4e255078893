// IDX files: of pictures, a header of 16 bytes, then the grey values, one picture after the other; of labels, 8, then a byte each.

import { pageError } from "../errors.js";

const HEADER = 16;
/** Unsigned bytes in three dimensions. */
const MAGIC = 0x803;
const LABELS_HEADER = 8;
/** The same in one. */
const LABELS_MAGIC = 0x801;

/** @param {Uint8Array} pixels of pictures of this side @param {number} side @returns {Uint8Array<ArrayBuffer>} */
export function writeIdx(pixels, side) {
  const bytes = new Uint8Array(HEADER + pixels.length);
  const head = new DataView(bytes.buffer);
  [MAGIC, pixels.length / (side * side), side, side].forEach((value, place) => {
    head.setUint32(4 * place, value);
  });
  bytes.set(pixels, HEADER);
  return bytes;
}

/** @param {number[]} labels bytes */
export function writeIdxLabels(labels) {
  const bytes = new Uint8Array(LABELS_HEADER + labels.length);
  const head = new DataView(bytes.buffer);
  head.setUint32(0, LABELS_MAGIC);
  head.setUint32(4, labels.length);
  bytes.set(labels, LABELS_HEADER);
  return bytes;
}

/** @param {Uint8Array} bytes */
export const isIdxLabels = (bytes) => bytes.length >= LABELS_HEADER && viewOf(bytes).getUint32(0) === LABELS_MAGIC;

/** @param {Uint8Array} bytes @param {string} name of the file @returns {Uint8Array} a label each */
export function readIdxLabels(bytes, name) {
  const labels = bytes.subarray(LABELS_HEADER);
  if (viewOf(bytes).getUint32(4) !== labels.length) throw pageError("picture-unreadable", { name });
  return labels;
}

/** @param {Uint8Array} bytes */
export const isIdx = (bytes) => bytes.length >= HEADER && viewOf(bytes).getUint32(0) === MAGIC;

/**
 * @param {Uint8Array} bytes
 * @param {string} name of the file
 * @returns {{width: number, height: number, pictures: Uint8Array[]}}
 */
export function readIdx(bytes, name) {
  const head = viewOf(bytes);
  const [count, height, width] = [4, 8, 12].map((at) => head.getUint32(at));
  const size = width * height;
  if (size === 0 || bytes.length - HEADER !== count * size) throw pageError("picture-unreadable", { name });
  const starts = Array.from({ length: count }, (_, index) => HEADER + index * size);
  return { width, height, pictures: starts.map((start) => bytes.subarray(start, start + size)) };
}

/** @param {Uint8Array} bytes */
const viewOf = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
