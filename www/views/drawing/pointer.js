// Who may draw or drag: the main button of one pointer, from its press until it is let go, however that comes about.

/** @typedef {Pick<PointerEvent, "type"|"pointerId"|"isPrimary"|"button"|"buttons">} Pointing */
/** @typedef {"start"|"move"|"end"|"hover"|null} Part of a stroke; null where an event is none */

const MAIN_BUTTON = 0;
/** Among `buttons`. */
const MAIN_BUTTON_HELD = 1;

/** @returns {(event: Pointing) => Part} to be asked for one event after the other */
export function strokes() {
  /** @type {number|null} */
  let held = null;
  return (event) => {
    if (event.type === "pointerdown") {
      if (held !== null && held !== event.pointerId) return null;
      const starts = event.isPrimary && event.button === MAIN_BUTTON;
      // Where it was held already, its end was told to nobody.
      const ends = held !== null && !starts;
      held = starts ? event.pointerId : null;
      if (starts) return "start";
      return ends ? "end" : null;
    }
    if (held === null) return event.type === "pointermove" && event.isPrimary && event.buttons === 0 ? "hover" : null;
    if (event.pointerId !== held) return null;
    // Let go where nothing was told of it, as outside the window or with another button still down.
    if (event.type === "pointermove" && event.buttons & MAIN_BUTTON_HELD) return "move";
    held = null;
    return "end";
  };
}

/**
 * @param {HTMLElement} element
 * @param {(part: "start"|"move"|"end"|"hover", x: number, y: number) => void} follow places as shares of the element
 */
export function followPointer(element, follow) {
  const partOf = strokes();
  for (const type of /** @type {const} */ ([
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
    "lostpointercapture",
  ])) {
    element.addEventListener(type, (event) => {
      const part = partOf(event);
      if (!part) return;
      if (part === "start") capture(element, event.pointerId);
      const box = element.getBoundingClientRect();
      follow(part, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
    });
  }
}

/** @param {HTMLElement} element @param {number} pointer */
function capture(element, pointer) {
  try {
    element.setPointerCapture(pointer);
  } catch {
    // Gone already; the stroke ends with its next event.
  }
}
