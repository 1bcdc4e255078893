//! A part of a file's pictures: those with some labels, fewer of one label, or the first of them.

use super::{DataDescription, Dataset, Scarce, Values};
use crate::error::Error;

impl Dataset {
    /// The pictures with some labels alone.
    ///
    /// # Errors
    /// Where there are no labels, or no picture has one of these.
    pub fn only(mut self, mut only: Vec<u8>) -> Result<Self, Error> {
        if self.labels.is_empty() {
            return Err(Error::NoLabels {});
        }
        only.sort_unstable();
        only.dedup();
        let wanted = |label: &u8| only.contains(label);
        let places = (0..self.len()).filter(|&index| wanted(&self.labels[index]));
        let places: Vec<usize> = places.collect();
        if places.is_empty() {
            let only: Vec<String> = only.iter().map(u8::to_string).collect();
            return Err(Error::NoneWithLabels {
                only: only.join(", "),
            });
        }
        self.keep(&places);
        if let DataDescription::Images { only: told, .. } = &mut self.description {
            *told = Some(only);
        }
        Ok(self)
    }

    /// Of the pictures with one label only the first few.
    ///
    /// # Errors
    /// Where there are no labels, or no picture has this one.
    pub(super) fn with_scarce(mut self, scarce: Scarce) -> Result<Self, Error> {
        if self.labels.is_empty() {
            return Err(Error::NoLabels {});
        }
        let mut found = 0;
        let places = (0..self.len()).filter(|&index| {
            let is_scarce = self.labels[index] == scarce.label;
            found += usize::from(is_scarce);
            !is_scarce || found <= scarce.count
        });
        let places: Vec<usize> = places.collect();
        if found == 0 {
            return Err(Error::NoneWithLabels {
                only: scarce.label.to_string(),
            });
        }
        self.keep(&places);
        if let DataDescription::Images { scarce: told, .. } = &mut self.description {
            *told = Some(scarce);
        }
        Ok(self)
    }

    /// The examples at some places alone, in this order.
    pub(crate) fn some(&self, places: &[usize]) -> Self {
        let features = self.shape.features();
        let ranges = places
            .iter()
            .map(|place| place * features..(place + 1) * features);
        let mut some = Self {
            shape: self.shape,
            values: match &self.values {
                Values::Pixels(pixels) => {
                    Values::Pixels(ranges.flat_map(|range| &pixels[range]).copied().collect())
                }
                Values::Coordinates(values) => {
                    Values::Coordinates(ranges.flat_map(|range| &values[range]).copied().collect())
                }
            },
            labels: Vec::new(),
            description: self.description.clone(),
        };
        if !self.labels.is_empty() {
            some.labels = places.iter().map(|&place| self.labels[place]).collect();
        }
        if let DataDescription::Images { count, .. } = &mut some.description {
            *count = places.len();
        }
        some
    }

    /// The pictures at these places alone, which rise.
    fn keep(&mut self, places: &[usize]) {
        let features = self.shape.features();
        if let Values::Pixels(pixels) = &mut self.values {
            // In place: each moves towards the start.
            for (to, &from) in places.iter().enumerate() {
                pixels.copy_within(from * features..(from + 1) * features, to * features);
            }
            pixels.truncate(places.len() * features);
            pixels.shrink_to_fit();
        }
        self.labels = places.iter().map(|&place| self.labels[place]).collect();
        if let DataDescription::Images { count, .. } = &mut self.description {
            *count = places.len();
        }
    }

    /// The first `most` pictures alone, where there are more.
    pub(super) fn first(mut self, most: usize) -> Self {
        // Nobody says how many there are; on wasm more than these could not be counted in pixels.
        let kept = most.min(self.len());
        if let Values::Pixels(pixels) = &mut self.values {
            pixels.truncate(kept * self.shape.features());
            pixels.shrink_to_fit();
        }
        self.labels.truncate(kept);
        if let DataDescription::Images {
            count, most: told, ..
        } = &mut self.description
        {
            *count = kept;
            *told = Some(most);
        }
        self
    }
}
