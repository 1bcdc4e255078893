// A few examples of each data set, as the page shows them before anything of it is fetched: bytes in base64.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { DATA_SETS } from "../www/experiment/datasets.js";
import { REACH as PLANE_REACH } from "../www/experiment/drawn-points.js";
import { readMolecule } from "../www/molecules/reading.js";
import { REACH as SIGNAL_REACH } from "../www/views/drawing/signal-lines.js";

const [HEADER, SIZE] = [16, 28 * 28];
const [PICTURES, POINTS, SIGNALS, MOLECULES] = [8, 240, 4, 4];
const SEED = 7;

/**
 * By the name of the data set; of one that a person brings there is none.
 * @param {*} library
 * @param {string} data the folder of the files
 * @returns {Promise<Record<string, string>>}
 */
export async function makePreviews(library, data) {
  const previews = {};
  for (const [name, set] of Object.entries(DATA_SETS)) {
    if (set.molecules) previews[name] = await moleculesOf(join(data, set.folder ?? name, "train.smi"));
    else if (set.bytes) previews[name] = await someOf(join(data, name, "train-images-idx3-ubyte.gz"));
    else if (set.points && set.points.shape !== "drawn") previews[name] = await examplesOf(library, set, PLANE_REACH);
    else if (set.signals) previews[name] = await examplesOf(library, set, SIGNAL_REACH);
  }
  return previews;
}

/** Pictures from all over the file. @param {string} path */
async function someOf(path) {
  const bytes = gunzipSync(await readFile(path));
  const count = (bytes.length - HEADER) / SIZE;
  const indices = Array.from({ length: PICTURES }, (_, place) => Math.floor(((place + 0.5) * count) / PICTURES));
  const some = indices.map((index) => bytes.subarray(HEADER + index * SIZE, HEADER + (index + 1) * SIZE));
  return Buffer.concat(some).toString("base64");
}

/** As they are drawn, from all over the file. @param {string} path */
async function moleculesOf(path) {
  const smiles = (await readFile(path, "utf8")).trim().split("\n");
  const some = Array.from(
    { length: MOLECULES },
    (_, place) => smiles[Math.floor(((place + 0.5) * smiles.length) / MOLECULES)],
  );
  return Buffer.from(JSON.stringify(some.map(readMolecule))).toString("base64");
}

/** What the library makes. */
async function examplesOf({ Session }, { points, signals }, reach) {
  const session = await Session.create({ family: "autoencoder", hidden: [1], code: 1, seed: SEED });
  try {
    if (points) session.loadPoints(points);
    else session.loadSignals(signals);
    const values = await session.examples(0, points ? POINTS : SIGNALS);
    const bytes = Array.from(values, (value) => Math.round(((value + reach) / (2 * reach)) * 255));
    return Buffer.from(bytes.map((byte) => Math.min(255, Math.max(0, byte)))).toString("base64");
  } finally {
    session.free();
  }
}
