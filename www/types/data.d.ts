// What experiments learn from, and are measured on.

import type { MoleculeOptions, PointSettings, SignalSettings } from "./library";

/** The bytes or the outline that a session is to learn from. */
export type Data =
  | {
      kind: "pictures";
      name: string;
      images: Uint8Array;
      /** null where there are none. */
      labels: Uint8Array | null;
      only: number[] | null;
      most: number | null;
      scarce: { label: number; count: number } | null;
      test?: TestData;
    }
  | { kind: "points"; points: Partial<PointSettings> & Pick<PointSettings, "shape"> }
  | { kind: "signals"; signals: SignalSettings }
  | { kind: "molecules"; name: string; smiles: string[]; test: string[]; molecules: Omit<MoleculeOptions, "name"> };

/** What is measured on, and what made pictures are judged by. */
export interface TestData {
  images: Uint8Array;
  labels: Uint8Array | null;
  classifier?: Uint8Array;
}
