/**
 * Where to compute; "webgpu" only in the package's "webgpu" build. Where both can be had, "auto" lets them race: the
 * first call of train times real steps of this model on each and goes on with the faster.
 */
export type EngineChoice = "cpu" | "webgpu" | "auto";
/** Convolutional: for pictures whose sides can be halved once for each hidden layer. */
export type NetworkKind = "dense" | "convolutional";
export type Family = "autoencoder" | "variational" | "adversarial";
/**
 * Between the hidden layers of encoder, decoder and generator; a discriminator's is always "leaky-relu". With "linear" a
 * decoder's outputs are not squashed either.
 */
export type Activation = "relu" | "leaky-relu" | "linear";
/**
 * What the decoder of a variational autoencoder, or the generator of a GAN, is told beside the code or the noise. A discriminator then
 * has a logit for each label, and learns to tell the labels of real examples by them as well.
 */
export type Condition = "none" | "label";
export type Objective =
  | "binary-cross-entropy"
  /** Of the symbols of molecules alone. */
  | "categorical-cross-entropy"
  | "mean-squared-error"
  | "non-saturating"
  | "saturating"
  | "least-squares"
  | "hinge"
  | "wasserstein"
  | "relativistic";

/**
 * What every method throws, or rejects with. The message is in English; other languages are written from the code and its
 * values (see describeErrors). The session is as it was before the call.
 */
export interface LibraryError extends Error {
  /** As "setting-out-of-range": the same whatever the words. */
  code: string;
  /** Names of settings, families and so on are as in this file; what somebody wrote is as it was written. */
  values: Record<string, string | number>;
}

export interface Optimizer {
  /** "adamw" decays weights apart from their gradients; "rmsprop" has no momentum; "sgd" has `beta1` as its momentum. */
  name: "adam" | "adamw" | "rmsprop" | "sgd";
  learningRate: number;
  /** The discriminator's own (adversarial); null where it is that of both. */
  discriminatorLearningRate: number | null;
  /** Decay rates of the means of gradients and of their squares. */
  beta1: number;
  beta2: number;
  /** Of "adamw" alone. */
  weightDecay: number;
  /** "cosine": the learning rate comes down to 0 in `scheduleSteps` steps. */
  schedule: "constant" | "cosine";
  scheduleSteps: number;
  /** Steps in which the learning rate rises from 0. */
  warmUp: number;
}

/** What the encoder is shown in the place of the example. */
export interface Corruption {
  kind: "noise" | "mask" | "salt-and-pepper" | "block" | "blur" | "downscale";
  /**
   * Deviation of the noise; share of the values, or of the sides of the block; deviation of the blur in sevenths of the
   * shorter side. "downscale" halves both sides whatever it is; a running session cannot begin or end that.
   */
  amount: number;
}

/** Where a discriminator's gradient is held, and at what: R1 in closed form or by differences, or the norm about 1 (WGAN-GP). */
export type PenaltyKind = "r1" | "approximate-r1" | "gradient";

export interface Penalty {
  kind: PenaltyKind;
  /** 0 for none. */
  weight: number;
  /** It counts every so many steps, times as many. */
  every: number;
}

export interface Settings {
  engine: "cpu" | "webgpu";
  /** A whole number; the same seed gives the same run on every engine up to rounding. */
  seed: number;
  family: Family;
  network: NetworkKind;
  /** Widths of the hidden layers, or their channels, in the encoder's order; the decoder mirrors them. */
  hidden: number[];
  /** Size of the code or of the noise vector. */
  code: number;
  activation: Activation;
  /** null where the data decide. */
  objective: Objective | null;
  /** Weight of the divergence of a variational autoencoder. */
  divergenceWeight: number;
  /** Steps in which that weight rises from 0. */
  divergenceWarmUp: number;
  /** Weight of the mean absolute value of the codes' numbers (autoencoder). */
  sparsity: number;
  /** On the discriminator's gradient (adversarial). */
  penalty: Penalty;
  /** Steps of the discriminator for each in which the generator is updated as well (adversarial). */
  discriminatorSteps: number;
  /** Examples that the discriminator judges together, 1 to 4: dense, not told labels (adversarial). */
  packing: number;
  condition: Condition;
  optimizer: Optimizer;
  /** Examples in a step. */
  batchSize: number;
  corruption: Corruption | null;
}

