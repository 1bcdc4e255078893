// The data sets of the page: a further one is one more folder in data/, one line here, and its name in the languages.

/** @import {PointShape, SignalSettings} from "../types/library" */

/**
 * @typedef {object} DataSet
 * @property {"pictures"|"points"|"signals"} kind
 * @property {string[]} classes names of the labels; those that are words are message keys
 * @property {{shape: PointShape}} [points]
 * @property {SignalSettings} [signals]
 * @property {Record<string, number>} [bytes] how long each of its files is
 * @property {{name: string, bytes: number}} [classifier] by which made pictures are judged, data/models/<name>.safetensors
 */

const digits = Array.from({ length: 10 }, (_, digit) => String(digit));
const clothes = ["t-shirt", "trousers", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "boot"];

const signals = ["classes.chirp", "classes.pulse", "classes.beat"];
/** Values of a signal. */
const SIGNAL = 256;

/** @type {Record<string, DataSet>} */
export const DATA_SETS = {
  "mnist-small": {
    kind: "pictures",
    classes: digits,
    bytes: {
      "train-images-idx3-ubyte.gz": 1621355,
      "train-labels-idx1-ubyte.gz": 4950,
      "t10k-images-idx3-ubyte.gz": 316060,
      "t10k-labels-idx1-ubyte.gz": 1025,
    },
    classifier: { name: "digits-classifier", bytes: 219_756 },
  },
  "fashion-small": {
    kind: "pictures",
    classes: clothes.map((name) => `classes.${name}`),
    bytes: {
      "train-images-idx3-ubyte.gz": 4354256,
      "train-labels-idx1-ubyte.gz": 5089,
      "t10k-images-idx3-ubyte.gz": 872910,
      "t10k-labels-idx1-ubyte.gz": 1033,
    },
  },
  ring: { kind: "points", classes: [], points: { shape: "ring" } },
  grid: { kind: "points", classes: [], points: { shape: "grid" } },
  moons: { kind: "points", classes: [], points: { shape: "moons" } },
  "swiss-roll": { kind: "points", classes: [], points: { shape: "swiss-roll" } },
  line: { kind: "points", classes: [], points: { shape: "line" } },
  drawn: { kind: "points", classes: [], points: { shape: "drawn" } },
  signals: { kind: "signals", classes: signals, signals: { shape: "mixed", length: SIGNAL } },
  beats: { kind: "signals", classes: [], signals: { shape: "beats", length: SIGNAL } },
};

/** @param {string} name */
export const hasDataSet = (name) => Object.hasOwn(DATA_SETS, name);
