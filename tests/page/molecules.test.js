// What counts as a molecule, what is told of it, and where it is drawn.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { shortened } from "../../www/molecules/cell.js";
import { drawMolecule } from "../../www/molecules/drawing.js";
import { readMolecule } from "../../www/molecules/reading.js";

const labels = (smiles) =>
  readMolecule(smiles)
    .atoms.map(({ label, hydrogens }) => `${label}${hydrogens || ""}`)
    .sort();

describe("no molecule", () => {
  const wrong = {
    nothing: ["", " ", "x"],
    "a ring that is not closed": ["C1CC", "C1CC2"],
    "a branch that is not closed": ["C(C", "CC)", "CC(", "CC(=O)("],
    "a bond to nothing": ["=C", "C=", "C(=)C", "C()C"],
    "two bonds between the same atoms": ["C1C1", "C11", "C1=C=1"],
    "more bonds than carbon has": ["C(C)(C)(C)(C)C", "CC(C)(C)=C", "[CH5]"],
    "more bonds than another element has": ["O(C)(C)C", "F(C)C", "Cl(C)C", "Br(=O)C", "N(C)(C)(C)C", "CN(C)=O", "CN#N"],
    "a ring that cannot be aromatic": ["c1cccc1", "n1cccc1"],
    "brackets with something else in them": ["C[CHr]", "C[CHH]C", "C[N-+]C"],
  };
  for (const [why, all] of Object.entries(wrong)) {
    for (const smiles of all) test(`${why}: ${smiles}`, () => assert.equal(readMolecule(smiles), null));
  }
});

describe("a molecule", () => {
  for (const smiles of [
    ...["C", "CC", "C=C=C", "C#N", "ClCCBr", "C.O", "CS(=O)(=O)C", "CP(=O)(O)O", "C1CC2CCC1C2", "[nH]1cccc1"],
    ...["CN(=O)=O", "C[N+](C)(C)C", "CC(=O)[O-]", "C[CH]C", "C/C=C\\C", "C[C@H](O)F", "BrC1(Br)C[CH]1C2=CC=CC=C2"],
  ]) {
    test(smiles, () => assert.notEqual(readMolecule(smiles), null));
  }
});

describe("one molecule however it is written", () => {
  for (const [one, other] of [
    ["OCC", "CCO"],
    ["C1=CC=CC=C1", "c1ccccc1"],
    ["CC1=C(C)C=CC=C1", "CC1=CC=CC=C1C"],
    ["CN(=O)=O", "C[N+]([O-])=O"],
    ["CC(=O)OC1=CC=CC=C1C(O)=O", "OC(=O)c1c(OC(C)=O)cccc1"],
  ]) {
    test(`${one} and ${other}`, () => assert.deepEqual(readMolecule(one), readMolecule(other)));
  }

  test("another one is told apart", () => {
    assert.notEqual(readMolecule("CCO").canonical, readMolecule("COC").canonical);
  });
});

test("weight, rings and size", () => {
  const told = (smiles) => {
    const { weight, rings, size } = readMolecule(smiles);
    return [weight.toFixed(2), rings, size];
  };
  assert.deepEqual(told("c1ccccc1"), ["78.11", 1, 6]);
  assert.deepEqual(told("CC(=O)OC1=CC=CC=C1C(O)=O"), ["180.16", 1, 13]);
  assert.deepEqual(told("C1CC2CCC1C2"), ["96.17", 2, 7]);
  assert.deepEqual(told("C1CCCCCCCCC1.C"), ["156.31", 1, 11]);
});

test("carbons are not written where bonds show them, hydrogens are at other atoms", () => {
  assert.deepEqual(labels("CCO"), ["", "", "O1"]);
  assert.deepEqual(labels("NCCBr"), ["", "", "Br", "N2"]);
  assert.deepEqual(labels("C"), ["C4"]);
  assert.deepEqual(labels("C=C=C"), ["", "", "C"]);
});

