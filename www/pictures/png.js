// Pictures as the networks take them, written as PNG, so that any software can read them, and the page the same again.

import { zipSync, zlibSync } from "fflate";
import { joined, pngChunk, utf8 } from "../provenance/containers.js";
import { SIDE } from "../views/drawing/constants.js";

/** What most software writes. */
const COMPRESSION = 6;
const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Sides, bits of a value, grey, and the only kinds of compression, filter and order. */
const HEADER = pngChunk("IHDR", Uint8Array.of(0, 0, 0, SIDE, 0, 0, 0, SIDE, 8, 0, 0, 0, 0));
/** Told in the file: what is dark in it is dark. */
const TOLD = pngChunk("tEXt", utf8("Software\0Generative Playground"));
const START = joined(SIGNATURE, HEADER, TOLD);
const END = pngChunk("IEND", new Uint8Array());

/** @param {Uint8Array} head the first bytes of a file */
export const isWrittenHere = (head) => START.every((byte, at) => head[at] === byte);

/** PNG, W3C Recommendation, third edition: each row after the kind of its filter, none. @param {Uint8Array} picture `[784]` */
export function writePng(picture) {
  const rows = new Uint8Array(SIDE * (SIDE + 1));
  for (let row = 0; row < SIDE; row++) {
    rows.set(picture.subarray(row * SIDE, (row + 1) * SIDE), row * (SIDE + 1) + 1);
  }
  return joined(START, pngChunk("IDAT", zlibSync(rows, { level: COMPRESSION })), END);
}

/**
 * An archive of pictures: a folder for each label, and beside them those that have none.
 * @param {Uint8Array} pixels `[count * 784]` @param {string[]} labels
 */
export function writeArchive(pixels, labels) {
  const size = SIDE * SIDE;
  const digits = String(labels.length).length;
  /** @type {Record<string, Uint8Array>} */
  const files = {};
  for (const [index, label] of labels.entries()) {
    const name = `${String(index + 1).padStart(digits, "0")}.png`;
    files[label ? `${label}/${name}` : name] = writePng(pixels.subarray(index * size, (index + 1) * size));
  }
  // They are small already.
  return zipSync(files, { level: 0 });
}
