//! What a network learns from: pictures, points in the plane, signals or molecules, in seeded batches.

mod alphabet;
mod checksum;
mod corruption;
mod description;
mod drawn_points;
mod gzip;
mod idx;
mod index_sampler;
mod molecules;
mod points;
mod selection;
mod shape;
mod signals;

pub(crate) use alphabet::likeliest;
pub use alphabet::{Alphabet, MOST_SYMBOLS, Notation};
pub use corruption::{Corruption, CorruptionKind};
pub use description::{DataDescription, checked_name, read_labels_of, read_most, read_scarce};
pub use drawn_points::DrawnPoints;
pub use idx::{Images, Source, read_images, read_labels};
pub use index_sampler::IndexSampler;
pub use molecules::{MOST_MOLECULES, MOST_WRITINGS, MoleculeOptions};
pub use points::{PointSettings, PointShape, TEST_POINTS, TRAINING_POINTS};
pub use shape::{DataKind, Shape};
pub use signals::{SignalSettings, SignalShape, TEST_SIGNALS, TRAINING_SIGNALS};

use serde::Serialize;

use crate::error::Error;

/// Labels that a set can have: each is a byte.
pub const MAX_LABELS: usize = 256;

/// Pixels stay bytes until a batch is made of them: a quarter of the memory.
#[derive(Clone, Debug)]
enum Values {
    Pixels(Vec<u8>),
    Coordinates(Vec<f32>),
}

/// How pictures are loaded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImageOptions {
    /// What whoever loads them calls them; at most 200 characters.
    pub name: Option<String>,
    /// The labels of those that are used; all where none are given.
    pub only: Option<Vec<u8>>,
    /// How many of these are used, the first in the file; all where none is given.
    pub most: Option<usize>,
    /// Of which label only some are used.
    pub scarce: Option<Scarce>,
}

/// A label of which only the first few examples are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Scarce {
    /// Which.
    pub label: u8,
    /// How many of them.
    pub count: usize,
}

/// One part (training or test) of a data set.
#[derive(Clone, Debug)]
pub struct Dataset {
    shape: Shape,
    values: Values,
    labels: Vec<u8>,
    description: DataDescription,
}

impl Dataset {
    /// Pictures from an IDX file, with labels from another if there is one; each gzip or not.
    ///
    /// # Errors
    /// Where a file is no IDX file of its kind, or the labels are not as many as the pictures.
    pub fn from_idx(images: &[u8], labels: Option<&[u8]>) -> Result<Self, Error> {
        let (mut images, mut labels) = (images, labels);
        let labels = labels.as_mut().map(Source::of);
        let options = ImageOptions::default();
        Self::read_idx(Source::of(&mut images), labels, options, |_, _| Ok(()))
    }

    /// The same, from wherever the files are; `accept` is told of the shape of the pictures and of the bytes that they
    /// take before they are read.
    ///
    /// # Errors
    /// As [`Dataset::from_idx`], where the name is too long, and where `accept` refuses the data.
    pub fn read_idx(
        images: Source<'_>,
        labels: Option<Source<'_>>,
        options: ImageOptions,
        accept: impl FnOnce(Shape, u64) -> Result<(), Error>,
    ) -> Result<Self, Error> {
        let name = options.name.map(checked_name).transpose()?;
        let Images {
            count,
            height,
            width,
            pixels,
            checksum,
        } = read_images(images, accept)?;
        let labels = labels
            .map(|labels| read_labels(labels, count))
            .transpose()?;
        let whole = Self {
            shape: Shape::Image { height, width },
            values: Values::Pixels(pixels),
            labels: labels.unwrap_or_default(),
            description: DataDescription::Images {
                name,
                checksum,
                count,
                height,
                width,
                only: None,
                most: None,
                scarce: None,
            },
        };
        let chosen = match options.only {
            Some(only) => whole.only(only)?,
            None => whole,
        };
        let chosen = match options.scarce {
            Some(scarce) => chosen.with_scarce(scarce)?,
            None => chosen,
        };
        Ok(match options.most {
            Some(most) => chosen.first(most),
            None => chosen,
        })
    }

