// What tests of the package need inside the browser: they import it there from /tests/in-page.js.

/** As the package's README says: without it no thread could be started under the policy of this server. */
globalThis.trustedTypes?.createPolicy("default", {
  createScriptURL: (address) => (new URL(address, location.href).origin === location.origin ? address : null),
});

/** A build of the package, ready to use. */
export async function library(name) {
  const build = await import(`/pkg/${name}/generative_playground.js`);
  await build.default();
  return build;
}

const bytes = async (name) => new Uint8Array(await (await fetch(`/data/mnist-small/${name}.gz`)).arrayBuffer());

/** The digits, as IDX files. */
export async function digits() {
  const names = [
    "train-images-idx3-ubyte",
    "train-labels-idx1-ubyte",
    "t10k-images-idx3-ubyte",
    "t10k-labels-idx1-ubyte",
  ];
  const [images, labels, testImages, testLabels] = await Promise.all(names.map(bytes));
  return { images, labels, testImages, testLabels };
}

/** Settings small enough that a step takes a millisecond. */
export const SMALL = {
  autoencoder: { family: "autoencoder", hidden: [64], code: 8, seed: 7, batchSize: 32 },
  variational: { family: "variational", hidden: [64], code: 8, seed: 7, batchSize: 32 },
  adversarial: {
    ...{ family: "adversarial", objective: "non-saturating", optimizer: { learningRate: 5e-4 } },
    ...{ hidden: [64], code: 8, seed: 7, batchSize: 32 },
  },
};

/** A session of a build, on the digits, or on points or signals where there are any; "auto" has both engines to choose from. */
export async function open(name, { points, signals, ...settings }) {
  const { Session } = await library(name === "auto" ? "webgpu" : name);
  const engine = name.startsWith("cpu") ? "cpu" : name;
  const session = await Session.create({ engine, ...settings });
  if (points) {
    session.loadPoints(points);
    return session;
  }
  if (signals) {
    session.loadSignals(signals);
    return session;
  }
  const { images, labels, testImages, testLabels } = await digits();
  session.loadImages(images, labels);
  session.loadTestImages(testImages, testLabels);
  return session;
}

/** What a call that must fail says; null where it did not fail, or not with an Error. */
export async function refusal(call) {
  try {
    await call();
  } catch (error) {
    return error instanceof Error ? error.message : null;
  }
  return null;
}

/** Largest distance between two arrays of the same length. */
export function distance(one, other) {
  if (one.length !== other.length) return Number.POSITIVE_INFINITY;
  return one.reduce((most, value, index) => Math.max(most, Math.abs(value - other[index])), 0);
}
