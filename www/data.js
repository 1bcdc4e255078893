// Fetches the data sets, each once; the session unpacks them itself.

import { DATA_SETS } from "./defaults.js";

/** @import {Data} from "./types/page" */

/** @type {Map<string, Promise<Uint8Array>>} */
const files = new Map();

/** @param {string} path */
function file(path) {
  const known = files.get(path);
  if (known) return known;
  const loading = (async () => {
    const response = await fetch(`data/${path}`).catch(() => null);
    if (!response?.ok) {
      files.delete(path);
      const reason = response ? `the server answered ${response.status}` : "the network is away";
      throw new Error(`The data set could not be fetched: ${reason}. Choose another, or reload the page.`);
    }
    return new Uint8Array(await response.arrayBuffer());
  })();
  files.set(path, loading);
  return loading;
}

/**
 * What training needs. The test part is left for later: the first step does not wait for it.
 * @param {string} dataset
 * @returns {Promise<Data>}
 */
export async function trainingData(dataset) {
  const { points } = DATA_SETS[dataset];
  if (points) return { kind: "points", points };
  const [images, labels] = await Promise.all([
    file(`${dataset}/train-images-idx3-ubyte.gz`),
    file(`${dataset}/train-labels-idx1-ubyte.gz`),
  ]);
  return { kind: "pictures", images, labels };
}

/**
 * What measuring needs as well.
 * @param {string} dataset
 * @returns {Promise<{images: Uint8Array, labels: Uint8Array}|null>} null where the data set draws its own
 */
export async function testData(dataset) {
  if (DATA_SETS[dataset].kind === "points") return null;
  const [images, labels] = await Promise.all([
    file(`${dataset}/t10k-images-idx3-ubyte.gz`),
    file(`${dataset}/t10k-labels-idx1-ubyte.gz`),
  ]);
  return { images, labels };
}
