import type * as Cpu from "./cpu/generative_playground.js";
import type * as WebGpu from "./webgpu/generative_playground.js";

export type * from "./cpu/generative_playground.js";
export type { SelfTest } from "./webgpu/generative_playground.js";

/** The builds of the package, each an entry of its own as well. */
export type Build = "cpu" | "cpu-relaxed" | "cpu-threads" | "webgpu";

/** Everything a build exports, ready to use, and what build it is. */
export interface Library
  extends Omit<typeof Cpu, "default" | "initSync" | "main">,
    Partial<Pick<typeof WebGpu, "selfTest" | "compareOperations">> {
  /** The build that was loaded. */
  build: Build;
  /** The engines that it can compute on here. */
  engines: ("cpu" | "webgpu")[];
  /** How many threads the CPU engine works on by now, the caller's included: they come one by one. */
  threadCount(): number;
  /** Faster builds that could not be loaded, each with the reason. */
  failures: { build: Build; error: Error }[];
}

/** An Error of `load`, as of every other call: its message is in English, code and values are for programs. */
export interface LoadError extends Error {
  code: "load-failed" | "adapter-missing" | "setting-not-a-choice" | "setting-unknown" | "not-an-object";
  values: Record<string, string | number>;
}

/**
 * Loads the build that is the fastest in this browser, and starts its threads where it has any. Where one cannot be
 * loaded the next one is. Loading the same build again gives the one that is there.
 *
 * - `"cpu"`: the CPU engine alone, on threads where the page is isolated and there are processors for them.
 * - `"webgpu"`: WebGPU with the CPU engine beside it; rejects where the browser does not offer it.
 * - `"auto"`, the default: as `"webgpu"` where the browser offers it, else as `"cpu"`.
 *
 * With `threads: "one"` the CPU engine works on the caller's thread alone, to the same last bit: for several sessions at
 * once, each in a worker of its own.
 *
 * With `arithmetic: "reproducible"` the build comes that rounds alike on every processor and in every browser: a run has
 * the same bits wherever it is trained. It is the CPU engine without relaxed SIMD, on one thread; with `engine: "webgpu"`
 * it is refused.
 *
 * Rejects with a {@link LoadError} where nothing could be loaded; it can be called again then.
 */
export function load(options?: {
  engine?: "auto" | "cpu" | "webgpu";
  threads?: "auto" | "one";
  arithmetic?: "auto" | "reproducible";
}): Promise<Library>;
