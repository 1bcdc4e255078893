// Fetches data sets, and models that come with the page, each file once; what did not arrive whole is fetched again at the
// next call.

import { pageError } from "../errors.js";
import { carriedBytes, isCarried } from "../one-file/carried.js";
import { DATA_SETS, folderOf, pathOfModel } from "./datasets.js";
import { unpackPoints } from "./drawn-points.js";
import { classesOf } from "./own-labels.js";
import { ownFile, ownPictures } from "./own-pictures.js";

/** @import {DataDescription} from "../types/library" */
/** @import {Data, State, TestData} from "../types/page" */

/** @type {Map<string, Promise<Uint8Array>>} */
const files = new Map();
/** Files that once came broken: the browser's own copy is not to be trusted. @type {Set<string>} */
const broken = new Set();

/** Bytes before the pixels of a file of pictures, and of each picture; before the labels of a file of those. */
const [IDX_HEADER, PIXELS, LABELS_HEADER] = [16, 28 * 28, 8];
/** With which a packed file begins. */
const GZIP = [0x1f, 0x8b];

/** What can go wrong with either, by the codes of errors. */
const FAILURES = {
  data: { unreachable: "data-unreachable", refused: "data-refused", brokeOff: "data-broke-off" },
  model: { unreachable: "model-unreachable", refused: "model-refused", brokeOff: "model-broke-off" },
};

/** @typedef {(share: number) => void} Progress of what is to be fetched, 0 to 1 */

/** Which data: the set, and where it is a person's own, which of theirs. @typedef {Pick<State, "dataset"|"own">} Which */

/** @param {Which} which @param {string} name @param {Progress} [progress] */
const file = ({ dataset, own }, name, progress) =>
  DATA_SETS[dataset].own
    ? ownFile(own, name)
    : fetched("data", `${folderOf(dataset)}${name}`, DATA_SETS[dataset].bytes?.[name] ?? 0, progress);

/** A model that comes with the page. @param {string} name @param {number} length in bytes */
export const modelFile = (name, length) => fetched("model", pathOfModel(name), length);

/**
 * @param {keyof typeof FAILURES} what
 * @param {string} path @param {number} length @param {Progress} [progress]
 */
function fetched(what, path, length, progress) {
  const known = files.get(path);
  if (known) return known;
  const loading = download(what, path, length, progress).catch((error) => {
    files.delete(path);
    broken.add(path);
    throw error;
  });
  files.set(path, loading);
  return loading;
}

/** @param {keyof typeof FAILURES} what @param {string} path @param {number} length @param {Progress} [progress] */
async function download(what, path, length, progress) {
  if (isCarried(path)) return carriedBytes(path);
  const response = await fetch(path, { cache: broken.has(path) ? "reload" : "default" }).catch(() => null);
  if (!response) throw pageError(FAILURES[what].unreachable);
  if (!response.ok || !response.body) throw pageError(FAILURES[what].refused, { status: String(response.status) });
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const taken = [];
  let count = 0;
  try {
    for await (const part of parts(response.body.getReader())) {
      taken.push(part);
      count += part.length;
      progress?.(Math.min(count / length, 1));
    }
  } catch {
    throw pageError(FAILURES[what].brokeOff);
  }
  // What a host sends as content that is encoded, the browser has unpacked, and told whether it was whole.
  if (count !== length && !response.headers.has("content-encoding")) throw pageError(FAILURES[what].brokeOff);
  return new Uint8Array(await new Blob(taken).arrayBuffer());
}

