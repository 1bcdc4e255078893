// From a SMILES string to a molecule that can be drawn. Chemistry is OpenChemLib's; stereo is left out, as in the data.

import { Molecule as Chemical } from "openchemlib";
import { laidOut } from "./structure.js";

/** @import {Molecule} from "../types/molecules" */

/** Atoms with their bonds to rings, with a bond or a branch between them: OpenChemLib also takes what breaks off. */
const ATOM = /(?:\[\d*[A-Za-z][a-z]?@*(?:H\d?)?(?:\++|-+|[-+]\d)?\]|Br|Cl|[BCNOPSFIbcnops])(?:[-=#:/\\]?(?:\d|%\d\d))*/
  .source;
const WELL_FORMED = new RegExp(`^${ATOM}(?:\\)*\\(?[-=#:/\\\\.]?${ATOM})*\\)*$`);

/** In a molecule without charges these have one bond; OpenChemLib also knows them in acids such as that of perchlorates. */
const ONE_BOND = new Set(["Cl", "Br"]);

/** @param {string} smiles @returns {Molecule|null} null where that is no molecule */
export function readMolecule(smiles) {
  if (!WELL_FORMED.test(smiles) || count(smiles, /\(/g) !== count(smiles, /\)/g)) return null;
  try {
    const parsed = Chemical.fromSmiles(smiles, { noCoordinates: true, noStereo: true });
    if (!closesRings(parsed, smiles) || !holds(parsed, smiles)) return null;
    const canonical = parsed.getIDCode();
    // Read from there, so that one molecule is drawn in one way.
    return laidOut(Chemical.fromIDCode(canonical), canonical);
  } catch {
    return null;
  }
}

/** @param {string} text @param {RegExp} part */
const count = (text, part) => text.match(part)?.length ?? 0;

/** Whether each pair of figures has made a bond: two bonds between the same atoms would be one. @param {Chemical} parsed @param {string} smiles */
function closesRings(parsed, smiles) {
  const ends = count(smiles.replace(/\[[^\]]*\]/g, ""), /%\d\d|\d/g);
  const chains = 1 + count(smiles, /\./g);
  return parsed.getAllBonds() === parsed.getAllAtoms() - chains + ends / 2;
}

/** Whether each atom has as many bonds as it may. @param {Chemical} parsed @param {string} smiles */
function holds(parsed, smiles) {
  parsed.ensureHelperArrays(Chemical.cHelperNeighbours);
  let [radicals, charged] = [0, 0];
  for (let atom = 0; atom < parsed.getAllAtoms(); atom++) {
    const bonds = parsed.getOccupiedValence(atom);
    const hydrogens = parsed.getImplicitHydrogens(atom);
    const most = ONE_BOND.has(parsed.getAtomLabel(atom)) ? 1 : parsed.getDefaultMaxValenceUncharged(atom);
    if (bonds + hydrogens > most + parsed.getElectronValenceCorrection(atom, bonds)) return false;
    if (parsed.getAtomRadical(atom) !== 0) radicals += 1;
    if (parsed.getAtomCharge(atom) > 0 && hydrogens > 0) charged += 1;
  }
  // What nobody wrote in brackets OpenChemLib has made up, so as to keep a ring that is not aromatic, or a nitrogen.
  return radicals <= count(smiles, /\[/g) && charged <= count(smiles, /\+/g);
}
