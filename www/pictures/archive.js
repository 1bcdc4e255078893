// Zip archives: the files in them, unpacked a few at a time, and never more than they say.

import { unzipSync } from "fflate";
import { pageError } from "../errors.js";
import { isOnesOwn } from "./gathering.js";

const MEGABYTE = 1_000_000;
const MOST_MEGABYTES = 200;
const MOST_UNPACKED_MEGABYTES = 500;
/** Files that are unpacked at a time. */
const AT_ONCE = 100;
const ZIP = 0x504b0304;

/** @param {Uint8Array} bytes */
export const isArchive = (bytes) =>
  bytes.length > 4 && new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0) === ZIP;

/** @param {File} file that is refused where it is too long to be held */
export function checkArchive(file) {
  if (file.size <= MOST_MEGABYTES * MEGABYTE) return;
  throw pageError("archive-too-large", {
    name: file.name,
    size: Math.ceil(file.size / MEGABYTE),
    most: MOST_MEGABYTES,
  });
}

/**
 * @param {Uint8Array} bytes
 * @param {string} name of the archive
 * @param {number} longest bytes of a file
 * @returns {Generator<{file: File, content: Uint8Array, path: string}[]>} a few at a time
 */
export function* filesOf(bytes, name, longest) {
  const listed = list(bytes, name);
  const unpacked = listed.reduce((sum, { originalSize }) => sum + originalSize, 0);
  if (unpacked > MOST_UNPACKED_MEGABYTES * MEGABYTE) {
    const size = Math.ceil(unpacked / MEGABYTE);
    throw pageError("archive-too-large", { name, size, most: MOST_UNPACKED_MEGABYTES });
  }
  for (let start = 0; start < listed.length; start += AT_ONCE) {
    const wanted = listed.slice(start, start + AT_ONCE);
    const names = new Set(wanted.filter(({ originalSize }) => originalSize <= longest).map((each) => each.name));
    const found = unpack(bytes, name, names);
    yield wanted.map((each) => {
      const content = found[each.name] ?? new Uint8Array();
      const file = new File([/** @type {Uint8Array<ArrayBuffer>} */ (content)], each.name);
      return { file, content, path: each.name };
    });
  }
}

/** @param {Uint8Array} bytes @param {string} name */
function list(bytes, name) {
  /** @type {{name: string, originalSize: number}[]} */
  const listed = [];
  try {
    unzipSync(bytes, {
      filter: ({ name: path, originalSize }) => {
        if (!path.endsWith("/") && isOnesOwn(path)) listed.push({ name: path, originalSize });
        return false;
      },
    });
  } catch {
    throw pageError("archive-unreadable", { name });
  }
  return listed;
}

/** @param {Uint8Array} bytes @param {string} name @param {Set<string>} names */
function unpack(bytes, name, names) {
  try {
    return unzipSync(bytes, { filter: (file) => names.has(file.name) });
  } catch {
    throw pageError("archive-unreadable", { name });
  }
}
