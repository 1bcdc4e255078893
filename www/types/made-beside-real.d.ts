// What the library tells of made examples beside real ones, and of labels.

/** Among which examples, and by what, `nearest` looks: "training" and "pixels" where they are left out. */
export interface NearestOptions {
  among?: "training" | "test";
  by?: Likeness;
}

/** "pixels": value by value. "features": what a classifier finds in pictures, of the first 2,500 of either part. */
export type Likeness = "pixels" | "features";

/** The nearest real examples to each of n, `[n * count]`, the nearest first. */
export interface Neighbours {
  indices: number[];
  /** Euclidean. */
  distances: number[];
}

/** How near generated examples are to training examples, beside as many unseen ones. */
export interface CopyReport {
  step: number;
  /** Generated examples. */
  count: number;
  /** Real examples of either part that each was compared with. */
  compared: number;
  by: Likeness;
  /** Of each the distance to the nearest training example. */
  training: number[];
  /** Of each the distance to the nearest unseen one. */
  unseen: number[];
  /** How many are about as far, in bins of one width from 0 to `most`; the last has all beyond as well. */
  histogram: { most: number; training: number[]; unseen: number[] };
  /** The mean of the former distances over that of the latter: 0 for copies, about 1 for what is new. */
  ratio: number;
  /** Places of the generated ones, the nearest to training examples for its distance to unseen ones first. */
  order: number[];
}

/** How much neighbouring pixels differ across the borders of pictures that repeat, over how much they do inside. */
export interface Seams {
  /** Of all pictures together: about 1 where there are no seams. */
  ratio: number;
  /** Of each. */
  ratios: number[];
  /** Of all where each stands beside the next one, whose sides do not go on where its own end; null of one picture. */
  strangers: number | null;
}

/** What a classifier finds in pictures. */
export interface ClassReport {
  /** The most likely class of each. */
  classes: number[];
  /** Its probability, 0 to 1. */
  probabilities: number[];
  /** How many of each class there are of those that it is sure of: with a probability above 0.95. */
  counts: number[];
  /** How many it is not sure of. */
  unclear: number;
}

/** How well each label is served, the one that is served worst first. */
export interface LabelReport {
  step: number;
  /** Unseen examples that were looked at. */
  count: number;
  /** "error": the mean squared error of reconstructions. "score": the mean probability of being real, of a GAN. */
  figure: "error" | "score";
  /** Over all. */
  mean: number;
  labels: {
    label: number;
    /** Training examples that have it. */
    training: number;
    /** Unseen examples that have it. */
    count: number;
    value: number;
    /** The error of as many principal components as a code has units; null where there is none to compare with. */
    components: number | null;
    /** The share that a discriminator takes for made, 0 to 1; null without one. */
    refused: number | null;
    /** Places of test examples, the worst first. */
    worst: number[];
  }[];
}
