// A run in four syllables: where two say the same, networks, optimiser and step are the same to the bit.

/** @import {Session} from "../types/library" */

const SYLLABLES = 4;
/** Told apart by ear, in English and in Swedish. */
const [CONSONANTS, VOWELS] = ["bdlmrstv", "aiou"];

/** @param {number} byte its first five bits, as a syllable */
const syllable = (byte) => CONSONANTS[byte >> 5] + VOWELS[(byte >> 3) & 3];

/** @param {Session} session @returns {Promise<string>} */
export async function checksum(session) {
  const bytes = /** @type {Uint8Array<ArrayBuffer>} */ (await session.save());
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The header of the file, whose entries stand in any order, begins with its length.
  const tensors = 8 + Number(view.getBigUint64(0, true));
  view.setBigUint64(tensors - 8, BigInt(session.step), true);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes.subarray(tensors - 8)));
  return Array.from(digest.subarray(0, SYLLABLES), syllable).join("-");
}
