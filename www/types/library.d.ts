// The part of the library's contract that the page uses. Written by hand, so that the page can be checked before the
// library is built.

export type Engine = "cpu" | "webgpu";
export type Family = "adversarial" | "variational" | "autoencoder";
export type Activation = "relu" | "leaky-relu";
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
  activation: Activation;
  hidden: number[];
  code: number;
  objective: Objective;
  divergenceWeight: number;
  optimizer: { name: "adam"; learningRate: number };
  batchSize: number;
  corruption?: Corruption | null;
}

export type PointShape = "ring" | "grid" | "moons";

export interface PointSettings {
  shape: PointShape;
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

/** Settings as somebody writes them: what is left out is as suits the family. */
export type SettingsChoice = Partial<Omit<Settings, "optimizer">> & {
  family: Family;
  optimizer?: Partial<Settings["optimizer"]>;
};

/** What a session was trained on. */
export type DataDescription =
  | { kind: "images"; name: string | null; checksum: string; count: number; height: number; width: number; only: null }
  | { kind: "points"; settings: PointSettings };

export interface FieldDescription {
  kind: "integer" | "number" | "widths" | "choice";
  least?: number;
  most?: number;
  mostLayers?: number;
  choices?: string[];
  /** The range of a slider, where the whole range is too wide for one. */
  usual?: { least: number; most: number; step: number };
  /** Values that the arrow keys go through. */
  steps?: number[];
  /** Where a person has not said. */
  default?: number;
  /** May change in a running session. */
  live: boolean;
  /** Whom it concerns. */
  families: Family[];
}

export interface SettingsDescription {
  fields: Record<string, FieldDescription>;
  objectives: Record<Family, { name: Objective; data: ("images" | "points")[] }[]>;
  defaults: Record<
    Family,
    { images: Record<NetworkKind, SettingsChoice>; points: { dense: SettingsChoice; convolutional?: undefined } }
  >;
  points: Record<PointShape, Omit<PointSettings, "shape">>;
  corruptions: Corruption["kind"][];
  limits: Record<string, number>;
}

export interface Inspection {
  version: number;
  settings: Settings;
  shape: { kind: "images"; height: number; width: number } | { kind: "points" };
  data: DataDescription | null;
  step: number;
  epoch: number;
  parameters: number;
}

export class Session {
  static create(settings: SettingsChoice): Promise<Session>;
  static restore(bytes: Uint8Array, options: { engine: Engine }): Promise<Session>;
  loadImages(images: Uint8Array, labels?: Uint8Array, options?: { name?: string }): void;
  loadTestImages(images: Uint8Array, labels?: Uint8Array): void;
  loadPoints(settings: Partial<PointSettings> & Pick<PointSettings, "shape">): void;
  train(steps: number): Promise<TrainReport>;
  reconstruct(x: Float32Array): Promise<Float32Array>;
  encode(x: Float32Array): Promise<Float32Array>;
  decode(codes: Float32Array): Promise<Float32Array>;
  sample(count: number, seed: number): Promise<Float32Array>;
  score(x: Float32Array): Promise<Float32Array>;
  evaluate(): Promise<Evaluation>;
  save(): Promise<Uint8Array>;
  /** What the encoder is shown in the place of x. */
  corrupt(x: Float32Array, seed: number): Float32Array;
  change(settings: Partial<SettingsChoice>): Settings;
  examples(start: number, count: number): Float32Array;
  labels(start: number, count: number): Uint8Array;
  readonly settings: Settings;
  readonly data: DataDescription | null;
  readonly engine: Engine;
  readonly step: number;
  readonly features: number;
  free(): void;
}

export interface Library {
  Session: typeof Session;
  describeSettings(): SettingsDescription;
  describeErrors(): Record<string, string[]>;
  inspect(bytes: Uint8Array): Inspection;
  selfTest(): Promise<{ largestDifference: number; steps: number }>;
  engines: Engine[];
  build: "cpu" | "cpu-relaxed" | "cpu-threads" | "webgpu";
  threadCount(): number;
}

export function load(options?: { engine?: "auto" | Engine }): Promise<Library>;
