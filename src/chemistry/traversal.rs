//! A way through a molecule, depth first, which both ways of writing follow.

use super::Molecule;
use crate::random::Random;

/// A spanning tree of a molecule, and the bonds beside it, which close rings.
#[derive(Clone, Debug)]
pub struct Traversal {
    /// Where it begins.
    pub(super) root: usize,
    /// For each atom its turn, from 0.
    pub(super) turn: Vec<usize>,
    /// For each atom those that are reached from it, each with the order of the bond.
    pub(super) children: Vec<Vec<(usize, u8)>>,
    /// For each atom those before it with which it closes a ring, each with the order of the bond.
    pub(super) closures: Vec<Vec<(usize, u8)>>,
}

impl Traversal {
    /// In the order in which a molecule of at least one atom was written.
    pub fn as_written(molecule: &Molecule) -> Self {
        Self::along(molecule.neighbours(), 0)
    }

    /// From any atom, and in any order: as well a way of writing the same molecule (Bjerrum, arXiv 1703.07076).
    pub fn random(molecule: &Molecule, random: &mut Random) -> Self {
        let root = random.below(molecule.atoms.len());
        let shuffled = molecule.neighbours().into_iter().map(|own| {
            let order = random.permutation(own.len());
            order.into_iter().map(|place| own[place as usize]).collect()
        });
        Self::along(shuffled.collect(), root)
    }

    fn along(neighbours: Vec<Vec<(usize, u8)>>, root: usize) -> Self {
        let count = neighbours.len();
        let mut traversal = Self {
            root,
            turn: vec![usize::MAX; count],
            children: vec![Vec::new(); count],
            closures: vec![Vec::new(); count],
        };
        traversal.turn[root] = 0;
        let mut turns = 1;
        // An atom, the one that it was reached from, and which of its neighbours is next: a stack of our own, since a
        // chain may be long.
        let mut stack = vec![(root, usize::MAX, 0)];
        while let Some((atom, parent, next)) = stack.last_mut() {
            let (atom, parent) = (*atom, *parent);
            let Some(&(other, order)) = neighbours[atom].get(*next) else {
                stack.pop();
                continue;
            };
            *next += 1;
            if traversal.turn[other] == usize::MAX {
                traversal.turn[other] = turns;
                turns += 1;
                traversal.children[atom].push((other, order));
                stack.push((other, atom, 0));
            } else if other != parent && traversal.turn[other] < traversal.turn[atom] {
                traversal.closures[atom].push((other, order));
            }
        }
        traversal
    }
}