/** All may be left out but the family; describeSettings() tells ranges and defaults. */
export interface SettingsChoice {
  engine?: EngineChoice;
  seed?: number;
  family: Family;
  network?: NetworkKind;
  hidden?: number[];
  code?: number;
  activation?: Activation;
  objective?: Objective | null;
  divergenceWeight?: number;
  divergenceWarmUp?: number;
  sparsity?: number;
  /** null for none. */
  penalty?: Partial<Penalty> | null;
  discriminatorSteps?: number;
  packing?: number;
  condition?: Condition;
  optimizer?: Partial<Optimizer>;
  batchSize?: number;
  corruption?: { kind: Corruption["kind"]; amount?: number } | null;
}

/** Milliseconds of a step. */
export interface Race {
  cpu: number;
  webgpu: number;
}

export type PointShape = "ring" | "grid" | "moons" | "swiss-roll" | "line" | "drawn";

/** What is left out is as describeSettings().points has it for the shape. */
export interface PointSettings {
  shape: PointShape;
  /** Modes, of a ring or a grid. */
  count?: number;
  /** Half of the extent. */
  radius?: number;
  /** Standard deviation, at most the radius. */
  deviation?: number;
  /** x, y, x, y, ... of 1 to 2,000 points from -100 to 100, of the shape "drawn" alone. */
  points?: Float32Array | number[];
}

/** Chirps: sines of rising or falling frequency. Beats: as in an electrocardiogram. Mixed: any of the three. */
export type SignalShape = "chirps" | "pulses" | "beats" | "mixed";

export interface SignalSettings {
  shape: SignalShape;
  /** Values in each, a multiple of 16; 256 where it is left out. */
  length?: number;
}

/** SELFIES, of whose symbols every sequence is a molecule, or SMILES. */
export type Notation = "selfies" | "smiles";

/** How molecules are loaded. */
export interface MoleculeOptions {
  /** Saved with the session. */
  name?: string | null;
  /** "selfies" where it is left out. */
  notation?: Notation;
  /** In how many ways each is written, from other atoms on and in another order: 1 to 20, 5 where it is left out. */
  writings?: number;
}

/** A label of which only the first few examples are used. */
export interface Scarce {
  label: number;
  /** At least 1. */
  count: number;
}

/** What a session is trained on. */
export type DataDescription =
  | {
      kind: "images";
      /** As loadImages was told. */
      name: string | null;
      /** FNV-1a of 64 bits over the unpacked file of images, in hexadecimal digits. */
      checksum: string;
      count: number;
      height: number;
      width: number;
      /** The labels of those that are used, where not all are. */
      only: number[] | null;
      /** How many of these are used, the first of them, where not all are. */
      most: number | null;
      /** Of which label only some are used, where there is one. */
      scarce?: Scarce;
    }
  | { kind: "points"; settings: Required<Omit<PointSettings, "points">> & { points?: number[] } }
  | { kind: "signals"; settings: Required<SignalSettings> }
  | {
      kind: "molecules";
      /** As loadMolecules was told. */
      name: string | null;
      /** FNV-1a of 64 bits over the lines of SMILES, in hexadecimal digits. */
      checksum: string;
      /** Sequences: molecules times writings. */
      count: number;
      writings: number;
      notation: Notation;
      /** Places in a sequence. */
      length: number;
      /** What can stand at each, one-hot in this order; the first is the blank after the end. */
      symbols: string[];
    };

/** What a saved file holds. */
export interface Inspection {
  /** Of the format. */
  version: number;
  settings: Settings;
  shape:
    | { kind: "images"; height: number; width: number }
    | { kind: "points" }
    | { kind: "signals"; length: number }
    | { kind: "molecules"; length: number; symbols: number };
  /** null in files from before data were described. */
  data: DataDescription | null;
  step: number;
  /** Times all examples were seen. */
  epoch: number;
  /** Numbers that are trained. */
  parameters: number;
}

export type DataKind = "images" | "points" | "signals" | "molecules";

