//! What molecules are written in: a notation, and the symbols of it that are there.

use serde::{Deserialize, Serialize};

use super::Shape;
use crate::chemistry::{
    LONGEST_SMILES, Molecule, Traversal, read_selfies, write_selfies, write_smiles,
};

/// Symbols of an alphabet at most, the blank among them.
pub const MOST_SYMBOLS: usize = 256;
/// Characters of a symbol at most.
const LONGEST_SYMBOL: usize = 16;

/// How a molecule is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Notation {
    /// Of its symbols every sequence is a molecule.
    #[default]
    Selfies,
    /// Characters, of which one that is wrong breaks the rest.
    Smiles,
}

/// What sequences consist of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Alphabet {
    /// How molecules are written.
    pub notation: Notation,
    /// Symbols of a sequence.
    pub length: usize,
    /// All symbols, the blank first, which fills what is left of a sequence.
    pub symbols: Vec<String>,
}

impl Alphabet {
    /// What one example is.
    pub fn shape(&self) -> Shape {
        Shape::Sequence {
            length: self.length,
            symbols: self.symbols.len(),
        }
    }

    /// The SMILES of each of `[n * length * symbols]`, the largest value at each place deciding; empty where it says nothing.
    pub fn smiles(&self, values: &[f32]) -> Vec<String> {
        let rows = values.chunks_exact(self.length * self.symbols.len());
        let written = rows.map(|row| self.notation.smiles(&self.likeliest(row)));
        written.collect()
    }

    /// The same where a file that tells of it can be right.
    pub(super) fn checked(self) -> Option<Self> {
        let symbols = &self.symbols;
        let sound = |symbol: &String| symbol.len() <= LONGEST_SYMBOL && symbol.is_ascii();
        // A molecule of so many characters has at most twice as many symbols in either notation.
        let sound = (1..=2 * LONGEST_SMILES).contains(&self.length)
            && (2..=MOST_SYMBOLS).contains(&symbols.len())
            && symbols.iter().all(sound);
        sound.then_some(self)
    }

    fn likeliest(&self, row: &[f32]) -> Vec<&str> {
        let places = row.chunks_exact(self.symbols.len());
        places
            .map(|place| &*self.symbols[likeliest(place)])
            .collect()
    }

    /// The places of symbols in the alphabet, filled with blanks; none where they are too many, or one is another.
    pub(super) fn places(&self, symbols: &[String]) -> Option<Vec<u8>> {
        let place = |symbol: &String| self.symbols.iter().position(|own| own == symbol);
        let found: Option<Vec<u8>> = symbols
            .iter()
            .map(|symbol| place(symbol).map(|place| place as u8))
            .collect();
        let mut places = found.filter(|places| places.len() <= self.length)?;
        places.resize(self.length, 0);
        Some(places)
    }
}

/// The index of the largest value, the first of equal ones.
pub(crate) fn likeliest(values: &[f32]) -> usize {
    let best = values.iter().enumerate();
    best.fold(
        0,
        |best, (index, value)| if *value > values[best] { index } else { best },
    )
}

impl Notation {
    /// A molecule along a traversal; none where it cannot be written so.
    pub(super) fn write(self, molecule: &Molecule, traversal: &Traversal) -> Option<Vec<String>> {
        match self {
            Self::Selfies => write_selfies(molecule, traversal),
            Self::Smiles => Some(split_smiles(&write_smiles(molecule, traversal))),
        }
    }

    fn smiles(self, symbols: &[&str]) -> String {
        match self {
            Self::Smiles => symbols.concat(),
            Self::Selfies => {
                let molecule = read_selfies(symbols);
                if molecule.atoms.is_empty() {
                    return String::new();
                }
                write_smiles(&molecule, &Traversal::as_written(&molecule))
            }
        }
    }
}

/// Characters, but for the two elements of two letters that need no brackets.
pub(super) fn split_smiles(text: &str) -> Vec<String> {
    let mut symbols: Vec<String> = Vec::new();
    for letter in text.chars() {
        match (letter, symbols.last_mut()) {
            ('l', Some(last)) if last == "C" => last.push('l'),
            ('r', Some(last)) if last == "B" => last.push('r'),
            _ => symbols.push(letter.into()),
        }
    }
    symbols
}
