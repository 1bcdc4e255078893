//! A molecule as a graph of atoms and bonds, in one piece.

use super::Atom;

/// A bond between two atoms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bond {
    /// Its atoms, by their places.
    pub atoms: [usize; 2],
    /// 1 to 3: single, double, triple.
    pub order: u8,
}

/// Atoms and bonds, both in the order in which they were written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Molecule {
    /// Its atoms, without hydrogens that follow from the rest.
    pub atoms: Vec<Atom>,
    /// At most one between any two atoms.
    pub bonds: Vec<Bond>,
}

impl Molecule {
    /// The bond between two atoms.
    pub(super) fn bond(&mut self, first: usize, second: usize) -> Option<&mut Bond> {
        let joins =
            |bond: &&mut Bond| bond.atoms == [first, second] || bond.atoms == [second, first];
        self.bonds.iter_mut().find(joins)
    }

    /// For each atom its neighbours, each with the order of the bond, in the order of the bonds.
    pub(super) fn neighbours(&self) -> Vec<Vec<(usize, u8)>> {
        let mut neighbours = vec![Vec::new(); self.atoms.len()];
        for &Bond { atoms, order } in &self.bonds {
            neighbours[atoms[0]].push((atoms[1], order));
            neighbours[atoms[1]].push((atoms[0], order));
        }
        neighbours
    }

    /// The sum of the orders of an atom's bonds.
    pub(super) fn valence(&self, atom: usize) -> u8 {
        let own = self.bonds.iter().filter(|bond| bond.atoms.contains(&atom));
        own.map(|bond| bond.order).sum()
    }

    /// Whether no atom has more bonds than it can.
    pub fn is_within_capacity(&self) -> bool {
        let mut atoms = self.atoms.iter().enumerate();
        atoms.all(|(place, atom)| self.valence(place) <= atom.capacity())
    }

    /// How many rings it has: bonds that could be cut before it falls apart.
    pub fn rings(&self) -> usize {
        (self.bonds.len() + 1).saturating_sub(self.atoms.len())
    }
}
