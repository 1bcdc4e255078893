// A model of ours on the data that the page ships, from its first step to its figure on the test part.

import { LIBRARIES } from "./libraries.js";
import { load, RING } from "./ours.js";

/** @param {string} name of a file of the shipped digits */
async function digits(name) {
  const response = await fetch(`/data/mnist-small/${name}-ubyte.gz`);
  if (!response.ok) throw new Error(`no digits: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * @param {{library: string, steps: number, measure: string, settings: {family: string}}} wanted
 * @returns {Promise<{value: number, baseline: number|null}>}
 */
export async function learn({ library, steps, measure, settings }) {
  const { Session, engine } = await load(LIBRARIES[library].ours);
  const session = await Session.create({ engine, ...settings });
  if (settings.family === "adversarial") {
    session.loadPoints(RING);
  } else {
    session.loadImages(await digits("train-images-idx3"), await digits("train-labels-idx1"));
    session.loadTestImages(await digits("t10k-images-idx3"), await digits("t10k-labels-idx1"));
  }
  await session.train(steps);
  const { measures } = await session.evaluate();
  session.free();
  const { value, baseline } = measures.find((/** @type {{name: string}} */ one) => one.name === measure);
  return { value, baseline: baseline?.value ?? null };
}
