// What the discriminator is asked about pictures that are there, and about real ones that are changed first.

import { CORRUPTION_SEED } from "../drawing/constants.js";
import { COUNT } from "./opponents.js";

/** @import {Query} from "../../types/page" */
/** @import {ALTERED} from "./opponents.js" */

/**
 * @param {string} id of the row, or of what is on the draw pad
 * @param {Float32Array} values
 * @param {string} [detail] that is told with the answer, also to who looks back
 * @returns {Query}
 */
export const judge = (id, values, detail = "") => ({ method: "discriminate", values, part: `${id} ${detail}`.trim() });

/** @param {string} id of the row @param {typeof ALTERED[number]["corruption"]} corruption @returns {Query} */
export const alter = (id, corruption) => ({
  method: "corrupt",
  tests: [0, COUNT],
  arguments: [CORRUPTION_SEED, corruption],
  next: "discriminate",
  part: id,
});
