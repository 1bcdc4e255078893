// Tables as files that spreadsheets and programs read: comma-separated values (RFC 4180).

import { download } from "./download.js";

/** @typedef {(string|number|null|undefined)[]} Row */

/** What a spreadsheet would run. */
const FORMULA = /^[=+\-@\t\r]/;
const QUOTED = /[",\r\n]/;
/** Without it some spreadsheets take the text for another than UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

/** @param {Row[number]} value a number is written with a point, whatever the language; nothing where there is none */
function cell(value) {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const text = value ?? "";
  const plain = FORMULA.test(text) ? `'${text}` : text;
  return QUOTED.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** @param {Row[]} rows the first of which has the names */
export const csv = (rows) => rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");

/** @param {Row[]} rows @param {string} name of the file, without its ending */
export function downloadTable(rows, name) {
  download(new Blob([BYTE_ORDER_MARK, csv(rows)], { type: "text/csv;charset=utf-8" }), `${name}.csv`);
}
