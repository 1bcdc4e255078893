//! Atoms, and how many bonds they can have.

/// Elements that SMILES writes without brackets where they have their usual hydrogens and no charge.
const ORGANIC: [&str; 10] = ["B", "C", "N", "O", "P", "S", "F", "Cl", "Br", "I"];

/// An atom of a molecule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Atom {
    /// Its element, as `C` or `Cl`.
    pub element: String,
    /// In elementary charges.
    pub charge: i8,
    /// Hydrogens, where they are written down; else as many as complete its bonds.
    pub hydrogens: Option<u8>,
}

impl Atom {
    /// An atom without a charge, of one of the elements that need no brackets.
    pub(super) fn organic(element: &str) -> Option<Self> {
        ORGANIC.contains(&element).then(|| Self {
            element: element.into(),
            charge: 0,
            hydrogens: None,
        })
    }

    /// What stands between brackets: an element, hydrogens, a charge. Isotopes and chirality are not read.
    pub(super) fn bracketed(text: &str) -> Option<Self> {
        let (element, rest) = split_element(text)?;
        let (hydrogens, rest) = match rest.strip_prefix('H') {
            None => (0, rest),
            Some(rest) => leading_number(rest, 1),
        };
        let (charge, rest) = match rest.chars().next() {
            Some(sign @ ('+' | '-')) => {
                let unit = if sign == '+' { 1 } else { -1 };
                let repeated = rest.chars().take_while(|&other| other == sign).count();
                // No atom has more, nor is there room for the number.
                (repeated < 10).then_some(())?;
                let (number, rest) = leading_number(&rest[repeated..], repeated as u8);
                (unit * number as i8, rest)
            }
            _ => (0, rest),
        };
        rest.is_empty().then(|| Self {
            element: element.into(),
            charge,
            hydrogens: Some(hydrogens),
        })
    }

    /// Bonds that it can have, of order 1, beside its written hydrogens: the default constraints of SELFIES (Krenn et al.,
    /// arXiv 1905.13741; version 2 of its library).
    pub fn capacity(&self) -> u8 {
        let all: u8 = match (&*self.element, self.charge) {
            ("H" | "F" | "Cl" | "Br" | "I", 0) | ("O", -1) => 1,
            ("B", 1) | ("O", 0) | ("N", -1) => 2,
            ("B" | "N", 0) | ("O", 1) | ("C", 1 | -1) => 3,
            ("B", -1) | ("N", 1) | ("C", 0) | ("P", 1) => 4,
            ("P", 0) | ("S", 1 | -1) => 5,
            ("P", -1) | ("S", 0) => 6,
            _ => 8,
        };
        all.saturating_sub(self.hydrogens.unwrap_or(0))
    }

    /// As SMILES has it.
    pub(super) fn smiles(&self) -> String {
        let Some(hydrogens) = self.hydrogens else {
            return self.element.clone();
        };
        let hydrogens = match hydrogens {
            0 => String::new(),
            1 => "H".into(),
            more => format!("H{more}"),
        };
        let charge = match self.charge {
            0 => String::new(),
            1 => "+".into(),
            -1 => "-".into(),
            charge => format!("{charge:+}"),
        };
        format!("[{}{hydrogens}{charge}]", self.element)
    }

    /// As a symbol of SELFIES has it, without the brackets.
    pub(super) fn selfies(&self) -> String {
        let Some(hydrogens) = self.hydrogens else {
            return self.element.clone();
        };
        let plain = self.charge == 0 && Self::organic(&self.element).is_some();
        let hydrogens = match hydrogens {
            0 if !plain => String::new(),
            some => format!("H{some}"),
        };
        let charge = match self.charge {
            0 => String::new(),
            charge => format!("{charge:+}"),
        };
        format!("{}{hydrogens}{charge}", self.element)
    }
}

/// A capital letter, and a small one where there is one.
pub(super) fn split_element(text: &str) -> Option<(&str, &str)> {
    let mut letters = text.chars();
    letters.next().filter(char::is_ascii_uppercase)?;
    let length = match letters.next() {
        Some(second) if second.is_ascii_lowercase() => 2,
        _ => 1,
    };
    Some(text.split_at(length))
}

/// The one digit with which a text begins, else `otherwise`; and the rest.
fn leading_number(text: &str, otherwise: u8) -> (u8, &str) {
    match text.chars().next().and_then(|digit| digit.to_digit(10)) {
        Some(number) => (number as u8, &text[1..]),
        None => (otherwise, text),
    }
}
