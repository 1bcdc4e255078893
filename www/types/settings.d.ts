// Settings as the library takes them.

import type {
  Activation,
  Condition,
  Corruption,
  Family,
  NetworkKind,
  Objective,
  Optimizer,
  Penalty,
} from "../../src/wasm/types";

export type Engine = "cpu" | "webgpu";
export type CorruptionKind = Corruption["kind"];
export type OptimizerName = Optimizer["name"];
export type Schedule = Optimizer["schedule"];

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
