// Molecules as the library learns them, and as the page draws them.

/** Without what a chemist leaves out: hydrogen on carbon, and which way round in space. */
export interface Molecule {
  /** The same for one molecule however it was written. */
  canonical: string;
  atoms: Atom[];
  bonds: Bond[];
  /** In g/mol. */
  weight: number;
  rings: number;
  /** Atoms other than hydrogen. */
  size: number;
}

/** Places are in lengths of a bond, y downwards, with the middle of the molecule at 0. */
export interface Atom {
  x: number;
  y: number;
  /** The element's symbol; "" for a carbon in a chain or a ring. */
  label: string;
  /** Hydrogens that are written beside the symbol. */
  hydrogens: number;
  charge: number;
  /** Electrons that have no partner. */
  unpaired: number;
}

export interface Bond {
  /** Index of an atom. */
  from: number;
  to: number;
  order: 1 | 2 | 3;
  /**
   * Where the second line of a double bond is, for whoever goes along it: to the right (1), as in a ring whose middle is
   * there, or to the left (-1). With 0 both lines lie about the middle.
   */
  side: -1 | 0 | 1;
}
