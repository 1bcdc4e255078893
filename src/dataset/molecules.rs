//! Molecules as sequences of symbols, one-hot at each place.

use std::collections::BTreeSet;

use super::alphabet::split_smiles;
use super::checksum::Checksum;
use super::description::checked_name;
use super::{Alphabet, DataDescription, Dataset, MOST_SYMBOLS, Notation, Shape, Values};
use crate::chemistry::{Molecule, Traversal, read_smiles, write_selfies};
use crate::error::Error;
use crate::random::{Purpose, Random};

/// Molecules of a part at most.
pub const MOST_MOLECULES: usize = 100_000;
/// Ways in which each can be written at most.
pub const MOST_WRITINGS: usize = 20;
/// Rings that are told apart as labels: this many or more are one.
const MOST_RINGS: usize = 3;
/// How often another way of writing is tried that is short enough.
const TRIES: usize = 4;

/// How molecules are loaded.
#[derive(Clone, Debug, PartialEq)]
pub struct MoleculeOptions {
    /// What whoever loads them calls them; at most 200 characters.
    pub name: Option<String>,
    /// How they are written.
    pub notation: Notation,
    /// In how many ways each is written: beside the given one, from other atoms on and in another order.
    pub writings: usize,
}

impl Default for MoleculeOptions {
    fn default() -> Self {
        Self {
            name: None,
            notation: Notation::Selfies,
            writings: 5,
        }
    }
}

/// A molecule that is read, as it is written, and its label.
struct Written {
    molecule: Molecule,
    symbols: Vec<String>,
}

impl Dataset {
    /// Molecules from SMILES. Those whose atoms have more bonds than SELFIES allows are left out where that is the notation.
    /// Their labels are their numbers of rings, 3 for three or more.
    ///
    /// # Errors
    /// Where one is no SMILES in Kekulé form, there are too many of them or of their symbols, or none is left.
    pub fn from_molecules(
        smiles: &[String],
        options: MoleculeOptions,
        seed: u32,
    ) -> Result<Self, Error> {
        let name = options.name.map(checked_name).transpose()?;
        let (notation, writings) = (options.notation, options.writings);
        if !(1..=MOST_WRITINGS).contains(&writings) {
            return Err(Error::CountOutOfRange {
                what: "writings",
                count: writings,
                most: MOST_WRITINGS,
            });
        }
        let written = read_all(smiles, notation)?;
        let known: BTreeSet<&String> = written.iter().flat_map(|one| &one.symbols).collect();
        let blank = std::iter::once(String::new());
        let longest = written.iter().map(|one| one.symbols.len()).max();
        let alphabet = Alphabet {
            notation,
            length: longest.ok_or(Error::MoleculesUnwritable {})?,
            symbols: blank.chain(known.into_iter().cloned()).collect(),
        };
        if alphabet.symbols.len() > MOST_SYMBOLS {
            return Err(Error::CountOutOfRange {
                what: "symbols",
                count: alphabet.symbols.len(),
                most: MOST_SYMBOLS,
            });
        }
        let mut random = Random::stream(seed, Purpose::Molecules, 0);
        let mut sequences = Vec::with_capacity(written.len() * writings);
        for Written { molecule, symbols } in &written {
            let own = alphabet.places(symbols).unwrap_or_default();
            let label = molecule.rings().min(MOST_RINGS) as u8;
            for _ in 1..writings {
                let other = (0..TRIES).find_map(|_| {
                    let traversal = Traversal::random(molecule, &mut random);
                    alphabet.places(&notation.write(molecule, &traversal)?)
                });
                sequences.push((other.unwrap_or_else(|| own.clone()), label));
            }
            sequences.push((own, label));
        }
        let mut checksum = Checksum::default();
        smiles.iter().for_each(|one| {
            checksum.add(one.as_bytes());
            checksum.add(b"\n");
        });
        let description = DataDescription::Molecules {
            name,
            checksum: checksum.text(),
            count: sequences.len(),
            writings,
            alphabet,
        };
        Ok(Self::from_sequences(&sequences, description))
    }

    /// Other molecules in the same alphabet, each written once as it is given. Those that it cannot write are left out.
    ///
    /// # Errors
    /// As [`Dataset::from_molecules`].
    pub fn molecules_like(&self, smiles: &[String]) -> Result<Self, Error> {
        let DataDescription::Molecules { alphabet, .. } = &self.description else {
            return Err(Error::NoMolecules {});
        };
        let written = read_all(smiles, alphabet.notation)?;
        let sequences: Vec<(Vec<u8>, u8)> = written
            .iter()
            .filter_map(|Written { molecule, symbols }| {
                let label = molecule.rings().min(MOST_RINGS) as u8;
                alphabet.places(symbols).map(|places| (places, label))
            })
            .collect();
        if sequences.is_empty() {
            return Err(Error::MoleculesUnwritable {});
        }
        Ok(Self::from_sequences(&sequences, self.description.clone()))
    }

    fn from_sequences(sequences: &[(Vec<u8>, u8)], description: DataDescription) -> Self {
        let shape = description.shape();
        let Shape::Sequence { length, symbols } = shape else {
            unreachable!("sequences have an alphabet");
        };
        let mut pixels = vec![0; sequences.len() * shape.features()];
        let places = sequences.iter().flat_map(|(places, _)| places).enumerate();
        for (at, &place) in places {
            pixels[at * symbols + usize::from(place)] = u8::MAX;
        }
        debug_assert!(sequences.iter().all(|(places, _)| places.len() == length));
        Self {
            shape,
            values: Values::Pixels(pixels),
            labels: sequences.iter().map(|(_, label)| *label).collect(),
            description,
        }
    }

    /// Sequences whose symbols are drawn one by one, independent of each other, each as often as it is at its place in this
    /// part, `[count * features]`: what can be made without having learnt what goes with what.
    pub fn independent_sequences(&self, count: usize, random: &mut Random) -> Vec<f32> {
        let Shape::Sequence { length, symbols } = self.shape else {
            return Vec::new();
        };
        let features = self.shape.features();
        let mut drawn = vec![0.0; count * features];
        for row in drawn.chunks_exact_mut(features) {
            for place in 0..length {
                let example = random.below(self.len());
                let own = self.gather(example..example + 1);
                let own = &own[place * symbols..(place + 1) * symbols];
                row[place * symbols..(place + 1) * symbols].copy_from_slice(own);
            }
        }
        drawn
    }
}

fn read_all(smiles: &[String], notation: Notation) -> Result<Vec<Written>, Error> {
    if smiles.is_empty() || smiles.len() > MOST_MOLECULES {
        return Err(Error::CountOutOfRange {
            what: "molecules",
            count: smiles.len(),
            most: MOST_MOLECULES,
        });
    }
    let mut written = Vec::with_capacity(smiles.len());
    for text in smiles {
        let molecule = read_smiles(text)?;
        let symbols = match notation {
            Notation::Smiles => Some(split_smiles(text)),
            Notation::Selfies => write_selfies(&molecule, &Traversal::as_written(&molecule)),
        };
        written.extend(symbols.map(|symbols| Written { molecule, symbols }));
    }
    Ok(written)
}
