// What this browser has that makes the CPU engine faster.

/** A module of relaxed SIMD, whose only function multiplies and adds four numbers in one instruction. */
const MODULE = [
  [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  // One type, () -> (); one function of it.
  [0x01, 0x04, 0x01, 0x60, 0x00, 0x00, 0x03, 0x02, 0x01, 0x00],
  // Its code: three times i32.const 0 and i8x16.splat, then f32x4.relaxed_madd and drop.
  [0x0a, 0x14, 0x01, 0x12, 0x00],
  [0x41, 0x00, 0xfd, 0x0f, 0x41, 0x00, 0xfd, 0x0f, 0x41, 0x00, 0xfd, 0x0f],
  [0xfd, 0x85, 0x02, 0x1a, 0x0b],
].flat();

export const hasRelaxedSimd = () => WebAssembly.validate(new Uint8Array(MODULE));

/** Whether workers may share memory, and there are processors for more than one. */
export const hasThreads = () => globalThis.crossOriginIsolated && navigator.hardwareConcurrency > 1;
