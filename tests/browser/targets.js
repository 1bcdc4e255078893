// What can be pressed on a page, and whether a finger can press it.

import assert from "node:assert/strict";

/** CSS pixels that each is wide and high, WCAG 2.2, 2.5.5. */
const LEAST = 44;

/** What can be pressed and is smaller; links within a sentence are left aside, as there. */
export function smallTargets(page) {
  return page.evaluate((least) => {
    const CHOICES = "[type=checkbox], [type=radio]";
    const TARGETS = "button, select, summary, textarea, input, a[href], [role=tab]";
    const isUnseen = (element) => getComputedStyle(element).clipPath === "inset(50%)" || !element.checkVisibility();
    const isInSentence = (element) =>
      element.matches("a") &&
      getComputedStyle(element).display === "inline" &&
      element.parentElement.textContent.trim() !== element.textContent.trim();
    /** Its own box, and that of an ::after that makes it larger for a finger. */
    const boxesOf = (element) => {
      const { width, height } = element.getBoundingClientRect();
      const around = getComputedStyle(element, "::after");
      const larger = around.content !== "none" && around.position === "absolute";
      return [
        { width, height },
        ...(larger ? [{ width: Number.parseFloat(around.width), height: Number.parseFloat(around.height) }] : []),
      ];
    };
    const found = [];
    for (const target of document.querySelectorAll(TARGETS)) {
      if (isInSentence(target) || target.matches("[type=file]")) continue;
      const pressed = [target, ...(target.matches(CHOICES) ? target.labels : [])].filter((one) => !isUnseen(one));
      const boxes = pressed.flatMap(boxesOf);
      // Half a pixel is lost where boxes are rounded.
      if (boxes.length === 0 || boxes.some(({ width, height }) => Math.min(width, height) >= least - 0.5)) continue;
      const [{ width, height }] = boxes;
      const name = target.id
        ? `#${target.id}`
        : `${target.tagName.toLowerCase()}.${target.className} in ${target.parentElement.className || target.parentElement.id}`;
      found.push(`${name}: ${Math.round(width)} by ${Math.round(height)}`);
    }
    return [...new Set(found)];
  }, LEAST);
}

/** Requires that all can be pressed by a finger. */
export async function assertLarge(page, what) {
  assert.deepEqual(await smallTargets(page), [], what);
}
