// The unseen pictures of one label that are served worst: with what is made of them, or with what they are taken for.

import { make, words } from "../../elements.js";
import { percent } from "../../languages/index.js";
import { CORRUPTION_SEED, SIDE } from "../drawing/constants.js";
import { crispScale } from "../drawing/layout.js";
import { PictureGrid } from "../drawing/picture-grid.js";
import { countOf, joined } from "../drawing/pictures.js";
import { figuresOf } from "./reports.js";

/** @import {LabelReport} from "../../types/library" */
/** @import {Answer, JudgedPictures, Query} from "../../types/page" */

/** Pictures at most; fewer where there is no room for them. */
const SHOWN = 8;
/** Wanted of a picture with what is between, in CSS pixels. */
const PITCH = 58;
const GAP = 1;

export class Examples {
  #caption = make("h3");
  #note = make("p", { class: "aside" });
  #scores = make("div", { class: "worst-served-scores", attributes: { "aria-hidden": "true" } });
  /** Whose they are. @type {number|null} */
  label = null;
  #originals = new Float32Array();
  #rebuilt = new Float32Array();
  /** Of a discriminator, in the place of what is rebuilt. @type {number[]} */
  scores = [];
  /** @type {(label: number) => string} */
  #nameOf;

  /** @param {(values: Float32Array) => void} pick @param {(label: number) => string} nameOf */
  constructor(pick, nameOf) {
    this.#nameOf = nameOf;
    this.grid = new PictureGrid({
      id: "worst-served-pictures",
      label: "views.worst-served.pictures",
      pick,
      cellAt: (column, row) =>
        row === 0
          ? { values: this.#originals, index: column, tone: "real" }
          : { values: this.#rebuilt, index: column, tone: "made" },
    });
    this.element = make(
      "section",
      { class: "worst-served-examples", label: "views.worst-served.pictures", hidden: true },
      this.#caption,
      this.grid.element,
      this.#scores,
      this.#note,
    );
  }

  /**
   * @param {number} label
   * @param {number[]} places of test examples
   * @param {{discriminates: boolean, corrupts: boolean}} experiment
   * @returns {Query[]}
   */
  queries(label, places, { discriminates, corrupts }) {
    return places.slice(0, SHOWN).flatMap((place) => {
      /** @type {Query} */
      const original = { method: "testExamples", numbers: [place, 1], part: `original ${label}` };
      if (discriminates) return [{ ...original, next: "discriminate", part: `judged ${label}` }];
      /** @type {Query} */
      const rebuilt = { method: "reconstruct", tests: [place, 1], part: `rebuilt ${label}` };
      if (corrupts) rebuilt.corruptionSeed = CORRUPTION_SEED;
      return [original, rebuilt];
    });
  }

  /** @param {Answer[]} answers @param {(string|undefined)[]} parts what each was asked as */
  take(answers, parts) {
    const of = (/** @type {string} */ kind) => answers.filter((_, index) => parts[index]?.startsWith(`${kind} `));
    const judged = /** @type {JudgedPictures[]} */ (/** @type {unknown} */ (of("judged")));
    const [, label] = parts.find((part) => part?.includes(" "))?.split(" ") ?? [];
    if (label === undefined) return;
    this.label = Number(label);
    this.scores = judged.flatMap(({ scores }) => [...scores]);
    this.#originals = joined(
      judged.length > 0 ? judged.map(({ pictures }) => pictures) : /** @type {Float32Array[]} */ (of("original")),
    );
    this.#rebuilt = joined(/** @type {Float32Array[]} */ (of("rebuilt")));
  }

  reset() {
    this.label = null;
    this.#originals = new Float32Array();
    this.#rebuilt = new Float32Array();
    this.scores = [];
  }

  /** @param {LabelReport} report @param {number|null} wanted label, whose pictures may not have come yet */
  draw(report, wanted) {
    this.element.hidden = this.label === null;
    this.element.setAttribute("aria-busy", String(wanted !== this.label));
    const { clientWidth: width } = this.element;
    if (this.label === null || width === 0) return;
    const judges = this.scores.length > 0;
    const refused = percent(figuresOf(report, this.label)?.refused ?? 0);
    words(this.#caption, `views.worst-served.worst.${judges ? "score" : "error"}`, { label: this.#nameOf(this.label) });
    if (judges) words(this.#note, "views.worst-served.note.score", { refused });
    else words(this.#note, "views.worst-served.note.error");
    const fit = Math.max(1, Math.min(SHOWN, Math.floor(width / PITCH)));
    const scale = crispScale(PITCH, width / fit, window.devicePixelRatio || 1);
    const columns = Math.max(1, Math.min(countOf(this.#originals), fit));
    this.grid.layout({ columns, rows: judges ? 1 : 2, gap: GAP }, scale);
    this.grid.draw();
    this.#scores.style.setProperty("--side", `${(SIDE + GAP) * scale}px`);
    this.#scores.replaceChildren(
      ...this.scores.slice(0, columns).map((score) => make("span", { text: percent(score) })),
    );
  }
}