/** What a setting may be. A value out of its range is refused with the code "setting-out-of-range". */
export interface SettingsField {
  kind: "integer" | "number" | "widths" | "choice";
  /** The ends of the range, which are in it; of each width where these are many. */
  least?: number;
  most?: number;
  /** Of widths. */
  mostLayers?: number;
  choices?: string[];
  /** The part of the range that suits a slider, where the whole is too wide for one. */
  usual?: { least: number; most: number; step: number };
  /** Values to go through one by one where factors count and not differences: 1, 2 and 5 times the powers of ten. */
  steps?: number[];
  /** Where it is not left to `defaults`. */
  default?: number;
  /** Whether it may change in a running session. */
  live: boolean;
  /** Whom it concerns. */
  families: Family[];
}

/** All settings but engine and seed, as suits a family on some data with some network. */
export type SuitingSettings = Omit<Settings, "engine" | "seed"> & { objective: Objective };

export interface SettingsDescription {
  /**
   * By name, as in Settings; learningRate, beta1, beta2, weightDecay, schedule, scheduleSteps and warmUp are the
   * optimizer's, amount is the corruption's.
   */
  fields: Record<string, SettingsField>;
  /** Of PointSettings. */
  pointFields: Record<keyof PointSettings, SettingsField>;
  objectives: Record<Family, { name: Objective; data: DataKind[] }[]>;
  defaults: Record<
    Family,
    {
      images: Record<NetworkKind, SuitingSettings>;
      points: { dense: SuitingSettings };
      signals: Record<NetworkKind, SuitingSettings>;
      molecules: { dense: SuitingSettings };
    }
  >;
  points: Record<PointShape, { count: number; radius: number; deviation: number }>;
  signals: Record<SignalShape, { length: number }>;
  /** Of SignalSettings. */
  signalFields: Record<keyof SignalSettings, SettingsField>;
  /** Of MoleculeOptions. */
  moleculeFields: Record<"notation" | "writings", SettingsField>;
  corruptions: { name: Corruption["kind"]; data: DataKind[] }[];
  limits: {
    examplesPerCall: number;
    samplesPerCall: number;
    stepsPerCall: number;
    /** Bytes that a session may need, its data included. */
    memory: number;
  };
}

export interface Progress {
  /** Steps since the session was created. */
  step: number;
  /** Of the last step, by name. */
  losses: Record<string, number>;
  millisecondsPerStep: number;
}

/** Which networks of a GAN a step updates; the others are constants in it. */
export type Update = "both" | "generator" | "discriminator";

/** What a discriminator says of n examples. */
export interface Judged {
  /** Its outputs, `[n]`: larger for real. */
  logits: Float32Array;
  /** The probabilities of being real, `[n]`, 0 to 1. */
  scores: Float32Array;
  /** Their mean over the whole batch. */
  meanScore: number;
}

/** One step of a GAN, part by part, of the first n examples of its batch: at most 64. */
export interface Trace {
  /** Steps since the session was created, this one included. */
  step: number;
  update: Update;
  /** Of the whole batch, as `train` gives them. */
  losses: Record<string, number>;
  /** First. */
  discriminator: {
    /** Standard normal, `[n * code]`. */
    noise: Float32Array;
    /** What was made of it, `[n * features]`, values as in the data. */
    made: Float32Array;
    /** `[n * features]` */
    real: Float32Array;
    /** What it said before its update. */
    ofReal: Judged;
    ofMade: Judged;
    /** Of the whole batch. */
    loss: number;
    /** The L2 norm of the gradients of its loss over all weights; null where it was not updated. */
    gradientNorm: number | null;
    /** The L2 norm of the change of its weights. */
    moved: number;
  };
  /** Second, against the discriminator as it is by then. */
  generator: {
    noise: Float32Array;
    /** Before the update. */
    made: Float32Array;
    ofMade: Judged;
    loss: number;
    /** The gradient of the loss at what was made, `[n * features]`; null where the generator was not updated. */
    madeGradient: Float32Array | null;
    gradientNorm: number | null;
    moved: number;
  };
}

export interface Measure {
  name: string;
  value: number;
  unit: string;
  better: "lower" | "higher";
  /** The one that is hardest to beat. */
  baseline: { name: string; value: number } | null;
  /** More of them. */
  others: { name: string; value: number }[];
  /** Examples that it was measured on, where these are not all that the report counts. */
  count: number | null;
}

export interface Report {
  step: number;
  /** Test examples, or samples, measured on. */
  count: number;
  measures: Measure[];
}

