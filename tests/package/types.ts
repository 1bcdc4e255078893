// Compiled and never run: what a program may write for each entry of the package.

import { type Session as AnySession, type Library, type LoadError, load, type Progress } from "generative-playground";
import startCpu, { type InitOutput, Session, type SettingsChoice } from "generative-playground/cpu";
import startRelaxed from "generative-playground/cpu-relaxed";
import startThreaded, { threadCount } from "generative-playground/cpu-threads";
import { startThreads, threadsFor } from "generative-playground/cpu-threads/start";
import startWebGpu, { compareOperations, selfTest } from "generative-playground/webgpu";

export async function train(library: Library): Promise<Progress> {
  const session: AnySession = await library.Session.create({ family: "variational", hidden: [64], code: 2 });
  session.loadPoints({ shape: "ring" });
  const progress = await session.train(20);
  const codes: Float32Array = await session.encode(session.examples(0, 4));
  if (codes.length !== 8) throw new Error(`${library.build}: ${codes.length}`);
  session.free();
  return progress;
}

export async function open(): Promise<Library | null> {
  try {
    const library = await load({ engine: "auto" });
    for (const { build, error } of library.failures) console.log(build.length, error.message);
    if (library.engines.includes("webgpu")) await library.selfTest?.();
    return library;
  } catch (error) {
    const { code, values } = error as LoadError;
    return code === "load-failed" && values.builds ? null : load();
  }
}

export async function everyEntry(): Promise<number> {
  const ready: InitOutput = await startCpu();
  await Promise.all([startRelaxed(), startThreaded(), startWebGpu({ module_or_path: fetch("webgpu.wasm") })]);
  const workers: Worker[] = startThreads(threadsFor(8));
  const { largestDifference } = await selfTest();
  const differences: Record<string, number> = await compareOperations();
  const settings: SettingsChoice = { family: "adversarial", optimizer: { name: "adam", learningRate: 0.001 } };
  (await Session.create(settings)).free();
  return (
    workers.length + threadCount() + largestDifference + (differences.product ?? 0) + ready.memory.buffer.byteLength
  );
}

load({ engine: "cpu", arithmetic: "reproducible" });
// @ts-expect-error there is no such engine
load({ engine: "gpu" });
// @ts-expect-error there is no such family
Session.create({ family: "diffusion" });
