// Experiments beside the running one.

import type { Augmentation, DrawComparison, Evaluation, Update } from "./library";
import type { Answer, BatchMessage, Query, State } from "./page";

/** What was told to the running experiment after a step. */
export interface PastChange {
  step: number;
  state?: State;
  update?: Update;
}

/** A step of the running experiment's past, and what it takes to be there again. */
export interface PastStep {
  step: number;
  /** What trained then. */
  state: State;
  /** The step of the saved session from which it is trained again, or of the settings where there is none. */
  from: number;
  bytes: Uint8Array | null;
  began: State;
  /** Which networks were updated then, and what was changed from there on. */
  update: Update;
  changes: PastChange[];
}

export interface Forks {
  /** What trains; null where nothing does. */
  state(): State | null;
  /** A step of the running experiment's past; null for now. Null where nothing runs. */
  at(step: number | null): Promise<PastStep | null>;
  /** Makes a saved session the running experiment; undefined where that was refused, which has been told then. */
  keep(state: State, bytes: Uint8Array): Promise<unknown>;
}

/** An experiment beside the running one. */
export interface CompanionSource {
  /** How it differs from the running one. */
  state: Partial<State>;
  /** A saved session to go on from; what differs then must be what a session can be told while it trains. */
  bytes?: Uint8Array;
  /** In the place of those a step of the past, which it goes to first. */
  past?: PastStep;
}

export interface CompanionListeners {
  batch(index: number, message: BatchMessage): void;
  failed(index: number, error: unknown): void;
}

export interface Companion {
  play(): Promise<void>;
  /** Resolves when no batch is under way. */
  pause(): Promise<unknown>;
  /** Resolves when so many steps are done. */
  train(steps: number): Promise<void>;
  query(queries: Query[]): Promise<{ answers: Answer[]; step: number } | null>;
  evaluate(): Promise<Evaluation | null>;
  save(): Promise<{ bytes: Uint8Array; step: number } | null>;
}

/** A small classifier that learns from few labels, and something beside them. */
export interface AugmentationTrial {
  /** Pictures of each class. */
  labels: number;
  draw: number;
  beside: Augmentation;
}

/** After one more draw. */
export interface AugmentationResult extends AugmentationTrial {
  /** Percentages of unseen pictures that were read, of each draw so far. */
  draws: number[];
  /** Those beside the draws of the pictures alone. */
  compared: DrawComparison | null;
  /** Pictures that were learnt from, and made for it. */
  pictures: number;
  made: number;
  /** Unseen pictures that it was tested on. */
  count: number;
}

export interface AugmentationListeners {
  begins(index: number): void;
  measured(index: number, result: AugmentationResult): void;
}
