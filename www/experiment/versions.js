// What the links of each version leave out. A table is never changed once links were made with it: where something else is
// usual, a version is added, with a table of its own.

import { DATA_SETS } from "./datasets.js";
import { libraryKind } from "./rules.js";
import USUAL from "./usual-2.json" with { type: "json" };

/** @import {State} from "../types/page" */

/** By the kind of the data and of the network. @typedef {Record<string, Record<string, Partial<State>>>} UsualOfFamily */

/**
 * @typedef {object} Table
 * @property {Partial<State> & {family: string, dataset: string}} first what a link opens that names neither family nor data
 * @property {Partial<State>} none what there was none of before it was a setting
 * @property {Partial<State>} every what is usual unless a row of `usual` says otherwise
 * @property {Record<string, UsualOfFamily>} usual by family
 */

const TABLE = /** @type {Table} */ (/** @type {unknown} */ (USUAL));

/** The first two leave out from the same table: the first in few words only, the second wherever it can. */
export const VERSIONS = new Map([
  ["1", TABLE],
  ["2", TABLE],
]);

/** That of the links that are written. */
export const LATEST = "2";

/**
 * @param {Table|undefined} table
 * @param {string} family
 * @param {string} dataset
 * @param {string|null} network dense where a link names none or none that the data have
 * @returns {State} but for the family and the data
 */
export function usualIn(table = TABLE, family, dataset, network) {
  const rows = table.usual[family][libraryKind(DATA_SETS[dataset].kind)];
  const row = (network && Object.hasOwn(rows, network) && rows[network]) || rows.dense;
  return /** @type {State} */ ({ ...table.first, ...table.every, ...row });
}