/** Shares of normal and of odd examples from each score on, from the highest to the lowest. */
export interface RocCurve {
  falsePositiveRates: number[];
  truePositiveRates: number[];
  /** The first is Infinity, beyond all scores. */
  thresholds: number[];
  /** Below the curve: how likely an odd example has a higher score than a normal one. */
  area: number;
}

export interface RocReport {
  step: number;
  /** Of each test example, in their order. */
  scores: number[];
  /** Whether each has another label than those that were trained on. */
  odd: boolean[];
  /** The places of the test examples, that with the highest score first. */
  order: number[];
  /** Normal and odd examples by score, in bins of one width from `least` to `most`; the last has all beyond as well. */
  histogram: { least: number; most: number; normal: number[]; odd: number[] };
  curve: RocCurve;
  /** The residual of principal components of the same training examples; null where that would take too long. */
  baseline: { name: string; curve: RocCurve } | null;
}

/** Of a variational autoencoder, for each example. */
export interface Posterior {
  /** `[n * code]` */
  means: Float32Array;
  /** `[n * code]` */
  deviations: Float32Array;
  /** The means on the plane of the map, `[n * 2]`. */
  places: Float32Array;
  /** There, the half axes of what is within one deviation, and the angle of the first in radians, `[n * 3]`. */
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

/** The codes of the first training examples, by unit. */
export interface LatentReport {
  step: number;
  /** Examples looked at. */
  count: number;
  means: number[];
  /** Of a variational autoencoder those of codes drawn from the posteriors. */
  variances: number[];
  /** Mean divergence of the posteriors from N(0, 1), in nats: near 0 for a unit that is not used. null where codes are points. */
  divergences: number[] | null;
  /** Units, those that matter most first: by divergence, or by variance. */
  order: number[];
  /** Shares of drawn codes inside circles about the prior's mean on the plane of the map; null where codes are points. */
  within: { radius: number; share: number; expected: number }[] | null;
  /** The mean code of each label that occurs. */
  classes: { label: number; count: number; code: number[] }[];
}

/** Weights of a first layer, each unit's by its largest one: 0 to 1, 0.5 for none. `[count * height * width]` */
export interface Filters {
  count: number;
  height: number;
  width: number;
  values: Float32Array;
}

export type Layer = "first" | "code";

/** The training examples, of the first 2,000, that excite a unit most, best first. */
export interface Exciting {
  indices: number[];
  /** Of a convolution's channel the largest of its places. */
  activations: number[];
}

/** Accuracies of a linear classifier on unseen examples, in percent. */
export interface ProbeReport {
  /** Examples whose label it was told. */
  labels: number;
  /** Examples that it was tested on. */
  count: number;
  codes: number;
  pixels: number;
  /** On as many principal components as the code has units; null where that would take too long. */
  components: number | null;
  /** Of always saying the label that occurs most. */
  chance: number;
}

/** What `augmentation` trains a small classifier on. */
export interface AugmentationOptions {
  /** Pictures of each class, 1 to 200; 10 where it is left out. */
  labels?: number;
  /** Which draw of them; 0 where it is left out. */
  draw?: number;
  /** "none" where it is left out. */
  beside?: Augmentation;
}

/**
 * Beside the few pictures: copies of them, "moved" by up to two pixels and fifteen degrees, or those that a model told the label makes
 * after seeing these few and no others.
 */
export type Augmentation = "none" | "moved" | "variational" | "adversarial";

export interface AugmentationReport {
  /** Pictures that the classifier had. */
  labels: number;
  /** Pictures that were made for it. */
  made: number;
  /** Unseen pictures that it was tested on. */
  count: number;
  /** Of those it got so many right, in percent. */
  accuracy: number;
}

/** Accuracies of several draws, beside those of a classifier that had nothing else. */
export interface DrawComparison {
  mean: number;
  least: number;
  most: number;
  /** The mean less that of the others; null where there are none. */
  gain: number | null;
  /** Whether every one lies on the same side of all others. */
  clear: boolean;
}

export interface SelfTest {
  /** Steps compared for each family. */
  steps: number;
  /** Of a loss, relative to the CPU engine's. */
  largestDifference: number;
}

/** Among which examples, and by what, `nearest` looks. */
export interface NearestOptions {
  /** "training" where it is left out. */
  among?: "training" | "test";
  /** "pixels" where it is left out. */
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
