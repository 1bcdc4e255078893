// What the library found of real pictures near made ones, as it comes back, and how it is asked for.

/** @import {CopyReport, Likeness, Neighbours} from "../../types/library" */
/** @import {Query} from "../../types/page" */

/**
 * With the pictures that were asked about, and those that were found, one after the other.
 * @typedef {Neighbours & {asked: Float32Array, pictures: Float32Array}} Found
 */
/** With the most suspicious ones of those that were made. @typedef {CopyReport & {pictures: Float32Array}} Copying */
/** @typedef {"training"|"test"} Part */

/** Colours of the parts: of pictures, and of bars. */
export const TONES = /** @type {const} */ ({ training: "real", test: "ink" });

/**
 * @param {Float32Array} values of made pictures @param {number} count of neighbours of each
 * @param {Part} among @param {Likeness} by @param {string} part what the answer is called
 * @returns {Query}
 */
export const nearest = (values, count, among, by, part) => ({
  method: "nearest",
  values,
  arguments: [count, { among, by }],
  part,
});
