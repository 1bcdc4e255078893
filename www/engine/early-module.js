// The library's module is most of what is fetched before the first step: it is asked for before its worker can, which then has
// it from the browser's cache. The build is the one that the library is going to choose.

import { hasRelaxedSimd, hasThreads } from "../../pkg/browser.js";

export function fetchModuleEarly() {
  const fast = hasThreads() ? "cpu-threads" : "cpu-relaxed";
  const build = hasRelaxedSimd() ? fast : "cpu";
  const file = document.querySelector(`meta[name="module-${build}"]`)?.getAttribute("content");
  if (!file) return;
  // Where it does not come, the worker asks again and says so.
  fetch(file, { priority: "low" })
    .then((response) => response.arrayBuffer())
    .catch(() => {});
}
