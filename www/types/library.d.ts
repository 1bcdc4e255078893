// The part of the library's contract that the page uses: its types as the library has them, and its functions written by hand,
// so that the page can be checked before the library is built.

import type {
  AugmentationOptions,
  AugmentationReport,
  ClassReport,
  CopyReport,
  DataKind,
  DrawComparison,
  Family,
  Filters,
  LabelReport,
  LatentReport,
  Layer,
  Likeness,
  MoleculeOptions,
  NearestOptions,
  Neighbours,
  NetworkKind,
  Notation,
  Objective,
  PointShape,
  Posterior,
  ProbeReport,
  RocReport,
  Seams,
  SignalShape,
  Trace,
  Update,
  Verdicts,
} from "../../src/wasm/types";
import type { CorruptionKind, Engine, Settings } from "./settings";

// What is declared here, or named, is the page's own in the place of the library's.
export type * from "../../src/wasm/types";
export type { CorruptionKind, Engine, OptimizerName, Schedule, Settings } from "./settings";

export interface PointSettings {
  shape: PointShape;
  count: number;
  radius: number;
  deviation: number;
  /** Of the shape "drawn" alone. */
  points?: Float32Array | number[];
}

export interface SignalSettings {
  shape: SignalShape;
  length: number;
}

export interface TrainReport {
  step: number;
  losses: Record<string, number>;
  millisecondsPerStep: number;
}

export interface Baseline {
  name: string;
  value: number;
}

export interface Measure {
  name: string;
  value: number;
  unit: string;
  better: "lower" | "higher";
  baseline?: Baseline | null;
  others?: Baseline[];
  /** Examples that it was measured on, where these are not all. */
  count?: number | null;
}

export interface Evaluation {
  step: number;
  count: number;
  measures: Measure[];
  /** The page's own: of an experiment that seeks what is odd, with the pictures of the highest and the lowest scores. */
  roc?: RocReport & { mostOdd: Float32Array; leastOdd: Float32Array };
}

/** Settings as somebody writes them: what is left out is as suits the family. */
export type SettingsChoice = Partial<Omit<Settings, "optimizer">> & {
  family: Family;
  optimizer?: Partial<Settings["optimizer"]>;
};

/** What a session was trained on. */
export type DataDescription =
  | {
      kind: "images";
      name: string | null;
      checksum: string;
      count: number;
      height: number;
      width: number;
      only: number[] | null;
      most: number | null;
      scarce?: { label: number; count: number };
    }
  | { kind: "points"; settings: PointSettings }
  | { kind: "signals"; settings: SignalSettings }
  | {
      kind: "molecules";
      name: string | null;
      checksum: string;
      count: number;
      writings: number;
      notation: Notation;
      length: number;
      symbols: string[];
    };

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
  objectives: Record<Family, { name: Objective; data: DataKind[] }[]>;
  defaults: Record<
    Family,
    {
      images: Record<NetworkKind, SettingsChoice>;
      points: { dense: SettingsChoice; convolutional?: undefined };
      signals: Record<NetworkKind, SettingsChoice>;
      molecules: { dense: SettingsChoice; convolutional?: undefined };
    }
  >;
  points: Record<PointShape, Omit<PointSettings, "shape" | "points">>;
  corruptions: { name: CorruptionKind; data: DataKind[] }[];
  limits: Record<string, number>;
}

export interface Inspection {
  version: number;
  settings: Settings;
  shape:
    | { kind: "images"; height: number; width: number }
    | { kind: "points" }
    | { kind: "signals"; length: number }
    | { kind: "molecules"; length: number; symbols: number };
  data: DataDescription | null;
  step: number;
  epoch: number;
  parameters: number;
}