    /// Whether each example has one of the labels that are normal; none where nothing is called normal or there are no labels.
    pub fn normal(&self, only: Option<&[u8]>) -> Option<Vec<bool>> {
        let only = only.filter(|_| !self.labels.is_empty())?;
        let labels = self.labels.iter();
        Some(labels.map(|label| only.contains(label)).collect())
    }

    /// The part of `count` points in the plane that belongs to a seed (part 0 trains, part 1 tests).
    ///
    /// # Errors
    /// Where a setting is out of its range.
    pub fn from_points(
        settings: PointSettings,
        seed: u32,
        part: u64,
        count: usize,
    ) -> Result<Self, Error> {
        settings.check()?;
        let (coordinates, labels) = settings.sample(seed, part, count);
        Ok(Self {
            shape: Shape::Point,
            values: Values::Coordinates(coordinates),
            labels,
            description: DataDescription::Points { settings },
        })
    }

    /// The part of `count` signals that belongs to a seed (part 0 trains, part 1 tests).
    ///
    /// # Errors
    /// Where a setting is out of its range.
    pub fn from_signals(
        settings: SignalSettings,
        seed: u32,
        part: u64,
        count: usize,
    ) -> Result<Self, Error> {
        settings.check()?;
        let (values, labels) = settings.sample(seed, part, count);
        let length = settings.length;
        Ok(Self {
            shape: Shape::Signal { length },
            values: Values::Coordinates(values),
            labels,
            description: DataDescription::Signals { settings },
        })
    }

    /// What one example is.
    pub fn shape(&self) -> Shape {
        self.shape
    }

    /// Examples in this part.
    pub fn len(&self) -> usize {
        let values = match &self.values {
            Values::Pixels(pixels) => pixels.len(),
            Values::Coordinates(coordinates) => coordinates.len(),
        };
        values / self.shape.features()
    }

    /// Whether there is no example.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The label of each example; empty where the set has none.
    pub fn labels(&self) -> &[u8] {
        &self.labels
    }

    /// How many labels there are, counted from 0 to the largest; 0 where the set has none.
    pub fn label_count(&self) -> usize {
        let largest = self.labels.iter().max();
        largest.map_or(0, |&label| usize::from(label) + 1)
    }

    /// The distribution these points were drawn from; none for pictures.
    pub fn points(&self) -> Option<&PointSettings> {
        match &self.description {
            DataDescription::Points { settings } => Some(settings),
            _ => None,
        }
    }

    /// What these data are.
    pub fn description(&self) -> &DataDescription {
        &self.description
    }

    /// Bytes of memory that they take.
    pub fn bytes(&self) -> u64 {
        let values = match &self.values {
            Values::Pixels(pixels) => pixels.len(),
            Values::Coordinates(coordinates) => size_of_val(&coordinates[..]),
        };
        (values + self.labels.len()) as u64
    }

    /// The examples at `indices`, one after the other: `[indices.len() * features]`.
    pub fn gather(&self, indices: impl ExactSizeIterator<Item = usize>) -> Vec<f32> {
        let features = self.shape.features();
        let mut gathered = Vec::with_capacity(indices.len() * features);
        for index in indices {
            let range = index * features..(index + 1) * features;
            match &self.values {
                Values::Pixels(pixels) => {
                    gathered.extend(pixels[range].iter().map(|&pixel| f32::from(pixel) / 255.0));
                }
                Values::Coordinates(coordinates) => gathered.extend_from_slice(&coordinates[range]),
            }
        }
        gathered
    }

    /// All values as 32-bit words, for a GPU: four pixels in a word, the first in its lowest byte (then true), or a
    /// coordinate's bits in each.
    pub fn packed_words(&self) -> (Vec<u32>, bool) {
        match &self.values {
            Values::Pixels(pixels) => {
                let fours = pixels.chunks(4).map(|four| {
                    let bytes = four.iter().rev();
                    bytes.fold(0, |word, &byte| word << 8 | u32::from(byte))
                });
                (fours.collect(), true)
            }
            Values::Coordinates(coordinates) => (
                coordinates.iter().map(|value| value.to_bits()).collect(),
                false,
            ),
        }
    }
}
