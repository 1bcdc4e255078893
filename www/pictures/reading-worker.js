// Reads pictures of a person's own away from the page's thread: single files, archives, IDX.

import "../trusted-types.js";
import * as Comlink from "comlink";
import { pageError, toFailure } from "../errors.js";
import { SIDE } from "../views/drawing/constants.js";
import { checkArchive, filesOf, isArchive } from "./archive.js";
import { bytesOf, lightOnDark } from "./grey.js";
import { isIdx, readIdx } from "./idx.js";
import { fitted, headOf, MOST_PICTURE_BYTES, readPicture } from "./read-picture.js";
import { isVector } from "./vector.js";

/** @import {Failure} from "../types/page" */

/** Pictures that are decoded at a time: browsers do it beside this thread. */
const AT_ONCE = 8;
/** Pictures that are told of at a time. */
const TOLD = 64;
const GZIP = 0x1f8b;

/**
 * @typedef {object} Found
 * @property {Uint8Array} pixels `[count * 784]`
 * @property {{name: string, failure: Failure}[]} failures
 * @property {File[]} vectors that only the page's own thread can decode
 */

/** @typedef {(found: Found) => Promise<boolean>} Tell whether more is wanted */

class Batch {
  /** @type {Uint8Array[]} */
  #pictures = [];
  /** @type {Found["failures"]} */
  #failures = [];
  /** @type {File[]} */
  #vectors = [];
  wanted = true;

  /** @param {Tell} tell */
  constructor(tell) {
    this.tell = tell;
  }

  /** @param {Float32Array} values 0 to 1 */
  add(values) {
    this.#pictures.push(bytesOf(values));
  }

  /** @param {string} name @param {unknown} error */
  refuse(name, error) {
    this.#failures.push({ name, failure: toFailure(error) });
  }

  /** @param {File} file */
  leave(file) {
    this.#vectors.push(file);
  }

  /** @param {number} [least] there are to be */
  async send(least = 1) {
    if (this.#pictures.length + this.#failures.length + this.#vectors.length < least) return;
    const pixels = new Uint8Array(this.#pictures.length * SIDE * SIDE);
    this.#pictures.forEach((picture, index) => {
      pixels.set(picture, index * SIDE * SIDE);
    });
    const found = { pixels, failures: this.#failures, vectors: this.#vectors };
    [this.#pictures, this.#failures, this.#vectors] = [[], [], []];
    this.wanted = await this.tell(Comlink.transfer(found, [pixels.buffer]));
  }
}

/**
 * @param {Batch} batch
 * @param {{file: File, content?: Uint8Array}[]} files with what is in them, where they come out of an archive
 */
async function readFiles(batch, files) {
  const waiting = files.values();
  const work = async () => {
    for (const { file, content } of waiting) {
      if (!batch.wanted) return;
      await readFile(batch, file, content);
      await batch.send(TOLD);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** @param {Batch} batch @param {File} file @param {Uint8Array} [content] */
async function readFile(batch, file, content) {
  try {
    if (isVector(file)) return batch.leave(file);
    // Asking for a part of a file takes as long as decoding it: once, and not at all of what is at hand.
    const head = content ?? (await headOf(file));
    // What is in an archive in an archive is left where it is.
    if (isArchive(head) && content) throw pageError("picture-unreadable", { name: file.name });
    if (isArchive(head)) return await readArchive(batch, file);
    if (isIdx(head) || (head[0] << 8) + head[1] === GZIP) return await readIdxFile(batch, file);
    batch.add(await readPicture(file, head));
  } catch (error) {
    batch.refuse(file.name, error);
  }
}

/** @param {Batch} batch @param {File} file */
async function readArchive(batch, file) {
  checkArchive(file);
  const bytes = new Uint8Array(await file.arrayBuffer());
  for (const files of filesOf(bytes, file.name, MOST_PICTURE_BYTES)) {
    if (!batch.wanted) return;
    await readFiles(batch, files);
  }
}

/** @param {Batch} batch @param {File} file */
async function readIdxFile(batch, file) {
  checkArchive(file);
  const bytes = await unpacked(file);
  if (!isIdx(bytes)) throw pageError("picture-unreadable", { name: file.name });
  const { width, height, pictures } = readIdx(bytes, file.name);
  const target = fitted({ width, height });
  for (const picture of pictures) {
    if (!batch.wanted) return;
    if (width === SIDE && height === SIDE) batch.add(Float32Array.from(picture, (value) => value / 255));
    else batch.add(await scaled(picture, width, target));
    await batch.send(TOLD);
  }
}

/** @param {File} file @returns {Promise<Uint8Array>} */
async function unpacked(file) {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if ((head[0] << 8) + head[1] !== GZIP) return new Uint8Array(await file.arrayBuffer());
  const part = file.stream().pipeThrough(new DecompressionStream("gzip"));
  /** @type {Uint8Array[]} */
  const parts = [];
  let length = 0;
  const reader = part.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      parts.push(next.value);
      length += next.value.length;
      checkArchive(/** @type {File} */ ({ name: file.name, size: length }));
    }
  } catch (error) {
    throw toFailure(error).code ? error : pageError("picture-unreadable", { name: file.name });
  }
  return new Uint8Array(await new Blob(/** @type {BlobPart[]} */ (parts)).arrayBuffer());
}

/** @param {Uint8Array} picture @param {number} width @param {{resizeWidth: number, resizeHeight: number}} target */
async function scaled(picture, width, target) {
  const pixels = new Uint8ClampedArray(4 * picture.length).fill(255);
  picture.forEach((value, at) => {
    pixels.fill(value, 4 * at, 4 * at + 3);
  });
  const image = new ImageData(pixels, width);
  const small = await createImageBitmap(image, { ...target, resizeQuality: "high" });
  const values = lightOnDark(small);
  small.close();
  return values;
}

const commands = {
  /** @param {File[]} files @param {Tell} tell */
  async read(files, tell) {
    const batch = new Batch(tell);
    await readFiles(
      batch,
      files.map((file) => ({ file })),
    );
    await batch.send();
  },
};

/** @typedef {typeof commands} ReadingWorker */

Comlink.expose(commands);
