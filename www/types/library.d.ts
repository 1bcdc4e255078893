// The part of the library's contract that the page uses. Written by hand, so that the page can be checked before the
// library is built.

export type Engine = "cpu" | "webgpu";
export type Family = "adversarial" | "variational" | "autoencoder";
export type NetworkKind = "dense" | "convolutional";
export type Objective = "binary-cross-entropy" | "mean-squared-error" | "non-saturating" | "least-squares";

export interface Corruption {
  kind: "noise" | "mask" | "salt-and-pepper";
  amount: number;
}

export interface Settings {
  engine: Engine;
  seed: number;
  family: Family;
  network: NetworkKind;
  hidden: number[];
  code: number;
  objective: Objective;
  divergenceWeight: number;
  optimizer: { name: "adam"; learningRate: number };
  batchSize: number;
  corruption?: Corruption | null;
}

export interface PointSettings {
  shape: "ring" | "grid" | "moons";
  count: number;
  radius: number;
  deviation: number;
}

export interface TrainReport {
  step: number;
  losses: Record<string, number>;
  millisecondsPerStep: number;
}

export interface Measure {
  name: string;
  value: number;
  unit: string;
  better: "lower" | "higher";
  baseline?: { name: string; value: number } | null;
}

export interface Evaluation {
  step: number;
  count: number;
  measures: Measure[];
}

export class Session {
  static create(settings: Partial<Settings>): Promise<Session>;
  static restore(bytes: Uint8Array, options: { engine: Engine }): Promise<Session>;
  loadImages(images: Uint8Array, labels?: Uint8Array): void;
  loadTestImages(images: Uint8Array, labels?: Uint8Array): void;
  loadPoints(settings: PointSettings): void;
  train(steps: number): Promise<TrainReport>;
  reconstruct(x: Float32Array): Promise<Float32Array>;
  encode(x: Float32Array): Promise<Float32Array>;
  decode(codes: Float32Array): Promise<Float32Array>;
  sample(count: number, seed: number): Promise<Float32Array>;
  score(x: Float32Array): Promise<Float32Array>;
  evaluate(): Promise<Evaluation>;
  save(): Promise<Uint8Array>;
  change(settings: Partial<Settings>): Settings;
  examples(start: number, count: number): Float32Array;
  labels(start: number, count: number): Uint8Array;
  readonly settings: Settings;
  readonly engine: Engine;
  readonly step: number;
  readonly features: number;
  free(): void;
}

export interface Library {
  Session: typeof Session;
  selfTest?(): Promise<{ largestDifference: number; steps: number }>;
  build: "cpu" | "cpu-relaxed" | "cpu-threads" | "webgpu";
  engines: Engine[];
  threadCount(): number;
  failures: { build: string; error: Error }[];
}

export function load(options?: { engine?: "auto" | Engine }): Promise<Library>;
