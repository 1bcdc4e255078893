//! What one example is, and what kind of data it is of.

use serde::{Deserialize, Serialize};

use super::idx;

/// What one example is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub enum Shape {
    /// A grey picture, its pixels row by row, each 0 (black) to 1 (white).
    #[serde(rename = "picture")]
    Image {
        /// Rows of pixels.
        height: usize,
        /// Pixels in a row.
        width: usize,
    },
    /// A point in the plane: two coordinates without a bound.
    Point,
    /// A signal: values one after the other in time, without a bound.
    Signal {
        /// How many.
        length: usize,
    },
    /// A sequence of symbols, each one-hot: a molecule.
    Sequence {
        /// Places in it.
        length: usize,
        /// Symbols that can stand at each.
        symbols: usize,
    },
}

/// What kind of data a set consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DataKind {
    /// Grey pictures.
    Images,
    /// Points in the plane.
    Points,
    /// Signals.
    Signals,
    /// Molecules, as sequences of symbols.
    Molecules,
}

impl Shape {
    /// Which kind of data has examples of this shape.
    pub fn kind(self) -> DataKind {
        match self {
            Self::Image { .. } => DataKind::Images,
            Self::Point => DataKind::Points,
            Self::Signal { .. } => DataKind::Signals,
            Self::Sequence { .. } => DataKind::Molecules,
        }
    }

    /// Numbers in one example.
    pub fn features(self) -> usize {
        match self {
            Self::Image { height, width } => height * width,
            Self::Point => 2,
            Self::Signal { length } => length,
            Self::Sequence { length, symbols } => length * symbols,
        }
    }

    /// As a sentence has it.
    pub(crate) fn in_words(self) -> String {
        match self {
            Self::Image { height, width } => format!("pictures of {height} by {width} pixels"),
            Self::Point => "points in the plane".into(),
            Self::Signal { length } => format!("signals of {length} values"),
            Self::Sequence { length, symbols } => {
                format!("molecules of {length} places and {symbols} symbols")
            }
        }
    }

    /// Whether a picture may be so high or wide.
    pub(crate) fn is_side(number: f64) -> bool {
        number.fract() == 0.0 && (1.0..=idx::LARGEST_SIDE as f64).contains(&number)
    }

    /// Whether every value lies in 0..1, as the cross-entropy needs.
    pub fn is_bounded(self) -> bool {
        matches!(self, Self::Image { .. })
    }

    /// Values of which exactly one is 1, in turn, as of a symbol; 1 where each value is one of its own.
    pub fn classes(self) -> usize {
        match self {
            Self::Sequence { symbols, .. } => symbols,
            _ => 1,
        }
    }
}
