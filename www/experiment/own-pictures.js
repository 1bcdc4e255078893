// Pictures that a person brings: in memory, and in this browser where they wish it. Nothing of them is sent.

import { openDB } from "idb";
import { pageError } from "../errors.js";
import { writeIdx } from "../pictures/idx.js";
import { SIDE } from "../views/drawing/constants.js";

const DATABASE = "generative-playground-pictures";
const STORE = "pictures";
const SIZE = SIDE * SIDE;
export const LEAST_OWN = 4;
export const MOST_OWN = 10_000;
/** One in so many is kept apart, to be measured on. */
const TEST_EVERY = 10;
/** Fewer than these are learnt from at other places as well, one pixel away. */
const FEW = 500;
const SHIFTS = [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((across) => /** @type {const} */ ([across, down])));
/** Letters of a name. */
const NAME_LETTERS = 12;

/** @typedef {{id: string, pixels: Uint8Array}} OwnPictures grey values, `[count * 784]` */

/** The latest last. @type {Map<string, Uint8Array>} */
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

/** Whether one is kept apart, to be measured on. @param {number} index @param {number} count of all */
const isTest = (index, count) => (count < TEST_EVERY ? index === count - 1 : index % TEST_EVERY === TEST_EVERY - 1);

/** How they are parted: what is learnt from, with shifted copies where they are few, and what is measured on. @param {number} count */
export function partsOf(count) {
  const indices = Array.from({ length: count }, (_, index) => index);
  const training = indices.filter((index) => !isTest(index, count));
  const test = indices.filter((index) => isTest(index, count));
  return { training, test, isShifted: training.length < FEW };
}

/**
 * @param {Uint8Array} pixels `[count * 784]`
 * @param {boolean} kept in this browser, so that they outlast the page
 * @returns {Promise<{id: string, kept: boolean}>} a name that the same pictures have again; and whether they are kept
 */
export async function addOwn(pixels, kept) {
  const id = await nameOf(pixels);
  present.delete(id);
  present.set(id, pixels);
  if (kept) return { id, kept: await store({ id, pixels }) };
  await forget(id);
  return { id, kept: false };
}

/** @param {string} id @returns {Promise<Uint8Array>} `[count * 784]` */
export async function ownPixels(id) {
  const known = present.get(id) ?? /** @type {OwnPictures|undefined} */ (await stored(id))?.pixels;
  if (!known) throw pageError("own-pictures-gone");
  present.set(id, known);
  return known;
}

/** Whether they are kept in this browser. @param {string} id */
export const isKept = async (id) => Boolean(await stored(id));

/** A part of them, as the files of other data sets are. @param {string} id @param {string} name */
export async function ownFile(id, name) {
  const pixels = await ownPixels(id);
  const { training, test, isShifted } = partsOf(pixels.length / SIZE);
  const picture = (/** @type {number} */ index) => pixels.subarray(index * SIZE, (index + 1) * SIZE);
  if (name.startsWith("t10k")) return idxOf(test.map(picture));
  const learnt = training.map(picture);
  return idxOf(isShifted ? learnt.flatMap((each) => SHIFTS.map((shift) => shifted(each, shift))) : learnt);
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
  const moved = new Uint8Array(SIZE);
  for (let row = Math.max(0, down); row < Math.min(SIDE, SIDE + down); row++) {
    const from = (row - down) * SIDE + Math.max(0, -across);
    const length = SIDE - Math.abs(across);
    moved.set(picture.subarray(from, from + length), row * SIDE + Math.max(0, across));
  }
  return moved;
}

/** @param {Uint8Array} pixels */
async function nameOf(pixels) {
  // Not there on a page that comes by http from another machine.
  if (!crypto.subtle) return Array.from(crypto.getRandomValues(new Uint8Array(NAME_LETTERS / 2)), hex).join("");
  const digest = await crypto.subtle.digest("SHA-256", /** @type {Uint8Array<ArrayBuffer>} */ (pixels));
  return Array.from(new Uint8Array(digest), hex).join("").slice(0, NAME_LETTERS);
}

const hex = (/** @type {number} */ byte) => byte.toString(16).padStart(2, "0");

/** @param {string} id */
const stored = async (id) => (await database())?.get(STORE, id).catch(() => undefined);

/** @param {OwnPictures} pictures */
async function store(pictures) {
  const opened = await database();
  if (!opened) return false;
  return opened.put(STORE, pictures).then(
    () => true,
    () => false,
  );
}

/** They are not to be in this browser any more. @param {string} id */
async function forget(id) {
  await (await database())?.delete(STORE, id).catch(() => {});
}
