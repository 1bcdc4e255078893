// Experiments beside the running one.

import type { Evaluation } from "./library";
import type { Answer, BatchMessage, Query, State } from "./page";

/** An experiment beside the running one. */
export interface CompanionSource {
  /** How it differs from the running one. */
  state: Partial<State>;
  /** A saved session to go on from; what differs then must be what a session can be told while it trains. */
  bytes?: Uint8Array;
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
