// What can go wrong before there is a library to say so: in the same three parts, with a code and values.

/** Every code, with the names of its values. */
export const LOADING_ERRORS = {
  "engine-unknown": ["engine"],
  "webgpu-not-offered": [],
  "load-failed": ["builds", "reason"],
};

function refusal(code, values, message) {
  return Object.assign(new Error(message), { code, values });
}

export const engineUnknown = (engine) =>
  refusal(
    "engine-unknown",
    { engine: String(engine) },
    `The engine is "${engine}". Expected "auto", "cpu" or "webgpu". Name one of them, or none.`,
  );

export const webGpuNotOffered = () =>
  refusal(
    "webgpu-not-offered",
    {},
    'This browser offers no WebGPU adapter with timestamp queries. Expected navigator.gpu with an adapter that has the feature "timestamp-query". Use the CPU engine, or another browser.',
  );

/** @param {{build: string, error: Error}[]} failures one or more */
export function loadFailed(failures) {
  const builds = failures.map(({ build }) => build).join(", ");
  const reason = failures.at(-1).error.message;
  return refusal(
    "load-failed",
    { builds, reason },
    `The library could not be loaded (${builds}): ${reason}. Expected its scripts and modules where the package puts them. Look at the network, then load it again.`,
  );
}
