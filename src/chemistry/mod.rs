//! Molecules as graphs, and the two ways in which a network can write one: SMILES, which has a grammar that a slip of one
//! character breaks, and SELFIES, of which every sequence of symbols is a molecule.

mod atom;
mod molecule;
mod selfies;
mod selfies_symbol;
mod smiles;
mod smiles_writer;
mod traversal;

pub use atom::Atom;
pub use molecule::{Bond, Molecule};
pub use selfies::{read_selfies, write_selfies};
pub use selfies_symbol::split_selfies;
pub use smiles::{LONGEST_SMILES, read_smiles};
pub use smiles_writer::write_smiles;
pub use traversal::Traversal;
