// When the page can be seen.

/** Longer than this nothing waits for a paint: a browser may not tell of one. */
const PATIENCE_MILLISECONDS = 2000;

/** @type {Promise<void>|undefined} */
let painted;

/** Resolves once the page has been painted; at once where it is not to be seen. */
export function firstPaint() {
  painted ??= new Promise((resolve) => {
    if (document.hidden) return resolve();
    setTimeout(resolve, PATIENCE_MILLISECONDS);
    const observer = new PerformanceObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe({ type: "paint", buffered: true });
  });
  return painted;
}
