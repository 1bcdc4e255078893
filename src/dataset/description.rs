//! What a data set is, in a few words: enough to fetch it again, and to know it when it comes.

use serde::Serialize;

use super::checksum::is_checksum;
use super::{
    Alphabet, MOST_WRITINGS, PointSettings, Scarce, Shape, SignalSettings, TRAINING_POINTS,
    TRAINING_SIGNALS,
};
use crate::error::Error;
use crate::settings::Given;
use crate::settings::field::{MOST_IMAGES, NOTATION};

/// Characters of a name.
const LONGEST_NAME: usize = 200;

/// The data that a session is trained on.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "lowercase", tag = "kind")]
pub enum DataDescription {
    /// Grey pictures.
    Images {
        /// What whoever loaded them calls them.
        name: Option<String>,
        /// FNV-1a of 64 bits over the unpacked file, in hexadecimal digits.
        checksum: String,
        /// How many.
        count: usize,
        /// Rows of pixels in each.
        height: usize,
        /// Pixels in a row.
        width: usize,
        /// The labels of those that are used, where not all are.
        only: Option<Vec<u8>>,
        /// How many of these are used, the first of them, where not all are.
        most: Option<usize>,
        /// The label of which only some are used, where there is one.
        #[serde(skip_serializing_if = "Option::is_none")]
        scarce: Option<Scarce>,
    },
    /// Points that were made.
    Points {
        /// By which they are made again, from the session's seed.
        settings: PointSettings,
    },
    /// Signals that were made.
    Signals {
        /// By which they are made again, from the session's seed.
        settings: SignalSettings,
    },
    /// Molecules.
    Molecules {
        /// What whoever loaded them calls them.
        name: Option<String>,
        /// FNV-1a of 64 bits over the lines of SMILES, in hexadecimal digits.
        checksum: String,
        /// How many sequences: molecules times writings.
        count: usize,
        /// In how many ways each is written.
        writings: usize,
        /// What sequences consist of.
        #[serde(flatten)]
        alphabet: Alphabet,
    },
}

impl DataDescription {
    /// Examples to train on.
    pub fn count(&self) -> usize {
        match self {
            Self::Images { count, .. } | Self::Molecules { count, .. } => *count,
            Self::Points { .. } => TRAINING_POINTS,
            Self::Signals { .. } => TRAINING_SIGNALS,
        }
    }

    /// The labels of those that are used, where not all are.
    pub fn only(&self) -> Option<&[u8]> {
        match self {
            Self::Images { only, .. } => only.as_deref(),
            _ => None,
        }
    }

    /// What one example is.
    pub fn shape(&self) -> Shape {
        match *self {
            Self::Images { height, width, .. } => Shape::Image { height, width },
            Self::Points { .. } => Shape::Point,
            Self::Signals { settings } => Shape::Signal {
                length: settings.length,
            },
            Self::Molecules { ref alphabet, .. } => alphabet.shape(),
        }
    }

