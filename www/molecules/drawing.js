// A molecule as chemists draw it: bonds as lines, and letters for what is not carbon.

import { property } from "../elements.js";
import { drawLabel, labelsOf } from "./labels.js";

/** @import {Molecule, Bond} from "../types/molecules" */
/** @import {Label} from "./labels.js" */

/** @typedef {{x: number, y: number, width: number, height: number}} Box */

/**
 * @typedef {object} Colours
 * @property {string} ink of bonds
 * @property {string} quiet of what stands where there is no molecule
 * @property {string} font family
 * @property {Record<string, string>} elements by symbol; others are in ink
 */

/** In pixels of the page: small molecules are drawn with this bond, large ones have letters that can still be read. */
const [MOST_BOND, LEAST_FONT] = [30, 9];
/** Of a bond: a line, from one line of a double bond to the other, a letter. */
const [LINE, BETWEEN, FONT] = [0.055, 0.17, 0.52];
const [THINNEST, THICKEST] = [1.1, 1.7];
/** In pixels of the page: less would run into one. */
const LEAST_BETWEEN = 2.4;
/** From a letter to the bond that ends before it, of a letter. */
const [GAP, HALF_HEIGHT] = [0.16, 0.36];
/** How much the line inside a ring is shorter at an end, of its distance. */
const INSIDE = 0.8;
const NONE = 14;

/** Those of the theme of now. @returns {Colours} */
export function moleculeColours() {
  const halogen = property("--atom-halogen");
  const [sulfur, phosphorus] = [property("--atom-sulfur"), property("--atom-phosphorus")];
  return {
    ink: property("--ink"),
    quiet: property("--edge"),
    font: property("--font"),
    elements: {
      ...{ O: property("--atom-oxygen"), N: property("--atom-nitrogen"), S: sulfur, P: phosphorus },
      ...{ F: halogen, Cl: halogen, Br: halogen, I: halogen },
    },
  };
}

/**
 * @param {CanvasRenderingContext2D} drawing in pixels of the page
 * @param {Molecule|null} molecule null where there is none: a small crossed box
 * @param {Box} box that it is to fit into
 * @param {Colours} colours
 */
export function drawMolecule(drawing, molecule, box, colours) {
  drawing.save();
  drawing.translate(box.x + box.width / 2, box.y + box.height / 2);
  drawing.lineCap = "round";
  drawing.lineJoin = "round";
  if (molecule) drawStructure(drawing, molecule, box, colours);
  else drawNone(drawing, colours);
  drawing.restore();
}

/** @param {CanvasRenderingContext2D} drawing @param {Molecule} molecule @param {Box} box @param {Colours} colours */
function drawStructure(drawing, molecule, box, colours) {
  const labels = labelsOf(drawing, molecule, colours.font);
  const { bond, font, left, top } = fit(molecule, labels, box);
  drawing.translate(left, top);
  drawing.lineWidth = Math.min(THICKEST, Math.max(THINNEST, LINE * bond));
  drawing.strokeStyle = colours.ink;
  drawing.beginPath();
  for (const each of molecule.bonds) traceBond(drawing, molecule, labels, each, bond, font);
  drawing.stroke();
  molecule.atoms.forEach((atom, index) => {
    const label = labels[index];
    if (!label) return;
    drawing.fillStyle = colours.elements[atom.label] ?? colours.ink;
    drawLabel(drawing, label, atom.x * bond, atom.y * bond, font, colours.font);
  });
}

/**
 * How long a bond and how large a letter is, so that all of it is in the box; and where its middle is moved to.
 * @param {Molecule} molecule
 * @param {(Label|null)[]} labels
 * @param {Box} box
 */
function fit({ atoms }, labels, box) {
  let bond = MOST_BOND;
  for (;;) {
    const font = Math.max(LEAST_FONT, FONT * bond);
    const [x, y] = [
      extent(
        atoms.map((atom, index) => [
          atom.x * bond,
          font * (labels[index]?.left ?? 0),
          font * (labels[index]?.right ?? 0),
        ]),
      ),
      extent(
        atoms.map((atom, index) => [
          atom.y * bond,
          font * (labels[index]?.top ?? 0),
          font * (labels[index]?.bottom ?? 0),
        ]),
      ),
    ];
    const share = Math.min(box.width / x.size, box.height / y.size);
    // Letters do not become smaller than can be read, so that once is not always enough.
    if (share >= 0.999 || bond < 1) return { bond, font, left: -x.middle, top: -y.middle };
    bond *= share;
  }
}

/** @param {number[][]} places each with how far it reaches before and after */
function extent(places) {
  const first = Math.min(...places.map(([at, before]) => at + before));
  const last = Math.max(...places.map(([at, , after]) => at + after));
  return { size: last - first, middle: (first + last) / 2 };
}

/**
 * @param {CanvasRenderingContext2D} drawing
 * @param {Molecule} molecule
 * @param {(Label|null)[]} labels
 * @param {Bond} bond
 * @param {number} length
 * @param {number} font
 */
function traceBond(drawing, { atoms }, labels, { from, to, order, side }, length, font) {
  const [x, y] = [atoms[from].x * length, atoms[from].y * length];
  const [across, down] = [atoms[to].x * length - x, atoms[to].y * length - y];
  const whole = Math.hypot(across, down);
  const [right, below] = [across / whole, down / whole];
  const [start, end] = [clearance(labels[from], right, below, font), clearance(labels[to], right, below, font)];
  const between = Math.max(LEAST_BETWEEN, BETWEEN * length);
  /** @param {number} aside @param {boolean} [inside] */
  const line = (aside, inside = false) => {
    const less = inside ? INSIDE * between : 0;
    const [first, last] = [Math.max(start, less), whole - Math.max(end, less)];
    // Between two large letters there may be no room.
    if (last <= first) return;
    drawing.moveTo(x + right * first - below * aside, y + below * first + right * aside);
    drawing.lineTo(x + right * last - below * aside, y + below * last + right * aside);
  };
  const centred = order === 2 && side === 0;
  if (!centred) line(0);
  if (centred) for (const aside of [-0.5, 0.5]) line(aside * between);
  else if (order === 2) line(side * between, true);
  else if (order === 3) for (const aside of [-1, 1]) line(aside * between);
}

/** How far before an atom its bond ends: at an ellipse about its letters. @param {Label|null} label @param {number} right @param {number} below @param {number} font */
function clearance(label, right, below, font) {
  if (!label?.halfWidth) return 0;
  return font / Math.hypot(right / (label.halfWidth + GAP), below / (HALF_HEIGHT + GAP));
}

/** @param {CanvasRenderingContext2D} drawing @param {Colours} colours */
function drawNone(drawing, { quiet }) {
  const half = NONE / 2;
  drawing.strokeStyle = quiet;
  drawing.lineWidth = THINNEST;
  drawing.beginPath();
  drawing.rect(-half, -half, NONE, NONE);
  drawing.moveTo(-half, -half);
  drawing.lineTo(half, half);
  drawing.moveTo(half, -half);
  drawing.lineTo(-half, half);
  drawing.stroke();
}
