// Of a thousand made molecules: how many are any, are new, and differ, beside as many whose symbols are drawn independently; and
// how many rings they have, beside the real ones.

import { make } from "../../elements.js";
import { smilesOf } from "../../experiment/data.js";
import { percent, say } from "../../languages/index.js";
import { readMolecules } from "../../molecules/chemistry.js";
import { sayError } from "../../say-error.js";

/** @import {Query} from "../../types/page" */
/** @import {Molecule} from "../../types/molecules" */

const COUNT = 1000;
const SEED = 1;
/** Read between two words on how far it has come. */
const PIECE = 100;
/** Rings that are told apart: this many or more are one. */
const MOST_RINGS = 3;

/** What is told of each, as a share of all. */
const SHARES = /** @type {const} */ (["parsed", "fresh", "different"]);
/** @typedef {{shares: Record<typeof SHARES[number], number>, rings: number[]}} Counted */

/** @typedef {"real"|"made"|"independent"} Column */
const COLUMNS = /** @type {const} */ (["real", "made", "independent"]);

export class Census {
  #wanted = false;
  #asked = false;
  #dataset = "";
  /** Which count it is: what comes of an earlier one is of another experiment. */
  #turn = 0;
  /** @type {Partial<Record<Column, Counted>>} */
  #found = {};
  #step = 0;
  #told = make("span", { class: "aside", attributes: { role: "status" } });
  #button = make("button", {
    id: "made-structures-count",
    class: "plain",
    words: ["views.made-structures.count", { count: COUNT }],
    attributes: { type: "button" },
    on: {
      click: () => {
        this.#wanted = true;
        this.#button.disabled = true;
        this.#changed();
      },
    },
  });
  #table = make("table", { id: "made-structures-census", hidden: true });
  element = make("div", { class: "census" }, make("p", {}, this.#button, this.#told), this.#table);
  #changed;

  /** @param {() => void} changed there is something to be asked */
  constructor(changed) {
    this.#changed = changed;
  }

  /** @param {string} dataset */
  reset(dataset) {
    this.#turn += 1;
    this.#dataset = dataset;
    [this.#wanted, this.#asked] = [false, false];
    this.#found = {};
    this.#button.disabled = false;
    this.#told.textContent = "";
    this.draw();
  }

  /** @param {number|undefined} label @returns {Query[]} */
  queries(label) {
    if (!this.#wanted) return [];
    this.#asked = true;
    return [
      { method: "sample", numbers: [COUNT, SEED], label, as: "molecules" },
      { method: "independentMolecules", numbers: [COUNT, SEED] },
    ];
  }

  /** @param {string[]} made @param {string[]} independent @param {number} step */
  async count(made, independent, step) {
    if (!this.#wanted || !this.#asked) return;
    [this.#wanted, this.#asked] = [false, false];
    this.#turn += 1;
    const turn = this.#turn;
    try {
      const [train, real] = await Promise.all(["train.smi", "test.smi"].map((name) => smilesOf(this.#dataset, name)));
      const parts = [train, real, made, independent];
      const all = parts.reduce((sum, { length }) => sum + length, 0);
      let done = 0;
      /** @type {(Molecule|null)[][]} */
      const read = [];
      for (const part of parts) {
        /** @type {(Molecule|null)[]} */
        const molecules = [];
        for (let first = 0; first < part.length; first += PIECE) {
          if (turn !== this.#turn) return;
          this.#told.textContent = say("views.made-structures.counting", { share: percent(done / all) });
          molecules.push(...(await readMolecules(part.slice(first, first + PIECE))));
          done += PIECE;
        }
        read.push(molecules);
      }
      if (turn !== this.#turn) return;
      const known = new Set(read[0].map((molecule) => molecule?.canonical));
      this.#found = {
        real: counted(read[1], known),
        made: counted(read[2], known),
        independent: counted(read[3], known),
      };
      this.#step = step;
      this.#told.textContent = say("views.made-structures.counted", { step });
    } catch (error) {
      if (turn === this.#turn) this.#told.textContent = sayError(error);
    }
    this.#button.disabled = false;
    this.draw();
  }

  draw() {
    const found = this.#found;
    this.#table.hidden = !found.made;
    if (this.#step && found.made) this.#told.textContent = say("views.made-structures.counted", { step: this.#step });
    const of = (/** @type {(counted: Counted) => number} */ share) =>
      COLUMNS.map((column) => {
        const counted = found[column];
        return make("td", { text: counted ? percent(share(counted)) : "" });
      });
    const line = (/** @type {string} */ key, /** @type {HTMLElement[]} */ cells) =>
      make("tr", {}, make("th", { words: key, attributes: { scope: "row" } }), ...cells);
    const heads = COLUMNS.map((column) =>
      make("th", {
        class: column === "independent" ? "ink" : column,
        words: `views.made-structures.column.${column}`,
        attributes: { scope: "col" },
      }),
    );
    const rings = Array.from({ length: MOST_RINGS + 1 }, (_, count) =>
      line(
        `views.made-structures.rings.${count}`,
        of((counted) => counted.rings[count]),
      ),
    );
    this.#table.replaceChildren(
      make("thead", {}, make("tr", {}, make("td"), ...heads)),
      make(
        "tbody",
        {},
        ...SHARES.map((name) =>
          line(
            `views.made-structures.share.${name}`,
            of((counted) => counted.shares[name]),
          ),
        ),
        ...rings,
      ),
    );
  }

  summary() {
    const { made, independent } = this.#found;
    if (!made || !independent) return "";
    const [own, beside] = [made, independent].map(({ shares }) => percent(shares.different));
    return say("views.made-structures.summary.counted", { count: COUNT, own, beside, step: this.#step });
  }
}

/** @param {(Molecule|null)[]} molecules @param {Set<string|undefined>} known canonical @returns {Counted} */
function counted(molecules, known) {
  const parsed = molecules.filter((molecule) => molecule !== null);
  const fresh = parsed.filter(({ canonical }) => !known.has(canonical));
  const different = new Set(fresh.map(({ canonical }) => canonical));
  const rings = Array.from({ length: MOST_RINGS + 1 }, () => 0);
  for (const molecule of parsed) rings[Math.min(molecule.rings, MOST_RINGS)] += 1;
  const share = (/** @type {number} */ count) => count / molecules.length;
  return {
    shares: { parsed: share(parsed.length), fresh: share(fresh.length), different: share(different.size) },
    rings: rings.map((count) => count / Math.max(1, parsed.length)),
  };
}
