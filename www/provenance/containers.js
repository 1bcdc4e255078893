// A packet of XMP into a file that is there already: where other programs look for it.

import { statement } from "./xmp.js";

/** @import {Provenance} from "./xmp.js" */

/** Of CRC-32 (ISO 3309), reversed. */
const POLYNOMIAL = 0xedb88320;
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? POLYNOMIAL ^ (value >>> 1) : value >>> 1;
  return value;
});

/** @param {Uint8Array} bytes */
function crc32(bytes) {
  let value = -1;
  for (const byte of bytes) value = TABLE[(value ^ byte) & 255] ^ (value >>> 8);
  return ~value >>> 0;
}

/** @param {string} text */
export const utf8 = (text) => new TextEncoder().encode(text);

/** @param {...Uint8Array} parts */
export function joined(...parts) {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** @param {number} value */
function word(value) {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** A part of a PNG. @param {string} kind four letters @param {Uint8Array} content */
export function pngChunk(kind, content) {
  const named = joined(utf8(kind), content);
  return joined(word(content.length), named, word(crc32(named)));
}

/** Signature and header of a PNG, after which further chunks may stand. */
const PNG_HEADER = 8 + 25;

/**
 * As the XMP specification, part 3, has it: a chunk of text, not compressed.
 * @param {Uint8Array} png @param {Provenance} provenance
 */
export function intoPng(png, provenance) {
  // Keyword, not compressed, no language, no translated keyword; then the text.
  const content = joined(utf8("XML:com.adobe.xmp\0\0\0\0\0"), utf8(statement(provenance)));
  return joined(png.subarray(0, PNG_HEADER), pngChunk("iTXt", content), png.subarray(PNG_HEADER));
}

/** Signature, size and flags of a GIF, before its colours. */
const [GIF_HEADER, FLAGS] = [13, 10];

/**
 * As the same has it: an application extension whose text is no sequence of blocks, so that 257 bytes follow it by which a
 * program that does not know it finds its end, wherever it takes a length from.
 * @param {Uint8Array} gif @param {Provenance} provenance
 */
export function intoGif(gif, provenance) {
  const flags = gif[FLAGS];
  const colours = flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
  const trailer = Uint8Array.from({ length: 258 }, (_, at) => (at === 0 ? 1 : at < 257 ? 256 - at : 0));
  const head = joined(Uint8Array.of(0x21, 0xff, 11), utf8("XMP DataXMP"));
  const extension = joined(head, utf8(statement(provenance)), trailer);
  const place = GIF_HEADER + colours;
  // What repeats an animation has to come first, for some programs.
  const after = isLoop(gif, place) ? place + LOOP : place;
  return joined(gif.subarray(0, after), extension, gif.subarray(after));
}

/** Bytes of the extension that repeats an animation. */
const LOOP = 19;

/** @param {Uint8Array} gif @param {number} place */
const isLoop = (gif, place) => new TextDecoder("latin1").decode(gif.subarray(place + 3, place + 14)) === "NETSCAPE2.0";
