//! The one error of the library: what was wrong, what was expected, what to do.

use std::fmt;

/// Something that could not be done; whatever was asked has been left undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    wrong: String,
    expected: String,
    remedy: String,
}

impl Error {
    /// An error in three parts, each a phrase without its full stop.
    pub fn new(
        wrong: impl Into<String>,
        expected: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self {
            wrong: wrong.into(),
            expected: expected.into(),
            remedy: remedy.into(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{}. Expected {}. {}.",
            self.wrong, self.expected, self.remedy
        )
    }
}

impl std::error::Error for Error {}
