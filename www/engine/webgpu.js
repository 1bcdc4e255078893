// Whether this browser has a WebGPU that the library can use.

/** The little of the browser's interface that is needed to ask. */
/** @typedef {{requestAdapter(): Promise<{features: {has(name: string): boolean}}|null>}} Gpu */

/** @returns {Promise<boolean>} */
export async function offersWebGpu() {
  const gpu = /** @type {{gpu?: Gpu}} */ (/** @type {unknown} */ (navigator)).gpu;
  const adapter = await gpu?.requestAdapter().catch(() => null);
  return adapter?.features.has("timestamp-query") ?? false;
}
