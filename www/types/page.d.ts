// What the modules of the page hand to each other.

import type { Engine, Family, NetworkKind, Objective, PointSettings } from "./library";

/** All that a link carries. */
export interface State {
  family: Family;
  dataset: string;
  network: NetworkKind;
  /** Widths of the hidden layers, or their channels. */
  hidden: number[];
  code: number;
  objective: Objective;
  divergenceWeight: number;
  learningRate: number;
  batchSize: number;
  corruption: "none" | "noise" | "mask" | "salt-and-pepper";
  amount: number;
  seed: number;
  engine: "auto" | Engine;
}

/** The bytes or the outline that a session is to learn from. */
export type Data =
  | {
      kind: "pictures";
      images: Uint8Array;
      labels: Uint8Array;
      testImages?: Uint8Array;
      testLabels?: Uint8Array;
    }
  | { kind: "points"; points: PointSettings };

/** One query to the model; several are answered at one moment of the training. */
export interface Query {
  method: "sample" | "reconstruct" | "encode" | "decode" | "score" | "examples" | "labels";
  /** For sample: how many, from which seed. For examples and labels: start and count. */
  numbers?: [number, number];
  /** For the others: what to pass in, */
  values?: Float32Array;
  /** or which training examples. */
  examples?: [number, number];
}

/** What the worker tells unasked, after each batch of steps. */
export interface BatchMessage {
  type: "batch";
  run: number;
  step: number;
  losses: Record<string, number>;
  millisecondsPerStep: number;
  stepsPerSecond: number;
  /** How many work on it at once. */
  threads: number;
}

export interface FailureMessage {
  type: "failure";
  run: number;
  message: string;
  fatal: boolean;
}

export type WorkerMessage = BatchMessage | FailureMessage;
