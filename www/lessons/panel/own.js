// Which experiment was there before a lesson, for the way back, also after a reload.

const KEY = "before-the-lesson";

/** The id of what was there where there was no experiment: the way back is to what the page opens on. */
export const NOTHING = "";

/** @typedef {{id: string, playing: boolean, view: string}} Own */

/** Storage may be refused, as in a private window. @type {Own|null} */
let held = null;

/** @param {Own} own */
export function keepOwn(own) {
  held = own;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(own));
  } catch {
    // It is known as long as the page is there.
  }
}

/** @returns {Own|null} */
export function takeOwn() {
  const own = held ?? stored();
  held = null;
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // There was none, then.
  }
  return own;
}

/** @returns {Own|null} */
function stored() {
  try {
    const { id, playing, view } = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
    return typeof id === "string" ? { id, playing: playing === true, view: String(view) } : null;
  } catch {
    return null;
  }
}
