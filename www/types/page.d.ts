// What the modules of the page give to each other.

import type { SweepListeners } from "../engine/sweep.js";
import type { Answer } from "./answers";
import type {
  AugmentationListeners,
  AugmentationTrial,
  Companion,
  CompanionListeners,
  CompanionSource,
  Forks,
} from "./companions";
import type {
  Activation,
  Condition,
  CorruptionKind,
  Engine,
  Evaluation,
  Family,
  NetworkKind,
  Objective,
  OptimizerName,
  PenaltyKind,
  Schedule,
  Trace,
  Update,
} from "./library";
import type { BatchMessage } from "./messages";

export type * from "./answers";
export type * from "./companions";
export type * from "./data";
export type * from "./kept";
export type * from "./messages";

/** Everything that makes an experiment what it is; all that a link carries. */
export interface State {
  family: Family;
  dataset: string;
  network: NetworkKind;
  activation: Activation;
  /** Widths of the hidden layers, or their channels. */
  hidden: number[];
  code: number;
  objective: Objective;
  divergenceWeight: number;
  /** Steps in which that weight rises from nothing. */
  divergenceWarmUp: number;
  /** Weight of the codes' L1 norm. */
  sparsity: number;
  /** Weight of the discriminator's squared gradient. */
  penalty: PenaltyKind;
  penaltyWeight: number;
  penaltyEvery: number;
  discriminatorSteps: number;
  packing: number;
  /** Empty where it is that of both networks. */
  discriminatorLearningRate: number | "";
  /** What a decoder is told beside the code. */
  condition: Condition;
  optimizer: OptimizerName;
  learningRate: number;
  weightDecay: number;
  schedule: Schedule;
  warmUp: number;
  scheduleSteps: number;
  batchSize: number;
  corruption: "none" | CorruptionKind;
  amount: number;
  /** Labels of the pictures that are learnt from; empty for all. */
  only: number[];
  /** How many pictures are learnt from; empty for all. */
  pictures: number | "";
  /** The label of which only the first so many pictures are learnt from; empty where all are. */
  scarce: number | "";
  scarceCount: number;
  /** Points that were drawn, by `packPoints`; empty for those that the page begins with. */
  drawn: string;
  /** Which pictures of a person's own; empty where it learns from others. */
  own: string;
  seed: number;
  engine: EngineChoice;
}

/** On what it is computed: "reproducible" rounds alike on every machine, from the first step on. */
export type EngineChoice = "auto" | "reproducible" | Engine;

/** What views and panels are told of an experiment: what it has, not what it is called. */
export interface Experiment {
  state: State;
  kind: "pictures" | "points" | "signals" | "molecules";
  /** A person draws what is learnt from. */
  drawn: boolean;
  /** It learns from pictures of a person's own. */
  own: boolean;
  /** Message keys, or names that are the same in every language, of the labels 0, 1, ...; empty where there are none. What a person has named has keys as well. */
  classes: string[];
  /** A classifier of them comes along. */
  classified: boolean;
  /** Message key of what happens, in a sentence. */
  story: string;
  /** Has an encoder: codes, and examples rebuilt from them. */
  encodes: boolean;
  /** Codes are pulled towards a normal distribution. */
  spreads: boolean;
  /** Codes are to be sparse. */
  sparse: boolean;
  /** Has a discriminator: a score is the probability of being real; otherwise it is an anomaly score. */
  discriminates: boolean;
  /** It learns from pictures that can stand beside themselves without a seam. */
  tiles: boolean;
  /** Its discriminator can judge several examples together. */
  packs: boolean;
  /** The encoder is shown corrupted examples. */
  corrupts: boolean;
  /** The encoder is shown smaller pictures than come out. */
  enlarges: boolean;
  /** Its decoder is told a label, so that one can be asked for. */
  conditioned: boolean;
  /** Learns some classes alone, so that others are odd. */
  seeks: boolean;
  /** Numbers in a code. */
  code: number;
  /** Numbers in an example. */
  features: number;
  /** Numbers that an encoder takes. */
  inputs: number;
}

