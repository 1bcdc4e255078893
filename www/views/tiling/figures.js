// How large the seams are: of the picture on the wall, of all made ones, of real ones, and where sides do not belong together.

import { make, words } from "../../elements.js";
import { number, say } from "../../languages/index.js";

/** @import {NetworkKind, Seams} from "../../types/library" */
/** @typedef {Seams & {pictures: Float32Array}} MeasuredPictures */

const ROWS = /** @type {const} */ (["own", "made", "real", "strangers"]);

/** @param {number} ratio */
const times = (ratio) => number(ratio, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export class Figures {
  /** @type {Map<string, number>} */
  #values = new Map();
  #cells = new Map(ROWS.map((name) => [name, make("dd", { id: `tiling-figure-${name}` })]));
  #follows = make("p");
  element = make(
    "dl",
    { class: "tiling-figures", label: "views.tiling.figures" },
    ...[...this.#cells].map(([name, cell]) =>
      make("div", { class: name }, make("dt", { words: `views.tiling.figure.${name}` }), cell),
    ),
  );
  /** What they mean. */
  notes = make("div", { class: "tiling-notes" }, make("p", { words: "views.tiling.figures.note" }), this.#follows);

  /** What is to be seen depends on whether the network has borders. @param {NetworkKind} network */
  reset(network) {
    words(this.#follows, `views.tiling.follows.${network}`);
  }

  /** @param {{made: MeasuredPictures|null, real: MeasuredPictures|null, own: number|undefined}} measured */
  show({ made, real, own }) {
    const known = { own, made: made?.ratio, real: real?.ratio, strangers: real?.strangers };
    this.#values = new Map();
    for (const [name, value] of Object.entries(known)) if (typeof value === "number") this.#values.set(name, value);
    for (const [name, cell] of this.#cells) {
      const value = this.#values.get(name);
      cell.textContent = value === undefined ? "–" : times(value);
    }
  }

  /** In words. */
  summary() {
    if (this.#values.size < ROWS.length) return "";
    const values = Object.fromEntries([...this.#values].map(([name, value]) => [name, times(value)]));
    return say("views.tiling.summary.figures", values);
  }
}
