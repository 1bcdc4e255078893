// What one thread can do at most in wasm: products and sums on registers alone, in a module put together here.

const [I32, F32, V128, FUNCTION, NOTHING] = [0x7f, 0x7d, 0x7b, 0x60, 0x40];
const [LOOP, BRANCH_IF, END] = [0x03, 0x0d, 0x0b];
const [LOCAL_GET, LOCAL_SET, LOCAL_TEE, I32_CONST, F32_CONST, I32_SUB] = [0x20, 0x21, 0x22, 0x41, 0x43, 0x6b];
const [SPLAT, EXTRACT_LANE, ADD, MULTIPLY, RELAXED_MADD] = [0x13, 0x1f, 0xe4, 0xe6, 0x105];

/** Sums in registers, none of which waits for another: more hide more waiting, and fewer leave more registers. */
const SUMS = [8, 12];
/** Operations on each sum in one turn of the loop, so that the loop itself costs little. */
const REPEATS = 8;
const TURNS = 200_000;
const TRIALS = 30;
/** For each sum: four lanes, a product and a sum in each. */
const OPERATIONS = TURNS * REPEATS * 4 * 2;

/** Unsigned, seven bits in a byte. @param {number} value @returns {number[]} */
const number = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...number(value >>> 7)]);
/** @param {number} operation */
const simd = (operation) => [0xfd, ...number(operation)];
/** @param {number[][]} items */
const list = (...items) => [...number(items.length), ...items.flat()];
/** @param {number} id @param {number[]} content */
const section = (id, content) => [id, ...number(content.length), ...content];
/** @param {number} value */
const float = (value) => [F32_CONST, ...new Uint8Array(new Float32Array([value]).buffer), ...simd(SPLAT)];

/**
 * A module with one function `run(turns) -> f32`. Each sum becomes `sum * factor + term`: no product is the same twice,
 * so that a compiler cannot take one out of the loop, and 0.5 and 1 keep the numbers near 2.
 * @param {boolean} relaxed whether product and sum are one instruction
 * @param {number} sums
 */
function assemble(relaxed, sums) {
  const [turns, firstSum, factor, term] = [0, 1, 1 + sums, 2 + sums];
  const own = Array.from({ length: sums }, (_, index) => firstSum + index);
  const step = (/** @type {number} */ sum) =>
    relaxed
      ? [LOCAL_GET, sum, LOCAL_GET, factor, LOCAL_GET, term, ...simd(RELAXED_MADD), LOCAL_SET, sum]
      : [LOCAL_GET, sum, LOCAL_GET, factor, ...simd(MULTIPLY), LOCAL_GET, term, ...simd(ADD), LOCAL_SET, sum];
  const code = [
    ...list([...number(sums + 2), V128]),
    ...own.flatMap((sum) => [...float(sum), LOCAL_SET, sum]),
    ...[...float(0.5), LOCAL_SET, factor],
    ...[...float(1), LOCAL_SET, term],
    ...[LOOP, NOTHING],
    ...Array.from({ length: REPEATS }, () => own.flatMap(step)).flat(),
    ...[LOCAL_GET, turns, I32_CONST, 1, I32_SUB, LOCAL_TEE, turns, BRANCH_IF, 0],
    END,
    // All sums are given back in one number, so that none is left out.
    ...own.flatMap((sum, index) => [LOCAL_GET, sum, ...(index > 0 ? simd(ADD) : [])]),
    ...[...simd(EXTRACT_LANE), 0],
    END,
  ];
  const name = [...new TextEncoder().encode("run")];
  return new Uint8Array([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list([FUNCTION, ...list([I32]), ...list([F32])])),
    ...section(3, list([0])),
    ...section(7, list([...number(name.length), ...name, 0, 0])),
    ...section(10, list([...number(code.length), ...code])),
  ]);
}

/**
 * GFLOP/s of the best trial: what else runs on the machine can only slow one.
 * @param {boolean} relaxed @param {number} sums
 */
async function measure(relaxed, sums) {
  const module = assemble(relaxed, sums);
  if (!WebAssembly.validate(module)) return null;
  const { instance } = await WebAssembly.instantiate(module);
  const run = /** @type {(turns: number) => number} */ (instance.exports.run);
  // The optimising compiler takes over between two calls, once there have been enough of them.
  for (let call = 0; call < 2000; call += 1) run(100);
  await new Promise((resolve) => setTimeout(resolve, 200));
  let best = Number.POSITIVE_INFINITY;
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const began = performance.now();
    run(TURNS);
    best = Math.min(best, performance.now() - began);
  }
  return (OPERATIONS * sums) / best / 1e6;
}

/** @param {boolean} relaxed */
async function peak(relaxed) {
  let best = null;
  for (const sums of SUMS) {
    const speed = await measure(relaxed, sums);
    if (speed !== null && speed > (best?.speed ?? 0)) best = { speed, sums };
  }
  return best;
}

/** GFLOP/s of one thread, and with how many sums; null where the browser lacks the instruction. */
export const peaks = async () => ({ relaxed: await peak(true), separate: await peak(false) });
