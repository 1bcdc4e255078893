// The wall of pictures: made from the same noise at every look, so that each can be seen taking form; beside it the
// real ones. For an autoencoder it shows what went in above what came out; for a map of codes, the grid of decoded
// places.

import { MAP_EXTENT, SIDE } from "../defaults.js";
import { canvas, find } from "../find.js";
import { crispScale, drawPictures, extent, rowTop } from "./pictures.js";
import { Timeline } from "./timeline.js";

/** @import {Query} from "../types/page" */
/** @import {Grid} from "./pictures.js" */
/** @typedef {"made"|"pairs"|"manifold"} WallMode */

const NOISE_SEED = 2014;
const GAP = 1;
const NARROW_COLUMNS = 8;
const MOST_PICTURES = 140;
const PICTURE = SIDE * SIDE;

export class Wall {
  /** @type {WallMode} */
  mode = "made";
  #wall = canvas("#wall");
  #real = canvas("#wall-real");
  #pairs = canvas("#pairs");
  #place = find("#wall-place", HTMLElement);
  /** @type {Grid} */
  #grid = { columns: 8, rows: 6, gap: GAP };
  #realGrid = { columns: 2, rows: 6, gap: GAP };
  #pairColumns = 8;
  /** @type {Float32Array} */
  #examples = new Float32Array();
  /** @type {ArrayLike<number>} */
  #made = new Float32Array();
  /** @type {ArrayLike<number>} */
  #rebuilt = new Float32Array();
  #timeline = new Timeline((pictures) => this.#showPast(pictures));

