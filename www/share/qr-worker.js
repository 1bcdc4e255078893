// Draws QR codes away from the page's thread: choosing the mask of a large one takes longer than a frame.

import * as Comlink from "comlink";
import { correction, generate } from "lean-qr";

/** Larger ones have modules that a phone cannot tell apart on a screen. */
const MOST_VERSION = 25;
/** The empty border that readers need, in modules. */
const QUIET = 4;

/** @typedef {{side: number, path: string}} Code in modules, its border included */

const commands = {
  /** @param {string} text @returns {Code|null} null where it is too long */
  draw(text) {
    let code;
    try {
      code = generate(text, { minCorrectionLevel: correction.L, maxVersion: MOST_VERSION });
    } catch {
      return null;
    }
    const rows = [];
    for (let y = 0; y < code.size; y++) {
      for (let x = 0, end = 0; x < code.size; x = end + 1) {
        end = x;
        while (code.get(end, y)) end++;
        if (end > x) rows.push(`M${x + QUIET} ${y + QUIET}h${end - x}v1h${x - end}z`);
      }
    }
    return { side: code.size + 2 * QUIET, path: rows.join("") };
  },
};

/** @typedef {typeof commands} QrWorker */

Comlink.expose(commands);
