// What the workers tell the page.

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
  failure: Failure;
  fatal: boolean;
}

/** An error on its way between threads: its words in English, and what it takes to say it in another language. */
export interface Failure {
  message: string;
  code: string | null;
  values: Record<string, string | number>;
}

export type WorkerMessage = BatchMessage | FailureMessage;
