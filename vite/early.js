// The library's module is most of what is fetched before the first step: it is asked for beside the page's own scripts, and
// its worker then has it from the browser's cache. The build is the one that the library is going to choose.

import { hasRelaxedSimd, hasThreads } from "../pkg/browser.js";

const fast = hasThreads() ? "cpu-threads" : "cpu-relaxed";
const build = hasRelaxedSimd() ? fast : "cpu";
const file = document.querySelector(`meta[name="module-${build}"]`)?.getAttribute("content");
// Where it does not come, the worker asks again and says so.
if (file) {
  fetch(file, { priority: "low" })
    .then((response) => response.arrayBuffer())
    .catch(() => {});
}
