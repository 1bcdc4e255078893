// What outlasts the page.

import type { State } from "./page";

/** What is kept of an experiment in the browser. */
export interface Kept {
  id: string;
  state: State;
  step: number;
  /** A saved session; absent before there is one. */
  bytes: Uint8Array | null;
  playing: boolean;
  /** In slow motion; earlier editions did not keep it. */
  slow?: boolean;
  /** When, in milliseconds since 1970. */
  time: number;
  /** By panel, or by view. */
  panels: Record<string, unknown>;
}