test("a charge and an electron without a partner stand at their atoms", () => {
  const charges = readMolecule("CN(=O)=O").atoms.map(({ label, charge }) => `${label}${charge}`);
  assert.deepEqual(charges.sort(), ["0", "N1", "O-1", "O0"]);
  assert.deepEqual(
    readMolecule("C[CH]C")
      .atoms.map(({ unpaired }) => unpaired)
      .sort(),
    [0, 0, 1],
  );
});

test("atoms stand a bond apart about the middle", () => {
  const { atoms, bonds } = readMolecule("CC1=CC=CC=C1");
  for (const { from, to } of bonds) {
    const length = Math.hypot(atoms[to].x - atoms[from].x, atoms[to].y - atoms[from].y);
    assert.ok(Math.abs(length - 1) < 0.01, `${length}`);
  }
  for (const places of [atoms.map(({ x }) => x), atoms.map(({ y }) => y)]) {
    assert.ok(Math.abs(Math.min(...places) + Math.max(...places)) < 1e-9);
  }
});

test("the second line of a double bond is in its ring, and about the middle where the bond ends", () => {
  const { atoms, bonds } = readMolecule("C1=CC=CC=C1");
  const double = bonds.filter(({ order }) => order === 2);
  assert.equal(double.length, 3);
  for (const { from, to, side } of double) {
    const [across, down] = [atoms[to].x - atoms[from].x, atoms[to].y - atoms[from].y];
    // The middle of the ring is at 0.
    assert.equal(side, Math.sign(across * -atoms[from].y - down * -atoms[from].x));
  }
  assert.deepEqual(
    readMolecule("CC(C)=O")
      .bonds.filter(({ order }) => order === 2)
      .map(({ side }) => side),
    [0],
  );
});

/** Notes where lines and texts are; letters are as wide as half their size. */
function notebook() {
  const places = [];
  let [left, top] = [0, 0];
  const note = (x, y) => places.push([left + x, top + y]);
  const size = () => Number(/([\d.]+)px/.exec(paper.font)[1]);
  const paper = {
    font: "10px any",
    ...Object.fromEntries(["save", "restore", "beginPath", "stroke"].map((name) => [name, () => {}])),
    translate: (x, y) => {
      left += x;
      top += y;
    },
    moveTo: note,
    lineTo: note,
    measureText: (text) => ({ width: (text.length * size()) / 2 }),
    fillText: (text, x, y) => {
      note(x, y);
      note(x + (text.length * size()) / 2, y - 0.6 * size());
    },
    rect: (x, y, width, height) => {
      note(x, y);
      note(x + width, y + height);
    },
  };
  return { paper, places };
}

describe("a drawing stays in its box", () => {
  const box = { x: 200, y: 100, width: 90, height: 60 };
  const colours = { ink: "", quiet: "", font: "any", elements: {} };
  for (const smiles of [
    "O",
    "CC",
    "NCCCCCCCCCCN",
    "OC(=O)C(O)(C(O)=O)C(O)=O",
    "C[N+](C)(C)CC([O-])=O",
    "no molecule",
  ]) {
    test(smiles, () => {
      const { paper, places } = notebook();
      drawMolecule(paper, readMolecule(smiles), box, colours);
      assert.ok(places.length > 1);
      for (const [x, y] of places) {
        assert.ok(x > 198 && x < 292 && y > 98 && y < 162, `${x}, ${y}`);
      }
    });
  }
});

test("a small molecule is not drawn larger in a larger box", () => {
  const across = (width) => {
    const { paper, places } = notebook();
    const colours = { ink: "", quiet: "", font: "any", elements: {} };
    drawMolecule(paper, readMolecule("CC"), { x: 0, y: 0, width, height: width }, colours);
    const all = places.map(([x]) => x);
    return Math.max(...all) - Math.min(...all);
  };
  assert.ok(across(20) < across(200));
  assert.equal(across(200), across(400));
});

test("a long name is shortened in the middle, a short one is left as it is", () => {
  const width = (text) => text.length;
  assert.equal(shortened("CCO", 5, width), "CCO");
  assert.equal(shortened("CCCCCCCCO", 5, width), "CC…CO");
});
