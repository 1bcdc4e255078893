import { load } from "./node_modules/generative-playground/index.js";

const { Session, threadCount } = await load({ engine: "cpu" });
const session = await Session.create({ family: "autoencoder", hidden: [256, 64], code: 1, seed: 7 });
session.loadPoints({ shape: "ring" });
for (let round = 0; round < 100; round += 1) {
  const { step, losses } = await session.train(20);
  await new Promise((resolve) => setTimeout(resolve));
  postMessage({ step, loss: losses.reconstruction, threads: threadCount() });
}
