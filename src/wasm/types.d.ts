/**
 * Where to compute; "webgpu" only in the package's "webgpu" build. Where both can be had, "auto" lets them race: the
 * first call of train times real steps of this model on each and goes on with the faster.
 */
export type EngineChoice = "cpu" | "webgpu" | "auto";
/** Convolutional: for pictures whose sides can be halved once for each hidden layer. */
export type NetworkKind = "dense" | "convolutional";
export type Family = "autoencoder" | "variational" | "adversarial";
/** Between the hidden layers of encoder, decoder and generator; a discriminator's is always "leaky-relu". */
export type Activation = "relu" | "leaky-relu";
export type Objective = "binary-cross-entropy" | "mean-squared-error" | "non-saturating" | "least-squares";

export interface Optimizer {
  name: "adam";
  /** Above 0, at most 1. */
  learningRate: number;
  /** From 0 to below 1. */
  beta1: number;
  /** From 0 to below 1. */
  beta2: number;
}

/** What the encoder is shown in the place of the example. */
export interface Corruption {
  kind: "noise" | "mask" | "salt-and-pepper";
  /** Deviation of the noise, or share of the values; 0 to 1. */
  amount: number;
}

export interface Settings {
  engine: "cpu" | "webgpu";
  /** 0 to 4294967295; the same seed gives the same run on every engine up to rounding. */
  seed: number;
  family: Family;
  network: NetworkKind;
  /** Widths of the hidden layers, or their channels, in the encoder's order; the decoder mirrors them. */
  hidden: number[];
  /** Size of the code or of the noise vector, 1 to 1024. */
  code: number;
  activation: Activation;
  /** null where the data decide. */
  objective: Objective | null;
  /** Weight of the divergence of a variational autoencoder, 0 to 1000. */
  divergenceWeight: number;
  optimizer: Optimizer;
  /** 1 to 4096. */
  batchSize: number;
  corruption: Corruption | null;
}

/** All may be left out but the family. */
export interface SettingsChoice {
  engine?: EngineChoice;
  seed?: number;
  family: Family;
  network?: NetworkKind;
  hidden?: number[];
  code?: number;
  activation?: Activation;
  objective?: Objective;
  divergenceWeight?: number;
  optimizer?: Partial<Optimizer>;
  batchSize?: number;
  corruption?: Corruption | null;
}

/** Milliseconds of a step. */
export interface Race {
  cpu: number;
  webgpu: number;
}

export interface PointSettings {
  shape: "ring" | "grid" | "moons";
  /** Modes, 1 to 100; without meaning for moons. */
  count?: number;
  /** Half of the extent, above 0, at most 100. */
  radius?: number;
  /** Standard deviation, 0 to radius. */
  deviation?: number;
}

export interface Progress {
  /** Steps since the session was created. */
  step: number;
  /** Of the last step, by name. */
  losses: Record<string, number>;
  millisecondsPerStep: number;
}

export interface Measure {
  name: string;
  value: number;
  unit: string;
  better: "lower" | "higher";
  baseline: { name: string; value: number } | null;
}

export interface Report {
  step: number;
  /** Test examples, or samples, measured on. */
  count: number;
  measures: Measure[];
}

export interface SelfTest {
  /** Steps compared for each family. */
  steps: number;
  /** Of a loss, relative to the CPU engine's. */
  largestDifference: number;
}
