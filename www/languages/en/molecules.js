// What the page says of molecules.

export default {
  "datasets.molecules": "Molecules",
  "datasets.molecules-smiles": "Molecules as SMILES",
  "data-sets.kind.molecules": "Molecules",
  "data-sets.molecules.note":
    "{training} molecules to learn from, {test} unseen ones to measure on, {megabytes} MB. {source}. Licence: {licence}.",

  "classes.no-ring": "no ring",
  "classes.one-ring": "one ring",
  "classes.two-rings": "two rings",
  "classes.more-rings": "three rings or more",

  "stories.variational.molecules":
    "Each molecule, written as a row of symbols, becomes a small cloud of codes. A code that is drawn from noise is written out as a new one.",
  "stories.autoencoder.molecules":
    "The encoder squeezes each molecule, written as a row of symbols, into a few numbers, the code; the decoder writes it out again from nothing else.",
  "ideas.variational.molecules": "Make new molecules",
  "ideas.variational.broken": "Molecules with a grammar to break",

  "objectives.categorical-cross-entropy": "Cross-entropy",
  "objectives.categorical-cross-entropy.note": "At each place, the chance of the symbol that stands there.",
  "measures.moleculesReconstructed": "Rebuilt exactly",
  "measures.moleculesReconstructed.note":
    "Unseen molecules that come back from their codes with every symbol right. PCA is the best linear code of that size.",
  "measures.symbolsReconstructed": "Symbols rebuilt",
  "measures.symbolsReconstructed.note": "Symbols of unseen molecules that come back right, blanks not counted.",
  "baselines.independent-symbols": "independent symbols",

  "errors.family-unsuited-molecules":
    'An adversarial network was chosen for molecules, whose symbols have no gradient back to a generator. Expected the family "autoencoder" or "variational" there. Choose another family, or other data.',
  "errors.objective-unsuited-molecules":
    'The objective "{objective}" cannot be used for molecules. Expected {choices} there. Choose another objective, or other data.',
  "errors.corruption-unsuited-molecules":
    'The corruption "{corruption}" cannot be done to molecules. Expected none there. Choose none, or other data.',
  "errors.network-unsuited-molecules":
    'A convolutional network was chosen for molecules. Expected network "dense" there. Choose network "dense", or other data.',
  "errors.molecule-unreadable":
    "The molecule {molecule} cannot be read from character {place} on. Expected SMILES of one piece and at most 200 characters, with = and # for all double and triple bonds, without stereochemistry. Write it so, or leave it out.",
  "errors.molecules-unwritable":
    'None of the molecules can be written in the notation and the symbols that were chosen. Expected molecules whose atoms have no more bonds than usual, of symbols and a length that the training part has. Choose the notation "smiles", or other molecules.',
  "errors.no-molecules": "The data are no molecules. Expected an experiment on molecules. Choose them as the data.",
};
