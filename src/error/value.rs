//! What an error has to tell beside its code.

use std::fmt;

/// A value of an error.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number.
    Number(f64),
    /// A word: of these programs (a setting, a family) or of whoever made the mistake.
    Text(String),
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Number(number as f64)
    }
}

impl From<&'static str> for Value {
    fn from(text: &'static str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// Characters told of what somebody wrote: enough to know it again.
const LONGEST: usize = 60;

/// A value as somebody wrote it: in a sentence, what is text stands in quotes.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    value: String,
    is_text: bool,
}

impl Written {
    /// A text.
    pub fn text(text: &str) -> Self {
        Self {
            value: shortened(text),
            is_text: true,
        }
    }

    /// Anything else: a number, a list, nothing.
    pub fn other(value: impl fmt::Display) -> Self {
        Self {
            value: shortened(&value.to_string()),
            is_text: false,
        }
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.into(),
    }
}

impl fmt::Display for Written {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.is_text {
            true => write!(formatter, "\"{}\"", self.value),
            false => formatter.write_str(&self.value),
        }
    }
}

impl From<Written> for Value {
    fn from(written: Written) -> Self {
        Self::Text(written.value)
    }
}

/// Which numbers a setting takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberKind {
    /// Whole ones.
    Integer,
    /// All between two.
    Number,
}

impl NumberKind {
    /// As in the description of the settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Integer => "integer",
            Self::Number => "number",
        }
    }
}

impl fmt::Display for NumberKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Integer => "a whole number",
            Self::Number => "a number",
        })
    }
}

impl From<NumberKind> for Value {
    fn from(kind: NumberKind) -> Self {
        kind.name().into()
    }
}

/// Which of the files of a data set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdxFile {
    /// The pictures.
    Images,
    /// Their labels.
    Labels,
}

impl fmt::Display for IdxFile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Images => "pictures",
            Self::Labels => "labels",
        })
    }
}

impl From<IdxFile> for Value {
    fn from(file: IdxFile) -> Self {
        match file {
            IdxFile::Images => "images",
            IdxFile::Labels => "labels",
        }
        .into()
    }
}

/// `model_height` as JavaScript writes it.
pub(super) fn camel_case(name: &str) -> String {
    let mut parts = name.split('_');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |name, part| {
        let (initial, rest) = part.split_at(1);
        name + &initial.to_uppercase() + rest
    })
}
