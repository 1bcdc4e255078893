// Scripts that are fetched when they are wanted, and do not come. A browser that failed to fetch one does not ask for it again:
// the page has to be loaded anew, by which nothing is lost.

import { pageError } from "./errors.js";

/** @import {CodedError} from "./errors.js" */

let missing = false;

/** @param {(error: CodedError) => void} tell unless whoever wanted the script says it in words of its own */
export function watchScripts(tell) {
  window.addEventListener("vite:preloadError", () => {
    missing = true;
    tell(pageError("part-unreachable"));
  });
}

/** What helps against an error, where that is to load the page anew. @param {unknown} error */
export function reloadFor(error) {
  const { code } = /** @type {Partial<CodedError>} */ (error);
  return missing && code?.endsWith("-unreachable") ? () => location.reload() : undefined;
}
