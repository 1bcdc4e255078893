// What would be lost with the page: the browser asks before it leaves. It listens only while there is any, since of a page that
// listens some browsers keep nothing for the way back.

/** @type {Set<string>} */
const unsaved = new Set();

/** @param {BeforeUnloadEvent} event */
const ask = (event) => event.preventDefault();

/** @param {string} what @param {boolean} isThere it is there, and is not kept */
export function wouldBeLost(what, isThere) {
  if (isThere) unsaved.add(what);
  else unsaved.delete(what);
  if (unsaved.size > 0) window.addEventListener("beforeunload", ask);
  else window.removeEventListener("beforeunload", ask);
}
