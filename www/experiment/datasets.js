// The data sets of the page: a further one is one more folder in data/, one line here, and its name in the languages.

import { isToBeHad } from "../one-file/carried.js";

/** @import {Notation, PointShape, SignalSettings} from "../types/library" */

/**
 * @typedef {object} DataSet
 * @property {"pictures"|"points"|"signals"|"molecules"} kind
 * @property {string[]} classes names of the labels; those that are words are message keys
 * @property {boolean} [own] pictures that a person brings
 * @property {boolean} [tiles] they can stand beside themselves without a seam
 * @property {{shape: PointShape}} [points]
 * @property {SignalSettings} [signals]
 * @property {Molecules} [molecules]
 * @property {string} [folder] of its files in data/, where that is not its name
 * @property {Record<string, number>} [bytes] how long each of its files is
 * @property {[training: number, test: number]} [counts] pictures to learn from, and unseen ones
 * @property {{source: string, licence: string}} [credit] where it is from, and what may be done with it
 * @property {{name: string, bytes: number}} [classifier] by which made pictures are judged, data/models/<name>.safetensors
 */

/**
 * How molecules are written, in how many ways each, and how long and of how many symbols the sequences then are.
 * @typedef {{notation: Notation, writings: number, places: number, symbols: number}} Molecules
 */

const digits = Array.from({ length: 10 }, (_, digit) => String(digit));
const clothes = ["t-shirt", "trousers", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "boot"];
const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const emoji = ["smileys", "people", "animals", "food", "travel", "activities", "objects", "symbols"];

const textures = ["bricks", "ripples", "dots", "weave", "cells", "scales"];

const signals = ["classes.chirp", "classes.pulse", "classes.beat"];
/** Values of a signal. */
const SIGNAL = 256;

/** Of digits. */
const classifier = { name: "digits-classifier", bytes: 219_756 };
const mnist = { source: "MNIST, LeCun, Cortes & Burges", licence: "CC BY-SA 3.0" };

/** Molecules. */
const nci = {
  kind: /** @type {const} */ ("molecules"),
  classes: ["classes.no-ring", "classes.one-ring", "classes.two-rings", "classes.more-rings"],
  folder: "molecules",
  counts: /** @type {[number, number]} */ ([2559, 284]),
  credit: { source: "NCI Open Database", licence: "public domain, BSD-3-Clause" },
  bytes: { "train.smi": 58_474, "test.smi": 6563 },
};