/** When the answers were given. */
export interface Moment {
  step: number;
  losses: Record<string, number>;
  /** Of each answer in turn what it was asked as, for a view whose queries are not the same at every moment. */
  parts?: (string | undefined)[];
}

/** What a view or a panel may want of the page. */
export interface Page {
  /** Queries again soon; many calls in between make one. */
  refresh(): void;
  /** A picture that was pressed, `[784]`, for whoever takes pictures. */
  pick(values: Float32Array): void;
  onPick(listener: (values: Float32Array) => void): void;
  /** What is on the draw pad, as it is shown to networks, `[784]`; null where it is empty. */
  drawn(values: Float32Array | null): void;
  onDrawn(listener: (values: Float32Array | null) => void): void;
  /** Wants the experiment with some of its settings changed. */
  choose(part: Partial<State>): void;
  /** The settings that suit a data set, for the family of now or another. */
  usual(dataset: string, family?: Family): Partial<State>;
  /**
   * Begins an experiment of the family of now from its first step: what suits the data set, with some settings changed; then
   * the view of that idea is shown. What came of it; undefined where it was refused, which has been told then.
   */
  begin(dataset: string, part: Partial<State>, idea: string): Promise<unknown>;
  /** Trains the experiment with other settings, one after the other, beside it; rejects where the signal ends it. */
  sweep(parts: Partial<State>[], steps: number, on: SweepListeners, signal: AbortSignal): Promise<void>;
  /** Tries what a classifier with few labels gains, on the data of the experiment, which rests; rejects where the signal ends it. */
  augmentation(trials: AugmentationTrial[], on: AugmentationListeners, signal: AbortSignal): Promise<void>;
  /**
   * Experiments beside the running one, on its data, at once and each in a worker of its own. The running one rests until the
   * signal ends them; another experiment does not end them.
   */
  beside(sources: CompanionSource[], on: CompanionListeners, signal: AbortSignal): Promise<Companion[]>;
  forks: Forks;
  /** Whether it trains, or is to as soon as it can; otherwise it rests. */
  playing(): boolean;
  /** Measures the experiment on test data now. */
  measure(): void;
  /** What another model makes, a saved file, beside the experiment: so many examples, from this seed. */
  sampleSaved(bytes: Uint8Array, count: number, seed: number): Promise<Float32Array>;
  /** Pauses, and trains one step of a GAN in its parts; nothing where that failed, which has been told then. */
  trace(): Promise<Trace | null | undefined>;
  /** Which networks of a GAN the coming steps update: both, in every new experiment. */
  update(update: Update): void;
  onUpdate(listener: (update: Update) => void): void;
  /** What passes through the networks in the part of a step that is looked at; null where none is. */
  flow(flow: Flow | null): void;
  onFlow(listener: (flow: Flow | null) => void): void;
}

/** Places of a GAN's diagram. */
export type FlowPlace = "real" | "noise" | "generator" | "made" | "discriminator" | "scores";

/** Data go forward, gradients back; or the weights of a network have moved. */
export interface Flow {
  direction: "forward" | "back" | "moved";
  places: FlowPlace[];
}

/** What a view or a panel wants to be kept with the experiment, and gets back when that is opened again. */
interface Keeping {
  keep?(): unknown;
  restore?(kept: unknown): void;
}

/** What one does in a view. */
export type ViewGroup = "watch" | "inside" | "create" | "judge" | "compare";

/** What is known of a view before there is any. */
export interface About {
  /** In the address, and in the names of its messages: views.<id>.title. Its element is called view-<id>. */
  id: string;
  /** Message key. */
  title: string;
  group: ViewGroup;
  /** 0 where it does not suit the experiment; of those that do, the largest is shown first. */
  suits(experiment: Experiment): number;
  /** Names of things to try that it is about: it is shown with them. */
  ideas?: string[];
}

