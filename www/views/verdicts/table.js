// The rows, below one heading each.

import { make } from "../../elements.js";
import "./table.css";

/** @import {Row} from "./row.js" */

const COLUMNS = ["kind", "some", "judged", "taken"];

/** @param {Row[]} rows */
export function table(rows) {
  const heads = COLUMNS.map((name) =>
    make("th", { words: `views.verdicts.column.${name}`, attributes: { scope: "col", role: "columnheader" } }),
  );
  // In a narrow view the style lays the cells out anew: the roles hold them together.
  return make(
    "table",
    { id: "verdicts-table", attributes: { role: "table", "aria-labelledby": "verdicts-fails" } },
    make("thead", { attributes: { role: "rowgroup" } }, make("tr", { attributes: { role: "row" } }, ...heads)),
    make("tbody", { attributes: { role: "rowgroup" } }, ...rows.map(({ element }) => element)),
  );
}
