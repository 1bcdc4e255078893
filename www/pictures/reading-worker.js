// Reads pictures of a person's own away from the page's thread: single files, archives, IDX.

import "../trusted-types.js";
import * as Comlink from "comlink";
import { pageError, toFailure } from "../errors.js";
import { SIDE } from "../views/drawing/constants.js";
import { checkArchive, filesOf, isArchive } from "./archive.js";
import { bytesOf, lightOnDark } from "./grey.js";
import { isIdx, isIdxLabels, readIdx, readIdxLabels } from "./idx.js";
import { folderLabel } from "./labels.js";
import { writeArchive } from "./png.js";
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
 * @property {string[]} labels of each, "" for none
 * @property {{name: string, failure: Failure}[]} failures
 * @property {{file: File, label: string}[]} vectors that only the page's own thread can decode
 */

/** @typedef {(found: Found) => Promise<boolean>} Tell whether more is wanted */

class Batch {
  /** @type {Uint8Array[]} */
  #pictures = [];
  /** @type {string[]} */
  #labels = [];
  /** @type {Found["failures"]} */
  #failures = [];
  /** @type {Found["vectors"]} */
  #vectors = [];
  wanted = true;

  /** @param {Tell} tell */
  constructor(tell) {
    this.tell = tell;
  }

  /** @param {Float32Array} values 0 to 1 @param {string} label */
  add(values, label) {
    this.#pictures.push(bytesOf(values));
    this.#labels.push(label);
  }

  /** @param {string} name @param {unknown} error */
  refuse(name, error) {
    this.#failures.push({ name, failure: toFailure(error) });
  }

  /** @param {Found["vectors"][number]} vector */
  leave(vector) {
    this.#vectors.push(vector);
  }

  /** @param {number} [least] there are to be */
  async send(least = 1) {
    if (this.#pictures.length + this.#failures.length + this.#vectors.length < least) return;
    const pixels = new Uint8Array(this.#pictures.length * SIDE * SIDE);
    this.#pictures.forEach((picture, index) => {
      pixels.set(picture, index * SIDE * SIDE);
    });
    const found = { pixels, labels: this.#labels, failures: this.#failures, vectors: this.#vectors };
    [this.#pictures, this.#labels, this.#failures, this.#vectors] = [[], [], [], []];
    this.wanted = await this.tell(Comlink.transfer(found, [pixels.buffer]));
  }
}

/** A file, its label, and what is in it where it comes out of an archive. @typedef {{file: File, label: string, content?: Uint8Array}} Brought */

/** @param {Batch} batch @param {Brought[]} files */
async function readFiles(batch, files) {
  /** Pictures and labels that may belong together. @type {Brought[]} */
  const packed = [];
  const waiting = files.values();
  const work = async () => {
    for (const brought of waiting) {
      if (!batch.wanted) return;
      await attempt(batch, brought.file, () => readFile(batch, brought, packed));
      await batch.send(TOLD);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await readIdxFiles(batch, packed);
}

/** @param {Batch} batch @param {File} file @param {() => Promise<void>} read */
async function attempt(batch, file, read) {
  try {
    await read();
  } catch (error) {
    batch.refuse(file.name, error);
  }
}

/** @param {Batch} batch @param {Brought} brought @param {Brought[]} packed to which files of many pictures, or of labels, are put */
async function readFile(batch, brought, packed) {
  const { file, label, content } = brought;
  if (isVector(file)) return batch.leave({ file, label });
  // Asking for a part of a file takes as long as decoding it: once, and not at all of what is at hand.
  const head = content ?? (await headOf(file));
  // What is in an archive in an archive is left where it is.
  if (isArchive(head) && content) throw pageError("picture-unreadable", { name: file.name });
  if (isArchive(head)) return readArchive(batch, file);
  if (isIdx(head) || isIdxLabels(head) || (head[0] << 8) + head[1] === GZIP) packed.push({ file, label });
  else batch.add(await readPicture(file, head), label);
}

/** @param {Batch} batch @param {File} file */
async function readArchive(batch, file) {
  checkArchive(file);
  const bytes = new Uint8Array(await file.arrayBuffer());
  for (const files of filesOf(bytes, file.name, MOST_PICTURE_BYTES)) {
    if (!batch.wanted) return;
    await readFiles(
      batch,
      files.map(({ path, ...each }) => ({ ...each, label: folderLabel(path) })),
    );
  }
}

/** Files of labels first: each belongs to the pictures that are as many. @param {Batch} batch @param {Brought[]} files */
async function readIdxFiles(batch, files) {
  /** @type {{file: File, labels: Uint8Array}[]} */
  const told = [];
  /** @type {Brought[]} */
  const pictures = [];
  // Of several with as many, the first labels by name belong to the first pictures.
  const inOrder = files.toSorted((one, other) => (one.file.name < other.file.name ? -1 : 1));
  for (const { file, label } of inOrder) {
    await attempt(batch, file, async () => {
      checkArchive(file);
      const bytes = await unpacked(file);
      if (isIdxLabels(bytes)) told.push({ file, labels: readIdxLabels(bytes, file.name) });
      else pictures.push({ file, label });
    });
  }
  for (const { file, label } of pictures) {
    if (!batch.wanted) return;
    await attempt(batch, file, async () => {
      const bytes = await unpacked(file);
      if (!isIdx(bytes)) throw pageError("picture-unreadable", { name: file.name });
      const found = readIdx(bytes, file.name);
      const place = told.findIndex(({ labels }) => labels.length === found.pictures.length);
      const [its] = place < 0 ? [] : told.splice(place, 1);
      await addAll(batch, found, (index) => (its ? String(its.labels[index]) : label));
    });
  }
  for (const { file, labels } of told) {
    batch.refuse(file.name, pageError("labels-alone", { count: labels.length }));
  }
}

/** @param {Batch} batch @param {ReturnType<typeof readIdx>} found @param {(index: number) => string} labelOf */
async function addAll(batch, { width, height, pictures }, labelOf) {
  const target = fitted({ width, height });
  for (const [index, picture] of pictures.entries()) {
    if (!batch.wanted) return;
    const asItIs = width === SIDE && height === SIDE;
    const values = asItIs ? Float32Array.from(picture, (value) => value / 255) : await scaled(picture, width, target);
    batch.add(values, labelOf(index));
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
  /** @param {File[]} files @param {string[]} labels of each @param {Tell} tell */
  async read(files, labels, tell) {
    const batch = new Batch(tell);
    await readFiles(
      batch,
      files.map((file, index) => ({ file, label: labels[index] })),
    );
    await batch.send();
  },

  /** @param {Uint8Array} pixels @param {string[]} labels */
  write(pixels, labels) {
    const archive = writeArchive(pixels, labels);
    return Comlink.transfer(archive, [archive.buffer]);
  },
};

/** @typedef {typeof commands} ReadingWorker */

Comlink.expose(commands);
