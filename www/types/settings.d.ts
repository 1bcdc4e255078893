// Settings as the library takes them.

export type Engine = "cpu" | "webgpu";
export type Family = "adversarial" | "variational" | "autoencoder";
export type Activation = "relu" | "leaky-relu" | "linear";
export type NetworkKind = "dense" | "convolutional";
export type Objective =
  | "binary-cross-entropy"
  | "mean-squared-error"
  | "non-saturating"
  | "saturating"
  | "least-squares"
  | "hinge"
  | "wasserstein"
  | "relativistic";

export type CorruptionKind = "noise" | "mask" | "salt-and-pepper" | "block" | "blur" | "downscale";

export interface Corruption {
  kind: CorruptionKind;
  amount: number;
}

export type OptimizerName = "adam" | "adamw" | "rmsprop" | "sgd";
export type Schedule = "constant" | "cosine";
/** What samples can be asked for by: nothing, or a label. */
export type Condition = "none" | "label";

export interface Optimizer {
  name: OptimizerName;
  learningRate: number;
  discriminatorLearningRate: number | null;
  weightDecay: number;
  schedule: Schedule;
  /** Steps in which the learning rate rises to its value. */
  warmUp: number;
  /** Steps after which a cosine schedule ends at nothing. */
  scheduleSteps: number;
}

export type PenaltyKind = "r1" | "approximate-r1" | "gradient";

export interface Penalty {
  kind: PenaltyKind;
  weight: number;
  every: number;
}

export interface Settings {
  engine: Engine;
  seed: number;
  family: Family;
  network: NetworkKind;
  activation: Activation;
  hidden: number[];
  code: number;
  objective: Objective;
  divergenceWeight: number;
  divergenceWarmUp: number;
  sparsity: number;
  penalty: Penalty;
  discriminatorSteps: number;
  /** Examples that the discriminator judges together, 1 to 4: dense, not told labels (adversarial). */
  packing: number;
  condition: Condition;
  optimizer: Optimizer;
  batchSize: number;
  corruption?: Corruption | null;
}
