// Pictures that the discriminator was never taught about: of another model, of another data set, of chance alone.

import { modelFile, shares, testPictures } from "../../experiment/data.js";
import { hasDataSet } from "../../experiment/datasets.js";
import { trainedIdea } from "../../experiment/ideas.js";
import { NOISE_SEED, SIDE } from "../drawing/constants.js";

/** @import {Page} from "../../types/page" */

/** Of each row. */
export const COUNT = 200;
/** Unseen real ones, changed a little, as by a phone's camera or a copy of a copy. */
export const ALTERED = /** @type {const} */ ([
  { id: "blurred", corruption: { kind: "blur", amount: 0.2 } },
  { id: "noisy", corruption: { kind: "noise", amount: 0.1 } },
]);
/** Bytes that the browser gives at once. */
const MOST_BYTES = 65_536;
/** What the models that come trained have learnt from. */
const SHIPPED = new Map(["mnist-small", "mnist"].map((name) => [name, trainedIdea("variational", "walk")]));

/** Whether a model of another kind comes trained on these data. @param {string} dataset */
export const hasOtherModel = (dataset) => Boolean(SHIPPED.get(dataset));

/** What such a model makes. @param {Page} page @param {string} dataset */
export async function otherModel(page, dataset) {
  const idea = SHIPPED.get(dataset);
  if (!idea) throw new Error(`No model comes with the page for "${dataset}". Expected one of ${[...SHIPPED.keys()]}.`);
  return page.sampleSaved(await modelFile(idea.name, idea.trained ?? 0), COUNT, NOISE_SEED);
}

/** Another data set of pictures, of other things. @param {string} dataset */
export const otherDataSet = (dataset) => (dataset === "fashion-small" ? "mnist-small" : "fashion-small");

/** @param {string} dataset */
export const hasOtherData = (dataset) => hasDataSet(otherDataSet(dataset));

/** @param {string} dataset @param {(share: number) => void} progress */
export const otherData = (dataset, progress) => testPictures(otherDataSet(dataset), COUNT, progress);

/** Each pixel by chance. */
export function noise() {
  const bytes = new Uint8Array(COUNT * SIDE * SIDE);
  for (let at = 0; at < bytes.length; at += MOST_BYTES) crypto.getRandomValues(bytes.subarray(at, at + MOST_BYTES));
  return shares(bytes);
}
