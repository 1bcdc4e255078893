// One cell of a grid: a molecule, where it is from, what it is called, and whether it is the same as its partner.

import { property } from "../elements.js";
import { drawMolecule } from "./drawing.js";

/** @import {Molecule} from "../types/molecules" */
/** @import {Box, Colours} from "./drawing.js" */

/**
 * @typedef {object} MoleculeCell
 * @property {Molecule|null|undefined} molecule null where there is none, undefined where it is still being read
 * @property {"real"|"made"|"ink"} tone
 * @property {string} [caption] such as its SMILES; shortened in the middle where it is too long
 * @property {boolean} [same] as its partner; left out where nobody asks
 */

const [RADIUS, PADDING, MARK, SIGN, BESIDE] = [4, 8, 7, 10, 5];
const CAPTION = 12;
/** Below the molecule, for what stands beside the mark. */
const FOOT = 14;

/**
 * @param {CanvasRenderingContext2D} drawing in pixels of the page
 * @param {MoleculeCell} cell
 * @param {Box} box
 * @param {Colours} colours
 */
export function drawCell(drawing, { molecule, tone, caption, same }, box, colours) {
  drawing.lineWidth = 1;
  drawing.strokeStyle = property("--line");
  drawing.beginPath();
  drawing.roundRect(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1, RADIUS);
  drawing.stroke();
  const inside = { x: box.x + PADDING, y: box.y + PADDING, width: box.width - 2 * PADDING };
  const height = box.height - 3 * PADDING - FOOT;
  if (molecule !== undefined) drawMolecule(drawing, molecule, { ...inside, height }, colours);
  const foot = box.y + box.height - PADDING - FOOT / 2;
  drawTone(drawing, tone, inside.x, foot - MARK / 2);
  const sign = same === undefined ? 0 : SIGN + BESIDE;
  if (same !== undefined) drawSign(drawing, same, inside.x + inside.width - SIGN, foot - SIGN / 2, colours);
  const before = MARK + BESIDE;
  if (caption)
    drawCaption(drawing, caption, { x: inside.x + before, y: foot, width: inside.width - before - sign }, colours);
}

/** @param {CanvasRenderingContext2D} drawing @param {string} caption @param {{x: number, y: number, width: number}} line @param {Colours} colours */
function drawCaption(drawing, caption, { x, y, width }, { font }) {
  drawing.font = `${CAPTION}px ${font}`;
  drawing.fillStyle = property("--ink-soft");
  drawing.textAlign = "left";
  drawing.textBaseline = "alphabetic";
  const text = shortened(caption, width, (part) => drawing.measureText(part).width);
  drawing.fillText(text, x, y + 0.34 * CAPTION);
}

/** As in the key to a view's colours: what is real is round. @param {CanvasRenderingContext2D} drawing @param {string} tone @param {number} x @param {number} y */
function drawTone(drawing, tone, x, y) {
  drawing.fillStyle = property(`--${tone}`);
  drawing.beginPath();
  if (tone === "real") drawing.arc(x + MARK / 2, y + MARK / 2, MARK / 2, 0, 2 * Math.PI);
  else drawing.rect(x, y, MARK, MARK);
  drawing.fill();
}

/** A tick, or that it is not equal. @param {CanvasRenderingContext2D} drawing @param {boolean} same @param {number} x @param {number} y @param {Colours} colours */
function drawSign(drawing, same, x, y, { ink, quiet }) {
  drawing.lineCap = "round";
  drawing.lineJoin = "round";
  drawing.strokeStyle = same ? ink : quiet;
  drawing.lineWidth = same ? 2 : 1.5;
  drawing.beginPath();
  const lines = same
    ? [
        [
          [0, 5],
          [3.5, 8.5],
          [10, 0.5],
        ],
      ]
    : [
        [
          [0.5, 3],
          [9.5, 3],
        ],
        [
          [0.5, 6.5],
          [9.5, 6.5],
        ],
        [
          [2.5, 9.5],
          [7.5, 0],
        ],
      ];
  for (const [first, ...others] of lines) {
    drawing.moveTo(x + first[0], y + first[1]);
    for (const [right, down] of others) drawing.lineTo(x + right, y + down);
  }
  drawing.stroke();
}

/**
 * Both ends of a text with what is between them left out, where it is wider than there is room.
 * @param {string} text
 * @param {number} room
 * @param {(part: string) => number} width
 */
export function shortened(text, room, width) {
  const whole = width(text);
  if (whole <= room) return text;
  let left = Math.min(text.length - 1, Math.floor((text.length * room) / whole));
  const cut = () => `${text.slice(0, Math.ceil(left / 2))}…${text.slice(text.length - Math.floor(left / 2))}`;
  while (left > 1 && width(cut()) > room) left -= 1;
  return cut();
}
