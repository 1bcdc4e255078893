// A thread of the CPU engine.

import init, { becomeThread } from "./generative_playground.js";

self.onmessage = async ({ data }) => {
  await init(data);
  becomeThread();
};
