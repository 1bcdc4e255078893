// What this browser has, so that the right build is loaded.

/** A module of relaxed SIMD, whose only function multiplies and adds four numbers in one instruction. */
const RELAXED_SIMD = [
  [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  // One type, () -> (); one function of it.
  [0x01, 0x04, 0x01, 0x60, 0x00, 0x00, 0x03, 0x02, 0x01, 0x00],
  // Its code: three times i32.const 0 and i8x16.splat, then f32x4.relaxed_madd and drop.
  [0x0a, 0x14, 0x01, 0x12, 0x00],
  [0x41, 0x00, 0xfd, 0x0f, 0x41, 0x00, 0xfd, 0x0f, 0x41, 0x00, 0xfd, 0x0f],
  [0xfd, 0x85, 0x02, 0x1a, 0x0b],
].flat();

export const hasRelaxedSimd = () => WebAssembly.validate(new Uint8Array(RELAXED_SIMD));

/** Whether workers may share memory, and there are processors for more than one. */
export const hasThreads = () => Boolean(globalThis.crossOriginIsolated) && navigator.hardwareConcurrency > 1;

/** Whether there is an adapter that the library can use: it times its work on it. */
export async function offersWebGpu() {
  try {
    const adapter = await navigator.gpu?.requestAdapter();
    return adapter?.features.has("timestamp-query") ?? false;
  } catch {
    // Whatever is missing on the way, there is no adapter to use.
    return false;
  }
}
