// A model of ours on the data that the page ships, from its first step to its figure on the test part.

import { LIBRARIES } from "./libraries.js";

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
  const name = LIBRARIES[library].ours;
  const { default: init, Session } = await import(/* @vite-ignore */ `/pkg/${name}/generative_playground.js`);
  await init();
  const session = await Session.create({ engine: name === "webgpu" ? "webgpu" : "cpu", ...settings });
  if (settings.family === "adversarial") {
    session.loadPoints({ shape: "ring", count: 8, radius: 2, deviation: 0.05 });
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
