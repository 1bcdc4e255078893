//! Reading SMILES (Weininger, 1988; the OpenSMILES specification) in Kekulé form: no aromatic atoms, no stereochemistry, no
//! isotopes, one piece.

use super::atom::split_element;
use super::{Atom, Bond, Molecule};
use crate::error::Error;

/// Characters of a molecule at most.
pub const LONGEST_SMILES: usize = 200;

/// Rings that can be open at a time: numbers of two digits.
const RINGS: usize = 100;

/// A molecule from its SMILES.
///
/// # Errors
/// Where the text is not such SMILES, with the place up to which it could be read.
pub fn read_smiles(text: &str) -> Result<Molecule, Error> {
    let mut reader = Reader {
        rest: text,
        molecule: Molecule::default(),
        previous: None,
        order: None,
        branches: Vec::new(),
        open: [None; RINGS],
    };
    let whole = text.len() <= LONGEST_SMILES && text.is_ascii() && reader.read().is_some();
    if whole {
        return Ok(reader.molecule);
    }
    Err(Error::MoleculeUnreadable {
        molecule: crate::error::Written::text(text),
        place: text.len() - reader.rest.len(),
    })
}

struct Reader<'a> {
    rest: &'a str,
    molecule: Molecule,
    /// The atom to which the next one is bound.
    previous: Option<usize>,
    /// That of the next bond, where it is written.
    order: Option<u8>,
    /// Atoms from which branches left.
    branches: Vec<usize>,
    /// For each number the ring that it has opened: its atom, and the order of the bond where it is written.
    open: [Option<(usize, Option<u8>)>; RINGS],
}

impl Reader<'_> {
    /// All of it; none where it is no SMILES, and then `rest` is what could not be read.
    fn read(&mut self) -> Option<()> {
        while let Some(next) = self.rest.chars().next() {
            let length = match next {
                '(' => {
                    self.branches
                        .push(self.previous.filter(|_| self.order.is_none())?);
                    1
                }
                ')' => {
                    self.order.is_none().then_some(())?;
                    self.previous = Some(self.branches.pop()?);
                    1
                }
                '-' | '=' | '#' => {
                    let written = match next {
                        '-' => 1,
                        '=' => 2,
                        _ => 3,
                    };
                    // A bond needs an atom before it, and one after it.
                    self.previous?;
                    self.order.is_none().then_some(())?;
                    self.order = Some(written);
                    1
                }
                '0'..='9' => {
                    self.ring(next.to_digit(10)? as usize)?;
                    1
                }
                '%' => {
                    let digits = self.rest.get(1..3)?;
                    digits
                        .bytes()
                        .all(|digit| digit.is_ascii_digit())
                        .then_some(())?;
                    self.ring(digits.parse().ok()?)?;
                    3
                }
                '[' => {
                    let end = self.rest.find(']')?;
                    let atom = Atom::bracketed(&self.rest[1..end])?;
                    self.atom(atom)?;
                    end + 1
                }
                _ => self.organic()?,
            };
            self.rest = &self.rest[length..];
        }
        let closed = self.branches.is_empty() && self.open.iter().all(Option::is_none);
        (closed && self.order.is_none() && !self.molecule.atoms.is_empty()).then_some(())
    }

    /// An atom without brackets: of two letters where there is such an element, else of one.
    fn organic(&mut self) -> Option<usize> {
        let (element, _) = split_element(self.rest)?;
        let atom = Atom::organic(element).or_else(|| Atom::organic(&element[..1]))?;
        let length = atom.element.len();
        self.atom(atom)?;
        Some(length)
    }

    fn atom(&mut self, atom: Atom) -> Option<()> {
        let place = self.molecule.atoms.len();
        let order = self.order.take().unwrap_or(1);
        match self.previous {
            Some(previous) => self.molecule.bonds.push(Bond {
                atoms: [previous, place],
                order,
            }),
            // A second piece is none of the first.
            None if place > 0 => return None,
            None => {}
        }
        self.molecule.atoms.push(atom);
        self.previous = Some(place);
        Some(())
    }

    /// Opens the ring of a number, or closes it.
    fn ring(&mut self, number: usize) -> Option<()> {
        let atom = self.previous?;
        let written = self.order.take();
        let Some((other, opened)) = self.open[number].take() else {
            self.open[number] = Some((atom, written));
            return Some(());
        };
        let agree = opened.is_none() || written.is_none() || opened == written;
        if !agree || other == atom || self.molecule.bond(other, atom).is_some() {
            return None;
        }
        let order = written.or(opened).unwrap_or(1);
        self.molecule.bonds.push(Bond {
            atoms: [other, atom],
            order,
        });
        Some(())
    }
}
