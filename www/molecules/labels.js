// What is written at an atom: its symbol, its hydrogens where there is room for them, its charge.

/** @import {Atom, Molecule} from "../types/molecules" */

/** In sizes of a letter: capitals are so high, a line below another, small figures. */
const [CAPITAL, LINE, SMALL] = [0.68, 0.92, 0.72];
/** Figures stand below the baseline and charges above it; the middle of a charge is above its own. */
const [SUBSCRIPT, RAISED, MARK_MIDDLE] = [0.22, 0.36, 0.25];
const WEIGHT = 500;

/** Directions for hydrogens, the best first, and how far from any bond is far enough. */
const BESIDE = [0, Math.PI, Math.PI / 2, -Math.PI / 2];
const FAR_BESIDE = 1.2;
/** Alone these stand behind their hydrogens, as in H₂O and HCl. */
const BEHIND = new Set(["O", "S", "F", "Cl", "Br", "I"]);
/** The same for charges: all around, those at the upper right first. */
const UPPER_RIGHT = -Math.PI / 4;
const AROUND = Array.from(
  { length: 24 },
  (_, step) => UPPER_RIGHT + Math.ceil(step / 2) * (step % 2 ? -1 : 1) * (Math.PI / 12),
);
const FAR_AROUND = 0.9;
/** How far to the side of a symbol and above it the middle of a charge is. */
const [ASIDE, ABOVE] = [0.42, 0.66];

/** @typedef {{text: string, x: number, y: number, size: number}} Piece from the atom to the beginning of its baseline */

/**
 * @typedef {object} Label in sizes of a letter
 * @property {Piece[]} pieces
 * @property {number} halfWidth of the symbol, before which bonds end; 0 where there is none
 * @property {number} left as far as it reaches from the atom
 * @property {number} right
 * @property {number} top
 * @property {number} bottom
 */

/** By family and text. @type {Map<string, number>} */
const widths = new Map();

/**
 * @param {CanvasRenderingContext2D} drawing
 * @param {Molecule} molecule
 * @param {string} family of letters
 * @returns {(Label|null)[]} null where nothing is written
 */
export function labelsOf(drawing, { atoms, bonds }, family) {
  /** @type {number[][]} */
  const angles = atoms.map(() => []);
  for (const { from, to } of bonds) {
    const angle = Math.atan2(atoms[to].y - atoms[from].y, atoms[to].x - atoms[from].x);
    angles[from].push(angle);
    angles[to].push(angle + Math.PI);
  }
  const width = (/** @type {string} */ text) => widthOf(drawing, text, family);
  return atoms.map((atom, index) => labelOf(atom, angles[index], width));
}

/**
 * @param {CanvasRenderingContext2D} drawing
 * @param {Label} label
 * @param {number} x
 * @param {number} y
 * @param {number} font size of a letter
 * @param {string} family
 */
export function drawLabel(drawing, label, x, y, font, family) {
  drawing.textAlign = "left";
  drawing.textBaseline = "alphabetic";
  for (const piece of label.pieces) {
    drawing.font = `${WEIGHT} ${piece.size * font}px ${family}`;
    drawing.fillText(piece.text, x + piece.x * font, y + piece.y * font);
  }
}

/** @param {Atom} atom @param {number[]} angles of its bonds @param {(text: string) => number} width @returns {Label|null} */
function labelOf({ label, hydrogens, charge, unpaired }, angles, width) {
  const mark = markOf(charge, unpaired);
  if (!label && !mark) return null;
  const halfWidth = width(label) / 2;
  const baseline = CAPITAL / 2;
  const pieces = label ? [{ text: label, x: -halfWidth, y: baseline, size: 1 }] : [];
  let right = halfWidth;
  if (hydrogens > 0) {
    const figure = hydrogens > 1 ? String(hydrogens) : "";
    const [letter, all] = [width("H"), width("H") + SMALL * width(figure)];
    const alone = angles.length === 0 && BEHIND.has(label);
    const beside = alone ? Math.PI : freest(BESIDE, FAR_BESIDE, angles);
    const x = beside === 0 ? right : beside === Math.PI ? -halfWidth - all : -letter / 2;
    const y = baseline + LINE * Math.round(Math.sin(beside));
    pieces.push({ text: "H", x, y, size: 1 });
    if (figure) pieces.push({ text: figure, x: x + letter, y: y + SUBSCRIPT, size: SMALL });
    if (beside === 0) right += all;
  }
  if (mark && right > halfWidth) pieces.push({ text: mark, x: right, y: baseline - RAISED, size: SMALL });
  else if (mark) {
    const angle = freest(AROUND, FAR_AROUND, angles);
    const x = Math.cos(angle) * (halfWidth + ASIDE) - (SMALL * width(mark)) / 2;
    pieces.push({ text: mark, x, y: Math.sin(angle) * ABOVE + MARK_MIDDLE, size: SMALL });
  }
  return { pieces, halfWidth, ...reach(pieces, width) };
}

/** @param {number} charge @param {number} unpaired */
function markOf(charge, unpaired) {
  const size = Math.abs(charge);
  const sign = charge > 0 ? "+" : "−";
  return "•".repeat(unpaired) + (charge === 0 ? "" : size > 1 ? `${size}${sign}` : sign);
}

/**
 * The first direction with no bond near it, or the one whose nearest bond is farthest.
 * @param {number[]} directions
 * @param {number} enough
 * @param {number[]} angles
 */
function freest(directions, enough, angles) {
  const gaps = directions.map((direction) =>
    Math.min(Math.PI, ...angles.map((angle) => Math.acos(Math.max(-1, Math.min(1, Math.cos(angle - direction)))))),
  );
  const free = gaps.findIndex((gap) => gap >= enough);
  return directions[free >= 0 ? free : gaps.indexOf(Math.max(...gaps))];
}

/** @param {Piece[]} pieces @param {(text: string) => number} width */
function reach(pieces, width) {
  return {
    left: Math.min(...pieces.map(({ x }) => x)),
    right: Math.max(...pieces.map(({ text, x, size }) => x + size * width(text))),
    top: Math.min(...pieces.map(({ y, size }) => y - size * CAPITAL)),
    bottom: Math.max(...pieces.map(({ y }) => y)),
  };
}

/** @param {CanvasRenderingContext2D} drawing @param {string} text @param {string} family */
function widthOf(drawing, text, family) {
  const key = `${family} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  drawing.font = `${WEIGHT} 100px ${family}`;
  const width = drawing.measureText(text).width / 100;
  widths.set(key, width);
  return width;
}