  /** @param {{refresh: () => void, pick: (values: Float32Array) => void}} page */
  constructor({ refresh, pick }) {
    new ResizeObserver(() => {
      this.layout();
      refresh();
    }).observe(this.#place);
    this.#wall.addEventListener("click", (event) => this.#pick(event, this.#wall, pick));
    this.#real.addEventListener("click", (event) => this.#pick(event, this.#real, pick));
  }

  /** @param {WallMode} mode */
  setMode(mode) {
    this.mode = mode;
    find("#wall-frame", HTMLElement).dataset.mode = mode;
    this.layout();
  }

  /** Another experiment: nothing of the last one stays. */
  reset() {
    this.#examples = new Float32Array();
    this.#made = new Float32Array();
    this.#rebuilt = new Float32Array();
    this.#timeline.reset();
  }

  /** Fits whole pictures, each pixel on whole pixels of the screen, into the room there is. */
  layout() {
    const { clientWidth: width, clientHeight: height } = this.#place;
    if (width === 0) return;
    const narrow = width < 520;
    // A narrow screen shows eight in a row, as large as they can be.
    const wanted = narrow ? Math.floor(width / NARROW_COLUMNS) - 2 : 54;
    const scale = crispScale(this.mode === "manifold" ? 28 : wanted, width / NARROW_COLUMNS);
    const pitch = (SIDE + GAP) * scale;
    if (this.mode === "manifold") {
      const room = narrow ? width : Math.min(Math.floor((width - 24) / 2), height - 4 * pitch);
      const side = Math.max(6, Math.min(16, Math.floor(room / (SIDE * scale))));
      this.#grid = { columns: side, rows: side, gap: 0 };
      this.#place.style.setProperty("--map-side", `${side * SIDE * scale}px`);
      const pairScale = crispScale(wanted, width / NARROW_COLUMNS);
      this.#pairColumns = Math.floor(width / ((SIDE + GAP) * pairScale));
      size(this.#pairs, { columns: this.#pairColumns, rows: 2, gap: GAP }, pairScale);
    } else {
      const beside = this.mode === "made" && !narrow;
      const columns = Math.floor((width - (beside ? 14 : 0) + scale) / pitch);
      const realColumns = beside ? 2 : 0;
      const made = Math.max(2, columns - realColumns);
      const room = narrow ? 6 : Math.max(4, Math.floor((height + scale) / pitch));
      let rows = Math.min(room, Math.floor(MOST_PICTURES / made));
      if (this.mode === "pairs") rows -= rows % 2;
      const spare = narrow ? 0 : Math.floor((height + scale - rows * pitch) / scale / (rows / 2 - 1));
      const between = this.mode === "pairs" ? Math.max(4, Math.min(12, spare)) : 0;
      this.#grid = { columns: made, rows, gap: GAP, between };
      this.#realGrid = beside ? { columns: 2, rows, gap: GAP } : { columns, rows: 1, gap: GAP };
      size(this.#real, this.#realGrid, scale);
    }
    size(this.#wall, this.#grid, scale);
    this.draw();
  }

  /** @returns {Query[]} */
  queries() {
    const { columns, rows } = this.#grid;
    /** @type {Query[]} */
    const queries = [];
    if (this.mode === "made") queries.push({ method: "sample", numbers: [columns * rows, NOISE_SEED] });
    if (this.mode === "manifold") queries.push({ method: "decode", values: places(columns) });
    if (this.mode !== "made") queries.push({ method: "reconstruct", examples: [0, this.#exampleCount] });
    if (this.#examples.length < this.#exampleCount * PICTURE) {
      queries.push({ method: "examples", numbers: [0, this.#exampleCount] });
    }
    return queries;
  }

  get #exampleCount() {
    if (this.mode === "made") return this.#realGrid.columns * this.#realGrid.rows;
    return this.mode === "pairs" ? (this.#grid.columns * this.#grid.rows) / 2 : this.#pairColumns;
  }

  /**
   * @param {(Float32Array|Uint8Array)[]} answers
   * @param {number} step
   */
  show(answers, step) {
    const rest = [...answers];
    if (this.mode !== "pairs") {
      this.#made = rest.shift() ?? this.#made;
      this.#timeline.keep(/** @type {Float32Array} */ (this.#made), step);
    }
    if (this.mode !== "made") this.#rebuilt = rest.shift() ?? this.#rebuilt;
    const examples = rest.shift();
    if (examples instanceof Float32Array) this.#examples = examples;
    if (this.#timeline.live) this.draw();
  }

  /** @returns {{real: Float32Array, made: ArrayLike<number>}} the first of each, for the diagram */
  get first() {
    return { real: this.#examples, made: this.mode === "pairs" ? this.#rebuilt : this.#made };
  }

  draw() {
    const { columns } = this.#grid;
    if (this.mode === "pairs") {
      drawPictures(this.#wall, this.#grid, (column, row) => {
        const index = (row >> 1) * columns + column;
        if (row % 2 === 0) return { values: this.#examples, index, tone: "real" };
        return { values: this.#rebuilt, index, tone: "made" };
      });
      return;
    }
    this.#drawMade(this.#made);
    if (this.mode === "made") {
      drawPictures(this.#real, this.#realGrid, (column, row) => ({
        values: this.#examples,
        index: row * this.#realGrid.columns + column,
        tone: "real",
      }));
    } else {
      drawPictures(this.#pairs, { columns: this.#pairColumns, rows: 2, gap: GAP }, (column, row) => ({
        values: row === 0 ? this.#examples : this.#rebuilt,
        index: column,
        tone: row === 0 ? "real" : "made",
      }));
    }
  }

  /** @param {ArrayLike<number>} values */
  #drawMade(values) {
    const { columns } = this.#grid;
    drawPictures(this.#wall, this.#grid, (column, row) => ({ values, index: row * columns + column, tone: "made" }));
  }

  /** @param {Uint8ClampedArray|null} pictures null for now */
  #showPast(pictures) {
    if (pictures) this.#drawMade(pictures);
    else this.draw();
  }

  /** @param {MouseEvent} event @param {HTMLCanvasElement} element @param {(values: Float32Array) => void} pick */
  #pick(event, element, pick) {
    const { gap } = this.#grid;
    const box = element.getBoundingClientRect();
    const column = Math.floor(((event.clientX - box.left) / box.width) * ((element.width + gap) / (SIDE + gap)));
    const down = ((event.clientY - box.top) / box.height) * element.height;
    let row = 0;
    while (rowTop(element === this.#wall ? this.#grid : this.#realGrid, row + 1) <= down) row += 1;
    const columns = Math.round((element.width + gap) / (SIDE + gap));
    let source = element === this.#real ? this.#examples : this.#made;
    let index = row * columns + column;
    if (this.mode === "pairs") {
      source = row % 2 === 0 ? this.#examples : this.#rebuilt;
      index = (row >> 1) * columns + column;
    }
    const values = Float32Array.from(Array.prototype.slice.call(source, index * PICTURE, (index + 1) * PICTURE));
    if (values.length === PICTURE) pick(values);
  }
}

/** @param {HTMLCanvasElement} element @param {Grid} grid @param {number} scale */
function size(element, grid, scale) {
  const { width, height } = extent(grid);
  element.style.width = `${width * scale}px`;
  element.style.height = `${height * scale}px`;
}

/** Codes at the middles of the cells of a grid over the map. @param {number} side */
function places(side) {
  const values = new Float32Array(side * side * 2);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      values[2 * (row * side + column)] = MAP_EXTENT * ((2 * column + 1) / side - 1);
      values[2 * (row * side + column) + 1] = -MAP_EXTENT * ((2 * row + 1) / side - 1);
    }
  }
  return values;
}
