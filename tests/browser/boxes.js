// Whether each text on a page has its place: within the window, not cut off, and beside every other text.

import assert from "node:assert/strict";

/** Of the texts on the page, those that are cut off by a box around them or by the window, and those that lie upon each other. */
export function misplaced(page) {
  return page.evaluate(async () => {
    // What has been resized is drawn in the frame after.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    /** Glyphs reach over their line, which hides nothing. */
    const SLACK = 3;
    const name = (element) =>
      element.tagName.toLowerCase() +
      (element.id ? `#${element.id}` : element.className ? `.${element.className}` : "");
    const SCROLLING = ["auto", "scroll"];
    /** Columns scroll along, never across. */
    const across = (element, { overflowX }) => SCROLLING.includes(overflowX) && !element.matches(".controls, .results");
    const along = ({ overflowY }) => SCROLLING.includes(overflowY);
    const EVERYWHERE = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
    const window_ = { left: 0, top: -Infinity, right: document.documentElement.clientWidth, bottom: Infinity };
    if (getComputedStyle(document.body).overflowY === "hidden") {
      Object.assign(window_, { top: 0, bottom: document.documentElement.clientHeight });
    }
    const common = (one, other) => ({
      left: Math.max(one.left, other.left),
      top: Math.max(one.top, other.top),
      right: Math.min(one.right, other.right),
      bottom: Math.min(one.bottom, other.bottom),
    });
    /** Where an element can be seen, and what of it can be scrolled to. */
    const places = new Map();
    const place = (element) => {
      if (!element || element === document.body || element === document.documentElement)
        return { seen: window_, reached: window_, layer: null, unseen: false };
      if (places.has(element)) return places.get(element);
      const around = place(element.parentElement);
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      let { seen, reached, layer } = around;
      if (["sticky", "fixed"].includes(style.position)) layer = element;
      if (style.overflowX !== "visible" || style.overflowY !== "visible") {
        seen = common(seen, box);
        const x = across(element, style) ? EVERYWHERE : box;
        const y = along(style) ? EVERYWHERE : box;
        reached = common(
          {
            ...reached,
            ...(x === EVERYWHERE && { left: x.left, right: x.right }),
            ...(y === EVERYWHERE && { top: y.top, bottom: y.bottom }),
          },
          { left: x.left, right: x.right, top: y.top, bottom: y.bottom },
        );
      }
      // Kept for those who hear the page.
      const unseen = around.unseen || style.clipPath === "inset(50%)";
      const found = { seen, reached, layer, unseen };
      places.set(element, found);
      return found;
    };
    const faults = [];
    const boxes = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement: parent } = node;
      const text = node.textContent.trim();
      if (text === "" || parent.closest("select") || place(parent).unseen) continue;
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { seen, reached, layer } = place(parent);
      const said = `"${text.slice(0, 60)}" of ${name(parent)}`;
      for (const box of range.getClientRects()) {
        if (box.width < 1) continue;
        if (box.left < reached.left - 1 || box.right > reached.right + 1) faults.push(`${said} is cut off`);
        else if (box.top < reached.top - SLACK || box.bottom > reached.bottom + SLACK)
          faults.push(`${said} is cut short`);
        const visible = common(box, seen);
        if (visible.right - visible.left > SLACK && visible.bottom - visible.top > SLACK)
          boxes.push({ ...visible, parent, said, layer });
      }
    }
    for (const field of document.querySelectorAll("input, select, textarea")) {
      if (field.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !place(field).unseen) {
        const { seen, layer } = place(field.parentElement);
        boxes.push({ ...common(field.getBoundingClientRect(), seen), parent: field, said: name(field), layer });
      }
    }
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        if (one.layer !== other.layer || one.parent.contains(other.parent) || other.parent.contains(one.parent))
          continue;
        const both = common(one, other);
        if (both.right - both.left > SLACK && both.bottom - both.top > SLACK)
          faults.push(`${one.said} lies upon ${other.said}`);
      }
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth} wide on a screen of ${clientWidth}`);
    return [...new Set(faults)];
  });
}

/** Requires that every text has its place. */
export async function assertPlaced(page, what) {
  assert.deepEqual(await misplaced(page), [], what);
}
