// Molecules of both branches, the one below the other, with a mark where they are the same.

import { make } from "../../elements.js";
import { KnownMolecules, smilesIn } from "../../molecules/known-molecules.js";
import { MoleculeGrid, scrolls } from "../../molecules/molecule-grid.js";
import { still } from "../drawing/still.js";

/** @import {Answer} from "../../types/page" */

/** @type {("ink"|"made")[]} */
const TONES = ["ink", "made"];

export class DrawnMolecules {
  count = 12;
  /** @type {string[][]} */
  #smiles = [];
  #size = { width: 0, height: 0 };
  #known = new KnownMolecules(() => this.draw());
  #grid = new MoleculeGrid({
    id: "branches-molecules",
    label: "views.branches.molecules",
    parts: TONES.length,
    cellAt: (index, part) => {
      const [smiles, other] = [this.#smiles[part]?.[index], this.#smiles[1 - part]?.[index]];
      if (smiles === undefined) return null;
      const cell = { molecule: this.#known.get(smiles), tone: TONES[part], caption: smiles };
      return part === 0 ? cell : { ...cell, same: this.#known.same(smiles, other) };
    },
  });
  canvas = this.#grid.canvas;
  element = make("div", {}, this.#known.element, this.#grid.element);

  constructor() {
    scrolls(this.element, "views.branches.molecules");
  }

  forget() {
    this.#known.forget();
    this.#smiles = [];
  }

  /** @param {number} width @param {number} height */
  layout(width, height) {
    this.#size = { width, height };
    this.#grid.layout(width, height, this.#smiles[0]?.length ?? 0);
  }

  /** @param {Answer[]} answers one of each branch */
  show(answers) {
    const smiles = answers.map(smilesIn);
    this.#known.whenRead(smiles.flat(), () => {
      this.#smiles = smiles;
      this.layout(this.#size.width, this.#size.height);
    });
  }

  draw() {
    this.#grid.draw();
  }

  picture() {
    return still([this.canvas], 1);
  }
}