/** @param {ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>} reader */
async function* parts(reader) {
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

/** What has been fetched cannot be used: it is fetched anew at the next call. @param {string} dataset */
export function forgetData(dataset) {
  for (const path of files.keys()) {
    if (!path.startsWith(folderOf(dataset))) continue;
    files.delete(path);
    broken.add(path);
  }
}

/**
 * What training needs. The test part is left for later: the first step does not wait for it.
 * @param {State} state
 * @param {Progress} [progress]
 * @returns {Promise<Data>}
 */
export async function trainingData(state, progress) {
  const { dataset, only, pictures, scarce, scarceCount, drawn } = state;
  const { points, signals, molecules } = DATA_SETS[dataset];
  if (points?.shape === "drawn") return { kind: "points", points: { ...points, points: unpackPoints(drawn) } };
  if (points) return { kind: "points", points };
  if (signals) return { kind: "signals", signals };
  if (molecules) {
    const [smiles, test] = await Promise.all(
      ["train.smi", "test.smi"].map((name) => smilesOf(dataset, name, progress)),
    );
    return { kind: "molecules", name: dataset, smiles, test, molecules };
  }
  const [images, labels] = await Promise.all([
    file(state, "train-images-idx3-ubyte.gz", progress),
    labelsOf(state, "train"),
  ]);
  return {
    kind: "pictures",
    name: dataset,
    images,
    labels,
    only: only.length > 0 ? only : null,
    most: pictures === "" ? null : pictures,
    scarce: scarce === "" ? null : { label: scarce, count: scarceCount },
  };
}

/** Molecules, one a line. @param {string} dataset @param {string} name @param {Progress} [progress] */
export async function smilesOf(dataset, name, progress) {
  const text = new TextDecoder().decode(await file({ dataset, own: "" }, name, progress));
  return text.trim().split(/\s+/);
}

/** @param {Which} which @param {"train"|"t10k"} part @returns {Promise<Uint8Array|null>} null where it has none */
async function labelsOf(which, part) {
  // Only then it is known which labels there are.
  if (DATA_SETS[which.dataset].own) await ownPictures(which.own);
  return classesOf(which).length > 0 ? file(which, `${part}-labels-idx1-ubyte.gz`) : null;
}

/**
 * What measuring needs as well.
 * @param {Which} which
 * @returns {Promise<TestData|null>} null where the data set makes its own
 */
export async function testData(which) {
  const { kind, classifier: comes } = DATA_SETS[which.dataset];
  if (kind !== "pictures") return null;
  const [images, labels, classifier] = await Promise.all([
    file(which, "t10k-images-idx3-ubyte.gz"),
    labelsOf(which, "t10k"),
    comes && modelFile(comes.name, comes.bytes),
  ]);
  return { images, labels, classifier };
}

/**
 * Pictures of a data set that nothing here learns from: those of its test part.
 * @param {string} dataset
 * @param {number} count
 * @param {Progress} [progress]
 * @returns {Promise<Float32Array>} 0 to 1, one after the other
 */
export async function testPictures(dataset, count, progress) {
  const which = { dataset, own: "" };
  const idx = await content(
    which,
    await file(which, "t10k-images-idx3-ubyte.gz", progress),
    IDX_HEADER + count * PIXELS,
  );
  return shares(idx.subarray(IDX_HEADER, IDX_HEADER + count * PIXELS));
}

/** The label of each picture of the test part, in their order; 0 where there are none. @param {Which} which */
export async function testLabels(which) {
  const labels = await labelsOf(which, "t10k");
  if (labels) return (await content(which, labels, LABELS_HEADER + 1)).subarray(LABELS_HEADER);
  const idx = await content(which, await file(which, "t10k-images-idx3-ubyte.gz"), IDX_HEADER + PIXELS);
  return new Uint8Array((idx.length - IDX_HEADER) / PIXELS);
}

/** A file unpacked, at least so long. @param {Which} which @param {Uint8Array} packed @param {number} least */
async function content({ dataset }, packed, least) {
  const idx = await unpacked(packed).catch(() => new Uint8Array());
  if (idx.length >= least) return idx;
  forgetData(dataset);
  throw pageError("data-broke-off");
}

/** Bytes as numbers from 0 to 1; a plain loop takes a tenth of the time of a map. @param {Uint8Array} bytes */
export function shares(bytes) {
  const values = new Float32Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) values[at] = bytes[at] / 255;
  return values;
}

/** What a host sends as content that is encoded, the browser has unpacked. @param {Uint8Array} bytes */
async function unpacked(bytes) {
  if (bytes[0] !== GZIP[0] || bytes[1] !== GZIP[1]) return bytes;
  const part = new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)]).stream();
  return new Uint8Array(await new Response(part.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
}

/** Whether a session has learnt from these data. @param {DataDescription} saved @param {DataDescription|null} loaded */
export function sameData(saved, loaded) {
  if (saved.kind === "images") return loaded?.kind === "images" && loaded.checksum === saved.checksum;
  if (saved.kind === "molecules") {
    return loaded?.kind === "molecules" && loaded.checksum === saved.checksum && loaded.notation === saved.notation;
  }
  if (loaded?.kind !== saved.kind) return false;
  return JSON.stringify(loaded.settings) === JSON.stringify(saved.settings);
}
