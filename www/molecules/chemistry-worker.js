// Reads molecules away from the page's thread; OpenChemLib, which does it, is large and comes with this worker alone.

import "../trusted-types.js";
import * as Comlink from "comlink";
import { readMolecule } from "./reading.js";

/** @import {Molecule} from "../types/molecules" */

const MOST_KEPT = 5000;

/** By SMILES, the oldest first. @type {Map<string, Molecule|null>} */
const kept = new Map();

/** @param {string} smiles @returns {Molecule|null} */
function molecule(smiles) {
  const known = kept.get(smiles);
  if (known !== undefined) return known;
  const read = readMolecule(smiles);
  kept.set(smiles, read);
  if (kept.size > MOST_KEPT) kept.delete(/** @type {string} */ (kept.keys().next().value));
  return read;
}

const commands = {
  /** @param {string[]} smiles @returns {(Molecule|null)[]} null where one is no molecule */
  read: (smiles) => smiles.map(molecule),
};

/** @typedef {typeof commands} ChemistryWorker */

Comlink.expose(commands);
