// Where each build is: written out in full, and a line each, since bundlers find files by reading these lines.

/** The script that binds a build. */
export const scripts = {
  cpu: () => import("./cpu/generative_playground.js"),
  "cpu-relaxed": () => import("./cpu-relaxed/generative_playground.js"),
  "cpu-threads": () => import("./cpu-threads/generative_playground.js"),
  webgpu: () => import("./webgpu/generative_playground.js"),
};

/** Its module, fetched beside the script and not after it. */
export const modules = {
  cpu: () => fetch(new URL("./cpu/generative_playground_bg.wasm", import.meta.url)),
  "cpu-relaxed": () => fetch(new URL("./cpu-relaxed/generative_playground_bg.wasm", import.meta.url)),
  "cpu-threads": () => fetch(new URL("./cpu-threads/generative_playground_bg.wasm", import.meta.url)),
  webgpu: () => fetch(new URL("./webgpu/generative_playground_bg.wasm", import.meta.url)),
};

/** What starts the threads of a build that has them. */
export const starters = {
  "cpu-threads": () => import("./cpu-threads/start.js"),
};
