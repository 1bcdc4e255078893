//! SELFIES (Krenn et al., arXiv 1905.13741; the derivation of version 2 of its library): every sequence of its symbols is a
//! molecule in which no atom has more bonds than it can, since a symbol is read as far as there is room for it.

use super::selfies_symbol::{Symbol, read_digit, write_number};
use super::smiles_writer::bond;
use super::{Bond, Molecule, Traversal};

/// A molecule as symbols of SELFIES, along a traversal; none where an atom has more bonds than the constraints allow.
pub fn write_selfies(molecule: &Molecule, traversal: &Traversal) -> Option<Vec<String>> {
    let within = molecule.is_within_capacity();
    within.then(|| write_from(molecule, traversal, traversal.root, 1))
}

/// An atom with all that is reached from it. Recursion is as deep as branches are nested.
fn write_from(molecule: &Molecule, traversal: &Traversal, root: usize, order: u8) -> Vec<String> {
    let mut symbols = Vec::new();
    let (mut atom, mut order) = (root, order);
    loop {
        let name = molecule.atoms[atom].selfies();
        symbols.push(format!("[{}{name}]", bond(order)));
        for &(earlier, order) in &traversal.closures[atom] {
            let length = write_number(traversal.turn[atom] - traversal.turn[earlier] - 1);
            symbols.push(format!("[{}Ring{}]", bond(order), length.len()));
            symbols.extend(length);
        }
        let Some((&last, branches)) = traversal.children[atom].split_last() else {
            return symbols;
        };
        for &(child, order) in branches {
            let branch = write_from(molecule, traversal, child, order);
            let length = write_number(branch.len() - 1);
            symbols.push(format!("[{}Branch{}]", bond(order), length.len()));
            symbols.extend(length);
            symbols.extend(branch);
        }
        (atom, order) = last;
    }
}

/// The molecule that symbols of SELFIES say; without atoms where none of them is one. What is no symbol is passed over.
pub fn read_selfies(symbols: &[&str]) -> Molecule {
    let known = symbols.iter();
    let known = known.filter_map(|text| Symbol::read(text).map(|symbol| (symbol, *text)));
    let mut reader = Reader {
        symbols: known.collect(),
        next: 0,
        molecule: Molecule::default(),
        rings: Vec::new(),
    };
    let all = reader.symbols.len();
    reader.derive(all, 0, None);
    reader.close_rings();
    reader.molecule
}

struct Reader<'a> {
    symbols: Vec<(Symbol, &'a str)>,
    next: usize,
    molecule: Molecule,
    /// Two atoms, and the order of the bond between them.
    rings: Vec<([usize; 2], u8)>,
}

impl Reader<'_> {
    /// Reads at most `most` symbols: a chain that begins with `room` bonds left at `previous`, or at nothing. How many it read.
    fn derive(&mut self, most: usize, room: u8, previous: Option<usize>) -> usize {
        let start = self.next;
        let end = self.symbols.len().min(start.saturating_add(most));
        let (mut room, mut previous) = (Some(room), previous);
        while let Some(left) = room
            && self.next < end
        {
            let symbol = self.symbols[self.next].0.clone();
            self.next += 1;
            room = match (symbol, previous) {
                (Symbol::Branch { .. }, _) if left <= 1 => Some(left),
                (Symbol::Branch { order, digits }, _) => {
                    let first = order.min(left - 1);
                    let length = self.number(digits) + 1;
                    self.derive(length, first, previous);
                    Some(left - first)
                }
                (Symbol::Ring { order, digits }, Some(atom)) if left > 0 => {
                    let order = order.min(left);
                    let back = self.number(digits) + 1;
                    self.rings.push(([atom.saturating_sub(back), atom], order));
                    Some(left - order).filter(|&left| left > 0)
                }
                (Symbol::Ring { .. }, _) => Some(left),
                (Symbol::Atom { order, atom }, _) => {
                    let capacity = atom.capacity();
                    let place = self.molecule.atoms.len();
                    let order = match previous {
                        None => 0,
                        Some(_) => order.min(left).min(capacity),
                    };
                    match previous {
                        Some(previous) if order > 0 => self.molecule.bonds.push(Bond {
                            atoms: [previous, place],
                            order,
                        }),
                        // Nothing can be bound to it.
                        Some(_) => break,
                        None => {}
                    }
                    self.molecule.atoms.push(atom);
                    previous = Some(place);
                    Some(capacity - order).filter(|&left| left > 0)
                }
            };
        }
        // What a branch has no room for is passed over.
        self.next = self.next.max(end);
        self.next - start
    }

    /// The next symbols as a number.
    fn number(&mut self, digits: usize) -> usize {
        let mut number = 0;
        for place in self.next..self.next + digits {
            let digit = self.symbols.get(place);
            number = 16 * number + digit.map_or(0, |(_, text)| read_digit(text));
        }
        self.next = (self.next + digits).min(self.symbols.len());
        number
    }

    /// Rings are closed last, as far as their two atoms still have room.
    fn close_rings(&mut self) {
        for ([first, second], order) in std::mem::take(&mut self.rings) {
            let room = [first, second].map(|atom| {
                let capacity = self.molecule.atoms[atom].capacity();
                capacity.saturating_sub(self.molecule.valence(atom))
            });
            let order = order.min(room[0]).min(room[1]);
            if first == second || order == 0 {
                continue;
            }
            match self.molecule.bond(first, second) {
                Some(bond) => bond.order = (bond.order + order).min(3),
                None => self.molecule.bonds.push(Bond {
                    atoms: [first, second],
                    order,
                }),
            }
        }
    }
}
