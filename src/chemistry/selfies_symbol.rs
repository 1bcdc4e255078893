//! The symbols of SELFIES.

use super::Atom;

/// What a symbol says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Symbol {
    /// An atom, and the order of the bond to the one before it.
    Atom { order: u8, atom: Atom },
    /// A branch, the order of its first bond, and of how many symbols its length consists.
    Branch { order: u8, digits: usize },
    /// A ring, the order of its bond, and of how many symbols its length consists.
    Ring { order: u8, digits: usize },
}

/// Symbols that stand for the digits 0 to 15 after a branch or a ring.
const DIGITS: [&str; 16] = [
    "[C]",
    "[Ring1]",
    "[Ring2]",
    "[Branch1]",
    "[=Branch1]",
    "[#Branch1]",
    "[Branch2]",
    "[=Branch2]",
    "[#Branch2]",
    "[O]",
    "[N]",
    "[=N]",
    "[=C]",
    "[#C]",
    "[S]",
    "[P]",
];

impl Symbol {
    /// What a symbol says; none where it is none.
    pub(super) fn read(text: &str) -> Option<Self> {
        let inner = text.strip_prefix('[')?.strip_suffix(']')?;
        let (order, rest) = match inner.chars().next()? {
            '=' => (2, &inner[1..]),
            '#' => (3, &inner[1..]),
            _ => (1, inner),
        };
        let digits = |rest: &str| rest.parse().ok().filter(|digits| (1..=3).contains(digits));
        if let Some(rest) = rest.strip_prefix("Branch") {
            let digits = digits(rest)?;
            return Some(Self::Branch { order, digits });
        }
        if let Some(rest) = rest.strip_prefix("Ring") {
            let digits = digits(rest)?;
            return Some(Self::Ring { order, digits });
        }
        let atom = Atom::organic(rest).or_else(|| Atom::bracketed(rest))?;
        Some(Self::Atom { order, atom })
    }
}

/// A number as symbols, the most significant first.
pub(super) fn write_number(number: usize) -> Vec<String> {
    let mut digits = vec![DIGITS[number % DIGITS.len()].to_owned()];
    let mut rest = number / DIGITS.len();
    while rest > 0 {
        digits.insert(0, DIGITS[rest % DIGITS.len()].to_owned());
        rest /= DIGITS.len();
    }
    digits
}

/// The digit that a symbol stands for; 0 where it is none of these.
pub(super) fn read_digit(text: &str) -> usize {
    DIGITS.iter().position(|digit| *digit == text).unwrap_or(0)
}

/// The symbols of a text of SELFIES, each in its brackets.
pub fn split_selfies(text: &str) -> Vec<String> {
    text.split_inclusive(']').map(str::to_owned).collect()
}
