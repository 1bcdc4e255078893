// Lessons are data: what each step sets up, asks for and explains, in both languages.

import type { State } from "./page";

export interface Text {
  en: string;
  sv: string;
}

/** What a step waits for. Where several numbers bound it, all have to hold. */
export type Done =
  /** So many steps of training since the step of the lesson began. */
  | { kind: "trained"; steps: number }
  | { kind: "paused" }
  /** This view is shown. */
  | { kind: "view"; id: string }
  /** A setting has one of these values, or lies between bounds. What a step sets up later has the first of them. */
  | { kind: "setting"; field: keyof State; is?: unknown[]; above?: number; below?: number }
  /** A measurement that was made since gave this. */
  | { kind: "measure"; name: string; above?: number; below?: number }
  /** Something on the page was pressed or moved, by its selector. */
  | { kind: "pressed"; on: string }
  /** A guess was made, and what happened lies over it. */
  | { kind: "guess" };

/** Predict, then run. */
export type Guess =
  /** The curve of a loss over so many steps. */
  | { kind: "sketch"; loss: string; steps: number }
  /** What a measure will be after so many steps, from 0 to `most`. */
  | { kind: "number"; measure: string; most: number; steps: number }
  /** One of these will be true; `steps` where it shows after so many. */
  | { kind: "choose"; options: Text[]; answer: number; steps?: number };

export interface Step {
  /** The experiment that is set up, as in the address; null where what runs goes on. */
  link: string | null;
  /** The view that is shown with it. */
  view?: string;
  /** Whether it trains then; left out, as before. */
  playing?: boolean;
  ask: Text;
  guess?: Guess;
  done: Done;
  /** Settings with which a task comes out right. */
  solution?: Partial<State>;
  explain: Text;
}

export interface Lesson {
  id: string;
  minutes: number;
  title: Text;
  aim: Text;
  /** The part of the lecture that it belongs to, by its key in lecture.json. */
  lecture: string;
  /** What of it serves each area of the course, by its key in docs/site/course.json: for teachers. */
  course: Record<string, Text>;
  steps: Step[];
}

/** What this browser keeps of a lesson. */
export interface Progress {
  /** The place of the step that was reached last; 0 where none was left in the middle. */
  at: number;
  finished: boolean;
  /** Values of guesses, by the place of their step. */
  guesses: Record<string, unknown>;
}

/** What a step of a lesson is judged by. */
export interface Situation {
  state: State;
  /** Steps of training since the step of the lesson began. */
  trained: number;
  playing: boolean;
  view: string | null;
  /** Selectors of what was pressed or moved since. */
  pressed: Set<string>;
  /** Measured since, by name. */
  measures: Map<string, number>;
  guessed: boolean;
}

/** A guess on the card of a lesson. */
export interface GuessElement {
  element: HTMLElement;
  /** What is guessed, as it is kept. */
  readonly value: unknown;
  /** What was kept; anything else is left aside. */
  restore(value: unknown): void;
  /** It is made: no more is changed. */
  fix(): void;
  /** What has happened so far, drawn over the guess. */
  follow(seen: Seen): void;
  /** The outcome lies over the guess. */
  told: boolean;
  redraw(): void;
}

/** What a guess is compared with. */
export interface Seen {
  trained: number;
  /** Of the loss that was sketched: steps since the lesson's step began, and values. */
  steps: number[];
  values: number[];
  measures: Map<string, number>;
}