/** @type {Record<string, DataSet>} */
const ALL = {
  "mnist-small": {
    kind: "pictures",
    classes: digits,
    counts: [10_000, 2000],
    credit: mnist,
    bytes: {
      "train-images-idx3-ubyte.gz": 1_621_355,
      "train-labels-idx1-ubyte.gz": 4_950,
      "t10k-images-idx3-ubyte.gz": 316_060,
      "t10k-labels-idx1-ubyte.gz": 1_025,
    },
    classifier,
  },
  mnist: {
    kind: "pictures",
    classes: digits,
    counts: [60_000, 5000],
    credit: mnist,
    bytes: {
      "train-images-idx3-ubyte.gz": 9_630_610,
      "train-labels-idx1-ubyte.gz": 28_878,
      "t10k-images-idx3-ubyte.gz": 784_480,
      "t10k-labels-idx1-ubyte.gz": 2_557,
    },
    classifier,
  },
  "fashion-small": {
    kind: "pictures",
    classes: clothes.map((name) => `classes.${name}`),
    counts: [10_000, 2000],
    credit: { source: "Fashion-MNIST, Zalando SE", licence: "MIT" },
    bytes: {
      "train-images-idx3-ubyte.gz": 4_354_256,
      "train-labels-idx1-ubyte.gz": 5_089,
      "t10k-images-idx3-ubyte.gz": 872_910,
      "t10k-labels-idx1-ubyte.gz": 1_033,
    },
  },
  letters: {
    kind: "pictures",
    classes: letters,
    counts: [7546, 935],
    credit: { source: "332 fonts, fonts-* (Debian)", licence: "OFL, GPL, Apache-2.0, CC0" },
    bytes: {
      "train-images-idx3-ubyte.gz": 1_699_359,
      "train-labels-idx1-ubyte.gz": 4_743,
      "t10k-images-idx3-ubyte.gz": 219_252,
      "t10k-labels-idx1-ubyte.gz": 610,
    },
  },
  emoji: {
    kind: "pictures",
    classes: emoji.map((name) => `classes.${name}`),
    counts: [2476, 280],
    credit: { source: "Noto Emoji, Google LLC", licence: "OFL-1.1" },
    bytes: {
      "train-images-idx3-ubyte.gz": 1_027_008,
      "train-labels-idx1-ubyte.gz": 1_169,
      "t10k-images-idx3-ubyte.gz": 115_370,
      "t10k-labels-idx1-ubyte.gz": 163,
    },
  },
  "game-icons": {
    kind: "pictures",
    classes: [],
    counts: [3734, 400],
    credit: { source: "Lorc, Delapouite & contributors, game-icons.net", licence: "CC BY 3.0" },
    bytes: {
      "train-images-idx3-ubyte.gz": 1_476_615,
      "train-labels-idx1-ubyte.gz": 45,
      "t10k-images-idx3-ubyte.gz": 158_684,
      "t10k-labels-idx1-ubyte.gz": 33,
    },
  },
  "pixel-icons": {
    kind: "pictures",
    classes: [],
    counts: [874, 100],
    credit: { source: "pixelarticons, Gerrit Halfmann", licence: "MIT" },
    bytes: {
      "train-images-idx3-ubyte.gz": 21_132,
      "train-labels-idx1-ubyte.gz": 36,
      "t10k-images-idx3-ubyte.gz": 2_569,
      "t10k-labels-idx1-ubyte.gz": 31,
    },
  },
  textures: {
    kind: "pictures",
    classes: textures.map((name) => `classes.${name}`),
    tiles: true,
    counts: [4000, 1000],
    credit: { source: "Generative Playground", licence: "CC0" },
    bytes: {
      "train-images-idx3-ubyte.gz": 610_470,
      "train-labels-idx1-ubyte.gz": 54,
      "t10k-images-idx3-ubyte.gz": 149_933,
      "t10k-labels-idx1-ubyte.gz": 47,
    },
  },
  own: { kind: "pictures", classes: [], own: true },
  ring: { kind: "points", classes: [], points: { shape: "ring" } },
  grid: { kind: "points", classes: [], points: { shape: "grid" } },
  moons: { kind: "points", classes: [], points: { shape: "moons" } },
  "swiss-roll": { kind: "points", classes: [], points: { shape: "swiss-roll" } },
  line: { kind: "points", classes: [], points: { shape: "line" } },
  drawn: { kind: "points", classes: [], points: { shape: "drawn" } },
  signals: { kind: "signals", classes: signals, signals: { shape: "mixed", length: SIGNAL } },
  beats: { kind: "signals", classes: [], signals: { shape: "beats", length: SIGNAL } },
  molecules: { ...nci, molecules: { notation: "selfies", writings: 5, places: 32, symbols: 35 } },
  "molecules-smiles": { ...nci, molecules: { notation: "smiles", writings: 5, places: 32, symbols: 24 } },
};

/** @param {string} name where in data/ its files are */
export const folderOf = (name) => `data/${ALL[name].folder ?? name}/`;

/** Of a model that comes with the page. @param {string} name */
export const pathOfModel = (name) => `data/models/${name}.safetensors`;

/** @param {string} name */
const isHere = (name) => Object.keys(ALL[name].bytes ?? {}).every((file) => isToBeHad(`${folderOf(name)}${file}`));

/** Those that are here: of a page that is one file, those that it carries, or that need no files. */
export const DATA_SETS = Object.fromEntries(Object.entries(ALL).filter(([name]) => isHere(name)));

/** @param {string} name */
export const hasDataSet = (name) => Object.hasOwn(DATA_SETS, name);
