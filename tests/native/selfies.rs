//! SMILES and SELFIES, held to the Python package that defines the latter.

use generative_playground::chemistry::{
    Molecule, Traversal, read_selfies, read_smiles, split_selfies, write_selfies, write_smiles,
};
use generative_playground::error::Error;
use generative_playground::random::{Purpose, Random};

fn lines(kind: &str) -> Vec<[&'static str; 2]> {
    let all = include_str!("../data/selfies.tsv").lines();
    let fields = all.map(|line| line.split('\t').collect::<Vec<_>>());
    let own = fields.filter(|fields| fields[0] == kind);
    own.map(|fields| [fields[1], fields[2]]).collect()
}

/// Atoms with their bonds, in words that do not depend on the order in which they are written.
fn parts(molecule: &Molecule) -> Vec<String> {
    let name = |atom: usize| format!("{:?}", molecule.atoms[atom]);
    let bonds = molecule.bonds.iter().map(|bond| {
        let mut names = bond.atoms.map(name);
        names.sort();
        format!("{names:?} {}", bond.order)
    });
    let mut parts: Vec<String> = (0..molecule.atoms.len()).map(name).chain(bonds).collect();
    parts.sort();
    parts
}

#[test]
fn molecules_are_written_as_the_reference_writes_them() {
    let lines = lines("write");
    assert!(lines.len() > 150);
    for [smiles, expected] in lines {
        let molecule = read_smiles(smiles).expect(smiles);
        let written = write_selfies(&molecule, &Traversal::as_written(&molecule));
        let written = written.map_or("-".into(), |symbols| symbols.concat());
        assert_eq!(written, expected, "{smiles}");
    }
}

#[test]
fn any_sequence_of_symbols_is_the_molecule_that_the_reference_reads() {
    let lines = lines("read");
    assert!(lines.len() > 250);
    for [selfies, expected] in lines {
        let symbols = split_selfies(selfies);
        let symbols: Vec<&str> = symbols.iter().map(String::as_str).collect();
        let molecule = read_selfies(&symbols);
        assert!(molecule.is_within_capacity(), "{selfies}");
        if expected.is_empty() {
            assert!(molecule.atoms.is_empty(), "{selfies}");
            continue;
        }
        let expected = read_smiles(expected).expect(expected);
        assert_eq!(parts(&molecule), parts(&expected), "{selfies}");
        let again = write_smiles(&molecule, &Traversal::as_written(&molecule));
        let again = read_smiles(&again).expect("what is written can be read");
        assert_eq!(parts(&again), parts(&expected), "{selfies}");
    }
}

#[test]
fn every_way_of_writing_a_molecule_is_the_same_molecule() {
    let all = include_str!("../../www/data/molecules/train.smi").lines();
    let mut random = Random::stream(3, Purpose::Molecules, 0);
    let mut others = 0;
    for smiles in all.step_by(7) {
        let molecule = read_smiles(smiles).expect(smiles);
        let traversal = Traversal::random(&molecule, &mut random);
        let written = write_smiles(&molecule, &traversal);
        let again = read_smiles(&written).expect(&written);
        assert_eq!(parts(&again), parts(&molecule), "{smiles} as {written}");
        others += usize::from(written != smiles);
        let Some(symbols) = write_selfies(&molecule, &traversal) else {
            continue;
        };
        let symbols: Vec<&str> = symbols.iter().map(String::as_str).collect();
        let again = read_selfies(&symbols);
        assert_eq!(parts(&again), parts(&molecule), "{smiles} as {symbols:?}");
    }
    assert!(others > 200, "{others} were written in another way");
}

#[test]
fn what_is_no_smiles_is_refused_where_it_ends_to_be() {
    let rings: String = "C1".repeat(150);
    for (text, wrong) in [
        ("", 0),
        ("C(C", 3),
        ("CC)", 2),
        ("C1CC", 4),
        ("C=", 2),
        ("=C", 0),
        ("C==C", 2),
        ("c1ccccc1", 0),
        ("C.C", 1),
        ("C[C@H](N)O", 1),
        ("C11", 2),
        ("C1C1", 3),
        ("C%1", 1),
        ("C%+1C%+1", 1),
        ("C[N++++++++++++]", 1),
        ("CX", 1),
        ("[C", 0),
        ("C(=)C", 3),
        ("Ö", 0),
        (&rings, 0),
    ] {
        match read_smiles(text) {
            Err(Error::MoleculeUnreadable { place, .. }) => assert_eq!(place, wrong, "{text}"),
            other => panic!("{text}: {other:?}"),
        }
    }
}

#[test]
fn rings_are_counted() {
    for (smiles, rings) in [
        ("CCO", 0),
        ("C1CC1", 1),
        ("C1=CC=C2C=CC=CC2=C1", 2),
        ("C12C3C4C1C5C2C3C45", 5),
    ] {
        assert_eq!(
            read_smiles(smiles).expect(smiles).rings(),
            rings,
            "{smiles}"
        );
    }
}
