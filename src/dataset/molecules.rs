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

impl Dataset {
    /// Molecules from SMILES. Those whose atoms have more bonds than SELFIES allows are left out where that is the notation.
    /// Their labels are their numbers of rings, 3 for three or more. `accept` is told of the shape of a sequence and of the bytes that
    /// all take before they are taken.
    ///
    /// # Errors
    /// Where one is no SMILES in Kekulé form, there are too many of them or of their symbols, or none is left.
    pub fn from_molecules(
        smiles: &[String],
        options: MoleculeOptions,
        seed: u32,
        accept: impl FnOnce(Shape, u64) -> Result<(), Error>,
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
        // What a sequence consists of is known once all have been read; before that nothing is kept of them.
        let (mut known, mut length, mut count) = (BTreeSet::new(), 0, 0);
        for_each_written(smiles, notation, |_, symbols| {
            length = length.max(symbols.len());
            count += writings;
            known.extend(symbols);
        })?;
        let blank = std::iter::once(String::new());
        let alphabet = Alphabet {
            notation,
            length,
            symbols: blank.chain(known).collect(),
        };
        if alphabet.symbols.len() > MOST_SYMBOLS {
            return Err(Error::CountOutOfRange {
                what: "symbols",
                count: alphabet.symbols.len(),
                most: MOST_SYMBOLS,
            });
        }
        if count == 0 {
            return Err(Error::MoleculesUnwritable {});
        }
        accept_all(&alphabet, count, accept)?;
        let mut random = Random::stream(seed, Purpose::Molecules, 0);
        let mut sequences = Sequences::with_capacity(&alphabet, count);
        for_each_written(smiles, notation, |molecule, symbols| {
            let own = alphabet.places(&symbols).unwrap_or_default();
            for _ in 1..writings {
                let other = (0..TRIES).find_map(|_| {
                    let traversal = Traversal::random(&molecule, &mut random);
                    alphabet.places(&notation.write(&molecule, &traversal)?)
                });
                sequences.push(other.as_ref().unwrap_or(&own), &molecule);
            }
            sequences.push(&own, &molecule);
        })?;
        let mut checksum = Checksum::default();
        smiles.iter().for_each(|one| {
            checksum.add(one.as_bytes());
            checksum.add(b"\n");
        });
        let description = DataDescription::Molecules {
            name,
            checksum: checksum.text(),
            count,
            writings,
            alphabet: alphabet.clone(),
        };
        Ok(sequences.finish(description))
    }

    /// Other molecules in the same alphabet, each written once as it is given. Those that it cannot write are left out.
    ///
    /// # Errors
    /// As [`Dataset::from_molecules`].
    pub fn molecules_like(
        &self,
        smiles: &[String],
        accept: impl FnOnce(Shape, u64) -> Result<(), Error>,
    ) -> Result<Self, Error> {
        let DataDescription::Molecules { alphabet, .. } = &self.description else {
            return Err(Error::NoMolecules {});
        };
        let mut count = 0;
        for_each_written(smiles, alphabet.notation, |_, symbols| {
            count += usize::from(alphabet.places(&symbols).is_some());
        })?;
        if count == 0 {
            return Err(Error::MoleculesUnwritable {});
        }
        accept_all(alphabet, count, accept)?;
        let mut sequences = Sequences::with_capacity(alphabet, count);
        for_each_written(smiles, alphabet.notation, |molecule, symbols| {
            if let Some(places) = alphabet.places(&symbols) {
                sequences.push(&places, &molecule);
            }
        })?;
        Ok(sequences.finish(self.description.clone()))
    }

    /// Sequences whose symbols are drawn one by one, independent of each other, each as often as it is at its place in this
    /// part, `[count * features]`: what can be made without having learnt what goes with what.
    pub fn independent_sequences(&self, count: usize, random: &mut Random) -> Vec<f32> {
        let (Shape::Sequence { length, symbols }, Values::Pixels(pixels)) =
            (self.shape, &self.values)
        else {
            return Vec::new();
        };
        let mut drawn = Vec::with_capacity(count * length * symbols);
        for place in (0..count).flat_map(|_| 0..length) {
            let start = (random.below(self.len()) * length + place) * symbols;
            let symbol = pixels[start..start + symbols].iter();
            drawn.extend(symbol.map(|&pixel| f32::from(pixel) / 255.0));
        }
        drawn
    }
}

/// One-hot sequences while they are written, and the label of each.
struct Sequences {
    shape: Shape,
    pixels: Vec<u8>,
    labels: Vec<u8>,
}

impl Sequences {
    fn with_capacity(alphabet: &Alphabet, count: usize) -> Self {
        let shape = alphabet.shape();
        Self {
            shape,
            pixels: Vec::with_capacity(count * shape.features()),
            labels: Vec::with_capacity(count),
        }
    }

    /// The places in the alphabet of a molecule's symbols.
    fn push(&mut self, places: &[u8], molecule: &Molecule) {
        for &place in places {
            let start = self.pixels.len();
            self.pixels.resize(start + self.shape.classes(), 0);
            self.pixels[start + usize::from(place)] = u8::MAX;
        }
        self.labels.push(molecule.rings().min(MOST_RINGS) as u8);
    }

    fn finish(self, description: DataDescription) -> Dataset {
        Dataset {
            shape: self.shape,
            values: Values::Pixels(self.pixels),
            labels: self.labels,
            description,
        }
    }
}

/// Tells of the memory that sequences take before any of it is taken.
fn accept_all(
    alphabet: &Alphabet,
    count: usize,
    accept: impl FnOnce(Shape, u64) -> Result<(), Error>,
) -> Result<(), Error> {
    let shape = alphabet.shape();
    accept(shape, count as u64 * shape.features() as u64)
}

/// Reads molecules one after the other, and gives each with its symbols; those that the notation cannot write are left out.
fn for_each_written(
    smiles: &[String],
    notation: Notation,
    mut take: impl FnMut(Molecule, Vec<String>),
) -> Result<(), Error> {
    if smiles.is_empty() || smiles.len() > MOST_MOLECULES {
        return Err(Error::CountOutOfRange {
            what: "molecules",
            count: smiles.len(),
            most: MOST_MOLECULES,
        });
    }
    for text in smiles {
        let molecule = read_smiles(text)?;
        let symbols = match notation {
            Notation::Smiles => Some(split_smiles(text)),
            Notation::Selfies => write_selfies(&molecule, &Traversal::as_written(&molecule)),
        };
        if let Some(symbols) = symbols {
            take(molecule, symbols);
        }
    }
    Ok(())
}
