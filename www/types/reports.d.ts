// What the library tells of a model.

export interface RocCurve {
  falsePositiveRates: number[];
  truePositiveRates: number[];
  thresholds: number[];
  area: number;
}

export interface RocReport {
  step: number;
  scores: number[];
  odd: boolean[];
  order: number[];
  histogram: { least: number; most: number; normal: number[]; odd: number[] };
  curve: RocCurve;
  baseline: { name: string; curve: RocCurve } | null;
}

/** Of a variational autoencoder, for each example. */
export interface Posterior {
  /** `[n * code]` */
  means: Float32Array;
  deviations: Float32Array;
  /** On the plane of the map, `[n * 2]`. */
  places: Float32Array;
  /** There, half axes at one deviation and the angle of the first, `[n * 3]`. */
  ellipses: Float32Array;
}

/** What a discriminator says of examples. */
export interface Verdicts {
  /** The probability of being real of each, 0 to 1. */
  scores: number[];
  meanScore: number;
  /** The share of those over one half, 0 to 1. */
  takenForReal: number;
  /** How many are in each twentieth of 0..1. */
  histogram: number[];
}

/** The codes of some examples, by unit. */
export interface LatentReport {
  step: number;
  count: number;
  means: number[];
  variances: number[];
  /** Of each unit from N(0, 1), in nats; null where codes are points. */
  divergences: number[] | null;
  /** Units, those that matter most first. */
  order: number[];
  /** The share of codes inside circles about the prior's mean on the plane of the map. */
  within: { radius: number; share: number; expected: number }[] | null;
  /** The mean code of each label. */
  classes: { label: number; count: number; code: number[] }[];
}

/** Accuracies of a linear classifier, in percent. */
export interface ProbeReport {
  labels: number;
  count: number;
  codes: number;
  pixels: number;
  components: number | null;
  chance: number;
}

/** Weights as pictures, each number 0 to 1, with 0.5 for no weight. */
export interface Filters {
  count: number;
  height: number;
  width: number;
  values: Float32Array;
}
