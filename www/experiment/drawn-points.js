// Points that a person draws, as a text short enough for an address: a byte for x and a byte for y of each, in base64url.

import { pageError } from "../errors.js";

/** How far from the middle a point can lie, and how far the plane is shown. */
export const REACH = 3;
/** Points at most: their text is to fit into an address. */
export const MOST_DRAWN = 500;

/** A heart, until a person has drawn something. */
const FIRST =
  "gKOApYGphLCJt5G-msKlxLHCu7zEtMmqy57JksSHu3yxcaVnml6RVYlNhEaBQIA8gDt_PH5Ae0Z2TW5VZV5aZ05xRHw7hzaSNJ42qju0RLxOwlrEZcJuvna3e7B-qX-l";

/** @param {ArrayLike<number>} points x, y, one after the other */
export function packPoints(points) {
  const bytes = Array.from(points, (value) => Math.round(((value + REACH) / (2 * REACH)) * 255));
  const text = String.fromCharCode(...bytes.map((byte) => Math.min(255, Math.max(0, byte))));
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * @param {string} text by `packPoints`; "" for the first ones
 * @returns {Float32Array}
 */
export function unpackPoints(text) {
  const bytes = bytesOf(text || FIRST);
  if (!bytes || bytes.length === 0 || bytes.length % 2 !== 0 || bytes.length > 2 * MOST_DRAWN) {
    throw pageError("drawing-unreadable", { most: MOST_DRAWN });
  }
  return Float32Array.from(bytes, (byte) => (byte / 255) * 2 * REACH - REACH);
}

/** @param {string} text @returns {Uint8Array|null} */
function bytesOf(text) {
  if (typeof text !== "string" || !/^[\w-]*$/.test(text)) return null;
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

/** Whether nothing of points is lost in their text. @param {ArrayLike<number>} points */
export function canBePacked(points) {
  if (points.length > 2 * MOST_DRAWN) return false;
  const again = unpackPoints(packPoints(points));
  return Array.from(points).every((value, index) => Math.fround(value) === again[index]);
}
