// The library in Node, for the tests of the page's own modules, with what it tells of itself as the page has it.

import { describe, loadLibrary } from "../vite/library.js";

export const library = await loadLibrary();
/** As `virtual:settings` and `virtual:errors` give them to the page. */
export const { settings, errors } = describe(library);
