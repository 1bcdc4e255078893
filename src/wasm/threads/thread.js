// A thread of the CPU engine.

import init, { help } from "./generative_playground.js";

self.onmessage = async ({ data }) => {
  await init(data);
  help();
};
