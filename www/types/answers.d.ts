// What views are given to their queries.

import type { Layer, ProbeReport, Verdicts } from "./library";

/** Numbers; where a query's method gives one of the library's reports, that, told to be so by whoever asked. */
export type Answer = Float32Array | Uint8Array;

/** The training examples that excite a unit most; the pictures one after the other. */
export interface Exciting {
  layer: Layer;
  unit: number;
  indices: number[];
  activations: number[];
  pictures: Float32Array;
}

/** For each of these units one picture for each step. */
export interface Traversal {
  units: number[];
  pictures: Float32Array;
}

/** From one draw of the labels. */
export interface Probing extends ProbeReport {
  seed: number;
}

/** What the discriminator says of some pictures. */
export interface JudgedPictures extends Verdicts {
  /** All of them, one after the other, where a query gave them; the first few where they were passed in. */
  pictures: Float32Array;
}