export class Session {
  static create(settings: SettingsChoice): Promise<Session>;
  static restore(bytes: Uint8Array, options: { engine: Engine }): Promise<Session>;
  loadImages(
    images: Uint8Array,
    labels?: Uint8Array,
    options?: {
      name?: string;
      only?: number[] | null;
      most?: number | null;
      scarce?: { label: number; count: number } | null;
    },
  ): void;
  loadTestImages(images: Uint8Array, labels?: Uint8Array): void;
  loadClassifier(file: Uint8Array): void;
  loadPoints(settings: Partial<PointSettings> & Pick<PointSettings, "shape">): void;
  loadSignals(settings: Partial<SignalSettings> & Pick<SignalSettings, "shape">): void;
  loadMolecules(smiles: string[], options?: Partial<MoleculeOptions>): void;
  loadTestMolecules(smiles: string[]): void;
  /** The SMILES that each of `[n * features]` says. */
  molecules(x: Float32Array): string[];
  /** Molecules of symbols drawn independently of each other. */
  independentMolecules(count: number, seed: number): string[];
  train(steps: number, options?: { update?: Update }): Promise<TrainReport>;
  trace(options?: { update?: Update }): Promise<Trace>;
  reconstruct(x: Float32Array, options?: { label?: number }): Promise<Float32Array>;
  encode(x: Float32Array): Promise<Float32Array>;
  decode(codes: Float32Array, options?: { label?: number }): Promise<Float32Array>;
  sample(count: number, seed: number, options?: { label?: number }): Promise<Float32Array>;
  /** Codes `[count * code]` from which `sample` makes its examples for the same count and seed. */
  sampleCodes(count: number, seed: number): Promise<Float32Array>;
  /** Codes `[count * code]` each of whose numbers is that of one of the two, with equal chance. */
  breed(first: Float32Array, second: Float32Array, count: number, seed: number): Float32Array;
  withUnit(code: Float32Array, unit: number, value: number): Float32Array;
  posterior(x: Float32Array): Promise<Posterior>;
  resample(x: Float32Array, count: number, seed: number): Promise<Float32Array>;
  latent(): Promise<LatentReport>;
  project(codes: Float32Array): Promise<Float32Array>;
  unproject(places: Float32Array): Promise<Float32Array>;
  walk(from: Float32Array, to: Float32Array, count: number, path: "straight" | "sphere"): Float32Array;
  shift(codes: Float32Array, from: number, to: number, amount: number): Promise<Float32Array>;
  shiftBetween(codes: Float32Array, from: Float32Array, to: Float32Array, amount: number): Float32Array;
  traverse(code: Float32Array | null, count: number, units?: number[] | null): Promise<Float32Array>;
  filters(): Promise<Filters>;
  units(layer: Layer): number;
  exciting(layer: Layer, unit: number, count: number): Promise<{ indices: number[]; activations: number[] }>;
  probe(options: { labels: number; seed: number }): Promise<ProbeReport>;
  score(x: Float32Array): Promise<Float32Array>;
  discriminate(x: Float32Array): Promise<Verdicts>;
  nearest(x: Float32Array, count: number, options?: NearestOptions): Promise<Neighbours>;
  copying(count: number, seed: number, options?: { by?: Likeness }): Promise<CopyReport>;
  /** A piece of what comparing by features needs; whether there is more to do. */
  fitFeatures(): Promise<boolean>;
  classify(x: Float32Array): Promise<ClassReport>;
  seams(x: Float32Array): Promise<Seams>;
  labelReport(): Promise<LabelReport>;
  augmentation(options?: AugmentationOptions): Promise<AugmentationReport>;
  arrows(x: Float32Array): Promise<Float32Array>;
  evaluate(): Promise<Evaluation>;
  fitBaselines(): Promise<boolean>;
  roc(): Promise<RocReport>;
  save(): Promise<Uint8Array>;
  /** What the encoder is shown in the place of x, or x corrupted in another way. */
  corrupt(x: Float32Array, seed: number, corruption?: { kind: CorruptionKind; amount: number }): Float32Array;
  change(settings: Partial<SettingsChoice>): Settings;
  examples(start: number, count: number): Float32Array;
  testExamples(start: number, count: number): Float32Array;
  labels(start: number, count: number): Uint8Array;
  readonly settings: Settings;
  readonly data: DataDescription | null;
  readonly engine: Engine;
  readonly step: number;
  readonly features: number;
  /** Numbers that the encoder takes. */
  readonly inputs: number;
  /** Examples to learn from, and unseen ones; 0 before they are loaded. */
  readonly trainingCount: number;
  readonly testCount: number;
  free(): void;
}

export interface Library {
  Session: typeof Session;
  describeSettings(): SettingsDescription;
  describeErrors(): Record<string, string[]>;
  inspect(bytes: Uint8Array): Inspection;
  compareDraws(accuracies: ArrayLike<number>, alone: ArrayLike<number>): DrawComparison | null;
  selfTest(): Promise<{ largestDifference: number; steps: number }>;
  engines: Engine[];
  build: "cpu" | "cpu-relaxed" | "cpu-threads" | "webgpu";
  threadCount(): number;
}

export function load(options?: {
  engine?: "auto" | Engine;
  threads?: "auto" | "one";
  arithmetic?: "auto" | "reproducible";
}): Promise<Library>;