export interface ViewModule {
  about: About;
  default: (page: Page) => View;
}

/** Something that shows what the network does. */
export interface View extends About, Keeping {
  element: HTMLElement;
  /** What it has to know of the model to be drawn. Without a query there is no answer, and nothing is shown. */
  queries(): Query[];
  /** Draws the answers to the queries: those of now, or earlier ones that a person looks back to; at once, or when it resolves. */
  show(answers: Answer[], moment: Moment): void | Promise<void>;
  /** Another experiment: nothing of the last one stays. */
  reset(experiment: Experiment): void;
  /** What is to be seen, in a sentence or two, for those who cannot see it. */
  summary(): string;
  /** Draws the same again: the theme, the language or the size has changed. */
  redraw(): void;
  /** It has been chosen by such a name while a person looked back to a step; null for now. */
  from?(step: number | null): void;
  /** What is saved as a picture of it; null where there is nothing to be seen yet. */
  picture?(): HTMLCanvasElement | null;
  /** What that shows, in words for its file; "" where it is not known. */
  caption?(): string;
  /** As in a panel. */
  progress?(message: BatchMessage): void;
  /** As in a panel. */
  measured?(evaluation: Evaluation | null | undefined): void;
}

/** What stands around the views. Each of its wishes may be left out. */
export interface Panel extends Keeping {
  id: string;
  /** Where in the frame it stands: an element with data-region. */
  region: string;
  suits(experiment: Experiment): boolean;
  element: HTMLElement;
  reset(experiment: Experiment): void;
  redraw?(): void;
  /** A setting of the running experiment has changed. */
  update?(experiment: Experiment): void;
  queries?(): Query[];
  show?(answers: Answer[], moment: Moment): void;
  summary?(): string;
  /** What it says in a report of the experiment. */
  report?(): HTMLElement;
  /** After each batch of steps. */
  progress?(message: BatchMessage): void;
  /** After each measurement; null while one is under way, undefined where that came to nothing. */
  measured?(evaluation: Evaluation | null | undefined): void;
}

/** One query of the model; several are answered at one moment of the training. */
export interface Query {
  method:
    | ("sample" | "reconstruct" | "encode" | "decode" | "score" | "corrupt" | "examples" | "labels")
    | ("posterior" | "resample" | "latent" | "project" | "unproject" | "walk" | "shift" | "traverse")
    | ("filters" | "exciting" | "probe" | "arrows" | "sampleCodes" | "breed" | "withUnit")
    | ("discriminate" | "testExamples" | "independentMolecules" | "shiftBetween")
    | ("nearest" | "copying" | "fitFeatures" | "classify" | "labelReport" | "seams" | "checksum");
  /** What the view calls its answer: it comes back in the moment of the answers. */
  part?: string;
  /** For sample: how many, from which seed. For examples, test examples and labels: start and count. For corrupt: the seed and a 0. */
  numbers?: [number, number];
  /** For the others: what to pass in, */
  values?: Float32Array;
  /** or which training examples, */
  examples?: [number, number];
  /** or which test examples, */
  tests?: [number, number];
  /** these corrupted from this seed first. */
  corruptionSeed?: number;
  /** What a decoder is told, where it is told a label. */
  label?: number;
  /** What the method takes beside its input; for traverse thirdly of which units, the others being left out. */
  arguments?: unknown[];
  /** What becomes of what comes back: codes are decoded, or placed on the map; examples get their arrows, or are judged. */
  next?: "decode" | "project" | "arrows" | "discriminate" | "classify" | "seams";
  /** As what the numbers of examples are wanted in the end: as the SMILES that they say. */
  as?: "molecules";
}

/** Has training rest while something is done. */
export type Hold = <Result>(use: () => Promise<Result>) => Promise<Result>;
