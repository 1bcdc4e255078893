// What there is to read on a page, and whether all of it can be read.

import assert from "node:assert/strict";

/** Everything that a person sees or hears, or what a part of the page says: text, names, descriptions, options, and values in words. */
export function texts(page, within = "body") {
  return page.evaluate((within) => {
    const place = document.querySelector(within);
    const found = [document.title];
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement: parent } = node;
      const described = parent.id && document.querySelector(`[aria-describedby~="${parent.id}"]`)?.checkVisibility();
      const shown = parent.checkVisibility() || parent.closest("select")?.checkVisibility() || described;
      if (shown && !parent.closest("[lang]:not(html)")) found.push(node.textContent);
    }
    const attributes = ["aria-label", "title", "aria-valuetext", "aria-description", "alt", "placeholder"];
    for (const name of attributes) {
      for (const element of place.querySelectorAll(`[${name}]`)) {
        if (element.checkVisibility()) found.push(element.getAttribute(name));
      }
    }
    found.push(document.querySelector("meta[name=description]").content);
    return found.map((text) => text.replace(/\s+/g, " ").trim()).filter((text) => /\p{L}/u.test(text));
  }, within);
}

/** Tells whether the view that is shown says something, figures aside, that none has said before: of one view many experiments say the same. */
export function newWords() {
  const heard = new Set();
  return async (page) => {
    const said = (await texts(page, ".view:not([hidden])")).join().replace(/[\d.,\u2212-]+/g, "");
    const before = heard.size;
    heard.add(said);
    return heard.size > before;
  };
}

/** Requires that no text is cut off by its box, by another box around it, or by the edge of the page. */
export async function assertUncut(page, what) {
  // What has been resized is drawn in the frame after.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const cut = await page.evaluate(() => {
    const right = document.documentElement.clientWidth;
    const name = (element) =>
      `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ""}.${element.className}`;
    const found = [];
    const unseen = (element) => {
      // Kept for those who hear the page.
      const { width, height } = element.getBoundingClientRect();
      return width <= 1 || height <= 1 || element.closest(".unseen, .skip") !== null;
    };
    /** What is beyond the edge of a box that scrolls can be had. */
    const scrolls = (element) => {
      for (let box = element; box; box = box.parentElement) {
        const { overflowX } = getComputedStyle(box);
        if (["auto", "scroll"].includes(overflowX) && box.scrollWidth > box.clientWidth) return true;
      }
      return false;
    };
    for (const element of document.querySelectorAll("body *")) {
      if (!element.checkVisibility() || unseen(element) || element.closest("svg")) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      const clips = ["hidden", "clip"];
      if (clips.includes(overflowX) && element.scrollWidth > element.clientWidth + 1)
        found.push(`${name(element)} is cut off`);
      if (clips.includes(overflowY) && element.scrollHeight > element.clientHeight + 1)
        found.push(`${name(element)} is cut short`);
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement: parent } = node;
      if (node.textContent.trim() === "" || !parent.checkVisibility() || unseen(parent)) continue;
      if (parent.closest("select") || scrolls(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const around = parent.getBoundingClientRect();
      const holds = !["inline", "contents"].includes(getComputedStyle(parent).display);
      for (const box of range.getClientRects()) {
        if (holds && (box.left < around.left - 1 || box.right > around.right + 1))
          found.push(`"${node.textContent.trim()}" is wider than ${name(parent)}`);
        if (box.left < -1 || box.right > right + 1)
          found.push(`"${node.textContent.trim()}" leaves the page at ${box.left} to ${box.right}`);
      }
    }
    // A field shows the end of its text only to those who scroll in it.
    for (const field of document.querySelectorAll("input[type=text], select")) {
      if (!field.checkVisibility()) continue;
      const style = getComputedStyle(field);
      const pen = document.createElement("canvas").getContext("2d");
      pen.font = style.font;
      const text = field instanceof HTMLSelectElement ? (field.selectedOptions[0]?.textContent ?? "") : field.value;
      const room = field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      if (pen.measureText(text).width > room + 1) found.push(`"${text}" does not fit ${name(field)}`);
    }
    const wide = document.documentElement.scrollWidth;
    if (wide > right) found.push(`the page is ${wide} wide on a screen of ${right}`);
    return found;
  });
  assert.deepEqual(cut, [], what);
}
