// Pictures that a person brings: in memory, and in this browser where they wish it. Nothing of them is sent.

import { openDB } from "idb";
import { pageError } from "../errors.js";
import { writeIdx, writeIdxLabels } from "../pictures/idx.js";
import { SIDE } from "../views/drawing/constants.js";
import { labelsIn, nameLabels, partsOf } from "./own-labels.js";

const DATABASE = "generative-playground-pictures";
const STORE = "pictures";
const SIZE = SIDE * SIDE;
export const LEAST_OWN = 4;
export const MOST_OWN = 10_000;
const SHIFTS = [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((across) => /** @type {const} */ ([across, down])));
const NO_SHIFT = /** @type {const} */ ([0, 0]);
/** Letters of a name. */
const NAME_LETTERS = 12;

/** Grey values, `[count * 784]`, and the label of each, "" for none. @typedef {{pixels: Uint8Array, labels: string[]}} OwnPictures */

/** The latest last. @type {Map<string, OwnPictures>} */
const present = new Map();

/** @type {Promise<import("idb").IDBPDatabase|null>|null} */
let opening = null;

/** Null where the browser refuses one. */
function database() {
  const opened = async () =>
    openDB(DATABASE, 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore(STORE, { keyPath: "id" });
      },
    });
  opening ??= opened().catch(() => null);
  return opening;
}

/** The pictures that were brought last; "" where none were. */
export const latestOwn = () => [...present.keys()].at(-1) ?? "";

/**
 * @param {OwnPictures} pictures
 * @param {boolean} kept in this browser, so that they outlast the page
 * @returns {Promise<{id: string, kept: boolean}>} a name that the same pictures have again; and whether they are kept
 */
export async function addOwn(pictures, kept) {
  const id = await nameOf(pictures);
  present.delete(id);
  present.set(id, pictures);
  nameLabels(id, pictures.labels);
  if (kept) return { id, kept: await store(id, pictures) };
  await forget(id);
  return { id, kept: false };
}

/** @param {string} id @returns {Promise<OwnPictures>} whose labels the page can say from then on */
export async function ownPictures(id) {
  const known = present.get(id) ?? (await stored(id));
  if (!known) throw pageError("own-pictures-gone");
  const { pixels } = known;
  // None were kept in earlier editions.
  const labels = known.labels ?? Array(pixels.length / SIZE).fill("");
  present.set(id, { pixels, labels });
  nameLabels(id, labels);
  return { pixels, labels };
}

/** Whether they are kept in this browser. @param {string} id */
export const isKept = async (id) => Boolean(await stored(id));

/** A part of them, as the files of other data sets are. @param {string} id @param {string} name */
export async function ownFile(id, name) {
  const { pixels, labels } = await ownPictures(id);
  const { training, test, isShifted } = partsOf(labels);
  const part = name.startsWith("t10k") ? test : training;
  const shifts = isShifted && part === training ? SHIFTS : [NO_SHIFT];
  if (name.includes("labels")) {
    const order = labelsIn(labels);
    return writeIdxLabels(part.flatMap((index) => shifts.map(() => order.indexOf(labels[index]))));
  }
  const picture = (/** @type {number} */ index) => pixels.subarray(index * SIZE, (index + 1) * SIZE);
  return idxOf(part.flatMap((index) => shifts.map((shift) => shifted(picture(index), shift))));
}

/** @param {Uint8Array[]} pictures */
function idxOf(pictures) {
  const all = new Uint8Array(pictures.length * SIZE);
  pictures.forEach((picture, index) => {
    all.set(picture, index * SIZE);
  });
  return writeIdx(all, SIDE);
}

/** @param {Uint8Array} picture @param {readonly [across: number, down: number]} by */
function shifted(picture, [across, down]) {
  if (across === 0 && down === 0) return picture;
  const moved = new Uint8Array(SIZE);
  for (let row = Math.max(0, down); row < Math.min(SIDE, SIDE + down); row++) {
    const from = (row - down) * SIDE + Math.max(0, -across);
    const length = SIDE - Math.abs(across);
    moved.set(picture.subarray(from, from + length), row * SIDE + Math.max(0, across));
  }
  return moved;
}

/** @param {OwnPictures} pictures */
async function nameOf({ pixels, labels }) {
  // Not there on a page that comes by http from another machine.
  if (!crypto.subtle) return Array.from(crypto.getRandomValues(new Uint8Array(NAME_LETTERS / 2)), hex).join("");
  const told = labels.some((label) => label !== "") ? JSON.stringify(labels) : "";
  const all = new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (pixels), told]);
  const digest = await crypto.subtle.digest("SHA-256", await all.arrayBuffer());
  return Array.from(new Uint8Array(digest), hex).join("").slice(0, NAME_LETTERS);
}

const hex = (/** @type {number} */ byte) => byte.toString(16).padStart(2, "0");

/** @param {string} id */
const stored = async (id) => (await database())?.get(STORE, id).catch(() => undefined);

/** @param {string} id @param {OwnPictures} pictures */
async function store(id, pictures) {
  const opened = await database();
  if (!opened) return false;
  return opened.put(STORE, { id, ...pictures }).then(
    () => true,
    () => false,
  );
}

/** They are not to be in this browser any more. @param {string} id */
async function forget(id) {
  await (await database())?.delete(STORE, id).catch(() => {});
}
