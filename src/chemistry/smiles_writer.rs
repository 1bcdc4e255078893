//! Writing SMILES.

use super::{Molecule, Traversal};

/// A molecule as SMILES, along a traversal; nothing where it has no atoms.
pub fn write_smiles(molecule: &Molecule, traversal: &Traversal) -> String {
    let mut writer = Writer {
        molecule,
        traversal,
        openings: vec![Vec::new(); molecule.atoms.len()],
        open: Vec::new(),
        text: String::new(),
    };
    for (atom, closures) in traversal.closures.iter().enumerate() {
        for &(earlier, _) in closures {
            writer.openings[earlier].push(atom);
        }
    }
    for openings in &mut writer.openings {
        openings.sort_unstable_by_key(|&atom| traversal.turn[atom]);
    }
    writer.write(traversal.root);
    writer.text
}

struct Writer<'a> {
    molecule: &'a Molecule,
    traversal: &'a Traversal,
    /// For each atom those after it with which it has a ring in common.
    openings: Vec<Vec<usize>>,
    /// The ring that each number has open: its two atoms.
    open: Vec<Option<[usize; 2]>>,
    text: String,
}

impl Writer<'_> {
    /// An atom with all that is reached from it. Recursion is as deep as branches are nested.
    fn write(&mut self, root: usize) {
        let mut atom = root;
        loop {
            self.text.push_str(&self.molecule.atoms[atom].smiles());
            self.rings(atom);
            let traversal = self.traversal;
            let Some((&(last, last_order), branches)) = traversal.children[atom].split_last()
            else {
                return;
            };
            for &(child, order) in branches {
                self.text.push('(');
                self.text.push_str(bond(order));
                self.write(child);
                self.text.push(')');
            }
            self.text.push_str(bond(last_order));
            atom = last;
        }
    }

    /// The numbers of the rings that an atom closes, then of those that it opens. A number that is closed here is free only
    /// at the next atom.
    fn rings(&mut self, atom: usize) {
        let mut closed = Vec::new();
        for &(earlier, order) in &self.traversal.closures[atom] {
            let ring = Some([earlier, atom]);
            let number = self.open.iter().position(|open| *open == ring);
            let number = number.expect("what is closed was opened");
            closed.push(number);
            self.text.push_str(bond(order));
            self.number(number);
        }
        for later in std::mem::take(&mut self.openings[atom]) {
            let free = self.open.iter().position(Option::is_none);
            let number = free.unwrap_or_else(|| {
                self.open.push(None);
                self.open.len() - 1
            });
            self.open[number] = Some([atom, later]);
            self.number(number);
        }
        for number in closed {
            self.open[number] = None;
        }
    }

    fn number(&mut self, index: usize) {
        let number = match index + 1 {
            number @ 1..=9 => number.to_string(),
            number => format!("%{number:02}"),
        };
        self.text.push_str(&number);
    }
}

pub(super) fn bond(order: u8) -> &'static str {
    match order {
        2 => "=",
        3 => "#",
        _ => "",
    }
}
