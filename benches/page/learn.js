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
 * Gives a measure, or where none is wanted the session as it is saved, in base 64.
 * @param {{library: string, steps: number, data: string, measure: string|null, settings: object}} task
 * @returns {Promise<{value: number, baseline: number|null}|{saved: string}>}
 */
export async function learn({ library, steps, data, measure, settings }) {
  const { Session, engine } = await load(LIBRARIES[library].ours);
  const session = await Session.create({ engine, ...settings });
  if (data === "points") {
    session.loadPoints(RING);
  } else {
    session.loadImages(await digits("train-images-idx3"), await digits("train-labels-idx1"));
    session.loadTestImages(await digits("t10k-images-idx3"), await digits("t10k-labels-idx1"));
  }
  await session.train(steps);
  if (measure === null) return { saved: await base64(await session.save()) };
  const { measures } = await session.evaluate();
  session.free();
  const { value, baseline } = measures.find((/** @type {{name: string}} */ one) => one.name === measure);
  return { value, baseline: baseline?.value ?? null };
}

/** @param {Uint8Array<ArrayBuffer>} bytes @returns {Promise<string>} */
function base64(bytes) {
  const reader = new FileReader();
  return new Promise((resolve) => {
    reader.onload = () => resolve(String(reader.result).split(",")[1]);
    reader.readAsDataURL(new Blob([bytes]));
  });
}
