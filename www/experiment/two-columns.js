// Points from a text of two columns, as spreadsheets and programs write them: by tabs, semicolons, commas or blanks.

import { pageError } from "../errors.js";
import { readNumber } from "./address.js";
import { MOST_DRAWN } from "./drawn-points.js";

/** Half of the larger of their two extents, after they were moved to the middle. */
const EXTENT = 2;

/** Larger ones cannot be told apart by what the network is given. */
const LARGEST = 1e12;

/** @param {number|string|undefined} value @returns {value is number} */
const isPlace = (value) => typeof value === "number" && Math.abs(value) <= LARGEST;

/**
 * A line's two numbers. Where something else than a comma is between them, a comma is a decimal one.
 * @param {string} line
 */
function numbersOf(line) {
  const between = [/[;\t]/, /,\s+/, /\s+/].find((each) => each.test(line));
  const parts = between ? line.split(between).map((part) => part.replace(",", ".")) : line.split(",");
  return parts.filter((part) => part.trim() !== "").map(readNumber);
}

/**
 * @param {string} text
 * @returns {Float32Array} x, y, one after the other, moved to the middle and scaled to fill the plane; evenly chosen, where there
 *   are too many
 */
export function readColumns(text) {
  const lines = text.split(/\r?\n/).map((line, index) => ({ line: line.trim(), at: index + 1 }));
  const rows = lines.filter(({ line }) => line !== "");
  const points = rows.flatMap(({ line, at }, index) => {
    const [x, y, ...rest] = numbersOf(line);
    if (isPlace(x) && isPlace(y) && rest.length === 0) return [[x, y]];
    // What the columns are called.
    if (index === 0 && rows.length > 1 && typeof x === "string" && typeof y === "string") return [];
    throw pageError("columns-unreadable", { line: at, text: line.slice(0, 40) });
  });
  if (points.length === 0) throw pageError("columns-empty");
  const step = Math.max(1, points.length / MOST_DRAWN);
  const chosen = Array.from(
    { length: Math.min(points.length, MOST_DRAWN) },
    (_, index) => points[Math.floor(index * step)],
  );
  return fitted(chosen);
}

/** @param {number[][]} points */
function fitted(points) {
  const ends = [0, 1].map((axis) => {
    const values = points.map((point) => point[axis]);
    return [Math.min(...values), Math.max(...values)];
  });
  const half = Math.max(...ends.map(([least, most]) => (most - least) / 2)) || 1;
  return Float32Array.from(
    points.flatMap((point) =>
      point.map((value, axis) => (EXTENT * (value - (ends[axis][0] + ends[axis][1]) / 2)) / half),
    ),
  );
}
