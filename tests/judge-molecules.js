// Reads lists of SMILES as JSON, {train, made}, and tells how many of the made ones parse, are new, differ from each other,
// and have an aromatic ring, by RDKit: a judge that has no part in making them. Started by tests/native/molecules.rs.

import { createRequire } from "node:module";
import { text } from "node:stream/consumers";

const require = createRequire(import.meta.url);
const rdkit = await require("@rdkit/rdkit")({ printErr: () => {} });
rdkit.disable_all_logging?.();

/** @param {string} smiles @returns {string|null} the one way of writing it; null where it is no molecule */
function canonical(smiles) {
  const molecule = smiles === "" ? null : rdkit.get_mol(smiles);
  if (!molecule) return null;
  const written = molecule.is_valid?.() === 0 ? null : molecule.get_smiles();
  molecule.delete();
  return written || null;
}

const { train, made } = JSON.parse(await text(process.stdin));
const known = new Set(train.map(canonical));
const parsed = made.map(canonical).filter((one) => one !== null);
const fresh = parsed.filter((one) => !known.has(one));
const ringed = parsed.filter((one) => {
  const molecule = rdkit.get_mol(one);
  const { NumAromaticRings } = JSON.parse(molecule.get_descriptors());
  molecule.delete();
  return NumAromaticRings > 0;
});
console.log(
  JSON.stringify({ parsed: parsed.length, new: fresh.length, different: new Set(fresh).size, aromatic: ringed.length }),
);
