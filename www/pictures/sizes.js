// How large a picture is by the head of its file, so that a small file of a vast picture is never unpacked.

const [PNG, GIF, JPEG, RIFF, WEBP] = [0x89504e47, 0x47494638, 0xffd8, 0x52494646, 0x57454250];
const [VP8, VP8_LOSSLESS, VP8_EXTENDED] = [0x56503820, 0x5650384c, 0x56503858];
/** The box of a HEIF file, as AVIF is one, in which the size stands: "ispe". */
const SPATIAL_EXTENTS = [0x69, 0x73, 0x70, 0x65];

/** @typedef {{width: number, height: number}} Size */

/**
 * @param {DataView} head the first bytes of a file
 * @returns {Size|null} null where they do not tell
 */
export function sizeIn(head) {
  const { byteLength: length } = head;
  if (length < 30) return null;
  if (head.getUint32(0) === PNG) return { width: head.getUint32(16), height: head.getUint32(20) };
  if (head.getUint32(0) === GIF) return { width: head.getUint16(6, true), height: head.getUint16(8, true) };
  if (isJpeg(head)) return sizeOfJpeg(head);
  if (head.getUint32(0) === RIFF && head.getUint32(8) === WEBP) return sizeOfWebp(head);
  return sizeOfHeif(head);
}

/** @param {DataView} head */
export const isJpeg = (head) => head.byteLength >= 2 && head.getUint16(0) === JPEG;

/** @param {DataView} head */
function sizeOfJpeg(head) {
  const { byteLength: length } = head;
  for (let at = 2; at + 9 <= length && head.getUint8(at) === 0xff; at += 2 + head.getUint16(at + 2)) {
    const kind = head.getUint8(at + 1);
    // A frame of any kind of coding; the other three of this range are tables.
    const frame = kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind);
    if (frame) return { width: head.getUint16(at + 7), height: head.getUint16(at + 5) };
  }
  return null;
}

/** RFC 9649, sections 2.5 to 2.7. @param {DataView} head */
function sizeOfWebp(head) {
  const kind = head.getUint32(12);
  if (kind === VP8) return { width: head.getUint16(26, true) & 0x3fff, height: head.getUint16(28, true) & 0x3fff };
  if (kind === VP8_LOSSLESS) {
    const bits = head.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (kind !== VP8_EXTENDED) return null;
  const three = (/** @type {number} */ at) => head.getUint16(at, true) + 0x10000 * head.getUint8(at + 2) + 1;
  return { width: three(24), height: three(27) };
}

/** ISO/IEC 23008-12, section 6.5.3: the largest that it names. @param {DataView} head */
function sizeOfHeif(head) {
  /** @type {Size|null} */
  let largest = null;
  for (let at = 4; at + 16 <= head.byteLength; at += 1) {
    if (!SPATIAL_EXTENTS.every((letter, place) => head.getUint8(at + place) === letter)) continue;
    const [width, height] = [head.getUint32(at + 8), head.getUint32(at + 12)];
    if (!largest || width * height > largest.width * largest.height) largest = { width, height };
  }
  return largest;
}