    /// A description in a file's header.
    ///
    /// # Errors
    /// Where it is not as this library writes it.
    pub fn read(given: &Given) -> Result<Self, Error> {
        let unreadable = |name: &str| Error::CheckpointUnreadable {
            reason: format!("its data have no sound {name}"),
        };
        let field = |name: &str| given.field(name).ok_or_else(|| unreadable(name));
        let side = |name: &str| match *field(name)? {
            Given::Number(number) if Shape::is_side(number) => Ok(number as usize),
            _ => Err(unreadable(name)),
        };
        let name = || match field("name")? {
            Given::Null => Ok(None),
            Given::Text(name) => checked_name(name.clone()).map(Some),
            _ => Err(unreadable("name")),
        };
        let checksum = || match field("checksum")? {
            Given::Text(text) if is_checksum(text) => Ok(text.clone()),
            _ => Err(unreadable("checksum")),
        };
        let whole = |name: &str, most: u32| match *field(name)? {
            Given::Number(count)
                if (1.0..=f64::from(most)).contains(&count) && count.fract() == 0.0 =>
            {
                Ok(count as usize)
            }
            _ => Err(unreadable(name)),
        };
        match field("kind")? {
            Given::Text(kind) if kind == "points" => Ok(Self::Points {
                settings: PointSettings::read(field("settings")?)?,
            }),
            Given::Text(kind) if kind == "signals" => Ok(Self::Signals {
                settings: SignalSettings::read(field("settings")?)?,
            }),
            Given::Text(kind) if kind == "molecules" => Ok(Self::Molecules {
                name: name()?,
                checksum: checksum()?,
                count: whole("count", u32::MAX)?,
                writings: whole("writings", MOST_WRITINGS as u32)?,
                alphabet: Alphabet {
                    notation: NOTATION.read_choice(field("notation")?)?,
                    length: whole("length", u32::MAX)?,
                    symbols: read_symbols(field("symbols")?)
                        .ok_or_else(|| unreadable("symbols"))?,
                }
                .checked()
                .ok_or_else(|| unreadable("symbols"))?,
            }),
            Given::Text(kind) if kind == "images" => Ok(Self::Images {
                name: name()?,
                checksum: checksum()?,
                count: whole("count", u32::MAX)?,
                height: side("height")?,
                width: side("width")?,
                only: read_labels_of(field("only")?).map_err(|_| unreadable("choice of labels"))?,
                // Older files have none.
                most: match given.field("most") {
                    None => None,
                    Some(most) => read_most(most).map_err(|_| unreadable("number of pictures"))?,
                },
                scarce: match given.field("scarce") {
                    None => None,
                    Some(scarce) => read_scarce(scarce).map_err(|_| unreadable("scarce label"))?,
                },
            }),
            _ => Err(unreadable("kind")),
        }
    }
}

fn read_symbols(given: &Given) -> Option<Vec<String>> {
    let Given::List(symbols) = given else {
        return None;
    };
    let text = |symbol: &Given| match symbol {
        Given::Text(text) => Some(text.clone()),
        _ => None,
    };
    symbols.iter().map(text).collect()
}

/// Labels among the options of pictures, or in a file's header; none for null.
///
/// # Errors
/// Where it is no list of labels.
pub fn read_labels_of(given: &Given) -> Result<Option<Vec<u8>>, Error> {
    let unsuited = || Error::ArgumentUnsuited {
        argument: "only",
        value: given.written(),
        expected: "a list of labels, whole numbers from 0 to 255",
    };
    let label = |value: &Given| match *value {
        Given::Number(number) if (0.0..=255.0).contains(&number) && number.fract() == 0.0 => {
            Ok(number as u8)
        }
        _ => Err(unsuited()),
    };
    match given {
        Given::Null => Ok(None),
        Given::List(values) if (1..=256).contains(&values.len()) => {
            values.iter().map(label).collect::<Result<_, _>>().map(Some)
        }
        _ => Err(unsuited()),
    }
}

/// How many pictures are used at most, among the options of pictures or in a file's header; none for null.
///
/// # Errors
/// Where it is no whole number of at least 1.
pub fn read_most(given: &Given) -> Result<Option<usize>, Error> {
    match given {
        Given::Null => Ok(None),
        other => MOST_IMAGES
            .read_number(other)
            .map(|number| Some(number as usize)),
    }
}

/// The label of which only some are used, among the options of pictures or in a file's header; none for null.
///
/// # Errors
/// Where it is no such label with a number of pictures of at least 1.
pub fn read_scarce(given: &Given) -> Result<Option<Scarce>, Error> {
    let unsuited = || Error::ArgumentUnsuited {
        argument: "scarce",
        value: given.written(),
        expected: "an object of a label, 0 to 255, and a count of at least 1",
    };
    if *given == Given::Null {
        return Ok(None);
    }
    let whole = |name: &str, range: std::ops::RangeInclusive<f64>| match given.field(name) {
        Some(&Given::Number(number)) if range.contains(&number) && number.fract() == 0.0 => {
            Ok(number as usize)
        }
        _ => Err(unsuited()),
    };
    Ok(Some(Scarce {
        label: whole("label", 0.0..=255.0)? as u8,
        count: whole("count", 1.0..=f64::from(u32::MAX))?,
    }))
}

/// A name that somebody may read.
///
/// # Errors
/// Where it is too long for that.
pub fn checked_name(name: String) -> Result<String, Error> {
    match name.chars().count() {
        length if length > LONGEST_NAME => Err(Error::NameTooLong {
            length,
            most: LONGEST_NAME,
        }),
        _ => Ok(name),
    }
}
