// A short row of pictures beside the one that is judged, to choose another from.

import { make } from "../../elements.js";
import { PictureGrid } from "../drawing/picture-grid.js";
import { SHOWN } from "./row.js";

/** @import {Tone} from "../drawing/pictures.js" */

/**
 * @param {{id: string, tone: Tone, pick: (values: Float32Array) => void}} choice of the row of the table that has the same kind
 * @param {() => Float32Array|null} pictures
 */
export function strip({ id, tone, pick }, pictures) {
  const key = `views.verdicts.some.${id}`;
  const grid = new PictureGrid({
    id: `verdicts-some-${id}`,
    label: key,
    keys: "views.verdicts.keys",
    picked: "views.verdicts.picked",
    pick,
    // Others than those of the table: there is more to choose from.
    cellAt: (column) => ({ values: pictures() ?? new Float32Array(), index: SHOWN + column, tone }),
  });
  return { grid, element: make("div", { class: tone }, make("p", { words: key }), grid.element) };
}
