//! Points that somebody drew, from which a distribution is made.

use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::error::Error;
use crate::settings::Given;
use crate::settings::decimal::decimal;

/// Points at most.
const MOST_POINTS: usize = 2000;
/// The largest coordinate, as of a radius.
const LARGEST: f64 = 100.0;

/// 1 to 2,000 points in the plane, each coordinate -100 to 100. Copies share them.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnPoints(Arc<[[f32; 2]]>);

impl DrawnPoints {
    /// From coordinates `[points * 2]`.
    ///
    /// # Errors
    /// Where they are no pairs, too many, or out of range.
    pub fn new(coordinates: &[f32]) -> Result<Self, Error> {
        Self::check_count(coordinates.len())?;
        let list = || Given::List(coordinates.iter().map(|&one| Given::from(one)).collect());
        let sound = |value: &f32| f64::from(value.abs()) <= LARGEST;
        if !coordinates.iter().all(sound) {
            return Err(unsuited(&list()));
        }
        let (pairs, _) = coordinates.as_chunks();
        Ok(Self(pairs.into()))
    }

    /// Finds fault with how many coordinates there are, before they are copied.
    ///
    /// # Errors
    /// Where they are no pairs, or too many.
    pub fn check_count(coordinates: usize) -> Result<(), Error> {
        match coordinates {
            0 => Err(unsuited(&Given::List(Vec::new()))),
            count if count % 2 == 0 && count <= 2 * MOST_POINTS => Ok(()),
            count => Err(unsuited(&Given::Other(format!(
                "a list of {count} numbers"
            )))),
        }
    }

    /// Those of a list of numbers.
    ///
    /// # Errors
    /// As [`DrawnPoints::new`], and where it is no list of numbers.
    pub fn read(given: &Given) -> Result<Self, Error> {
        let Given::List(values) = given else {
            return Err(unsuited(given));
        };
        Self::check_count(values.len())?;
        let number = |value: &Given| match *value {
            Given::Number(number) => Ok(number as f32),
            _ => Err(unsuited(given)),
        };
        let coordinates: Vec<f32> = values.iter().map(number).collect::<Result<_, _>>()?;
        Self::new(&coordinates)
    }

    /// The points.
    pub fn places(&self) -> &[[f32; 2]] {
        &self.0
    }
}

fn unsuited(given: &Given) -> Error {
    Error::ArgumentUnsuited {
        argument: "points",
        value: given.written(),
        expected: "x and y of 1 to 2,000 points, numbers from -100 to 100",
    }
}

/// As one list, x and y in turn.
impl Serialize for DrawnPoints {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.as_flattened().iter().map(|&value| decimal(value)))
    }
}
