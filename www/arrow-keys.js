// The keys that go along a row: the next one is on the left where one reads from the right.

/**
 * 1 for the next one, -1 for the one before, nothing for other keys.
 * @param {KeyboardEvent} event
 */
export function moveAlong({ key, currentTarget }) {
  const move = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (!move || !(currentTarget instanceof Element)) return undefined;
  return getComputedStyle(currentTarget).direction === "rtl" ? -move : move;
}
