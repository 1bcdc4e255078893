// What is drawn of a molecule: where its atoms are, what is written at them, and how its bonds lie.

import { Molecule as Chemical } from "openchemlib";

/** @import {RingCollection} from "openchemlib" */
/** @import {Atom, Bond, Molecule} from "../types/molecules" */

/** Electrons without a partner, by the state of an atom. */
const UNPAIRED = new Map([
  [Chemical.cAtomRadicalStateD, 1],
  [Chemical.cAtomRadicalStateS, 2],
  [Chemical.cAtomRadicalStateT, 2],
]);

/** @param {Chemical} chemical with coordinates @param {string} canonical @returns {Molecule} */
export function laidOut(chemical, canonical) {
  const length = chemical.getAverageBondLength(true);
  const size = chemical.getAtoms();
  const all = Array.from({ length: size }, (_, atom) => atom);
  const [x, y] = [all.map((atom) => chemical.getAtomX(atom)), all.map((atom) => chemical.getAtomY(atom))];
  const middle = [x, y].map((places) => (Math.min(...places) + Math.max(...places)) / 2);
  const atoms = all.map((atom) => ({
    x: (x[atom] - middle[0]) / length,
    y: (y[atom] - middle[1]) / length,
    ...written(chemical, atom),
  }));
  const rings = chemical.getRingSet();
  const bonds = Array.from({ length: chemical.getBonds() }, (_, bond) => drawn(chemical, rings, atoms, bond));
  const parts = chemical.getFragmentNumbers(new Array(chemical.getAllAtoms()).fill(0), false, true);
  return {
    canonical,
    atoms,
    bonds,
    weight: chemical.getMolecularFormula().relativeWeight,
    rings: bonds.length - size + parts,
    size,
  };
}

/** @param {Chemical} chemical @param {number} atom @returns {Omit<Atom, "x"|"y">} */
function written(chemical, atom) {
  const symbol = chemical.getAtomLabel(atom);
  const charge = chemical.getAtomCharge(atom);
  const unpaired = UNPAIRED.get(chemical.getAtomRadical(atom)) ?? 0;
  const neighbours = chemical.getConnAtoms(atom);
  // Two double bonds in a line: their carbon would not be seen.
  const straight = neighbours === 2 && chemical.getAtomPi(atom) === 2 && chemical.getConnBondOrder(atom, 0) === 2;
  const bare = symbol === "C" && neighbours > 0 && charge === 0 && !straight;
  if (bare) return { label: "", hydrogens: 0, charge, unpaired };
  return { label: symbol, hydrogens: chemical.getAllHydrogens(atom), charge, unpaired };
}

/**
 * @param {Chemical} chemical
 * @param {RingCollection} rings
 * @param {Atom[]} atoms
 * @param {number} bond
 * @returns {Bond}
 */
function drawn(chemical, rings, atoms, bond) {
  const [from, to] = [chemical.getBondAtom(0, bond), chemical.getBondAtom(1, bond)];
  const order = /** @type {1|2|3} */ (Math.min(3, Math.max(1, chemical.getBondOrder(bond))));
  if (order !== 2) return { from, to, order, side: 0 };
  const ring = ringOf(rings, bond);
  const beside = ring ?? neighboursOf(chemical, from, to);
  const sum = beside.reduce((all, atom) => all + sideOf(atoms[from], atoms[to], atoms[atom]), 0);
  const ends = [from, to].some((atom) => chemical.getConnAtoms(atom) === 1);
  const straight = [from, to].some((atom) => chemical.getAtomPi(atom) === 2);
  if (!ring && (ends || straight)) return { from, to, order, side: 0 };
  return { from, to, order, side: sum < 0 ? -1 : 1 };
}

/** The atoms of a bond's ring: an aromatic one before others, a small one before a large one. @param {RingCollection} rings @param {number} bond */
function ringOf(rings, bond) {
  const its = Array.from({ length: rings.getSize() }, (_, ring) => ring).filter((ring) =>
    rings.isBondMember(ring, bond),
  );
  const cost = (/** @type {number} */ ring) => rings.getRingSize(ring) + (rings.isAromatic(ring) ? 0 : 100);
  its.sort((one, other) => cost(one) - cost(other));
  return its.length > 0 ? rings.getRingAtoms(its[0]) : null;
}

/** Of both ends of a bond. @param {Chemical} chemical @param {number} from @param {number} to */
const neighboursOf = (chemical, from, to) =>
  [from, to].flatMap((end) =>
    Array.from({ length: chemical.getConnAtoms(end) }, (_, place) => chemical.getConnAtom(end, place)),
  );

/** 1 to the right of whoever goes from one atom to the other, -1 to the left. @param {Atom} from @param {Atom} to @param {Atom} third */
function sideOf(from, to, third) {
  const across = (to.x - from.x) * (third.y - from.y) - (to.y - from.y) * (third.x - from.x);
  return Math.abs(across) < 0.01 ? 0 : Math.sign(across);
}
