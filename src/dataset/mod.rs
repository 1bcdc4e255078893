//! What a network learns from: pictures or points in the plane, in seeded batches.

mod corruption;
mod idx;
mod index_sampler;
mod points;

pub use corruption::{Corruption, CorruptionKind};
pub use idx::{read_images, read_labels};
pub use index_sampler::IndexSampler;
pub use points::{PointSettings, PointShape};

use serde::{Deserialize, Serialize};

use crate::error::Error;

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
}

impl Shape {
    /// Numbers in one example.
    pub fn features(self) -> usize {
        match self {
            Self::Image { height, width } => height * width,
            Self::Point => 2,
        }
    }

    /// Whether every value lies in 0..1, as the cross-entropy needs.
    pub fn is_bounded(self) -> bool {
        matches!(self, Self::Image { .. })
    }
}

/// Pixels stay bytes until a batch is made of them: a quarter of the memory.
#[derive(Clone, Debug)]
enum Values {
    Pixels(Vec<u8>),
    Coordinates(Vec<f32>),
}

/// One part (training or test) of a data set.
#[derive(Clone, Debug)]
pub struct Dataset {
    shape: Shape,
    values: Values,
    labels: Vec<u8>,
    points: Option<PointSettings>,
}

impl Dataset {
    /// Pictures from an IDX file, with labels from another if there is one; each gzip or not.
    ///
    /// # Errors
    /// Where a file is no IDX file of its kind, or the labels are not as many as the pictures.
    pub fn from_idx(images: &[u8], labels: Option<&[u8]>) -> Result<Self, Error> {
        let pictures = read_images(images)?;
        let labels = labels.map(read_labels).transpose()?.unwrap_or_default();
        if !labels.is_empty() && labels.len() != pictures.count {
            return Err(Error::new(
                format!(
                    "There are {} pictures and {} labels",
                    pictures.count,
                    labels.len()
                ),
                "one label for each picture",
                "Load the label file that belongs to these pictures, or none",
            ));
        }
        Ok(Self {
            shape: Shape::Image {
                height: pictures.height,
                width: pictures.width,
            },
            values: Values::Pixels(pictures.pixels),
            labels,
            points: None,
        })
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
            points: Some(settings),
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

    /// The distribution these points were drawn from; none for pictures.
    pub fn points(&self) -> Option<&PointSettings> {
        self.points.as_ref()
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
